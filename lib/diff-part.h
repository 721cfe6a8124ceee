/* What the parts of the comparison share. Private to diff*.c. */
#pragma once

#include <glib.h>

#include "agreement.h"
#include "cause.h"
#include "diff.h"
#include "drift.h"
#include "group.h"
#include "table.h"

G_BEGIN_DECLS

/* Forms of one desa among which causes are looked for: none has half as many TPS. */
#define DIFF_NEIGHBOURS_MAX 1024

/* One table while all are merged. */
typedef struct {
    RecapTableReader *reader;
    RecapForm form;
    gboolean end;
    char *sumber;  /* of its first form, to name the source of what is missing */
    guint *fields; /* indices of the fields that it shares with the authority */
    guint n_fields;
} DiffSide;

typedef struct {
    RecapTables *tables;
    const RecapSchema *schema;
    const RecapDiffOptions *options;
    RecapText region;
    RecapFindingFunc finding;
    void (*reset) (gpointer data);
    gpointer data;
    guint n_sides;
    DiffSide *sides; /* the first is the authority */
    RecapDiffSummary summary;
    gboolean any;                /* some form was of the region */
    const RecapContest *contest; /* of the group */
    guint n_contests;
    RecapGroup *group;
    RecapCauses *causes;    /* made at the first difference */
    RecapDrift *drift;      /* likewise */
    RecapTable *neighbours; /* while they are read again */
    GString *note;

    RecapAgreement *agreement;     /* of the sources of one TPS */
    const char *const *precedence; /* labels; NULL: the first table is the authority */
    guint n_labels;
    gboolean any_label; /* some source bears one of them */
    RecapTable *chosen; /* the authority's forms of the group, when there is a precedence */
} Diff;

/* Reads the next form of side @index that is of the region. */
gboolean diff_advance (Diff *self, guint index, GError **error);

/* Gives the findings of the group, with their causes, and empties it. */
gboolean diff_finish_group (Diff *self, GError **error);

/* Compares two forms of one TPS, of which the second is from side @index. */
gboolean diff_compare_forms (Diff *self, guint index, const RecapForm *a, const RecapForm *b,
                             GError **error);

/* Notes that @form, of the authority or (@in_authority FALSE) of another table, is not in the table
 * @absent: a finding @code. */
gboolean diff_add_missing (Diff *self, const RecapForm *form, gboolean in_authority,
                           const DiffSide *absent, const char *code, GError **error);

/* diff-rank.c: the authority by the labels of the sources. Handles all forms of the smallest
 * key. */
gboolean diff_rank_compare_key (Diff *self, const DiffSide *smallest, GError **error);

/* Forgets the authority's forms of the group before. */
void diff_rank_forget (Diff *self);

G_END_DECLS
