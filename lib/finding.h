/* What the data disagree about. A finding is never an error. */
#pragma once

#include <glib.h>

#include "count.h"
#include "form.h"
#include "spool.h"
#include "text.h"

G_BEGIN_DECLS

typedef enum {
    RECAP_SEVERITY_ERROR,   /* galat */
    RECAP_SEVERITY_WARNING, /* peringatan */
    RECAP_SEVERITY_INFO,    /* info */
    RECAP_SEVERITY_HELD,    /* sesuai: no finding at all, but a rule that the form keeps */
    RECAP_N_SEVERITIES,
} RecapSeverity;

/* Returns: "galat", "peringatan", "info" or "sesuai". Static. */
const char *recap_severity_name (RecapSeverity severity);
gboolean recap_severity_parse (RecapText word, RecapSeverity *ret_severity);

/* One finding. All texts are borrowed. A value that does not apply is RECAP_CELL_NOT_CARRIED. */
typedef struct {
    RecapText kontes, kode;
    RecapText provinsi, kabko, kecamatan, desa, tps;
    RecapText aturan; /* stable code: R08, D01 */
    RecapSeverity severity;
    RecapText isian; /* the field; empty: the whole form */
    RecapText sumber_a;
    RecapCell nilai_a;
    RecapText sumber_b;
    RecapCell nilai_b;
    RecapText sebab; /* most likely cause in kebab-case, or empty */
    RecapText keterangan;
    RecapText asal_a, asal_b;
} RecapFinding;

/* Takes one finding. FALSE with @error stops the operation that gave it. */
typedef gboolean (*RecapFindingFunc) (const RecapFinding *finding, gpointer data, GError **error);

/* Fills the key and the names of @finding from @form. */
void recap_finding_set_place (RecapFinding *finding, const RecapForm *form);

/* How many findings there were of each severity. */
typedef struct {
    guint64 n[RECAP_N_SEVERITIES];
} RecapFindingCount;

/* Returns: whether there are findings that make a tool end with status 1 (galat or peringatan). */
gboolean recap_finding_count_is_serious (const RecapFindingCount *count);

/* Findings in memory. */
typedef struct _RecapFindings RecapFindings;

RecapFindings *recap_findings_new (void);
void recap_findings_free (RecapFindings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapFindings, recap_findings_free)

/* Adds a copy of @finding and its texts. */
void recap_findings_add (RecapFindings *self, const RecapFinding *finding);
guint recap_findings_get_n (const RecapFindings *self);
const RecapFinding *recap_findings_get (const RecapFindings *self, guint index);

/* Returns: whether one of them makes a tool end with status 1. */
gboolean recap_findings_are_serious (const RecapFindings *self);

/* Sorts by (kontes, kode, aturan); what is equal keeps the order in which it was added. */
void recap_findings_sort (RecapFindings *self);

G_END_DECLS
