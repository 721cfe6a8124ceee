/* What the parts of an import share: what was read so far, and what is said about it. Not a public
 * header. */
#pragma once

#include "csv-writer.h"
#include "documents.h"
#include "import-records.h"
#include "import-words.h"
#include "import.h"
#include "names.h"
#include "reject.h"
#include "sirekap.h"

G_BEGIN_DECLS

/* A line of the summary: one table, or all documents of one operand. */
typedef struct {
    const char *name;
    const char *kind;
    RecapImportCount count;
    const char *first_reason; /* or NULL */
} ImportPart;

/* A column that no contest knows, and where it was seen first. */
typedef struct {
    const char *heading;
    const char *file;
    const char *last_file; /* that was seen to have it */
    guint n_files;
} ImportIgnored;

/* A record whose figures and words contradict each other. */
typedef struct {
    const ImportRecord *record;
    const ImportWords *words;
} ImportContradicted;

/* Rows of totals that were passed over. */
typedef struct {
    guint64 n;
    GPtrArray *places; /* of the first of them, 'file:line', owned */
} ImportPassed;

struct _RecapImport {
    RecapImportOptions options;
    guint n_fields;
    RecapSirekap *sirekap;
    RecapNames *names; /* of the register, or NULL */
    RecapArena *arena;
    ImportRecords records;
    GArray *contradicted; /* of ImportContradicted, as they came */
    GArray *parts;        /* of ImportPart */
    gboolean *carried;    /* by field: some input has it */
    gboolean has_waktu;
    gboolean has_psu;
    gboolean has_tallies;

    const char *operand; /* that is being read */
    int documents_part;  /* part of its documents, -1 as long as there are none */
    guint part;          /* that is being read */
    guint64 n_documents; /* of the operand */
    guint64 n_records;   /* of all */

    RecapImportCount count;
    RecapCsvWriter *rejects_csv;
    GPtrArray *rejects; /* of GError: the first ones */
    guint64 n_rejects;

    GArray *ignored;                   /* of ImportIgnored */
    GPtrArray *skipped[RECAP_N_SKIPS]; /* names in the arena, not all */
    guint64 n_skipped[RECAP_N_SKIPS];
    guint64 n_empty;
    GPtrArray *sheet_notes; /* about sheets, owned */
    gboolean in_sheet;      /* the table that is being read is one */
    GString *place;         /* 'file!sheet!row' of its record */
    guint64 n_left_out;
    ImportPassed totals;    /* they agree */
    ImportPassed unchecked; /* nothing can be said about them */
    GPtrArray *profiles;    /* "'file': profile name", one a table that has one */
};

/* Returns: the index of a new part; @kind must be static. */
guint import_add_part (RecapImport *self, const char *name, const char *kind);

/* Returns: the part that is being read; it moves when parts are added. */
ImportPart *import_current_part (RecapImport *self);

/* Takes what is rejected from the current part; a RecapRejectFunc, @data is the import. */
void import_reject (const RecapReject *reject, gpointer data);

/* Counts a record of the current part. */
void import_count_record (RecapImport *self, gboolean taken);

/* Notes which fields @form carries. */
void import_note_carried (RecapImport *self, const RecapForm *form);

/* Keeps a record of the current part, and @words, what it contradicts itself in (NULL: nothing). */
void import_keep (RecapImport *self, const RecapForm *form, RecapText sumber, gboolean total,
                  const ImportWords *words);

/* Returns: FALSE with @error RECAP_ERROR_USAGE when nobody said whose numbers those of the file
 *          @name are. */
gboolean import_need_source (const RecapImport *self, const char *name, GError **error);

G_END_DECLS
