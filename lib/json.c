#include "config.h"

#include "json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "error.h"

/* What may come next. */
typedef enum {
    EXPECT_VALUE,
    EXPECT_VALUE_OR_END, /* just after '[' */
    EXPECT_KEY,
    EXPECT_KEY_OR_END, /* just after '{' */
    EXPECT_COMMA_OR_END,
    EXPECT_NOTHING, /* after the value of the document */
} Expect;

/* A key of an object that is still open. */
typedef struct {
    RecapText text;
    guint64 hash; /* of the text and of its object */
    guint slot;   /* in the table below */
} Key;

/* Where a byte of the document stands, as people count. */
typedef struct {
    gsize offset;
    guint64 line; /* 0: not known */
    guint column;
} Place;

/* Keys of open objects are kept on a stack, and found by a table of open addressing with linear
 * probing that holds their places on the stack, from 1. Keys leave in the reverse order of their
 * coming, so a slot is simply emptied: no later key can have been put behind it. */

struct _RecapJson {
    const char *name;
    const char *bytes;
    gsize size;
    gsize offset;
    Expect expect;

    gboolean in_object[RECAP_JSON_DEPTH_MAX];
    guint first_key[RECAP_JSON_DEPTH_MAX]; /* of the object, on the stack */
    guint depth;

    GArray *keys; /* of Key */
    guint *slots;
    guint n_slots; /* a power of two */
    guint64 seed;
    Place first; /* of the document in its text */
    Place place; /* that was asked for last */

    char *scratch; /* strings that had escapes; never more than the document has bytes */
    gsize scratch_size;
    gsize scratch_room;
};

RecapJson *
recap_json_new (void)
{
    RecapJson *self = g_new0 (RecapJson, 1);
    self->keys = g_array_new (FALSE, FALSE, sizeof (Key));
    self->n_slots = 256;
    self->slots = g_new0 (guint, self->n_slots);
    /* Foreign documents must not be able to choose keys that collide, so the seed is one that they
     * cannot know. What is found does not depend on it. */
    self->seed = (guint64)(guintptr)self * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
    return self;
}

void
recap_json_free (RecapJson *self)
{
    if (self == NULL)
        return;
    g_array_unref (self->keys);
    g_free (self->slots);
    g_free (self->scratch);
    g_free (self);
}

/* Takes the keys from place @n on off the stack. */
static void
forget_keys (RecapJson *self, guint n)
{
    for (guint i = n; i < self->keys->len; i++)
        self->slots[g_array_index (self->keys, Key, i).slot] = 0;
    g_array_set_size (self->keys, n);
}

static gsize
mark_size (const void *bytes, gsize size)
{
    return size >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

static gboolean
is_blank (char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

char
recap_json_first_byte (const void *bytes, gsize size)
{
    const char *text = bytes;
    gsize i = mark_size (bytes, size);

    while (i < size && is_blank (text[i]))
        i++;
    return i < size ? text[i] : '\0';
}

void
recap_json_start (RecapJson *self, const char *name, const void *bytes, gsize size)
{
    g_return_if_fail (self != NULL && (bytes != NULL || size == 0));

    forget_keys (self, 0);
    self->name = name;
    self->bytes = size > 0 ? bytes : "";
    self->size = size;
    self->offset = mark_size (bytes, size);
    self->expect = EXPECT_VALUE;
    self->depth = 0;
    self->scratch_size = 0;
    self->first = (Place){ self->offset, 1, 1 };
    self->place.line = 0;
}

void
recap_json_start_part (RecapJson *self, const char *name, const void *bytes, gsize size,
                       const RecapJsonPart *part)
{
    recap_json_start (self, name, bytes, size);
    self->offset = 0; /* a byte order mark is none here */
    self->first = (Place){ 0, part->line, part->column };
    if (!part->member)
        return;
    self->in_object[0] = TRUE;
    self->first_key[0] = 0;
    self->depth = 1;
    self->expect = EXPECT_KEY;
}

gboolean
recap_json_continue (RecapJson *self)
{
    gboolean next_line = FALSE;
    gsize offset = self->offset;

    g_return_val_if_fail (self->expect == EXPECT_NOTHING, FALSE);
    for (; offset < self->size && is_blank (self->bytes[offset]); offset++)
        next_line = next_line || self->bytes[offset] == '\n';
    if (!next_line || offset == self->size || self->bytes[offset] != '{')
        return FALSE;
    self->expect = EXPECT_VALUE;
    return TRUE;
}

void
recap_json_locate (RecapJson *self, gsize offset, guint64 *ret_line, guint *ret_column)
{
    Place *place = &self->place;

    offset = MIN (offset, self->size);
    if (place->line == 0 || place->offset > offset)
        *place = self->first;
    gsize from = place->offset;
    for (gsize i = from; i < offset; i++) {
        gboolean cr_lf = self->bytes[i] == '\r' && i + 1 < self->size && self->bytes[i + 1] == '\n';
        if (self->bytes[i] != '\n' && (self->bytes[i] != '\r' || cr_lf))
            continue;
        place->line++;
        place->column = 1;
        from = i + 1;
    }
    if (offset > from)
        place->column += recap_text_characters (self->bytes + from, offset - from);
    place->offset = MAX (offset, place->offset);
    *ret_line = place->line;
    *ret_column = place->column;
}

RecapText
recap_json_line (const RecapJson *self, gsize offset)
{
    gsize start = MIN (offset, self->size);
    gsize end = start;
    while (start > 0 && self->bytes[start - 1] != '\n' && self->bytes[start - 1] != '\r')
        start--;
    while (end < self->size && self->bytes[end] != '\n' && self->bytes[end] != '\r')
        end++;
    if (start < self->first.offset && end >= self->first.offset)
        start = self->first.offset;
    if (start == self->first.offset && self->first.column > 1)
        return RECAP_TEXT_EMPTY;
    return (RecapText){ self->bytes + start, end - start };
}

static gboolean G_GNUC_PRINTF (5, 6) fail (RecapJson *self, RecapErrorCode code, gsize offset,
                                           GError **error, const char *format, ...)
{
    RecapOrigin origin = { self->name, 0, 0 };
    RecapText line = recap_json_line (self, offset);

    va_list arguments;
    va_start (arguments, format);
    g_autofree char *message = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    recap_json_locate (self, offset, &origin.line, &origin.column);
    recap_error_set (error, code, &origin, "%s", message);
    /* An excerpt is kept up to 4 KiB, and must begin where the line does. */
    if (origin.column < 1000 && (line.size > 0 || self->first.column == 1))
        recap_error_set_excerpt (error, line.bytes, line.size, 1);
    return FALSE;
}

/* Something else than what must come stands at the offset. */
static gboolean
fail_expected (RecapJson *self, const char *what, GError **error)
{
    if (self->offset >= self->size)
        return fail (self, RECAP_ERROR_SYNTAX, self->size, error,
                     _ ("the document is cut short: %s is missing"), what);
    const char *here = self->bytes + self->offset;
    gsize left = self->size - self->offset;
    gsize n = 1;
    while (n < MIN (left, 4) && ((guchar)here[n] & 0xc0) == 0x80)
        n++;
    g_autofree char *shown = recap_text_display (here, n);
    return fail (self, RECAP_ERROR_SYNTAX, self->offset, error, _ ("'%s' where %s must be"), shown,
                 what);
}

/* FNV-1a over the key, begun with the object, and mixed. */
static guint64
hash_key (const RecapJson *self, RecapText text)
{
    guint64 hash = self->seed + self->depth * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
    for (gsize i = 0; i < text.size; i++)
        hash = (hash ^ (guchar)text.bytes[i]) * G_GUINT64_CONSTANT (0x100000001b3);
    hash ^= hash >> 32;
    hash *= G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
    return hash ^ (hash >> 32);
}

static guint
find_free_slot (const RecapJson *self, guint64 hash)
{
    guint slot = (guint)(hash & (self->n_slots - 1));
    while (self->slots[slot] != 0)
        slot = (slot + 1) & (self->n_slots - 1);
    return slot;
}

static void
grow_table (RecapJson *self)
{
    self->n_slots *= 2;
    g_free (self->slots);
    self->slots = g_new0 (guint, self->n_slots);
    for (guint i = 0; i < self->keys->len; i++) {
        Key *key = &g_array_index (self->keys, Key, i);
        key->slot = find_free_slot (self, key->hash);
        self->slots[key->slot] = i + 1;
    }
}

/* Puts a key of the current object on the stack. Returns FALSE when the object has it already. */
static gboolean
remember_key (RecapJson *self, RecapText text)
{
    if (2 * (self->keys->len + 1) > self->n_slots)
        grow_table (self);

    Key key = { text, hash_key (self, text), 0 };
    guint first = self->first_key[self->depth - 1];
    guint slot = (guint)(key.hash & (self->n_slots - 1));
    for (; self->slots[slot] != 0; slot = (slot + 1) & (self->n_slots - 1)) {
        guint place = self->slots[slot] - 1;
        const Key *other = &g_array_index (self->keys, Key, place);
        if (place >= first && other->hash == key.hash && recap_text_equal (other->text, text))
            return FALSE;
    }
    key.slot = slot;
    self->slots[slot] = self->keys->len + 1;
    g_array_append_val (self->keys, key);
    return TRUE;
}

static gboolean
read_hex (const RecapJson *self, gsize offset, gunichar *ret_unit)
{
    gunichar unit = 0;
    if (offset + 4 > self->size)
        return FALSE;
    for (gsize i = offset; i < offset + 4; i++) {
        int digit = g_ascii_xdigit_value (self->bytes[i]);
        if (digit < 0)
            return FALSE;
        unit = unit * 16 + (gunichar)digit;
    }
    *ret_unit = unit;
    return TRUE;
}

/* Reads '\uXXXX' or a pair of them, which stand at self->offset, into the scratch. */
static gboolean
read_unicode_escape (RecapJson *self, GError **error)
{
    gsize start = self->offset;
    gunichar c = 0;
    gunichar low = 0;

    if (!read_hex (self, start + 2, &c))
        return fail (self, RECAP_ERROR_SYNTAX, start, error,
                     _ ("an escape '\\u' without four hexadecimal digits"));
    /* Whoever goes by the end of a text would take 100 followed by a NUL for 100. */
    if (c == 0)
        return fail (self, RECAP_ERROR_SYNTAX, start, error, _ ("a NUL in a string"));
    self->offset += 6;
    if (c >= 0xd800 && c < 0xe000) {
        gboolean pair = c < 0xdc00 && self->offset + 6 <= self->size &&
                        self->bytes[self->offset] == '\\' && self->bytes[self->offset + 1] == 'u' &&
                        read_hex (self, self->offset + 2, &low) && low >= 0xdc00 && low < 0xe000;
        if (!pair)
            return fail (self, RECAP_ERROR_SYNTAX, start, error,
                         _ ("an escape '\\u' that is half of a character"));
        self->offset += 6;
        c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
    }
    self->scratch_size += (gsize)g_unichar_to_utf8 (c, self->scratch + self->scratch_size);
    return TRUE;
}

static gboolean
read_escape (RecapJson *self, GError **error)
{
    static const char letters[] = "\"\\/bfnrt";
    static const char characters[] = "\"\\/\b\f\n\r\t";

    char letter = self->offset + 1 < self->size ? self->bytes[self->offset + 1] : '\0';
    if (letter == 'u')
        return read_unicode_escape (self, error);
    const char *known = letter != '\0' ? strchr (letters, letter) : NULL;
    if (known == NULL)
        return fail (self, RECAP_ERROR_SYNTAX, self->offset, error,
                     _ ("an escape that JSON does not have"));
    self->scratch[self->scratch_size++] = characters[known - letters];
    self->offset += 2;
    return TRUE;
}

/* Passes over what may stand in a string as it is: up to a quote, a backslash, or trouble. */
static gboolean
pass_plain (RecapJson *self, GError **error)
{
    while (self->offset < self->size) {
        guchar c = (guchar)self->bytes[self->offset];
        if (c == '"' || c == '\\')
            return TRUE;
        if (c < 0x20)
            return fail (self, RECAP_ERROR_SYNTAX, self->offset, error,
                         _ ("a control character in a string"));
        if (c < 0x80) {
            self->offset++;
            continue;
        }
        gssize left = (gssize)MIN (self->size - self->offset, 4);
        gunichar character = g_utf8_get_char_validated (self->bytes + self->offset, left);
        if (character == (gunichar)-1 || character == (gunichar)-2)
            return fail (self, RECAP_ERROR_SYNTAX, self->offset, error,
                         _ ("the text is not UTF-8"));
        self->offset += (gsize)g_unichar_to_utf8 (character, NULL);
    }
    return TRUE;
}

/* Reads a string whose opening quote stands at self->offset. Without escapes its text is a piece of
 * the document; else it goes to the scratch, which has room for all strings of the document. */
static gboolean
read_string (RecapJson *self, RecapText *ret_text, GError **error)
{
    gsize opened = self->offset++;
    gsize start = self->offset;
    gsize scratch_start = self->scratch_size;
    gboolean escaped = FALSE;

    while (TRUE) {
        if (!pass_plain (self, error))
            return FALSE;
        if (self->offset >= self->size)
            return fail (self, RECAP_ERROR_SYNTAX, opened, error,
                         _ ("the document is cut short: this string has no end"));
        gboolean end = self->bytes[self->offset] == '"';
        if (end && !escaped)
            break;
        if (!escaped && self->scratch_room < self->size) {
            g_assert (self->scratch_size == 0 && scratch_start == 0);
            g_free (self->scratch);
            self->scratch_room = self->size;
            self->scratch = g_malloc (self->scratch_room);
        }
        escaped = TRUE;
        memcpy (self->scratch + self->scratch_size, self->bytes + start, self->offset - start);
        self->scratch_size += self->offset - start;
        if (end)
            break;
        if (!read_escape (self, error))
            return FALSE;
        start = self->offset;
    }
    *ret_text =
        escaped ? (RecapText){ self->scratch + scratch_start, self->scratch_size - scratch_start }
                : (RecapText){ self->bytes + start, self->offset - start };
    self->offset++;
    return TRUE;
}

static gsize
count_digits (const RecapJson *self, gsize offset)
{
    gsize n = 0;
    while (offset + n < self->size && g_ascii_isdigit (self->bytes[offset + n]))
        n++;
    return n;
}

static char
byte_at (const RecapJson *self, gsize offset)
{
    return offset < self->size ? self->bytes[offset] : '\0';
}

/* number = [ minus ] int [ frac ] [ exp ] */
static gboolean
read_number (RecapJson *self, GError **error)
{
    gsize start = self->offset;
    gsize i = start + (byte_at (self, start) == '-');
    gsize n = count_digits (self, i);

    if (n == 0)
        return fail (self, RECAP_ERROR_SYNTAX, start, error, _ ("a number without digits"));
    if (n > 1 && self->bytes[i] == '0')
        return fail (self, RECAP_ERROR_SYNTAX, start, error, _ ("a number with leading zeros"));
    i += n;
    if (byte_at (self, i) == '.') {
        n = count_digits (self, i + 1);
        if (n == 0)
            return fail (self, RECAP_ERROR_SYNTAX, start, error,
                         _ ("a number without digits after its point"));
        i += 1 + n;
    }
    if (byte_at (self, i) == 'e' || byte_at (self, i) == 'E') {
        i++;
        i += byte_at (self, i) == '+' || byte_at (self, i) == '-';
        n = count_digits (self, i);
        if (n == 0)
            return fail (self, RECAP_ERROR_SYNTAX, start, error,
                         _ ("a number without digits in its exponent"));
        i += n;
    }
    self->offset = i;
    return TRUE;
}

static gboolean
read_word (RecapJson *self, RecapJsonToken *token, GError **error)
{
    static const struct {
        const char *word;
        gsize size;
        RecapJsonType type;
    } words[] = {
        { "null", 4, RECAP_JSON_NULL },
        { "true", 4, RECAP_JSON_TRUE },
        { "false", 5, RECAP_JSON_FALSE },
    };

    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        if (self->size - self->offset >= words[i].size &&
            memcmp (self->bytes + self->offset, words[i].word, words[i].size) == 0) {
            token->type = words[i].type;
            self->offset += words[i].size;
            return TRUE;
        }
    return fail_expected (self, _ ("a value"), error);
}

/* After a value: the end of the document, or a comma or end of what it stands in. */
static void
end_value (RecapJson *self)
{
    self->expect = self->depth == 0 ? EXPECT_NOTHING : EXPECT_COMMA_OR_END;
}

static gboolean
open_level (RecapJson *self, gboolean object, GError **error)
{
    if (self->depth == RECAP_JSON_DEPTH_MAX)
        return fail (self, RECAP_ERROR_LIMIT, self->offset, error,
                     _ ("more than %d levels of objects and arrays"), RECAP_JSON_DEPTH_MAX);
    self->in_object[self->depth] = object;
    self->first_key[self->depth] = self->keys->len;
    self->depth++;
    self->offset++;
    self->expect = object ? EXPECT_KEY_OR_END : EXPECT_VALUE_OR_END;
    return TRUE;
}

static void
close_level (RecapJson *self, RecapJsonToken *token)
{
    self->depth--;
    token->type = self->in_object[self->depth] ? RECAP_JSON_OBJECT_END : RECAP_JSON_ARRAY_END;
    forget_keys (self, self->first_key[self->depth]);
    self->offset++;
    end_value (self);
}

static gboolean
read_value (RecapJson *self, RecapJsonToken *token, GError **error)
{
    char c = byte_at (self, self->offset);

    if (c == '{' || c == '[') {
        token->type = c == '{' ? RECAP_JSON_OBJECT : RECAP_JSON_ARRAY;
        return open_level (self, c == '{', error);
    }
    if (c == '"') {
        token->type = RECAP_JSON_STRING;
        if (!read_string (self, &token->text, error))
            return FALSE;
    } else if (c == '-' || g_ascii_isdigit (c)) {
        token->type = RECAP_JSON_NUMBER;
        if (!read_number (self, error))
            return FALSE;
    } else if (!read_word (self, token, error)) {
        return FALSE;
    }
    end_value (self);
    return TRUE;
}

static void
pass_blanks (RecapJson *self)
{
    while (self->offset < self->size) {
        char c = self->bytes[self->offset];
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
            return;
        self->offset++;
    }
}

static gboolean
read_key (RecapJson *self, RecapJsonToken *token, GError **error)
{
    gsize start = self->offset;

    if (byte_at (self, start) != '"')
        return fail_expected (self, _ ("a key in quotes"), error);
    token->type = RECAP_JSON_KEY;
    if (!read_string (self, &token->text, error))
        return FALSE;
    token->size = self->offset - start;
    if (!remember_key (self, token->text)) {
        g_autofree char *shown = recap_text_display (token->text.bytes, token->text.size);
        return fail (self, RECAP_ERROR_SYNTAX, start, error,
                     _ ("the key '%s' is there twice in one object"), shown);
    }
    pass_blanks (self);
    if (byte_at (self, self->offset) != ':')
        return fail_expected (self, _ ("a colon"), error);
    self->offset++;
    self->expect = EXPECT_VALUE;
    return TRUE;
}

/* Reads a comma, or the end of the object or array. */
static gboolean
read_comma (RecapJson *self, RecapJsonToken *token, gboolean *ret_closed, GError **error)
{
    gboolean object = self->in_object[self->depth - 1];
    char c = byte_at (self, self->offset);

    *ret_closed = c == (object ? '}' : ']');
    if (*ret_closed) {
        close_level (self, token);
        return TRUE;
    }
    if (c != ',')
        return fail_expected (self, object ? _ ("a comma or '}'") : _ ("a comma or ']'"), error);
    self->offset++;
    self->expect = object ? EXPECT_KEY : EXPECT_VALUE;
    pass_blanks (self);
    token->offset = self->offset;
    return TRUE;
}

static gboolean
read_token (RecapJson *self, RecapJsonToken *token, GError **error)
{
    gboolean closed = FALSE;

    if (self->expect == EXPECT_COMMA_OR_END) {
        if (!read_comma (self, token, &closed, error) || closed)
            return closed;
    }
    char c = byte_at (self, self->offset);
    switch (self->expect) {
    case EXPECT_VALUE_OR_END:
        if (c == ']') {
            close_level (self, token);
            return TRUE;
        }
        return read_value (self, token, error);
    case EXPECT_KEY_OR_END:
        if (c == '}') {
            close_level (self, token);
            return TRUE;
        }
        return read_key (self, token, error);
    case EXPECT_VALUE:
        return read_value (self, token, error);
    case EXPECT_KEY:
        return read_key (self, token, error);
    case EXPECT_NOTHING:
        if (self->offset < self->size)
            return fail_expected (self, _ ("the end of the document"), error);
        token->type = RECAP_JSON_END;
        return TRUE;
    case EXPECT_COMMA_OR_END:
        break;
    }
    g_assert_not_reached ();
}

gboolean
recap_json_next (RecapJson *self, RecapJsonToken *token, GError **error)
{
    g_return_val_if_fail (self != NULL && token != NULL, FALSE);

    pass_blanks (self);
    *token = (RecapJsonToken){ .offset = self->offset, .text = RECAP_TEXT_EMPTY };
    if (!read_token (self, token, error))
        return FALSE;
    if (token->type != RECAP_JSON_KEY)
        token->size = self->offset - token->offset;
    if (token->type != RECAP_JSON_KEY && token->type != RECAP_JSON_STRING)
        token->text = (RecapText){ self->bytes + token->offset, token->size };
    return TRUE;
}

gboolean
recap_json_end_part (RecapJson *self, GError **error)
{
    pass_blanks (self);
    return self->offset == self->size || fail_expected (self, _ ("the end of the document"), error);
}

gboolean
recap_json_skip (RecapJson *self, const RecapJsonToken *token, GError **error)
{
    if (token->type != RECAP_JSON_OBJECT && token->type != RECAP_JSON_ARRAY)
        return TRUE;

    guint depth = self->depth;
    while (self->depth >= depth) {
        RecapJsonToken inner;
        if (!recap_json_next (self, &inner, error))
            return FALSE;
    }
    return TRUE;
}
