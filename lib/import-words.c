#include "config.h"

#include "import-words.h"

#include <inttypes.h>

struct _ImportWords {
    const ImportWords *next;
    guint field;
    RecapCell figures, words;
    const char *text;
    const char *place; /* of the words */
};

const ImportWords *
import_words_keep (RecapArena *arena, const RecapContradiction *contradictions, guint n)
{
    const ImportWords *first = NULL;

    for (guint i = n; i > 0; i--) {
        const RecapContradiction *found = &contradictions[i - 1];
        g_autofree char *place = recap_origin_format (&found->origin);
        g_autofree char *text = recap_text_display (found->text.bytes, found->text.size);
        ImportWords *self = recap_arena_take (arena, sizeof *self);
        *self = (ImportWords){
            .next = first,
            .field = found->field,
            .figures = found->figures,
            .words = found->words,
            .text = recap_arena_copy (arena, recap_text (text)),
            .place = recap_arena_copy (arena, recap_text (place)),
        };
        first = self;
    }
    return first;
}

/* Says what both are, and picks none: 'V.A Suara sah: angka 7, tetapi terbilang 'delapan' (8).' */
static char *
describe (const ImportWords *self, const RecapField *field)
{
    char figures[RECAP_CELL_SIZE];
    const char *kind = "angka ";

    recap_cell_format (self->figures, figures);
    if (self->figures == RECAP_CELL_BLANK)
        kind = "angka kosong";
    else if (!recap_cell_is_number (self->figures))
        kind = "angka tidak terbaca";
    g_autofree char *left = g_strdup_printf ("%s %s: %s%s", field->box, field->short_label, kind,
                                             recap_cell_is_number (self->figures) ? figures : "");
    if (!recap_cell_is_number (self->words))
        return g_strdup_printf ("%s, terbilang '%s' tidak dapat dibaca sebagai bilangan.", left,
                                self->text);
    return g_strdup_printf ("%s, tetapi terbilang '%s' (%" PRId64 ").", left, self->text,
                            self->words);
}

/* Words that are no number may be no more than a slip of the one who typed them. */
void
import_words_report (const ImportWords *self, const RecapForm *form, const RecapRule *rule,
                     RecapFindings *findings)
{
    const RecapField *fields = recap_contest_get_fields (form->contest, NULL);

    for (; self != NULL; self = self->next) {
        g_autofree char *note = describe (self, &fields[self->field]);
        RecapFinding finding = {
            .aturan = recap_text (rule->code),
            .severity = recap_cell_is_number (self->words)
                            ? rule->severity
                            : MAX (rule->severity, RECAP_SEVERITY_WARNING),
            .isian = recap_text (fields[self->field].name),
            .sumber_a = form->keys[RECAP_KEY_SUMBER],
            .nilai_a = self->figures,
            .sumber_b = recap_text ("terbilang"),
            .nilai_b = self->words,
            .sebab = RECAP_TEXT_EMPTY,
            .keterangan = recap_text (note),
            .asal_a = form->keys[RECAP_KEY_ASAL],
            .asal_b = recap_text (self->place),
        };
        recap_finding_set_place (&finding, form);
        recap_findings_add (findings, &finding);
    }
}
