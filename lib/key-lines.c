#include "config.h"

#include "key-lines.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

struct _RecapKeyLines {
    const char *file;
    const RecapKeyVisitor *visitor;
    gpointer data;
    GHashTable *seen; /* 'group' and 'group TAB key' -> line */
    char *group;      /* that the lines belong to; NULL before the first */
    gboolean in_key;  /* the line is one of the group */
    guint64 line;
    RecapText text; /* of the line */
};

gboolean
recap_key_lines_fail (const RecapKeyLines *self, RecapErrorCode code, RecapText part,
                      const char *message, GError **error)
{
    RecapText place = part.size > 0 ? part : self->text;
    RecapOrigin origin = { self->file, self->line, 1 };

    origin.column +=
        recap_text_characters (self->text.bytes, (gsize)(place.bytes - self->text.bytes));
    if (self->in_key) {
        g_autofree char *group = recap_text_display (self->group, strlen (self->group));
        recap_error_set (error, code, &origin, "[%s]: %s", group, message);
    } else {
        recap_error_set (error, code, &origin, "%s", message);
    }
    recap_error_set_excerpt (error, self->text.bytes, self->text.size, (guint)place.size);
    return FALSE;
}

guint64
recap_key_lines_get_line (const RecapKeyLines *self)
{
    return self->line;
}

/* Remembers that the group, or in it the key, @name was here. */
static gboolean
once (RecapKeyLines *self, RecapText name, GError **error)
{
    GString *what = g_string_new (self->in_key ? self->group : NULL);
    if (self->in_key)
        g_string_append_c (what, '\t');
    recap_text_append (name, what);
    g_autofree char *place = g_string_free (what, FALSE);
    const guint64 *before = g_hash_table_lookup (self->seen, place);

    if (before == NULL) {
        g_hash_table_insert (self->seen, g_steal_pointer (&place),
                             g_memdup2 (&self->line, sizeof self->line));
        return TRUE;
    }
    g_autofree char *shown = recap_text_display (name.bytes, name.size);
    g_autofree char *message =
        g_strdup_printf (self->in_key ? _ ("key '%s' comes twice, first in line %" PRIu64)
                                      : _ ("group [%s] comes twice, first in line %" PRIu64),
                         shown, *before);
    return recap_key_lines_fail (self, RECAP_ERROR_SCHEMA, RECAP_TEXT_EMPTY, message, error);
}

static gboolean
take_group (RecapKeyLines *self, RecapText name, GError **error)
{
    if (!once (self, name, error) || !self->visitor->group (self, name, self->data, error))
        return FALSE;
    g_free (self->group);
    self->group = g_strndup (name.bytes, name.size);
    return TRUE;
}

static gboolean
take_key (RecapKeyLines *self, RecapText key, RecapText value, GError **error)
{
    return once (self, key, error) && self->visitor->key (self, key, value, self->data, error);
}

static gboolean
take_line (RecapKeyLines *self, GError **error)
{
    RecapText line = recap_text_trim (self->text);
    const char *equals = line.size > 0 ? memchr (line.bytes, '=', line.size) : NULL;

    self->in_key = FALSE;
    if (line.size == 0 || line.bytes[0] == '#')
        return TRUE;
    if (line.bytes[0] == '[' && line.bytes[line.size - 1] == ']')
        return take_group (self, (RecapText){ line.bytes + 1, line.size - 2 }, error);
    self->in_key = self->group != NULL;
    if (equals == NULL || equals == line.bytes)
        return recap_key_lines_fail (self, RECAP_ERROR_SYNTAX, line,
                                     _ ("a line that is neither [group] nor key=value"), error);
    if (self->group == NULL)
        return recap_key_lines_fail (self, RECAP_ERROR_SYNTAX, line,
                                     _ ("a key before the first [group]"), error);
    RecapText key = { line.bytes, (gsize)(equals - line.bytes) };
    RecapText value = { equals + 1, line.size - key.size - 1 };
    return take_key (self, recap_text_trim (key), recap_text_trim (value), error);
}

static gboolean
check_line (RecapKeyLines *self, GError **error)
{
    const char *bad = NULL;
    return g_utf8_validate_len (self->text.bytes, self->text.size, &bad) ||
           recap_key_lines_fail (self, RECAP_ERROR_SYNTAX, (RecapText){ bad, 1 },
                                 _ ("a byte that is not UTF-8, or NUL"), error);
}

/* Calls @take for each line of @text. */
static gboolean
each_line (RecapKeyLines *self, RecapText text,
           gboolean (*take) (RecapKeyLines *self, GError **error), GError **error)
{
    const char *end = text.bytes + text.size;

    self->line = 0;
    for (const char *p = text.bytes; p < end;) {
        const char *stop = memchr (p, '\n', (gsize)(end - p));
        self->text = (RecapText){ p, (gsize)((stop != NULL ? stop : end) - p) };
        self->line++;
        if (!take (self, error))
            return FALSE;
        p = stop != NULL ? stop + 1 : end;
    }
    return TRUE;
}

gboolean
recap_key_lines_read (RecapText text, const char *name, const RecapKeyVisitor *visitor,
                      gpointer data, GError **error)
{
    g_return_val_if_fail (name != NULL && visitor != NULL, FALSE);

    RecapKeyLines self = { .file = name, .visitor = visitor, .data = data };
    self.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    gboolean ok =
        each_line (&self, text, check_line, error) && each_line (&self, text, take_line, error);
    g_hash_table_unref (self.seen);
    g_free (self.group);
    return ok;
}
