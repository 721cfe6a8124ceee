#include "config.h"

#include "import-data.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "error.h"

guint
import_add_part (RecapImport *self, const char *name, const char *kind)
{
    ImportPart part = { .name = recap_arena_copy (self->arena, recap_text (name)), .kind = kind };
    g_array_append_val (self->parts, part);
    return self->parts->len - 1;
}

ImportPart *
import_current_part (RecapImport *self)
{
    return &g_array_index (self->parts, ImportPart, self->part);
}

void
import_reject (const RecapReject *reject, gpointer data)
{
    RecapImport *self = data;
    ImportPart *part = import_current_part (self);

    self->n_rejects++;
    if (part->first_reason == NULL)
        part->first_reason = recap_arena_copy (self->arena, recap_text (reject->reason));
    if (self->rejects->len < RECAP_IMPORT_SHOWN)
        g_ptr_array_add (self->rejects, recap_reject_to_error (reject));
    if (self->rejects_csv == NULL)
        return;

    g_autofree char *place = recap_origin_format (&reject->origin);
    g_autofree char *text = recap_text_escape (reject->text.bytes, reject->text.size);
    g_autofree char *reason = recap_text_escape (reject->reason, strlen (reject->reason));
    g_autofree char *column = recap_text_escape (reject->column, strlen (reject->column));
    recap_csv_writer_string (self->rejects_csv, place);
    recap_csv_writer_string (self->rejects_csv, column);
    recap_csv_writer_string (self->rejects_csv, text);
    recap_csv_writer_string (self->rejects_csv, reason);
    recap_csv_writer_end (self->rejects_csv);
}

void
import_count_record (RecapImport *self, gboolean taken)
{
    ImportPart *part = import_current_part (self);
    if (++self->n_records % RECAP_PROGRESS_STEP == 0 && self->options.progress != NULL)
        self->options.progress (self->n_records, self->options.progress_data);
    part->count.read++;
    part->count.rejected += !taken;
}

void
import_note_carried (RecapImport *self, const RecapForm *form)
{
    for (guint i = 0; i < self->n_fields; i++)
        self->carried[i] = self->carried[i] || form->cells[i] != RECAP_CELL_NOT_CARRIED;
}

void
import_keep (RecapImport *self, const RecapForm *form, RecapText sumber, gboolean total,
             const ImportWords *words)
{
    ImportContradicted found = {
        import_records_keep (&self->records, form, sumber, total, self->part), words
    };
    if (words != NULL)
        g_array_append_val (self->contradicted, found);
}

gboolean
import_need_source (const RecapImport *self, const char *name, GError **error)
{
    if (self->options.source != NULL)
        return TRUE;
    RecapOrigin origin = { name, 0, 0 };
    recap_error_set (error, RECAP_ERROR_USAGE, &origin, _ ("nothing says whose numbers these are"));
    recap_error_set_hint (error, _ ("name the source with -s, for example -s plano"));
    return FALSE;
}
