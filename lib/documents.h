/* Walks through files, folders and archives and hands out the documents in them. The home of
 * libarchive. Nothing is ever written to the disk. */
#pragma once

#include <glib.h>

#include "documents-package.h"
#include "source.h"

G_BEGIN_DECLS

#define RECAP_DOCUMENT_MAX (16 * 1024 * 1024) /* bytes of a document that is read as a whole */

/* One document: either as a whole (@bytes) or, when it can be long, as a source to read from. It is
 * only lent for the call. */
typedef struct {
    const char *name;  /* 'folder/file', 'archive!member', '<stdin>' */
    const char *bytes; /* inflated; NULL when @source or @package is set */
    gsize size;
    RecapSource *source;   /* at its beginning; NULL when @bytes or @package is set */
    RecapPackage *package; /* a workbook (.xlsx, .ods); NULL: none */
    gboolean json;         /* it is JSON by its name or its first byte */
} RecapDocument;

/* Why something that lies in a folder or archive was not handed out. */
typedef enum {
    RECAP_SKIP_OTHER,   /* a name of no document: another ending, or '._' or '~$' before it */
    RECAP_SKIP_SPECIAL, /* a symbolic link, device, pipe: not followed */
    RECAP_N_SKIPS,
} RecapSkip;

/* Who takes the documents. FALSE with @error from @document ends the walk. */
typedef struct {
    gboolean (*document) (const RecapDocument *document, gpointer data, GError **error);
    void (*skipped) (const char *name, RecapSkip skip, gpointer data);
    gpointer data;
    gboolean long_json; /* JSON can be long: as a source, where it is not known to be short */
} RecapVisitor;

/* Walks through @path: a file of any name, a folder with all folders in it (entries in bytewise
 * order), an archive (.tar, .zip, also compressed by gzip; members in its order), or "-" for
 * standard input. Archives inside a folder are opened, archives inside archives are not.
 *
 * Returns: FALSE with @error RECAP_ERROR_IO, _SYNTAX (a damaged or truncated archive), _LIMIT (a
 *          document over RECAP_DOCUMENT_MAX that is no source, folders in folders over 64
 *          levels, an archive that grows more than a thousandfold) or the error of the visitor. */
gboolean recap_documents_walk (const char *path, const RecapVisitor *visitor, GError **error);

/* Reads the zip file @path, whose members are all XML (a workbook), to its end: every member must
 * end with the end tag of its root element. What was lost on the way to the disk without anybody
 * noticing is noticed here.
 *
 * Returns: FALSE with @error RECAP_ERROR_IO (cannot be opened) or _SYNTAX (damaged, a member is cut
 *          short). */
gboolean recap_documents_check_xml (const char *path, GError **error);

G_END_DECLS
