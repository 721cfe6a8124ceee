/* What the parts of recap-pleno share. */
#pragma once

#include <glib.h>

#include "decision.h"
#include "diff.h"
#include "input-files.h"
#include "minutes.h"
#include "outputs.h"
#include "pleno.h"
#include "resolve-file.h"
#include "sum.h"

G_BEGIN_DECLS

/* What some outputs begin with. */
#define PLENO_MINUTES "berita-acara"
#define PLENO_PAGE "pleno"
#define PLENO_DECISIONS "keputusan"
#define PLENO_LOG "catatan-keputusan"
#define PLENO_REJECTS "tolakan"

/* One source of one contest. Texts are owned. */
typedef struct {
    char *label; /* 'salinan:PKS' */
    char *stem;  /* of its files: 'salinan-PKS-ppwp' */
    GStrv paths;
    GStrv candidates;            /* NULL: no lists are given */
    const char *profile, *sheet; /* of the meeting; NULL: none is asked for */
    RecapImportFormat format;
    RecapNumbers numbers;

    char *table; /* where it was written to; NULL: it was not */
    RecapImportCount count;
    guint64 n_forms; /* of the region */
} PlenoSource;

/* One contest and what became of it. */
typedef struct {
    const RecapContest *contest;
    const char *code;
    guint group;        /* of its outputs */
    GPtrArray *sources; /* of PlenoSource, the authority first */
    gboolean failed;

    GStrv candidates;        /* lists for all sources and the minutes; NULL: none are given */
    RecapCandidates *lists;  /* what they say */
    RecapInputFiles *inputs; /* what the minutes are made from */

    RecapFindings *imported;    /* of the import of the authority */
    RecapFindings *form;        /* about its forms, sorted */
    RecapFindings *differences; /* of the others from it */
    RecapDecisions *decisions;  /* of this contest and region */
    GPtrArray *refusals;        /* of GError: decisions that were refused on reading */
    gboolean keeps_minutes;     /* some of them in the minutes, which thus are not written anew */
    RecapFinal *final;
    char *final_table; /* where it was written to */
    RecapTables *sum_tables;
    RecapTable *totals; /* one form for each kecamatan; of sum_tables */
    RecapSumSummary sum;
    RecapMinutesSummary minutes;
} PlenoContest;

/* A file that was put in place. */
typedef struct {
    char *path;
    char *kept; /* NULL: there was none */
} PlenoChange;

struct _RecapPleno {
    RecapPlenoInput input;
    const RecapMeetingTask *task;
    GPtrArray *contests; /* of PlenoContest */
    GStrv decision_paths;
    gboolean two_names; /* a decision needs two persons */

    RecapInputFiles *inputs; /* of all contests: the register, the rules, the meeting */
    RecapInputFiles *lists;  /* the files of decisions, in the order of their paths */
    RecapRules *rules;
    RecapRegister *names;      /* the register as it is; NULL: none is given */
    RecapRegister *stations;   /* those of the region, when one is asked for */
    RecapDecisions *decisions; /* of the lists that the meeting names */
    RecapOutputs *outputs;
    GPtrArray *changes;     /* of PlenoChange */
    GPtrArray *troubles;    /* of GError */
    GPtrArray *refusals;    /* of GError: of decisions, on reading and on applying */
    GPtrArray *remarks;     /* of GError: what sums lack */
    guint64 n_more_remarks; /* that nobody kept */
    GPtrArray *notes;       /* of char * */
};

/* Fills in contests and sources from the meeting file. */
gboolean recap_pleno_plan (RecapPleno *self, GError **error);

/* Refuses folders of inputs that hold the folder of the outputs, which is there. */
gboolean recap_pleno_check_paths (const RecapPleno *self, GError **error);

/* The steps of one contest, in this order; the check goes over all contests between the first and
 * the second. */
gboolean recap_pleno_import (RecapPleno *self, PlenoContest *contest, GError **error);
gboolean recap_pleno_compare (RecapPleno *self, PlenoContest *contest, GError **error);
gboolean recap_pleno_collect (RecapPleno *self, PlenoContest *contest, GError **error);
gboolean recap_pleno_decide (RecapPleno *self, PlenoContest *contest, GError **error);
gboolean recap_pleno_add_up (RecapPleno *self, PlenoContest *contest, GError **error);
gboolean recap_pleno_report (RecapPleno *self, PlenoContest *contest, GError **error);

/* Adds the decisions that were applied to the log of @contest, which is never written anew. */
gboolean recap_pleno_log (RecapPleno *self, PlenoContest *contest, GError **error);

/* Adds the file @path, which may be an output on its way to the folder, with its @n_records (-1:
 * not counted) to what the minutes of @contest are made from; @label: of the source that is made
 * from it, or NULL. */
gboolean recap_pleno_take_input (const RecapPleno *self, PlenoContest *contest, RecapInputRole role,
                                 const char *path, gint64 n_records, const char *label,
                                 GError **error);

/* Checks the forms of the authority of all contests that did not fail. */
gboolean recap_pleno_check (RecapPleno *self, GError **error);

/* Opens the tables @paths. Those that are on their way to the folder of the outputs are called by
 * where they will be.
 *
 * Returns: owned by the caller; NULL with @error. */
RecapTables *recap_pleno_open_tables (const RecapPleno *self, const char *const *paths,
                                      GError **error);

/* Keeps copies of @refusals. */
void recap_pleno_refuse (RecapPleno *self, const GPtrArray *refusals);

/* Returns: whether @decision is of @contest and in the region of the meeting. */
gboolean recap_pleno_is_of (const RecapPleno *self, const PlenoContest *contest,
                            const RecapDecision *decision);

/* Returns: the register of what is worked on; NULL: none is given. */
const RecapRegister *recap_pleno_get_stations (const RecapPleno *self);

/* Returns: the name of an output of @contest: 'temuan' with '.csv' is 'temuan-ppwp.csv'. Owned by
 * the caller. */
char *recap_pleno_name (const PlenoContest *contest, const char *what, const char *ending);

G_END_DECLS
