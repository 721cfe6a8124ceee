/* Finds the separators of many CSV records at once. Private to the readers of CSV. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What recap_scan() found: places outside quotes. Offsets count from the start of the buffer. */
typedef struct {
    guint32 *separators; /* offsets of separators and line ends */
    gsize n_separators;
    guint32 *lines; /* for each line end, its index in @separators */
    gsize n_lines;
    gboolean quotes;     /* there was a quote somewhere */
    gboolean carriages;  /* there was a CR; only after recap_scan_typed() */
    gboolean exotic;     /* there was a byte that is not ASCII, or NUL */
    gint32 *numbers;     /* for each of @separators the field before it; recap_scan_numbers() */
    gsize numbers_begin; /* where the field before the first one begins */
    gsize room;          /* of @separators and of @lines each */
    gsize numbers_room;
} RecapScan;

void recap_scan_clear (RecapScan *self);

/* Finds the commas and line ends of @buffer between @begin and @end (offsets below 2^32), which
 * must start at the beginning of a record. 64 bytes behind @end must be readable. */
void recap_scan (RecapScan *self, const guint8 *buffer, gsize begin, gsize end);

/* The same where @separator takes the place of the comma, and a CR is noticed. */
void recap_scan_typed (RecapScan *self, const guint8 *buffer, gsize begin, gsize end,
                       char separator);

/* Reads the fields that recap_scan_typed() found from @begin on into @numbers, -1 for what is no
 * count of one to eight digits. The quotes around a field and a CR behind it are left out. */
void recap_scan_numbers (RecapScan *self, const guint8 *buffer, gsize begin);

G_END_DECLS
