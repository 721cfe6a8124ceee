/* What the projector page shows: the stations of all sources side by side, and every box about
 * which there is something to say. Not a public header. */
#pragma once

#include <glib.h>

#include "blanks.h"
#include "contest.h"
#include "fingerprint.h"
#include "form.h"
#include "minutes-input.h"
#include "region.h"

G_BEGIN_DECLS

/* A cell that neither a table nor a finding tells: only ever on the page. */
#define PROJECTOR_CELL_UNKNOWN ((RecapCell)-5)

/* Sources beside each other; nobody could look at so many. */
enum { PROJECTOR_N_SOURCES_MAX = 64 };

/* How far the form of a station has come in one source. */
typedef enum {
    PROJECTOR_NO_FORM,
    PROJECTOR_NO_VOTES,   /* a form in whose boxes of votes there is no number */
    PROJECTOR_INCOMPLETE, /* some box is blank or unreadable */
    PROJECTOR_COMPLETE,
} ProjectorState;

/* A column beside the others. */
typedef struct {
    RecapText label;
    gboolean is_table; /* there are forms of it; else only findings name it */
} ProjectorSource;

/* A kecamatan. */
typedef struct {
    RecapText kode, name; /* the code when there is no name */
} ProjectorDistrict;

typedef struct {
    RecapText kode, name;
    guint district; /* index */
    guint first, n; /* of the stations */
} ProjectorVillage;

typedef struct {
    RecapText kode;
    guint village;       /* index */
    gboolean registered; /* also where there is no register */
} ProjectorStation;

/* A box of the contest that somebody carries or speaks about. */
typedef struct {
    const RecapField *field;
    int index; /* in the cells of a form; -1: no table has it */
} ProjectorField;

/* The sum of a box over the stations of a village in one source. */
typedef struct {
    RecapCell value;    /* _BLANK: no cell has a number; _NOT_CARRIED: no form carries it */
    guint n_incomplete; /* blank or unreadable cells under it */
} ProjectorTotal;

/* What became of a row. The page has names for them in this order. */
typedef enum {
    PROJECTOR_STATUS_OPEN,
    PROJECTOR_STATUS_STALE, /* the first source does not have what was decided */
    PROJECTOR_STATUS_DECIDED,
    PROJECTOR_STATUS_SETTLED, /* the form of the first source no longer shows it */
    PROJECTOR_STATUS_NOTE,    /* nothing of it asks for a decision */
} ProjectorStatus;

/* One box of a station, or what a rule says of the whole form, about which there are findings or a
 * decision. */
typedef struct {
    RecapText kode;
    int station;     /* -1: of a region, not of a station */
    int village;     /* its index; -1: of a region above the villages */
    int field;       /* -1: the whole form, -2: a box that the contest does not have */
    RecapText isian; /* the name of the box */
    RecapText rule;  /* of a whole form; empty: a decision that is about no finding */
    guint first, n;  /* of the findings */
    const RecapDecision *decision; /* the last one; NULL: none */
    ProjectorStatus status;
} ProjectorRow;

typedef struct {
    const RecapMinutesInput *input;
    const RecapContest *contest;
    const RecapSchema *schema;
    RecapText district_names[2]; /* provinsi, kabko */
    GArray *sources;             /* ProjectorSource; the first is the one that is printed */
    GArray *districts;           /* ProjectorDistrict */
    GArray *villages;            /* ProjectorVillage */
    GArray *stations;            /* ProjectorStation, by code */
    GArray *fields;              /* ProjectorField, in form order */
    GArray *rows;                /* ProjectorRow, by code and form order */
    GPtrArray *findings;         /* const RecapFinding, in the order of the rows */
    guint n_other_findings;      /* about other contests and regions */
    const RecapForm **forms;     /* of station and source: [station * n sources + source] */
    guint8 *states;              /* ProjectorState, likewise */
    ProjectorTotal *totals;      /* [(source * n villages + village) * n fields + field] */
    const RecapBallot *ballot;   /* of all stations together; NULL: not known */
    RecapBlanks *blanks;
    RecapCell *cells;                         /* room for those of one form */
    struct _ProjectorControl *control;        /* NULL: no rules are gone through */
    char fingerprint[RECAP_FINGERPRINT_SIZE]; /* of the forms of the first source */
} Projector;

/* Takes what @input says; @self must be zero before.
 *
 * Returns: FALSE with @error RECAP_ERROR_SCHEMA (no form, several contests, a form that is not of a
 *          TPS, rules of a contest that is not known), _LIMIT (more than PROJECTOR_N_SOURCES_MAX
 *          sources, too many sums, a total above RECAP_COUNT_MAX) or _SYNTAX (a formula that cannot
 *          be read); projector_clear() is due in any case. */
gboolean projector_init (Projector *self, const RecapMinutesInput *input, GError **error);
void projector_clear (Projector *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Projector, projector_clear)

/* Return: source, district, village, station, field, row @index, from 0. They belong to @self. */
ProjectorSource *projector_source (const Projector *self, guint index);
ProjectorDistrict *projector_district (const Projector *self, guint index);
ProjectorVillage *projector_village (const Projector *self, guint index);
ProjectorStation *projector_station (const Projector *self, guint index);
ProjectorField *projector_field (const Projector *self, guint index);
ProjectorRow *projector_row (const Projector *self, guint index);

/* Returns: the form of @station in @source, or NULL. */
const RecapForm *projector_form (const Projector *self, guint station, guint source);

/* Returns: the cells of that form, in the order of the schema; blank boxes that the ballot does not
 * have are RECAP_CELL_OFF_BALLOT, with @proven also where a total proves it, which is not for a
 * rule about that total. Valid until the next call; NULL when there is no form. */
const RecapCell *projector_cells (const Projector *self, guint station, guint source,
                                  gboolean proven);

/* Returns: what the contestant with this ballot number is called, by the meeting or else by the
 * lists of candidates; NULL when neither says. Belongs to the input. */
const char *projector_contestant (const Projector *self, guint number);

/* Returns: who stands in the box @field for a party, by the lists of candidates; NULL when they do
 * not say. Belongs to the input. */
const char *projector_candidate (const Projector *self, const RecapField *field);

/* Returns: the total of @field over @village in @source. */
const ProjectorTotal *projector_total (const Projector *self, guint source, guint village,
                                       guint field);

/* Returns: the index of the station with this code, or -1. */
int projector_find_station (const Projector *self, RecapText kode);

/* Returns: the index of the source with this label, or -1. */
int projector_find_source (const Projector *self, RecapText label);

/* Returns: whether findings and decisions about @kode belong on this page. */
gboolean projector_covers (const Projector *self, RecapText kontes, RecapText kode);

G_END_DECLS
