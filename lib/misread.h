/* How a number on paper becomes another one in the data: the causes, as data. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One cause of the catalogue. All texts are UTF-8, Indonesian, and belong to the catalogue. */
typedef struct {
    char *word;   /* 'x-terbaca-8': never changes its meaning */
    guint weight; /* relative likelihood, 1 .. RECAP_MISREAD_SURE, where the digits alone do not
                        * show it; 0 for a cause that only recap_misreads_explain() weighs */
    char *label;  /* a few words: 'huruf X pengisi terbaca 8' */
    char *explanation; /* a sentence */
    char *action;      /* what to do, a sentence */
} RecapCause;

/* The weight of what is as likely as it can be. */
#define RECAP_MISREAD_SURE 1000000

/* One way in which the number on the form can have become the one that was read. */
typedef struct {
    const char *cause; /* word of the catalogue; belongs to it */
    guint weight;      /* relative likelihood, 1 .. RECAP_MISREAD_SURE */
    char detail[96];   /* Indonesian: "angka 3 terbaca 8", "huruf X pengisi terbaca 8" */
} RecapMisread;

/* The most ways that one pair of numbers can have: one for each cause. */
#define RECAP_MISREAD_MAX 10

/* The catalogue of causes and the weights of the misreadings. */
typedef struct _RecapMisreads RecapMisreads;

/* Loads the catalogue that is built in (data/causes.conf).
 *
 * Returns: owned by the caller; NULL with @error as recap_misreads_parse(). */
RecapMisreads *recap_misreads_load (GError **error);

/* Reads a catalogue from @text; @name is its path, for messages.
 *
 * Returns: owned by the caller; NULL with @error RECAP_ERROR_SYNTAX or _SCHEMA. */
RecapMisreads *recap_misreads_parse (const char *text, const char *name, GError **error);

void recap_misreads_free (RecapMisreads *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapMisreads, recap_misreads_free)

/* Works out the ways in which @paper, written right-aligned into three boxes (four when it needs
 * them) with X in the boxes that it does not need, becomes @read. Each cause comes once, with its
 * likeliest way; the most likely cause first, of equal ones the first of the catalogue. Ways less
 * likely than the threshold of the catalogue do not count.
 *
 * @paper and @read may be any numbers; above 9999 and 99999, below 0, and when they are equal,
 * there is no way. Fills @ret_ways with at most @n_max of them.
 *
 * Returns: how many were filled in. */
guint recap_misreads_explain (const RecapMisreads *self, gint64 paper, gint64 read,
                              RecapMisread *ret_ways, guint n_max);

/* Returns: the number of causes; recap_misreads_get_cause() gives them in the order of the
 * catalogue. */
guint recap_misreads_get_n_causes (const RecapMisreads *self);
const RecapCause *recap_misreads_get_cause (const RecapMisreads *self, guint index);

/* Returns: the cause with this word, or NULL. Belongs to @self. */
const RecapCause *recap_misreads_find_cause (const RecapMisreads *self, const char *word);

G_END_DECLS
