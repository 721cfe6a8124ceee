#include "config.h"

#include "timestamp.h"

/* '0' is any digit, ' ' is a blank or T, the rest stands for itself. */
static const char pattern[] = "0000-00-00 00:00:00";

/* Two digits at @offset, when they are there. */
static guint
get_pair (RecapText text, gsize offset, guint absent)
{
    if (offset + 2 > text.size)
        return absent;
    return (guint)(text.bytes[offset] - '0') * 10 + (guint)(text.bytes[offset + 1] - '0');
}

static gboolean
is_in_range (RecapText text)
{
    guint month = get_pair (text, 5, 0);
    guint day = get_pair (text, 8, 0);
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 && get_pair (text, 11, 0) <= 23 &&
           get_pair (text, 14, 0) <= 59 && get_pair (text, 17, 0) <= 60;
}

gboolean
recap_timestamp_parse (RecapText text, char *buffer)
{
    if (text.size != 0 && text.size != 10 && text.size != 16 && text.size != 19)
        return FALSE;
    for (gsize i = 0; i < text.size; i++) {
        char c = text.bytes[i];
        gboolean fits = pattern[i] == '0'   ? g_ascii_isdigit (c)
                        : pattern[i] == ' ' ? c == ' ' || c == 'T'
                                            : c == pattern[i];
        if (!fits)
            return FALSE;
    }
    if (text.size > 0 && !is_in_range (text))
        return FALSE;
    memcpy (buffer, text.bytes, text.size);
    buffer[text.size] = '\0';
    if (text.size > 10)
        buffer[10] = 'T';
    return TRUE;
}
