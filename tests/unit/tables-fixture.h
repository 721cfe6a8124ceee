/* Tables in files with names that do not change, and findings as text, for the tests of what reads
 * tables. */
#pragma once

#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>

#include "finding.h"
#include "tables.h"
#include "unit.h"

/* Removes the folder that fixture_enter() made. */
static inline void
fixture_leave (void)
{
    g_autofree char *folder = g_get_current_dir ();
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
        g_unlink (name);
    if (g_chdir ("/") == 0)
        g_rmdir (folder);
}

/* Makes an empty folder the current one, once in a program, so that files can have short names. */
static inline void
fixture_enter (void)
{
    static gboolean entered = FALSE;
    g_autoptr (GError) error = NULL;

    if (entered)
        return;
    g_autofree char *folder = g_dir_make_tmp ("recap-unit-XXXXXX", &error);
    if (folder == NULL || g_chdir (folder) != 0)
        g_error ("no folder for the test");
    entered = TRUE;
    atexit (fixture_leave);
}

/* Writes @text to the file @name of the folder of the test. */
static inline void
fixture_write (const char *name, const char *text)
{
    g_autoptr (GError) error = NULL;
    fixture_enter ();
    if (!g_file_set_contents (name, text, -1, &error))
        g_error ("%s", error->message);
}

/* Opens tables with the texts that follow (up to NULL) as a.csv, b.csv, ...
 *
 * Returns: owned by the caller; NULL with @error. */
static inline RecapTables *fixture_tables (const RecapContests *contests, GError **error,
                                           ...) G_GNUC_NULL_TERMINATED;

static inline RecapTables *
fixture_tables (const RecapContests *contests, GError **error, ...)
{
    static const char *const names[] = { "a.csv", "b.csv", "c.csv", "d.csv" };
    const char *paths[G_N_ELEMENTS (names) + 1] = { NULL };
    va_list texts;

    va_start (texts, error);
    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
        const char *text = va_arg (texts, const char *);
        if (text == NULL)
            break;
        fixture_write (names[i], text);
        paths[i] = names[i];
    }
    va_end (texts);
    return recap_tables_open (contests, paths, error);
}

/* Appends @cell as the tests show it: a number, '-' (blank), '?' or '.' (not carried). */
static inline void
fixture_append_cell (GString *out, RecapCell cell)
{
    if (cell >= 0)
        g_string_append_printf (out, "%" PRId64, cell);
    else
        g_string_append (out, cell == RECAP_CELL_BLANK        ? "-"
                              : cell == RECAP_CELL_UNREADABLE ? "?"
                                                              : ".");
}

static inline void
fixture_append_text (GString *out, RecapText text)
{
    g_string_append_len (out, text.bytes, (gssize)text.size);
}

/* Appends the key and the @n_cells cells of @form as one line. */
static inline void
fixture_append_form (GString *out, const RecapForm *form, guint n_cells)
{
    fixture_append_text (out, form->keys[RECAP_KEY_KODE]);
    g_string_append_c (out, ' ');
    fixture_append_text (out, form->keys[RECAP_KEY_SUMBER]);
    for (guint i = 0; i < n_cells; i++) {
        g_string_append_c (out, ' ');
        fixture_append_cell (out, form->cells[i]);
    }
    g_string_append_c (out, '\n');
}

/* Where the findings of a test go; a RecapFindingFunc and its reset. */
typedef struct {
    GString *text;
    gboolean notes; /* with keterangan and asal */
    guint n_resets;
} FixtureFindings;

static inline gboolean
fixture_take_finding (const RecapFinding *finding, gpointer data, GError **error)
{
    FixtureFindings *self = data;
    GString *out = self->text;

    (void)error;
    fixture_append_text (out, finding->aturan);
    g_string_append_c (out, ' ');
    fixture_append_text (out, finding->kode);
    g_string_append_c (out, ' ');
    fixture_append_text (out, finding->isian);
    g_string_append_c (out, ' ');
    fixture_append_text (out, finding->sumber_a);
    g_string_append_c (out, ' ');
    fixture_append_cell (out, finding->nilai_a);
    g_string_append_c (out, ' ');
    fixture_append_text (out, finding->sumber_b);
    g_string_append_c (out, ' ');
    fixture_append_cell (out, finding->nilai_b);
    if (self->notes) {
        g_string_append_printf (out, " %s \"", recap_severity_name (finding->severity));
        fixture_append_text (out, finding->keterangan);
        g_string_append (out, "\" ");
        fixture_append_text (out, finding->asal_a);
        g_string_append_c (out, ' ');
        fixture_append_text (out, finding->asal_b);
    }
    g_string_append_c (out, '\n');
    return TRUE;
}

static inline void
fixture_reset_findings (gpointer data)
{
    FixtureFindings *self = data;
    g_string_truncate (self->text, 0);
    self->n_resets++;
}
