/* Finding lists as files: CSV (recap-finding(5)), text for people, JSON lines for programs. */
#pragma once

#include <glib.h>

#include "finding.h"
#include "spool.h"

G_BEGIN_DECLS

typedef enum {
    RECAP_FORMAT_CSV,
    RECAP_FORMAT_TEXT,
    RECAP_FORMAT_JSON,
} RecapFormat;

/* Reads "csv", "text" or "json". */
gboolean recap_format_parse (const char *word, RecapFormat *ret_format);

typedef struct _RecapFindingWriter RecapFindingWriter;

/* Writes findings to @spool as @format; labels and box numbers come from @contests. Both must live
 * as long.
 *
 * Returns: owned by the caller. */
RecapFindingWriter *recap_finding_writer_new (RecapSpool *spool, RecapFormat format,
                                              const RecapContests *contests);
void recap_finding_writer_free (RecapFindingWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapFindingWriter, recap_finding_writer_free)

/* Empties the spool and starts again; writes the header. */
void recap_finding_writer_reset (RecapFindingWriter *self);

/* Writes one finding; findings must come sorted by key. Never fails (see recap_spool_write()). */
void recap_finding_writer_add (RecapFindingWriter *self, const RecapFinding *finding);

/* Ends the list. */
void recap_finding_writer_finish (RecapFindingWriter *self);

/* Adds a line for people behind the end of the list, made harmless. The other formats have no place
 * for it. */
void recap_finding_writer_note (RecapFindingWriter *self, const char *note);

/* Returns: how many were written since the last reset. */
const RecapFindingCount *recap_finding_writer_get_count (const RecapFindingWriter *self);

/* Writes all of @findings to @spool, which is empty. */
void recap_findings_write (const RecapFindings *findings, RecapFormat format,
                           const RecapContests *contests, RecapSpool *spool);

/* Adds the findings of the CSV file @path to @findings, but for what forms keep
 * (RECAP_SEVERITY_HELD).
 *
 * Returns: FALSE with @error as recap_csv_load(), or RECAP_ERROR_SYNTAX for a bad value. */
gboolean recap_findings_load (RecapFindings *findings, const char *path, GError **error);

G_END_DECLS
