/* The sheet 'Selisih': differences, findings, blank boxes. Not a public header. */
#pragma once

#include <glib.h>

#include "minutes-data.h"

G_BEGIN_DECLS

/* Adds it. */
void minutes_add_findings (Minutes *self);

/* What the list says of a finding begins so when it is open, and when it is decided ('Diputuskan',
 * 'Dicatat'). */
#define MINUTES_OPEN "Belum diputuskan"
#define MINUTES_DECIDED "Di"

typedef enum {
    MINUTES_STATUS_OPEN,
    MINUTES_STATUS_DECIDED,
    MINUTES_STATUS_NOTHING, /* there is nothing to decide */
} MinutesStatus;

/* Returns: which it is of @finding. */
MinutesStatus minutes_finding_status (const Minutes *self, const RecapFinding *finding);

G_END_DECLS
