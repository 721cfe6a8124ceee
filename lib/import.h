/* Reads foreign inputs into one recap table: the operation behind recap-import. */
#pragma once

#include <glib.h>

#include "candidates.h"
#include "contest.h"
#include "finding.h"
#include "profile.h"
#include "progress.h"
#include "register.h"
#include "rule.h"
#include "spool.h"

G_BEGIN_DECLS

typedef enum {
    RECAP_IMPORT_AUTO, /* found from the content */
    RECAP_IMPORT_SIREKAP,
    RECAP_IMPORT_CSV,
    RECAP_IMPORT_XLSX,
    RECAP_IMPORT_ODS,
} RecapImportFormat;

/* Reads "sirekap", "csv", "xlsx" or "ods". */
gboolean recap_import_format_parse (const char *word, RecapImportFormat *ret_format);

/* What an import needs to know. What is pointed to must live as long as the import. */
typedef struct {
    const RecapContests *contests;
    const RecapContest *contest;
    const char *source; /* label of the source; NULL: the tables themselves say it */
    RecapImportFormat format;
    const RecapCandidates *candidates; /* of Sirekap's documents; NULL: no lists were given */
    const char *sheet;                 /* of workbooks only the sheet of this name; NULL: all */
    const RecapRegister *stations;     /* names are taken from it, and codes by names; NULL: none */
    const RecapProfile *profile;       /* that all tables have; NULL: none is asked for */
    const RecapProfiles *profiles;     /* one of which a table may have; NULL: none */
    RecapNumbers numbers;
    gboolean totals; /* records of the numbers that regions with children have themselves */
    RecapProgressFunc progress; /* told of the records that are read; NULL: nobody */
    gpointer progress_data;
    RecapSpool *rejects; /* gets the rejects as CSV: asal,kolom,teks,alasan; NULL: not wanted */
} RecapImportOptions;

/* read = imported + superseded + rejected, in records. */
typedef struct {
    guint64 read;
    guint64 imported;
    guint64 superseded; /* an older snapshot, or a repeat with the same values */
    guint64 rejected;
} RecapImportCount;

typedef struct _RecapImport RecapImport;

/* Returns: an import without inputs, owned by the caller. @options is copied. */
RecapImport *recap_import_new (const RecapImportOptions *options);
void recap_import_free (RecapImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapImport, recap_import_free)

/* Reads the file, folder or archive @path ("-": standard input). What cannot be taken is rejected
 * by record; the rest is kept.
 *
 * Returns: FALSE with @error as recap_documents_walk() and recap_csv_reader_next(),
 *          RECAP_ERROR_SCHEMA (nothing usable in it) or _USAGE (a source must be named). */
gboolean recap_import_read (RecapImport *self, const char *path, GError **error);

/* Ends the reading: sorts, keeps the newest of several snapshots of one form, and rejects those
 * that have the same time (or none) but different values. To be called once. */
void recap_import_finish (RecapImport *self);

/* Returns: the numbers after recap_import_finish(). Belongs to @self. */
const RecapImportCount *recap_import_get_count (const RecapImport *self);

/* Returns: the first bad places as errors, at most RECAP_IMPORT_SHOWN; *@ret_n_all is how many
 * there were. Belongs to @self. */
#define RECAP_IMPORT_SHOWN 20
const GPtrArray *recap_import_get_rejects (const RecapImport *self, guint64 *ret_n_all);

/* Says what was passed over: columns that are not of the contest, files that are no documents,
 * records without text; one sentence each, in the user's language. With @verbose the names of all
 * files that were skipped.
 *
 * Returns: owned by the caller, to be freed with g_strfreev(). */
GStrv recap_import_get_notes (const RecapImport *self, gboolean verbose);

/* Writes the recap table. */
void recap_import_write (RecapImport *self, RecapSpool *spool);

/* Adds what the imported records contradict themselves in: figures and words of one box (the rule
 * of kind 'terbilang', R31). In the order of the table. */
void recap_import_add_findings (RecapImport *self, const RecapRules *rules,
                                RecapFindings *findings);

/* Writes the history: a recap table of the records that newer ones with other values superseded,
 * the source of each with '@' and its time ('sirekap@2024-02-15T07:00:00'). */
void recap_import_write_history (RecapImport *self, RecapSpool *spool);

/* Writes the totals that were asked for: a recap table of what Sirekap says of regions whose
 * children are in the table of recap_import_write(). */
void recap_import_write_totals (RecapImport *self, RecapSpool *spool);

/* Writes a register of the TPS that some input has, also of those whose records contradict each
 * other: the names as the inputs have them, the voters where all agree. */
void recap_import_write_register (RecapImport *self, RecapSpool *spool);

/* Writes what was read from where as CSV: berkas,jenis,rekaman,diimpor,digantikan,ditolak,
 * alasan_pertama. Every table has its line; the documents of one operand share one. */
void recap_import_write_summary (RecapImport *self, RecapSpool *spool);

G_END_DECLS
