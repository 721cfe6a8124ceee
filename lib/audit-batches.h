/* The TPS of an audit with their votes and ballots. Private to the audit. */
#pragma once

#include <glib.h>

#include "arena.h"
#include "audit.h"
#include "contest.h"
#include "count.h"

G_BEGIN_DECLS

enum { RECAP_BATCH_NAMES = RECAP_KEY_TPS - RECAP_KEY_PROVINSI + 1 };

/* One TPS. Texts and arrays belong to the arena. */
typedef struct {
    const char *kode;
    const char *names[RECAP_BATCH_NAMES]; /* provinsi to tps */
    const char *file;                     /* of its form, NULL: it has none */
    guint64 line;
    RecapCell *votes; /* one for each contestant */
    gint64 used;      /* the largest number of ballots that the form tells of; -1: none */
    gint64 issued;    /* the ballots that the TPS got at most */
    gint64 ballots;   /* the bound that counts */
    guint64 bound;    /* of the overstatement, in billionths of a margin */
    guint64 top;      /* the same of this and all TPS before together */
    RecapCell *hand;  /* the votes counted by hand; NULL: not counted */
    gint64 excess;    /* the overstatement that they show, when counted */
    const char *hand_file;
    guint64 hand_line;
    gboolean drawn;
} RecapBatch;

typedef struct {
    const RecapContest *contest; /* NULL: no form */
    GArray *fields;              /* const char *: the contestants with a vote somewhere */
    GArray *batches;             /* RecapBatch, by code */
    guint n_blank, n_absent;
    RecapArena *arena;
} RecapBatches;

void recap_batches_init (RecapBatches *self);
void recap_batches_clear (RecapBatches *self);

/* Reads the forms of the contest and region of @options, and puts in the TPS of the register that
 * have none. Bounds are not worked out yet.
 *
 * Returns: FALSE with @error as recap_audit_new(). */
gboolean recap_batches_read (RecapBatches *self, RecapTables *tables,
                             const RecapAuditOptions *options, GError **error);

/* Returns: the batch @index, from 0; belongs to @self. */
static inline RecapBatch *
recap_batches_get (const RecapBatches *self, guint index)
{
    return &g_array_index (self->batches, RecapBatch, index);
}

/* Returns: the batch with this code, or NULL. Belongs to @self. */
RecapBatch *recap_batches_find (const RecapBatches *self, RecapText kode);

G_END_DECLS
