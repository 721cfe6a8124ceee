/* What the minutes are made from. */
#pragma once

#include <glib.h>

#include "candidates.h"
#include "decision.h"
#include "finding.h"
#include "input-files.h"
#include "meeting.h"
#include "register.h"
#include "rule.h"
#include "table.h"

G_BEGIN_DECLS

/* Another page that the projector page leads to. */
typedef struct {
    const char *title;
    const char *file; /* relative to the folder of the page, with '/' */
} RecapPageLink;

/* Everything is borrowed. */
typedef struct {
    const RecapTable *table;           /* forms of TPS, or sums of one level, sorted */
    const char *contest;               /* code; NULL: the only one of the table */
    const char *source;                /* NULL: the only one of the table */
    const RecapCandidates *candidates; /* gives names; NULL: numbers do */
    const char *region;                /* prefix of the codes to take; NULL: all */
    const RecapMeeting *meeting;       /* NULL: nothing is known, lines are left to write on */
    const RecapFindings *findings;     /* NULL: no list was given, which is not the same as none */
    const RecapDecisions *decisions;   /* NULL: likewise; those of the table, already applied */
    const RecapRules *rules;           /* of the control rows; NULL: none */
    const RecapInputFiles *inputs;     /* what is listed as sources; NULL: only what forms name */
    const RecapRegister *stations;     /* page: the TPS that must exist; NULL: not known */
    const RecapPageLink *links;        /* page: ends with a title of NULL; NULL: none */
    guint reload;   /* page: loads itself again after so many seconds; 0: never */
    gint64 created; /* seconds since 1970-01-01 UTC; 0: the day of the meeting */
} RecapMinutesInput;

G_END_DECLS
