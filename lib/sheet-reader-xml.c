#include "config.h"

#include "sheet-reader-xml.h"

#include <glib/gi18n-lib.h>

#include "count.h"
#include "error.h"

/* GMarkup knows no DTD: an entity that a document defines itself is unknown to it, so that no
 * entity can grow. What it does not limit, depth and the length of a text, is limited here. */
enum {
    DEPTH_MAX = 64,
    BLOCK_SIZE = 16 * 1024,
    IDLE_MAX = 2 * 1024 * 1024, /* bytes without a tag */
};

struct _SheetXml {
    RecapPackage *package;
    char *member;
    const SheetXmlHandler *handler;
    gpointer data;
    GMarkupParseContext *context;
    guint depth;
    gsize idle; /* bytes since the last tag */
    GError *error;
};

static gboolean
set_error (const SheetXml *self, RecapErrorCode code, const char *message, GError **error)
{
    g_autofree char *place =
        g_strdup_printf ("%s!%s", recap_package_get_name (self->package), self->member);
    RecapOrigin origin = { place, 0, 0 };
    recap_error_set (error, code, &origin, "%s", message);
    recap_error_set_hint (error, _ ("open the workbook and save it again"));
    return FALSE;
}

static void
on_start (GMarkupParseContext *context, const char *name, const char **attributes,
          const char **values, gpointer data, GError **error)
{
    SheetXml *self = data;
    (void)context;

    self->idle = 0;
    if (++self->depth > DEPTH_MAX)
        set_error (self, RECAP_ERROR_LIMIT, _ ("the XML is nested too deeply"), &self->error);
    else
        self->handler->start (self->data, name, attributes, values, &self->error);
    if (self->error != NULL)
        g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, "");
}

static void
on_end (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
    SheetXml *self = data;
    (void)context;

    self->idle = 0;
    self->depth--;
    if (!self->handler->end (self->data, name, &self->error))
        g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, "");
}

static void
on_text (GMarkupParseContext *context, const char *text, gsize size, gpointer data, GError **error)
{
    SheetXml *self = data;
    (void)context;

    if (memchr (text, '\0', size) != NULL) {
        g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, "");
        return;
    }
    if (!self->handler->text (self->data, text, size, &self->error))
        g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, "");
}

static const GMarkupParser parser = { on_start, on_end, on_text, NULL, NULL };

SheetXml *
sheet_xml_new (RecapPackage *package, const char *member, gboolean required,
               const SheetXmlHandler *handler, gpointer data, GError **error)
{
    g_autoptr (SheetXml) self = g_new0 (SheetXml, 1);
    gboolean there = FALSE;

    self->package = package;
    self->member = g_strdup (member);
    self->handler = handler;
    self->data = data;
    self->context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, self, NULL);
    if (!recap_package_open (package, member, &there, error))
        return NULL;
    if (there)
        return g_steal_pointer (&self);
    if (required)
        set_error (self, RECAP_ERROR_SYNTAX, _ ("a part of the workbook is missing"), error);
    return NULL;
}

void
sheet_xml_free (SheetXml *self)
{
    if (self == NULL)
        return;
    g_markup_parse_context_free (self->context);
    g_clear_error (&self->error);
    g_free (self->member);
    g_free (self);
}

/* The words of GMarkup are for programmers; the place helps nobody who has a spreadsheet. */
static gboolean
set_parse_error (SheetXml *self, GError **error)
{
    if (self->error != NULL) {
        g_propagate_error (error, g_steal_pointer (&self->error));
        return FALSE;
    }
    return set_error (self, RECAP_ERROR_SYNTAX, _ ("not the XML of a spreadsheet"), error);
}

gboolean
sheet_xml_step (SheetXml *self, gboolean *ret_end, GError **error)
{
    char block[BLOCK_SIZE];
    gsize size = 0;

    if (!recap_package_read (self->package, block, sizeof block, &size, error))
        return FALSE;
    *ret_end = size == 0;
    if (size == 0)
        return g_markup_parse_context_end_parse (self->context, NULL) ||
               set_parse_error (self, error);
    self->idle += size;
    if (!g_markup_parse_context_parse (self->context, block, (gssize)size, NULL))
        return set_parse_error (self, error);
    if (self->idle > IDLE_MAX)
        return set_error (self, RECAP_ERROR_LIMIT, _ ("a cell has more than 1 MiB"), error);
    return TRUE;
}

gboolean
sheet_xml_run (RecapPackage *package, const char *member, gboolean required,
               const SheetXmlHandler *handler, gpointer data, GError **error)
{
    GError *local = NULL;
    g_autoptr (SheetXml) xml = sheet_xml_new (package, member, required, handler, data, &local);
    gboolean end = FALSE;

    if (local != NULL) {
        g_propagate_error (error, local);
        return FALSE;
    }
    while (xml != NULL && !end)
        if (!sheet_xml_step (xml, &end, error))
            return FALSE;
    return TRUE;
}

const char *
sheet_xml_local (const char *name)
{
    const char *colon = strchr (name, ':');
    return colon != NULL ? colon + 1 : name;
}

const char *
sheet_xml_find (const char *name, const char **attributes, const char **values)
{
    gboolean prefixed = strchr (name, ':') != NULL;
    for (guint i = 0; attributes[i] != NULL; i++)
        if (strcmp (prefixed ? attributes[i] : sheet_xml_local (attributes[i]), name) == 0)
            return values[i];
    return NULL;
}

gboolean
sheet_xml_number (const char *text, guint64 max, guint64 *ret_number)
{
    gint64 number = 0;
    if (text == NULL || !recap_count_parse (recap_text (text), &number) || (guint64)number > max)
        return FALSE;
    *ret_number = (guint64)number;
    return TRUE;
}
