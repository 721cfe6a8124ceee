/* The documents of KPU's Sirekap: forms of TPS, and tables of the votes of regions. */
#pragma once

#include <glib.h>

#include "candidates.h"
#include "form.h"
#include "reject.h"
#include "source.h"

G_BEGIN_DECLS

typedef struct _RecapSirekap RecapSirekap;

/* Who takes what a document holds. */
typedef struct {
    /* Called once for each record: with the form, or with NULL when it was rejected. What the form
     * holds belongs to the reader, to the bytes or to the name, and only for the call. */
    void (*form) (const RecapForm *form, gpointer data);
    RecapRejectFunc reject; /* called for each reason, before the record that it is about */
    gpointer data;
    /* Called for the numbers that a region with children has itself; NULL: not wanted. */
    void (*total) (const RecapForm *form, gpointer data);
} RecapSirekapVisitor;

/* Makes a reader for documents of @contest. @candidates says whom the identifiers mean that the
 * contest itself does not know; NULL: nobody does. Both must live as long. The forms have one cell
 * for each field of the contest, in form order.
 *
 * Returns: owned by the caller. */
RecapSirekap *recap_sirekap_new (const RecapContest *contest, const RecapCandidates *candidates);
void recap_sirekap_free (RecapSirekap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapSirekap, recap_sirekap_free)

/* Lets a document have no more than @size bytes, from 1 to RECAP_DOCUMENT_MAX, which it may have
 * else. */
void recap_sirekap_set_max (RecapSirekap *self, gsize size);

/* Reads the document @bytes of the file @name, or what is left in @source, and gives its forms to
 * @visitor:
 *
 * - the document of one TPS: one form. Its code is that of the file name, or the only one of 13
 *   digits in the name or path, or its member 'kode' or 'code';
 * - sums of a region with a 'table' of its children: a form for each child, with its code, and the
 *   TPS that are registered and received from 'progres'. Its 'chart' is what Sirekap says that
 *   their sum is: a total, not a form, of the region that they lie in;
 * - several of these: in an array, in an object by code or path, or one a line. Of a @source that
 *   does not fit into RECAP_DOCUMENT_MAX only one is in memory at a time. A bad line does no harm
 *   to the others;
 * - an object of candidates by the code of a TPS.
 *
 * Each form has ts as waktu, psu, and @name as its file, with the line when there are several. A
 * field that cannot be in such a document is not carried, one that is null or absent is blank.
 * Names of regions are not in the documents and stay empty, so does sumber.
 *
 * Return: FALSE with @error RECAP_ERROR_USAGE when its candidates cannot be known without a list
 *         that was not given, or as recap_json_pieces_next(). Whatever else is wrong goes to
 *         @visitor. */
gboolean recap_sirekap_read (RecapSirekap *self, const char *name, const char *bytes, gsize size,
                             const RecapSirekapVisitor *visitor, GError **error);
gboolean recap_sirekap_read_source (RecapSirekap *self, RecapSource *source,
                                    const RecapSirekapVisitor *visitor, GError **error);

G_END_DECLS
