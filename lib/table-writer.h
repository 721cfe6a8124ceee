/* Writes recap tables: the columns of recap-table(5) in their order. */
#pragma once

#include <glib.h>

#include "form.h"
#include "spool.h"

G_BEGIN_DECLS

/* Which of the optional columns a table has. Initialise with RECAP_TABLE_COLUMNS_INIT: no optional
 * column, every field of the schema. */
typedef struct {
    gboolean waktu;
    gboolean psu;
    gboolean tallies;       /* tps_terdaftar, tps_masuk, tps_lengkap */
    gboolean counts;        /* n_<field> after the fields */
    const gboolean *fields; /* one for each field of the schema; NULL: all */
} RecapTableColumns;

#define RECAP_TABLE_COLUMNS_INIT                                                                   \
    {                                                                                              \
        .fields = NULL                                                                             \
    }

typedef struct _RecapTableWriter RecapTableWriter;

/* Writes to @spool tables whose forms have the cells of @schema; both must live as long, @columns
 * is copied.
 *
 * Returns: owned by the caller. */
RecapTableWriter *recap_table_writer_new (RecapSpool *spool, const RecapSchema *schema,
                                          const RecapTableColumns *columns);
void recap_table_writer_free (RecapTableWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapTableWriter, recap_table_writer_free)

/* Writes the record that names the columns. */
void recap_table_writer_header (RecapTableWriter *self);

/* Writes one form; its contest's code stands in the column kontes whatever the key says. Forms must
 * come sorted. A field that the form does not carry is written as a blank, a tally as nothing. */
void recap_table_writer_add (RecapTableWriter *self, const RecapForm *form);

/* As recap_table_writer_add() for a form whose cells are text already: @cells has all columns of
 * tallies and fields that the table has, as recap_cell_format() writes them, with commas between
 * them. Those of @form are not looked at. @same_place: nor are its source and its names of regions,
 * which are those of the form of the last such call. */
void recap_table_writer_add_formatted (RecapTableWriter *self, const RecapForm *form,
                                       gboolean same_place, RecapText cells);

/* As recap_table_writer_add(), for a table with the columns n_<field>: @counts has one cell for
 * each field of the schema. */
void recap_table_writer_add_with_counts (RecapTableWriter *self, const RecapForm *form,
                                         const RecapCell *counts);

G_END_DECLS
