/* Cuts a JSON text of any size into the documents in it, without holding more than one of them. */
#pragma once

#include <glib.h>

#include "source.h"

G_BEGIN_DECLS

typedef enum {
    RECAP_JSON_PIECE_WHOLE,   /* all of a text that fits into RECAP_DOCUMENT_MAX */
    RECAP_JSON_PIECE_LINE,    /* of a text that has one document a line */
    RECAP_JSON_PIECE_ELEMENT, /* of an array that does not fit */
    RECAP_JSON_PIECE_MEMBER,  /* of an object that does not fit: '"key": value' */
    RECAP_JSON_PIECE_FAULT,   /* the array or object breaks off: see @fault */
} RecapJsonPieceKind;

/* One piece. Everything belongs to the cutter until the next one. */
typedef struct {
    RecapJsonPieceKind kind;
    const char *bytes;
    gsize size;
    guint64 line; /* where it begins, both from 1; the column in characters */
    guint column;
    gboolean broken;     /* its brackets do not go together: nothing behind it is given */
    const GError *fault; /* RECAP_ERROR_SYNTAX; NULL unless that is the kind */
} RecapJsonPiece;

typedef struct _RecapJsonPieces RecapJsonPieces;

/* Cut what is left in @source, or @size bytes in memory, which must live as long; @name is for
 * messages and names that end in .jsonl or .ndjson have one document a line. Every other text is
 * looked at: it has when its first line is a whole object and an object begins in a line behind it.
 *
 * Return: owned by the caller. */
RecapJsonPieces *recap_json_pieces_new (RecapSource *source);
RecapJsonPieces *recap_json_pieces_new_for_bytes (const char *name, const char *bytes, gsize size);
void recap_json_pieces_free (RecapJsonPieces *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapJsonPieces, recap_json_pieces_free)

/* Lets a document have no more than @size bytes, 1 to RECAP_DOCUMENT_MAX, which it may have else. A
 * text that is larger is then given in parts. To be called before the first piece. */
void recap_json_pieces_set_max (RecapJsonPieces *self, gsize size);

/* Gives the next piece. What is in it was not judged: only quotes and brackets were counted. After
 * a fault there is nothing more.
 *
 * Returns: FALSE with @error as recap_source_read(), or RECAP_ERROR_LIMIT (a piece has more than
 *          the bytes that it may have); TRUE with *@ret_end TRUE at the end. */
gboolean recap_json_pieces_next (RecapJsonPieces *self, RecapJsonPiece *piece, gboolean *ret_end,
                                 GError **error);

G_END_DECLS
