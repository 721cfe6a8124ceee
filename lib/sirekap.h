/* The documents of KPU's Sirekap: one JSON document is one form. */
#pragma once

#include <glib.h>

#include "form.h"
#include "reject.h"

G_BEGIN_DECLS

typedef struct _RecapSirekap RecapSirekap;

/* Makes a reader for documents of @contest, which must live as long. Its forms have one cell for
 * each field of the contest, in form order.
 *
 * Returns: owned by the caller. */
RecapSirekap *recap_sirekap_new (const RecapContest *contest);
void recap_sirekap_free (RecapSirekap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapSirekap, recap_sirekap_free)

/* Reads the document of one TPS into @form: code and TPS number from the last component of @name
 * (13 digits before '.json' or '.json.gz'), ts as waktu, psu, @name as asal, the cells. A field
 * that Sirekap never has is not carried, one that is null or absent is blank. Names of regions are
 * not in the document and stay empty, so does sumber. What @form holds belongs to the reader, to
 * @bytes or to @name, until the next call.
 *
 * Returns: FALSE when the document is none of this contest or something in it cannot be taken:
 *          @reject was then called once for each reason. */
gboolean recap_sirekap_read (RecapSirekap *self, const char *name, const char *bytes, gsize size,
                             RecapForm *form, RecapRejectFunc reject, gpointer data);

G_END_DECLS
