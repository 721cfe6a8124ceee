/* The records that an import has taken, as they will be written. Part of the import, not a public
 * header. */
#pragma once

#include <glib.h>

#include "arena.h"
#include "form.h"

G_BEGIN_DECLS

typedef enum {
    IMPORT_IMPORTED,
    IMPORT_SUPERSEDED,
    IMPORT_REJECTED,
} ImportState;

/* What records that stand together have in common; it lies in the arena and is never changed. */
typedef struct {
    RecapText names[RECAP_KEY_DESA - RECAP_KEY_PROVINSI + 1];
    RecapText sumber;
    RecapText psu;
    const char *shape; /* which cells they carry: '+' or '-' for each tally, then for each field.
                        * Equal ones are one text */
} ImportShared;

/* One record. A national import has 823,236 of them: 64 bytes and their texts, in one piece. */
typedef struct {
    const ImportShared *shared;
    const char *file;
    guint64 line;      /* 0 for a document */
    const char *texts; /* kode, waktu, asal, each ending in NUL, and the cells; lies in the arena */
    guint32 waktu;     /* where each begins in @texts */
    guint32 asal;
    guint32 tps; /* may be the end of the code */
    guint32 cells;
    guint32 cells_size;
    guint32 part; /* index of the ImportPart it was read in */
    guint8 state; /* ImportState */
    guint8 total; /* stands in a table of its own */
} ImportRecord;

typedef struct {
    RecapArena *arena;
    GPtrArray *all;   /* of ImportRecord in the arena, as they came */
    gboolean ordered; /* that is the order of their keys, and no key came twice */
    guint n_fields;
    char *packed; /* room for the cells of the record that is being packed */
    char *shape;  /* and for their shape */
} ImportRecords;

/* Begins with no record, of forms with @n_fields fields. What is kept lies in @arena. */
void import_records_init (ImportRecords *self, RecapArena *arena, guint n_fields);
void import_records_clear (ImportRecords *self);

/* Keeps @form under the label @sumber.
 *
 * Returns: the record; belongs to @self. */
ImportRecord *import_records_keep (ImportRecords *self, const RecapForm *form, RecapText sumber,
                                   gboolean total, guint part);

/* Reads the cells of @record back. */
void import_records_unpack (const ImportRecords *self, const ImportRecord *record, RecapCell *cells,
                            RecapCell *tallies);

static inline const char *
import_record_kode (const ImportRecord *record)
{
    return record->texts;
}

static inline RecapText
import_record_kode_text (const ImportRecord *record)
{
    return (RecapText){ record->texts, record->waktu - 1 };
}

/* Empty: the record has none. */
static inline const char *
import_record_waktu (const ImportRecord *record)
{
    return record->texts + record->waktu;
}

/* As the table said; empty: file and line. */
static inline const char *
import_record_asal (const ImportRecord *record)
{
    return record->texts + record->asal;
}

static inline const char *
import_record_tps (const ImportRecord *record)
{
    return record->texts + record->tps;
}

/* All cells that are carried, with commas between them. */
static inline RecapText
import_record_cells (const ImportRecord *record)
{
    return (RecapText){ record->texts + record->cells, record->cells_size };
}

/* Orders by what must be there once only: the code and the source, totals behind all others. */
int import_record_compare_keys (const ImportRecord *a, const ImportRecord *b);

/* Orders pointers to records by those keys, the newest first; then by the place, so that the order
 * of the inputs does not matter. For arrays. */
int import_record_compare (gconstpointer left, gconstpointer right);

gboolean import_record_has_same_values (const ImportRecord *a, const ImportRecord *b);

G_END_DECLS
