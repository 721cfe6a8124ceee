/* Numbers and dates in Indonesian words, as the minutes have them. */
#pragma once

#include <glib.h>

#include "text.h"

G_BEGIN_DECLS

/* Returns: @number, from 0 to RECAP_COUNT_MAX, in words: 216 is "dua ratus enam belas", 0 is
 * "nol". A new string owned by the caller; NULL when @number is out of range. */
char *recap_words_number (gint64 number);

/* Reads a number in words as recap_words_number() writes it. Case makes no difference, blanks
 * between the words may be left out ("duaratus tiga"); "satu ratus" is understood, too.
 *
 * Returns: FALSE, *@ret_number untouched, when @text is no such number. */
gboolean recap_words_parse (RecapText text, gint64 *ret_number);

/* A day of the Gregorian calendar, also before it was introduced. */
typedef struct {
    guint year;  /* 1 to 9999 */
    guint month; /* 1 to 12 */
    guint day;   /* 1 to 31 */
} RecapDate;

/* What was found where a date should stand. */
typedef enum {
    RECAP_DATE_READ,
    RECAP_DATE_NONE,      /* no date, or a day that no calendar has */
    RECAP_DATE_OTHER_DAY, /* a date, but it is not the day of the week named with it */
} RecapDateReading;

/* Reads a day as people write it:
 *
 *   2024-02-20
 *   20-02-2024, 20/2/2024, 20.02.2024
 *   20 Februari 2024
 *   dua puluh Februari dua ribu dua puluh empat
 *   hari Selasa tanggal dua puluh bulan Februari tahun dua ribu dua puluh empat
 *
 * A day of the week may come before any of them. Case makes no difference; usual spellings
 * (Pebruari, Nopember, Jum'at, Ahad) are understood. Years have four digits, also in words.
 *
 * Returns: what @text is; *@ret_date is untouched by RECAP_DATE_NONE. */
RecapDateReading recap_date_read (RecapText text, RecapDate *ret_date);

/* Reads what recap_date_read() does; a day of the week must be the right one.
 *
 * Returns: FALSE, *@ret_date untouched, when @text is anything but RECAP_DATE_READ. */
gboolean recap_date_parse (RecapText text, RecapDate *ret_date);

/* Returns: "Senin" to "Minggu". Static. */
const char *recap_date_day_name (const RecapDate *date);

/* Returns: "Januari" to "Desember". Static. */
const char *recap_date_month_name (const RecapDate *date);

/* Returns: "20 Februari 2024". A new string owned by the caller. */
char *recap_date_format (const RecapDate *date);

/* Returns: "20-02-2024". A new string owned by the caller. */
char *recap_date_format_digits (const RecapDate *date);

/* Returns: "Selasa tanggal dua puluh bulan Februari tahun dua ribu dua puluh empat", which stands
 * behind 'hari'. A new string owned by the caller. */
char *recap_date_format_words (const RecapDate *date);

/* Returns: seconds from 1970-01-01 to the beginning of @date, UTC; negative before. */
gint64 recap_date_to_seconds (const RecapDate *date);

G_END_DECLS
