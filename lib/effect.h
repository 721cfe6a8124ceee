/* What the open differences can still change: ranks, seats, and who gains from them. */
#pragma once

#include <glib.h>

#include "contest.h"
#include "decision.h"
#include "district.h"
#include "finding.h"
#include "region.h"
#include "register.h"
#include "rule.h"
#include "tables.h"

G_BEGIN_DECLS

/* A number of votes that nothing limits. */
#define RECAP_EFFECT_NO_LIMIT G_MAXINT64

/* Whether a contestant stays before the next one. */
typedef enum {
    RECAP_ORDER_LAST,     /* there is no next one */
    RECAP_ORDER_CERTAIN,  /* pasti */
    RECAP_ORDER_TIED,     /* seri: as many votes, and nothing can change it */
    RECAP_ORDER_MAY_TIE,  /* dapat-seri */
    RECAP_ORDER_MAY_TURN, /* dapat-berubah */
    RECAP_ORDER_UNKNOWN,  /* tidak-terbatas: it can change by any number of votes */
} RecapEffectOrder;

/* Returns: the word of @order; "" for the last. Static. */
const char *recap_effect_order_name (RecapEffectOrder order);

/* One contestant, or a candidate of a party, in one region. */
typedef struct {
    const RecapField *box;
    guint rank; /* from 1; who has as many votes has the same rank */
    guint best_rank, worst_rank;
    gint64 votes;
    gint64 fewest, most; /* most: or RECAP_EFFECT_NO_LIMIT */
    gint64 known_most;   /* the same, forms without a limit left as they are */
    gint64 margin;       /* to the next one */
    gint64 swing;        /* by how much the margin can shrink; or RECAP_EFFECT_NO_LIMIT */
    gint64 known_swing;  /* the same, forms without a limit left as they are */
    RecapEffectOrder order;
    guint seats; /* for certain on the numbers as they stand; districts only, and so are the next */
    guint seats_worst, seats_best;
    gboolean tied; /* one more on the numbers as they stand, by lot */
} RecapEffectRow;

/* What one source makes of the votes of one contestant, against the authority. */
typedef struct {
    const RecapField *box;
    RecapText sumber_a, sumber_b;
    guint64 n_up, n_down; /* differences, one a TPS */
    gint64 up, down;      /* their votes, both positive */
} RecapEffectBias;

/* One region, or one electoral district, of one contest. */
typedef struct {
    const RecapContest *contest;
    const char *jenjang; /* 'desa' ... 'nasional', 'dapil' */
    const char *kode;
    const char *nama; /* names of the region from the largest on, between ' / '; may be empty */
    const RecapDistrict *district; /* NULL: a region */
    guint64 n_stations;
    guint64 n_absent;           /* of these, those of which there is no form */
    guint64 n_open;             /* whose votes can still change */
    guint64 n_unlimited;        /* of these, by a number that nothing limits */
    const RecapEffectRow *rows; /* by rank; in a district candidates follow their party */
    guint n_rows;
    const RecapEffectBias *biases; /* by source, then in form order */
    guint n_biases;
} RecapEffectArea;

/* What is asked for. */
typedef struct {
    const RecapFindings *findings;   /* what is open; sorted */
    const RecapDecisions *decisions; /* what is not open any more; may be NULL */
    const RecapRules *rules;         /* what a finding of a rule is about */
    const RecapRegister *stations;   /* which TPS must be there, and their DPT; may be NULL */
    RecapLevel level;                /* of the regions; RECAP_LEVEL_TPS: none */
    const RecapDistricts *districts; /* the seats; may be NULL */
    const guint *passed;             /* ballot numbers of the parties over the threshold, ending in
                                        0; NULL: not known, all of them */
} RecapEffectOptions;

typedef struct {
    guint64 n_stations;
    guint64 n_areas;
    guint64 n_uncertain; /* areas in which a rank or a seat is not certain */
    guint64 n_stale;     /* decisions whose semula and menjadi are both not in the table */
    guint64 n_elsewhere; /* findings about forms that the tables do not have */
    guint64 n_outside;   /* stations in no district, of contests that have districts */
    guint64 n_threshold; /* contests whose threshold was not applied */
    guint64 n_remarks;
} RecapEffectSummary;

/* Where an operation puts its answer. Initialise every member. */
typedef struct {
    /* Takes one area; it belongs to the operation. */
    void (*area) (const RecapEffectArea *area, gpointer data);
    /* Takes a doubt about the answer, with its place if it has one. */
    void (*remark) (const GError *error, gpointer data);
    guint64 max_remarks;           /* give the first ones, count the others */
    void (*reset) (gpointer data); /* before the tables are read again */
    gpointer data;
} RecapEffectSink;

/* Works out, for each contest and region, what every contestant has, and within which limits that
 * can still change: recap-effect(1) says which votes can move and how far. Regions come in the
 * order of (kontes, kode), those known by their names and then the districts at the end of a
 * contest.
 *
 * Returns: FALSE with @error as recap_table_reader_next(), or RECAP_ERROR_SCHEMA (a row that is not
 *          one TPS, two sources for one, votes of a party without its total) or _LIMIT (a sum over
 *          RECAP_COUNT_MAX). */
gboolean recap_effect_run (RecapTables *tables, const RecapEffectOptions *options,
                           const RecapEffectSink *sink, RecapEffectSummary *ret_summary,
                           GError **error);

G_END_DECLS
