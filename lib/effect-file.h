/* What open differences can change, as files: CSV (recap-effect(1)), JSON lines, text. */
#pragma once

#include <glib.h>

#include "effect.h"
#include "finding-file.h"
#include "spool.h"

G_BEGIN_DECLS

typedef struct _RecapEffectWriter RecapEffectWriter;

/* Writes areas to @spool, which must live as long. @biases: as CSV and JSON who gains instead of
 * the ranks; text has both.
 *
 * Returns: owned by the caller. */
RecapEffectWriter *recap_effect_writer_new (RecapSpool *spool, RecapFormat format, gboolean biases);
void recap_effect_writer_free (RecapEffectWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapEffectWriter, recap_effect_writer_free)

/* Empties the spool and starts again; writes the header. */
void recap_effect_writer_reset (RecapEffectWriter *self);

/* Writes one area. Never fails (see recap_spool_write()). */
void recap_effect_writer_add (RecapEffectWriter *self, const RecapEffectArea *area);

G_END_DECLS
