/* KPU's lists of parties and candidates: whom an identifier in a Sirekap document means. */
#pragma once

#include <glib.h>

#include "contest.h"

G_BEGIN_DECLS

/* Those who stand together on one ballot: a region of a Pilkada, a province of the DPD, a district
 * of parties. */
typedef struct {
    const char *region; /* code of the region, "" when the list does not say */
    const char *file;   /* the list, the first of several */
    GPtrArray *fields;  /* of const RecapField: their boxes, with those of their parties */
    GPtrArray *names;   /* of const char: who stands in each of them, "" for nobody */
    GPtrArray *files;   /* of const char: the list that says so */
} RecapBallot;

/* One candidate, or pair of candidates. Texts belong to the list. */
typedef struct {
    const char *id;
    const RecapField *field; /* the box of its votes */
    const RecapBallot *ballot;
} RecapCandidate;

typedef struct _RecapCandidates RecapCandidates;

/* Reads the lists @paths (files, folders or archives; ending in NULL) for @contest, which must live
 * as long. What a list is, is seen from its content: partai.json, ppwp.json,
 * caleg/partai/DAPIL.json, caleg/dpd/PROVINSI.json (the province is the name of the file),
 * paslon/pkwkp.json and pkwkk.json.
 *
 * Returns: owned by the caller; NULL with @error as recap_documents_walk(), RECAP_ERROR_SYNTAX (not
 *          JSON, a ballot number that is none) or _SCHEMA (a list of another kind of contest, a
 *          ballot number that the contest does not have, an identifier for two candidates, two
 *          names for one party or candidate). */
RecapCandidates *recap_candidates_load (const RecapContest *contest, const char *const *paths,
                                        GError **error);
void recap_candidates_free (RecapCandidates *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapCandidates, recap_candidates_free)

/* Returns: the candidate that @id means, or NULL. Belongs to @self. */
const RecapCandidate *recap_candidates_find (const RecapCandidates *self, RecapText id);

/* Returns: the ballot number of the party that @id means; 0 when no list of parties has it. */
guint recap_candidates_find_party (const RecapCandidates *self, RecapText id);

/* Returns: whether there is a list of candidates, and not of parties only. */
gboolean recap_candidates_has_ballots (const RecapCandidates *self);

/* Returns: the ballot of the region that @kode is or lies in; where the lists name no regions, the
 * only one. NULL when it cannot be told. Belongs to @self. */
const RecapBallot *recap_candidates_find_ballot (const RecapCandidates *self, RecapText kode);

/* Returns: who stands in the box @field on @ballot; NULL when nobody or somebody without a name.
 * Belongs to the lists. */
const char *recap_ballot_get_name (const RecapBallot *ballot, const RecapField *field);

/* Returns: the name of the party with ballot number @number; NULL when no list has it. Belongs to
 * @self. */
const char *recap_candidates_get_party_name (const RecapCandidates *self, guint number);

/* Returns: the name of the contestant with ballot number @number: of the party, else of who stands
 * on @ballot, which may be NULL; NULL when no list has it. Belongs to @self. */
const char *recap_candidates_get_contestant_name (const RecapCandidates *self,
                                                  const RecapBallot *ballot, guint number);

G_END_DECLS
