/* The XML in a workbook, read piece by piece with limits. Not a public header. */
#pragma once

#include <glib.h>

#include "documents-package.h"

G_BEGIN_DECLS

/* Who takes the elements. Names come as they stand there, with their prefixes. */
typedef struct {
    gboolean (*start) (gpointer data, const char *name, const char **attributes,
                       const char **values, GError **error);
    gboolean (*end) (gpointer data, const char *name, GError **error);
    gboolean (*text) (gpointer data, const char *text, gsize size, GError **error);
} SheetXmlHandler;

typedef struct _SheetXml SheetXml;

/* Opens @member of @package. @handler and @data must live as long; only one member of a package can
 * be read at a time.
 *
 * Returns: owned by the caller; NULL without @error when there is no such member and not
 *          @required; NULL with @error as recap_package_open(). */
SheetXml *sheet_xml_new (RecapPackage *package, const char *member, gboolean required,
                         const SheetXmlHandler *handler, gpointer data, GError **error);
void sheet_xml_free (SheetXml *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheetXml, sheet_xml_free)

/* Reads on by one block; *@ret_end: that was the end.
 *
 * Returns: FALSE with @error RECAP_ERROR_SYNTAX (no XML, entities of its own), _LIMIT (elements in
 *          elements over 64 levels, a text over 2 MiB), as recap_package_read(), or that of the
 *          handler. */
gboolean sheet_xml_step (SheetXml *self, gboolean *ret_end, GError **error);

/* Reads the whole member @member; nothing when there is none and it is not @required.
 *
 * Returns: FALSE with @error as sheet_xml_step(). */
gboolean sheet_xml_run (RecapPackage *package, const char *member, gboolean required,
                        const SheetXmlHandler *handler, gpointer data, GError **error);

/* Returns: @name without its prefix 'x:'. Belongs to @name. */
const char *sheet_xml_local (const char *name);

/* Returns: the value of the attribute @name, compared without prefixes unless it has one, or
 * NULL. */
const char *sheet_xml_find (const char *name, const char **attributes, const char **values);

/* Reads a decimal number from 0 to @max.
 *
 * Returns: FALSE, *@ret_number untouched, when @text is NULL or none. */
gboolean sheet_xml_number (const char *text, guint64 max, guint64 *ret_number);

G_END_DECLS
