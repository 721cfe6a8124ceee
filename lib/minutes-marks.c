#include "config.h"

#include "minutes-marks.h"

#include <inttypes.h>

#include "minutes-control.h"
#include "resolve-note.h"
#include "settled.h"

enum {
    FINDINGS_SHOWN = 3, /* in one comment */
    SENTENCE_MAX = 300, /* characters of a sentence in it */
};

/* Something about one cell. */
typedef struct {
    RecapText kode, isian;
    gconstpointer about; /* RecapFinding, RecapDecision; NULL: an operand */
    guint index;         /* of a finding in the input */
} Mark;

struct _MinutesMarks {
    GArray *findings;        /* Mark, sorted by cell, those of one cell in the order of the list */
    GArray *decisions;       /* Mark, sorted by cell, one for each; all notes of whole forms */
    GArray *operands;        /* Mark, sorted by cell */
    MinutesStatus *statuses; /* of each finding of the input that belongs here */
};

static int
compare (const Mark *mark, RecapText kode, RecapText isian)
{
    int order = recap_text_compare (mark->kode, kode);
    return order != 0 ? order : recap_text_compare (mark->isian, isian);
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
    const Mark *mark = b;
    return compare (a, mark->kode, mark->isian);
}

static const Mark *
get_mark (const GArray *marks, guint index)
{
    return &g_array_index (marks, Mark, index);
}

/* Returns: the index of the first of @marks about the cell; *@ret_n how many there are. */
static guint
find_cell (const GArray *marks, RecapText kode, RecapText isian, guint *ret_n)
{
    guint first = 0, end = marks->len;

    while (first < end) {
        guint middle = first + (end - first) / 2;
        if (compare (get_mark (marks, middle), kode, isian) < 0)
            first = middle + 1;
        else
            end = middle;
    }
    for (end = first; end < marks->len && compare (get_mark (marks, end), kode, isian) == 0; end++)
        ;
    *ret_n = end - first;
    return first;
}

static GArray *
new_marks (void)
{
    return g_array_new (FALSE, FALSE, sizeof (Mark));
}

/* Of several decisions about one cell the last one is what the table must show. Notes of a whole
 * form are about several findings. */
static void
keep_last (GArray *decisions)
{
    guint n = 0;

    for (guint i = 0; i < decisions->len; i++) {
        const Mark *mark = get_mark (decisions, i);
        if (n > 0 && mark->isian.size > 0 &&
            compare (get_mark (decisions, n - 1), mark->kode, mark->isian) == 0)
            n--;
        g_array_index (decisions, Mark, n++) = *mark;
    }
    g_array_set_size (decisions, n);
}

static void
take_decisions (MinutesMarks *self, const Minutes *minutes)
{
    const RecapDecisions *decisions = minutes->input->decisions;

    for (guint i = 0; decisions != NULL && i < recap_decisions_get_n (decisions); i++) {
        const RecapDecision *decision = recap_decisions_get (decisions, i);
        Mark mark = { recap_text (decision->kode), recap_text (decision->isian), decision, i };
        if (minutes_covers (minutes, recap_text (decision->kontes), mark.kode))
            g_array_append_val (self->decisions, mark);
    }
    g_array_sort (self->decisions, compare_marks);
    keep_last (self->decisions);
}

/* Returns: the last decision about @finding; NULL: none. */
static const RecapDecision *
find_decision (const MinutesMarks *self, const RecapMinutesInput *input,
               const RecapFinding *finding)
{
    guint n = 0;
    guint first = find_cell (self->decisions, finding->kode, finding->isian, &n);

    for (guint i = first + n; i > first; i--) {
        const RecapDecision *decision = get_mark (self->decisions, i - 1)->about;
        if (recap_decision_is_about (decision, finding, input->findings, input->rules))
            return decision;
    }
    return NULL;
}

/* What was decided about stays decided, whatever the form shows. */
static MinutesStatus
judge (const MinutesMarks *self, const Minutes *minutes, RecapSettled *settled,
       const RecapFinding *finding)
{
    const RecapForm *form = minutes_find_form (minutes, finding->kode);

    if (find_decision (self, minutes->input, finding) != NULL)
        return finding->isian.size > 0 ? MINUTES_STATUS_DECIDED : MINUTES_STATUS_NOTED;
    if (!recap_finding_asks (finding, minutes->input->rules))
        return MINUTES_STATUS_NOT_ASKED;
    if (form != NULL && recap_settled_look (settled, finding, form))
        return MINUTES_STATUS_SETTLED;
    return MINUTES_STATUS_OPEN;
}

static void
take_findings (MinutesMarks *self, const Minutes *minutes)
{
    const RecapFindings *findings = minutes->input->findings;
    guint n = findings != NULL ? recap_findings_get_n (findings) : 0;
    g_autoptr (RecapSettled) settled =
        recap_settled_new (recap_table_get_schema (minutes->input->table), minutes->input->rules);

    self->statuses = g_new0 (MinutesStatus, n + 1);
    for (guint i = 0; i < n; i++) {
        const RecapFinding *finding = recap_findings_get (findings, i);
        Mark mark = { finding->kode, finding->isian, finding, i };
        if (!minutes_covers (minutes, finding->kontes, finding->kode))
            continue;
        g_array_append_val (self->findings, mark);
        self->statuses[i] = judge (self, minutes, settled, finding);
    }
    g_array_sort (self->findings, compare_marks);
}

MinutesMarks *
minutes_marks_new (const Minutes *minutes)
{
    MinutesMarks *self = g_new0 (MinutesMarks, 1);

    self->findings = new_marks ();
    self->decisions = new_marks ();
    self->operands = new_marks ();
    take_decisions (self, minutes);
    take_findings (self, minutes);
    return self;
}

void
minutes_marks_free (MinutesMarks *self)
{
    if (self == NULL)
        return;
    g_array_unref (self->findings);
    g_array_unref (self->decisions);
    g_array_unref (self->operands);
    g_free (self->statuses);
    g_free (self);
}

const RecapDecision *
minutes_marks_get_decision (const MinutesMarks *self, guint index)
{
    return index < self->decisions->len ? get_mark (self->decisions, index)->about : NULL;
}

const RecapDecision *
minutes_find_decision (const Minutes *self, const RecapFinding *finding)
{
    return find_decision (self->marks, self->input, finding);
}

MinutesStatus
minutes_status (const Minutes *self, guint index)
{
    return self->marks->statuses[index];
}

const char *
minutes_status_text (MinutesStatus status)
{
    static const char *const texts[] = {
        [MINUTES_STATUS_DECIDED] = "Diputuskan",
        [MINUTES_STATUS_NOTED] = "Dicatat",
        [MINUTES_STATUS_NOT_ASKED] = "Tidak perlu keputusan",
        [MINUTES_STATUS_SETTLED] = "Sudah sesuai",
        [MINUTES_STATUS_OPEN] = MINUTES_OPEN,
    };
    return texts[status];
}

/* Findings of severity info are remarkable, not wrong: they are listed but mark no cell. */
static gboolean
is_marking (const RecapFinding *finding)
{
    return finding->severity != RECAP_SEVERITY_INFO && finding->severity != RECAP_SEVERITY_HELD;
}

void
minutes_marks_add_operands (Minutes *self)
{
    const RecapSchema *schema = recap_table_get_schema (self->input->table);
    g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (guint));

    for (guint i = 0; i < self->marks->findings->len; i++) {
        const RecapFinding *finding = get_mark (self->marks->findings, i)->about;
        g_array_set_size (boxes, 0);
        if (is_marking (finding) && finding->isian.size > 0)
            minutes_find_operands (self, finding, boxes);
        for (guint k = 0; k < boxes->len; k++) {
            guint box = g_array_index (boxes, guint, k);
            Mark mark = { finding->kode, recap_text (recap_schema_get_name (schema, box)), NULL,
                          0 };
            g_array_append_val (self->marks->operands, mark);
        }
    }
    g_array_sort (self->marks->operands, compare_marks);
}

/* Returns: the marks of a cell, without those of its state. */
static guint
find_marks (const Minutes *self, RecapText kode, RecapText isian)
{
    const GArray *findings = self->marks->findings;
    guint marks = 0, n = 0;
    guint first = find_cell (findings, kode, isian, &n);

    for (guint i = first; i < first + n; i++)
        if (is_marking (get_mark (findings, i)->about))
            marks |= RECAP_MARK_FINDING;
    find_cell (self->marks->decisions, kode, isian, &n);
    if (n > 0)
        marks |= RECAP_MARK_CORRECTED;
    find_cell (self->marks->operands, kode, isian, &n);
    if (n > 0 && marks == 0)
        marks |= RECAP_MARK_RELATED;
    return marks;
}

/* ---- comments ---- */

/* Appends as much of @text as a comment has room for. */
static void
append_sentence (GString *out, RecapText text)
{
    g_autofree char *safe = recap_text_escape (text.bytes, text.size);

    if (g_utf8_strlen (safe, -1) <= SENTENCE_MAX) {
        g_string_append (out, safe);
        return;
    }
    g_string_append_len (out, safe, g_utf8_offset_to_pointer (safe, SENTENCE_MAX - 3) - safe);
    g_string_append (out, "...");
}

static void
append_value (GString *out, RecapText source, RecapCell value)
{
    if (source.size == 0 || value == RECAP_CELL_NOT_CARRIED)
        return;
    g_string_append (out, out->len > 0 && out->str[out->len - 1] != ':' ? ", " : " ");
    append_sentence (out, source);
    g_string_append_c (out, ' ');
    recap_cell_append (value, out);
}

/* 'D01 galat: plano 64, sirekap 864, selisih +800; sebab: ratusan-tambahan', and the sentence. */
static void
append_finding (GString *out, const RecapFinding *finding)
{
    g_autoptr (GString) line = g_string_new (NULL);

    recap_text_append (finding->aturan, line);
    g_string_append_printf (line, " %s:", recap_severity_name (finding->severity));
    append_value (line, finding->sumber_a, finding->nilai_a);
    append_value (line, finding->sumber_b, finding->nilai_b);
    if (recap_cell_is_number (finding->nilai_a) && recap_cell_is_number (finding->nilai_b))
        g_string_append_printf (line, ", selisih %+" PRId64, finding->nilai_b - finding->nilai_a);
    if (finding->sebab.size > 0) {
        g_string_append (line, "; sebab: ");
        append_sentence (line, finding->sebab);
    }
    g_string_append (line, "\n");
    append_sentence (line, finding->keterangan);
    g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", line->str);
}

static void
append_part (GString *out, const char *before, const char *text)
{
    if (*text == '\0')
        return;
    g_string_append (out, before);
    append_sentence (out, recap_text (text));
}

/* 'Keputusan: semula 864, menjadi 64, dasar plano; alasan: ...' */
static void
append_decision (GString *out, const RecapDecision *decision)
{
    g_string_append_printf (out, "%sKeputusan: ", out->len > 0 ? "\n" : "");
    if (*decision->isian == '\0') {
        g_string_append (out, "dicatat");
    } else if (decision->semula == decision->menjadi) {
        g_string_append (out, "tetap ");
        recap_cell_append (decision->menjadi, out);
    } else {
        g_string_append (out, "semula ");
        recap_cell_append (decision->semula, out);
        g_string_append (out, ", menjadi ");
        recap_cell_append (decision->menjadi, out);
    }
    append_part (out, ", dasar ", decision->dasar);
    append_part (out, "; alasan: ", decision->alasan);
    append_part (out, "; kejadian khusus ", decision->kejadian_khusus);
    append_part (out, "; disetujui ", decision->disetujui);
    append_part (out, "; ", decision->waktu);
}

/* What became of the findings @first to @first + @n - 1, of one cell. */
static void
append_status (const Minutes *self, guint first, guint n, GString *out)
{
    MinutesStatus status = MINUTES_STATUS_NOT_ASKED;

    for (guint i = first; i < first + n; i++)
        status = MAX (status, minutes_status (self, get_mark (self->marks->findings, i)->index));
    if (status != MINUTES_STATUS_NOT_ASKED)
        g_string_append_printf (out, "\n%s", minutes_status_text (status));
}

void
minutes_mark_cell (const Minutes *self, RecapSheet *sheet, RecapSheetCell *cell, RecapText kode,
                   RecapText isian)
{
    guint marks = find_marks (self, kode, isian);

    cell->marks |= marks;
    if ((marks & (RECAP_MARK_FINDING | RECAP_MARK_CORRECTED)) == 0)
        return;
    guint n = 0;
    guint first = find_cell (self->marks->findings, kode, isian, &n);
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; i < MIN (n, FINDINGS_SHOWN); i++)
        append_finding (text, get_mark (self->marks->findings, first + i)->about);
    if (n > FINDINGS_SHOWN)
        g_string_append_printf (text, "\n... dan %u lagi, lihat lembar %s", n - FINDINGS_SHOWN,
                                minutes_sheet_name (MINUTES_FINDINGS));
    append_status (self, first, n, text);
    first = find_cell (self->marks->decisions, kode, isian, &n);
    for (guint i = 0; i < MIN (n, FINDINGS_SHOWN); i++)
        append_decision (text, get_mark (self->marks->decisions, first + i)->about);
    recap_sheet_comment (sheet, cell, (RecapText){ text->str, text->len });
}
