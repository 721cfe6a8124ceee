/* Faults that concern more than one number: what each does to a station. */
#pragma once

#include "election.h"

/* Makes a fault in @station. FALSE, with nothing changed, when this station does not suit. */
typedef gboolean (*GenPlantFunc) (GenElection *self, GenStation *station);

/* Rows of one form. */
gboolean gen_plant_shifted_rows (GenElection *self, GenStation *station);
gboolean gen_plant_swapped_rows (GenElection *self, GenStation *station);
gboolean gen_plant_swapped_sexes (GenElection *self, GenStation *station);
gboolean gen_plant_value_of_row (GenElection *self, GenStation *station);
gboolean gen_plant_invalid_as_votes (GenElection *self, GenStation *station);
gboolean gen_plant_followed_total (GenElection *self, GenStation *station);

/* Pages and forms. */
gboolean gen_plant_copied_form (GenElection *self, GenStation *station);
gboolean gen_plant_swapped_forms (GenElection *self, GenStation *station);
gboolean gen_plant_shifted_forms (GenElection *self, GenStation *station);
gboolean gen_plant_page_of_station (GenElection *self, GenStation *station);
gboolean gen_plant_page_of_contest (GenElection *self, GenStation *station);
gboolean gen_plant_blank_form (GenElection *self, GenStation *station);
gboolean gen_plant_blank_administration (GenElection *self, GenStation *station);
gboolean gen_plant_blank_votes (GenElection *self, GenStation *station);
gboolean gen_plant_blank_box (GenElection *self, GenStation *station);
gboolean gen_plant_zero_for_number (GenElection *self, GenStation *station);
gboolean gen_plant_zero_for_blank (GenElection *self, GenStation *station);

/* Votes that move. */
gboolean gen_plant_pattern_once (GenElection *self, GenStation *station);
gboolean gen_plant_pattern (GenElection *self, GenStation *station);
gboolean gen_plant_invalid_to_votes (GenElection *self, GenStation *station);
gboolean gen_plant_between_contestants (GenElection *self, GenStation *station);
gboolean gen_plant_party_to_candidate (GenElection *self, GenStation *station);
gboolean gen_plant_between_candidates (GenElection *self, GenStation *station);
gboolean gen_plant_across_parties (GenElection *self, GenStation *station);

/* Stations. */
gboolean gen_plant_lost_station (GenElection *self, GenStation *station);
gboolean gen_plant_unknown_station (GenElection *self, GenStation *station);
