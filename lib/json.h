/* Takes one JSON document apart, token by token, strictly after RFC 8259. */
#pragma once

#include <glib.h>

#include "text.h"

G_BEGIN_DECLS

#define RECAP_JSON_DEPTH_MAX 64

typedef enum {
    RECAP_JSON_END, /* of the document */
    RECAP_JSON_OBJECT,
    RECAP_JSON_OBJECT_END,
    RECAP_JSON_ARRAY,
    RECAP_JSON_ARRAY_END,
    RECAP_JSON_KEY,
    RECAP_JSON_STRING,
    RECAP_JSON_NUMBER,
    RECAP_JSON_TRUE,
    RECAP_JSON_FALSE,
    RECAP_JSON_NULL,
} RecapJsonType;

typedef struct {
    RecapJsonType type;
    RecapText text; /* of a key or string: its characters, escapes resolved; else as written */
    gsize offset;   /* where it begins in the document, in bytes from 0 */
    gsize size;     /* of what is written there, in bytes */
} RecapJsonToken;

typedef struct _RecapJson RecapJson;

/* Returns: a lexer for any number of documents, one after the other; owned by the caller. */
RecapJson *recap_json_new (void);
void recap_json_free (RecapJson *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapJson, recap_json_free)

/* Looks what kind of document @bytes may be: '{' for an object, '[' for an array.
 *
 * Returns: the first byte that is not blank, behind a byte order mark; NUL when there is none. */
char recap_json_first_byte (const void *bytes, gsize size);

/* Begins the document @bytes, which must live until the next one begins; @name is for messages and
 * is borrowed as long. A byte order mark at the beginning is passed over. */
void recap_json_start (RecapJson *self, const char *name, const void *bytes, gsize size);

/* Where a part of a longer text stands. */
typedef struct {
    guint64 line;    /* both from 1 */
    guint column;    /* in characters */
    gboolean member; /* the part is '"key": value' of an object, else one value */
} RecapJsonPart;

/* The same for one part of a text, whose other parts were or will be other documents. After its
 * value recap_json_end_part() is called instead of reading the end. */
void recap_json_start_part (RecapJson *self, const char *name, const void *bytes, gsize size,
                            const RecapJsonPart *part);

/* Returns: FALSE with @error RECAP_ERROR_SYNTAX when something stands behind the value. */
gboolean recap_json_end_part (RecapJson *self, GError **error);

/* Reads the next token. Its text belongs to the lexer (or the document) until the next document.
 *
 * Returns: FALSE with @error RECAP_ERROR_SYNTAX (not JSON, not UTF-8, a key twice in one object,
 *          something after the value) or _LIMIT (more than RECAP_JSON_DEPTH_MAX levels). After
 *          FALSE only recap_json_start() may be called. */
gboolean recap_json_next (RecapJson *self, RecapJsonToken *token, GError **error);

/* Reads up to the end of the value that @token began; nothing when it is not an object or array. */
gboolean recap_json_skip (RecapJson *self, const RecapJsonToken *token, GError **error);

/* Goes on to the next value of a document that holds several of them, one a line. To be called
 * after the last token of a value.
 *
 * Returns: FALSE when no object begins in a line behind it; recap_json_next() then gives the end of
 *          the document, or says what stands there instead. */
gboolean recap_json_continue (RecapJson *self);

/* Says where the byte at @offset of the document stands: line and column, from 1, the column in
 * characters. Quick when places are asked for in their order. */
void recap_json_locate (RecapJson *self, gsize offset, guint64 *ret_line, guint *ret_column);

/* Returns: the line of the document that the byte at @offset stands in; empty when only the end of
 * the line is in this part. */
RecapText recap_json_line (const RecapJson *self, gsize offset);

G_END_DECLS
