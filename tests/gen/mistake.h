/* Mistakes on the paper itself: one for each rule that a form can break. Sirekap shows the form as
 * it was written. station->stated is the box that a finding must name. */
#pragma once

#include "plant.h"

gboolean gen_mistake_row (GenElection *self, GenStation *station);
gboolean gen_mistake_users (GenElection *self, GenStation *station);
gboolean gen_mistake_more_than_listed (GenElection *self, GenStation *station);
gboolean gen_mistake_used (GenElection *self, GenStation *station);
gboolean gen_mistake_received (GenElection *self, GenStation *station);
gboolean gen_mistake_returned (GenElection *self, GenStation *station);
gboolean gen_mistake_total (GenElection *self, GenStation *station);
gboolean gen_mistake_valid (GenElection *self, GenStation *station);
gboolean gen_mistake_party_sum (GenElection *self, GenStation *station);
gboolean gen_mistake_total_and_valid (GenElection *self, GenStation *station);
gboolean gen_mistake_disabled (GenElection *self, GenStation *station);
gboolean gen_mistake_wide (GenElection *self, GenStation *station);
gboolean gen_mistake_contestant (GenElection *self, GenStation *station);
gboolean gen_mistake_crowd (GenElection *self, GenStation *station);
gboolean gen_mistake_too_many_votes (GenElection *self, GenStation *station);
gboolean gen_mistake_reserve (GenElection *self, GenStation *station);
gboolean gen_mistake_more_than_reserve (GenElection *self, GenStation *station);
gboolean gen_mistake_nothing_valid (GenElection *self, GenStation *station);
gboolean gen_mistake_no_ballots (GenElection *self, GenStation *station);
gboolean gen_mistake_much_invalid (GenElection *self, GenStation *station);

/* Of the made-up kecamatan in samples/. */
gboolean gen_mistake_valid_by_one (GenElection *self, GenStation *station);
gboolean gen_mistake_listed_by_ten (GenElection *self, GenStation *station);
gboolean gen_mistake_disabled_blank (GenElection *self, GenStation *station);
gboolean gen_mistake_returned_blank (GenElection *self, GenStation *station);
gboolean gen_mistake_written_over (GenElection *self, GenStation *station);
gboolean gen_mistake_twice (GenElection *self, GenStation *station);
