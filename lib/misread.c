#include "config.h"

#include "misread.h"

#include <glib/gi18n-lib.h>

#include "builtin.h"
#include "count.h"
#include "error.h"

/* What can happen to a number on its way from the paper; each has its word in the catalogue. */
typedef enum {
    CAUSE_FILLER_8,
    CAUSE_FILLER,
    CAUSE_MISREAD,
    CAUSE_HUNDREDS,
    CAUSE_LOST,
    CAUSE_DOUBLED,
    CAUSE_SWAPPED,
    CAUSE_TIMES,
    CAUSE_DIVIDED,
    CAUSE_EMPTY,
    N_CAUSES,
} Cause;

static const char *const words[N_CAUSES] = {
    [CAUSE_FILLER_8] = "x-terbaca-8",     [CAUSE_FILLER] = "x-terbaca-angka",
    [CAUSE_MISREAD] = "angka-salah-baca", [CAUSE_HUNDREDS] = "ratusan-tambahan",
    [CAUSE_LOST] = "angka-hilang",        [CAUSE_DOUBLED] = "angka-ganda",
    [CAUSE_SWAPPED] = "angka-tertukar",   [CAUSE_TIMES] = "kali-sepuluh",
    [CAUSE_DIVIDED] = "bagi-sepuluh",     [CAUSE_EMPTY] = "kosong-nol",
};

G_STATIC_ASSERT (N_CAUSES <= RECAP_MISREAD_MAX);

/* The numbers of the group [cara]. */
typedef enum {
    FACTOR_LOST,
    FACTOR_DOUBLED,
    FACTOR_SWAPPED,
    FACTOR_TIMES,
    FACTOR_DIVIDED,
    FACTOR_HUNDREDS,
    FACTOR_EMPTY,
    FACTOR_FURTHER,
    FACTOR_MIXED,
    FACTOR_THRESHOLD,
    N_FACTORS,
} Factor;

static const char *const factor_keys[N_FACTORS] = {
    [FACTOR_LOST] = "hilang",
    [FACTOR_DOUBLED] = "ganda",
    [FACTOR_SWAPPED] = "tertukar",
    [FACTOR_TIMES] = "kali_sepuluh",
    [FACTOR_DIVIDED] = "bagi_sepuluh",
    [FACTOR_HUNDREDS] = "ratusan",
    [FACTOR_EMPTY] = "nol",
    [FACTOR_FURTHER] = "tambahan",
    [FACTOR_MIXED] = "campuran",
    [FACTOR_THRESHOLD] = "ambang",
};

/* What stands in a box: a digit, or the X of a box that is not needed. */
enum { FILLER = 10, N_SIGNS };

enum { FACTOR_SURE = 1000, N_BOXES = 3, N_BOXES_MAX = 4, READ_DIGITS_MAX = 5 };

struct _RecapMisreads {
    GPtrArray *causes;       /* RecapCause */
    guint places[N_CAUSES];  /* index in causes */
    guint read[N_SIGNS][10]; /* weight of reading a sign as a digit */
    guint factors[N_FACTORS];
};

/* ---- the catalogue ---- */

static void
cause_free (gpointer data)
{
    RecapCause *cause = data;
    g_free (cause->word);
    g_free (cause->label);
    g_free (cause->explanation);
    g_free (cause->action);
    g_free (cause);
}

static gboolean
set_group_error (const char *name, const char *group, const char *what, GError **error)
{
    RecapOrigin origin = { name, 0, 0 };
    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, "[%s]: %s", group, what);
    return FALSE;
}

/* Reads a number from 0 to @limit. */
static gboolean
parse_weight (const char *text, guint limit, guint *ret_weight)
{
    gint64 count;
    if (text == NULL || !recap_count_parse (recap_text (text), &count) || count > limit)
        return FALSE;
    *ret_weight = (guint)count;
    return TRUE;
}

static gboolean
take_confusions (RecapMisreads *self, GKeyFile *file, const char *name, GError **error)
{
    for (guint sign = 0; sign < N_SIGNS; sign++) {
        const char key[] = { sign == FILLER ? 'X' : (char)('0' + sign), '\0' };
        g_autofree char *text = g_key_file_get_string (file, "terbaca", key, NULL);
        g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", " ", -1);
        if (g_strv_length (parts) != G_N_ELEMENTS (self->read[sign]))
            return set_group_error (
                name, "terbaca", _ ("0 to 9 and X need ten weights each, from 0 to 1000"), error);
        for (guint digit = 0; digit < G_N_ELEMENTS (self->read[sign]); digit++)
            if (!parse_weight (parts[digit], FACTOR_SURE, &self->read[sign][digit]))
                return set_group_error (name, "terbaca",
                                        _ ("0 to 9 and X need ten weights each, from 0 to 1000"),
                                        error);
    }
    return TRUE;
}

static gboolean
take_factors (RecapMisreads *self, GKeyFile *file, const char *name, GError **error)
{
    for (guint i = 0; i < N_FACTORS; i++) {
        g_autofree char *text = g_key_file_get_string (file, "cara", factor_keys[i], NULL);
        if (!parse_weight (text, FACTOR_SURE, &self->factors[i])) {
            g_autofree char *what =
                g_strdup_printf (_ ("%s must be a weight from 0 to 1000"), factor_keys[i]);
            return set_group_error (name, "cara", what, error);
        }
    }
    return TRUE;
}

static gboolean
take_cause (RecapMisreads *self, GKeyFile *file, const char *group, const char *name,
            GError **error)
{
    RecapCause *cause = g_new0 (RecapCause, 1);
    g_ptr_array_add (self->causes, cause);
    cause->word = g_strdup (group);
    cause->label = g_key_file_get_string (file, group, "label", NULL);
    cause->explanation = g_key_file_get_string (file, group, "penjelasan", NULL);
    cause->action = g_key_file_get_string (file, group, "tindakan", NULL);
    if (cause->label == NULL || cause->explanation == NULL || cause->action == NULL)
        return set_group_error (name, group, _ ("label, penjelasan and tindakan are required"),
                                error);
    g_autofree char *weight = g_key_file_get_string (file, group, "bobot", NULL);
    if (weight != NULL && !parse_weight (weight, RECAP_MISREAD_SURE, &cause->weight))
        return set_group_error (name, group, _ ("bobot must be a weight from 0 to 1000000"), error);
    return TRUE;
}

/* Notes where the causes are that digits alone can show. */
static gboolean
place_causes (RecapMisreads *self, const char *name, GError **error)
{
    for (guint i = 0; i < N_CAUSES; i++) {
        guint place = 0;
        while (place < self->causes->len &&
               strcmp (recap_misreads_get_cause (self, place)->word, words[i]) != 0)
            place++;
        if (place == self->causes->len)
            return set_group_error (name, words[i], _ ("this cause is required"), error);
        self->places[i] = place;
    }
    return TRUE;
}

RecapMisreads *
recap_misreads_parse (const char *text, const char *name, GError **error)
{
    g_autoptr (RecapMisreads) self = g_new0 (RecapMisreads, 1);
    g_autoptr (GKeyFile) file = g_key_file_new ();
    g_autoptr (GError) local = NULL;

    self->causes = g_ptr_array_new_with_free_func (cause_free);
    if (!g_key_file_load_from_data (file, text, G_MAXSIZE, G_KEY_FILE_NONE, &local)) {
        RecapOrigin origin = { name, 0, 0 };
        recap_error_set (error, RECAP_ERROR_SYNTAX, &origin, "%s", local->message);
        return NULL;
    }
    if (!take_confusions (self, file, name, error) || !take_factors (self, file, name, error))
        return NULL;
    g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);
    for (guint i = 0; groups[i] != NULL; i++)
        if (strcmp (groups[i], "terbaca") != 0 && strcmp (groups[i], "cara") != 0 &&
            !take_cause (self, file, groups[i], name, error))
            return NULL;
    if (!place_causes (self, name, error))
        return NULL;
    return g_steal_pointer (&self);
}

RecapMisreads *
recap_misreads_load (GError **error)
{
    const RecapBuiltin *b = recap_builtin;
    while (b->name != NULL && strcmp (b->name, "causes.conf") != 0)
        b++;
    g_assert (b->name != NULL);
    return recap_misreads_parse (b->text, b->name, error);
}

void
recap_misreads_free (RecapMisreads *self)
{
    if (self == NULL)
        return;
    g_ptr_array_unref (self->causes);
    g_free (self);
}

guint
recap_misreads_get_n_causes (const RecapMisreads *self)
{
    return self->causes->len;
}

const RecapCause *
recap_misreads_get_cause (const RecapMisreads *self, guint index)
{
    g_return_val_if_fail (index < self->causes->len, NULL);
    return self->causes->pdata[index];
}

const RecapCause *
recap_misreads_find_cause (const RecapMisreads *self, const char *word)
{
    for (guint i = 0; i < self->causes->len; i++) {
        const RecapCause *cause = self->causes->pdata[i];
        if (strcmp (cause->word, word) == 0)
            return cause;
    }
    return NULL;
}

/* ---- ways ---- */

/* One change between paper and data. */
typedef struct {
    Cause cause;
    guint from; /* a sign */
    guint to;   /* a digit */
} Change;

/* A way that is being tried: the boxes before @box gave the digits before @at. */
typedef struct {
    guint box;
    guint at;
    guint n_right; /* digits of the paper that were read as they are */
    guint n_added; /* ... and of these may be one that the paper does not have */
    guint n_changes;
    gboolean moved;   /* boxes changed ... */
    gboolean misread; /* ... and signs */
    guint weight;
    Change changes[N_BOXES_MAX + 1];
} Way;

typedef struct {
    const RecapMisreads *catalogue;
    guint signs[N_BOXES_MAX]; /* on paper */
    guint n_boxes;
    guint digits[READ_DIGITS_MAX]; /* read */
    guint n_digits;
    Way best[N_CAUSES]; /* of each cause; weight 0: none */
} Search;

static gboolean
is_move (Cause cause)
{
    return cause >= CAUSE_LOST;
}

/* Adds a change of weight @factor to @way and goes on behind @n_boxes boxes and @n_digits digits.
 *
 * Returns: FALSE when the way is no longer likely enough. */
static gboolean
add_change (const Search *search, Way *way, Change change, guint factor)
{
    const guint *factors = search->catalogue->factors;
    guint64 weight = (guint64)way->weight * factor / FACTOR_SURE;

    if (way->n_changes == G_N_ELEMENTS (way->changes))
        return FALSE;
    if (way->n_changes > 0)
        weight = weight * factors[FACTOR_FURTHER] / FACTOR_SURE;
    if (is_move (change.cause) ? way->misread && !way->moved : way->moved && !way->misread)
        weight = weight * factors[FACTOR_MIXED] / FACTOR_SURE;
    way->moved |= is_move (change.cause);
    way->misread |= !is_move (change.cause);
    way->changes[way->n_changes++] = change;
    way->weight = (guint)weight;
    return weight >= MAX (factors[FACTOR_THRESHOLD], 1);
}

/* The name of a way is that of its most remarkable change: of the boxes, of the hundreds, of the
 * filler, and only then of a digit. */
static Cause
name_way (const Way *way)
{
    static const guint ranks[N_CAUSES] = {
        [CAUSE_MISREAD] = 0,  [CAUSE_FILLER] = 1,  [CAUSE_FILLER_8] = 2,
        [CAUSE_HUNDREDS] = 3, [CAUSE_LOST] = 4,    [CAUSE_DOUBLED] = 5,
        [CAUSE_SWAPPED] = 6,  [CAUSE_DIVIDED] = 7, [CAUSE_TIMES] = 8,
    };
    Cause name = way->changes[0].cause;
    for (guint i = 1; i < way->n_changes; i++)
        if (ranks[way->changes[i].cause] > ranks[name])
            name = way->changes[i].cause;
    return name;
}

/* Where boxes changed, one digit must be left that tells the number again: without it anything
 * could have become anything. */
static void
take_way (Search *search, const Way *way)
{
    if (way->n_changes == 0 || (way->moved && way->n_right <= way->n_added))
        return;
    Way *best = &search->best[name_way (way)];
    if (way->weight > best->weight)
        *best = *way;
}

static void try_boxes (Search *search, const Way *way);

/* Tries the box as read as one digit. */
static void
try_digit (Search *search, const Way *way, guint sign)
{
    guint digit = search->digits[way->at];
    Way next = *way;

    next.box++;
    next.at++;
    if (sign == digit) {
        next.n_right++;
        try_boxes (search, &next);
        return;
    }
    Cause cause = sign != FILLER ? CAUSE_MISREAD : digit == 8 ? CAUSE_FILLER_8 : CAUSE_FILLER;
    if (add_change (search, &next, (Change){ cause, sign, digit },
                    search->catalogue->read[sign][digit]))
        try_boxes (search, &next);
}

/* Tries the box of the hundreds as read as a higher digit. In a box with an X this is another name
 * for the X being read, and comes after it. */
static void
try_hundreds (Search *search, const Way *way, guint sign)
{
    const guint *factors = search->catalogue->factors;
    guint digit = search->digits[way->at];
    guint factor = factors[FACTOR_HUNDREDS];
    Way next = *way;

    if (way->box + N_BOXES != search->n_boxes || (sign != FILLER && sign >= digit) || digit == 0)
        return;
    if (sign == FILLER)
        factor = factor * factors[FACTOR_MIXED] / FACTOR_SURE;
    next.box++;
    next.at++;
    if (add_change (search, &next, (Change){ CAUSE_HUNDREDS, sign, digit }, factor))
        try_boxes (search, &next);
}

/* Tries the digit as a zero in front, which nobody sees in the number. */
static void
try_zero (Search *search, const Way *way, guint sign)
{
    Way next = *way;
    next.box++;
    if (sign == 0 || add_change (search, &next, (Change){ CAUSE_MISREAD, sign, 0 },
                                 search->catalogue->read[sign][0]))
        try_boxes (search, &next);
}

static void
try_lost (Search *search, const Way *way, guint sign)
{
    Way next = *way;
    next.box++;
    for (guint i = 0; i < way->n_changes; i++)
        if (is_move (way->changes[i].cause) && way->changes[i].cause != CAUSE_LOST)
            return;
    if (add_change (search, &next, (Change){ CAUSE_LOST, sign, 0 },
                    search->catalogue->factors[FACTOR_LOST]))
        try_boxes (search, &next);
}

static void
try_doubled (Search *search, const Way *way, guint sign)
{
    guint digit = search->digits[way->at];
    Way next = *way;

    if (way->moved || way->at + 1 >= search->n_digits || search->digits[way->at + 1] != digit)
        return;
    next.box++;
    next.at += 2;
    if (sign == digit)
        next.n_right++;
    if (!add_change (search, &next, (Change){ CAUSE_DOUBLED, sign, digit },
                     search->catalogue->factors[FACTOR_DOUBLED]))
        return;
    if (sign == digit || add_change (search, &next, (Change){ CAUSE_MISREAD, sign, digit },
                                     search->catalogue->read[sign][digit]))
        try_boxes (search, &next);
}

static void
try_swapped (Search *search, const Way *way, guint sign)
{
    Way next = *way;

    if (way->moved || way->box + 1 >= search->n_boxes)
        return;
    guint other = search->signs[way->box + 1];
    if (other == sign)
        return;
    if (search->digits[way->at] != other || way->at + 1 >= search->n_digits ||
        search->digits[way->at + 1] != sign)
        return;
    next.at += 2;
    next.box += 2;
    next.n_right += 2;
    if (add_change (search, &next, (Change){ CAUSE_SWAPPED, sign, other },
                    search->catalogue->factors[FACTOR_SWAPPED]))
        try_boxes (search, &next);
}

/* Tries everything that can have happened from box @way->box on. One call for each box, of which
 * there are at most four. */
static void
try_boxes (Search *search, const Way *way)
{
    if (way->box == search->n_boxes) {
        if (way->at == search->n_digits)
            take_way (search, way);
        return;
    }

    guint sign = search->signs[way->box];
    gboolean left = way->at < search->n_digits;
    if (left) {
        try_digit (search, way, sign);
        try_hundreds (search, way, sign);
    }
    if (sign == FILLER) {
        Way next = *way;
        next.box++;
        try_boxes (search, &next);
        return;
    }
    if (way->at == 0)
        try_zero (search, way, sign);
    try_lost (search, way, sign);
    if (left) {
        try_doubled (search, way, sign);
        try_swapped (search, way, sign);
    }
}

/* Writes @paper into the boxes. */
static void
fill_boxes (Search *search, guint paper)
{
    search->n_boxes = paper > 999 ? N_BOXES_MAX : N_BOXES;
    for (guint i = search->n_boxes; i > 0; i--) {
        search->signs[i - 1] = paper > 0 || i == search->n_boxes ? paper % 10 : FILLER;
        paper /= 10;
    }
}

static void
fill_digits (Search *search, guint read)
{
    guint reversed[READ_DIGITS_MAX];
    search->n_digits = 0;
    do {
        reversed[search->n_digits++] = read % 10;
        read /= 10;
    } while (read > 0);
    for (guint i = 0; i < search->n_digits; i++)
        search->digits[i] = reversed[search->n_digits - 1 - i];
}

static void
search_ways (Search *search, guint paper)
{
    const guint *factors = search->catalogue->factors;
    Way way = { .weight = RECAP_MISREAD_SURE };

    fill_boxes (search, paper);
    try_boxes (search, &way);
    if (paper > 0 && paper <= 999 &&
        add_change (search, &way, (Change){ CAUSE_TIMES, 0, 0 }, factors[FACTOR_TIMES])) {
        way.n_added = 1; /* the zero behind */
        fill_boxes (search, 10 * paper);
        try_boxes (search, &way);
    }
    way = (Way){ .weight = RECAP_MISREAD_SURE };
    if (paper >= 10 && paper % 10 == 0 &&
        add_change (search, &way, (Change){ CAUSE_DIVIDED, 0, 0 }, factors[FACTOR_DIVIDED])) {
        fill_boxes (search, paper / 10);
        try_boxes (search, &way);
    }
    way = (Way){ .weight = RECAP_MISREAD_SURE };
    if (search->n_digits == 1 && search->digits[0] == 0 &&
        add_change (search, &way, (Change){ CAUSE_EMPTY, 0, 0 }, factors[FACTOR_EMPTY]))
        search->best[CAUSE_EMPTY] = way;
}

/* ---- what is given ---- */

static void
describe_change (const Change *change, char *text, gsize size)
{
    switch (change->cause) {
    case CAUSE_FILLER_8:
    case CAUSE_FILLER:
        g_snprintf (text, size, "huruf X pengisi terbaca %u", change->to);
        break;
    case CAUSE_MISREAD:
        g_snprintf (text, size, "angka %u terbaca %u", change->from, change->to);
        break;
    case CAUSE_HUNDREDS:
        if (change->from == FILLER)
            g_snprintf (text, size, "ratusan %u bertambah", change->to);
        else
            g_snprintf (text, size, "ratusan %u menjadi %u", change->from, change->to);
        break;
    case CAUSE_LOST:
        g_snprintf (text, size, "angka %u hilang", change->from);
        break;
    case CAUSE_DOUBLED:
        g_snprintf (text, size, "angka %u terbaca dua kali", change->from);
        break;
    case CAUSE_SWAPPED:
        g_snprintf (text, size, "angka %u dan %u tertukar", change->from, change->to);
        break;
    case CAUSE_TIMES:
        g_strlcpy (text, "angka bergeser satu kotak ke kiri", size);
        break;
    case CAUSE_DIVIDED:
        g_strlcpy (text, "angka 0 di belakang hilang", size);
        break;
    case CAUSE_EMPTY:
        g_strlcpy (text, "kosong tercatat 0", size);
        break;
    case N_CAUSES:
        g_assert_not_reached ();
    }
}

static RecapMisread
finish_way (const Search *search, Cause cause)
{
    const RecapMisreads *catalogue = search->catalogue;
    const Way *way = &search->best[cause];
    RecapMisread result = {
        .cause = recap_misreads_get_cause (catalogue, catalogue->places[cause])->word,
        .weight = way->weight,
    };
    for (guint i = 0; i < way->n_changes; i++) {
        char text[sizeof result.detail];
        describe_change (&way->changes[i], text, sizeof text);
        if (i > 0)
            g_strlcat (result.detail, ", ", sizeof result.detail);
        gsize size = g_strlcat (result.detail, text, sizeof result.detail);
        g_assert (size < sizeof result.detail);
    }
    return result;
}

guint
recap_misreads_explain (const RecapMisreads *self, gint64 paper, gint64 read,
                        RecapMisread *ret_ways, guint n_max)
{
    g_return_val_if_fail (self != NULL && (ret_ways != NULL || n_max == 0), 0);
    if (paper < 0 || paper > 9999 || read < 0 || read > 99999 || paper == read)
        return 0;

    Search search = { .catalogue = self };
    fill_digits (&search, (guint)read);
    search_ways (&search, (guint)paper);
    guint n = 0;
    while (n < n_max) {
        int first = -1;
        for (guint i = 0; i < N_CAUSES; i++) {
            guint weight = search.best[i].weight;
            guint most = first >= 0 ? search.best[first].weight : 0;
            if (weight > most ||
                (weight > 0 && weight == most && self->places[i] < self->places[first]))
                first = (int)i;
        }
        if (first < 0)
            break;
        ret_ways[n++] = finish_way (&search, (Cause)first);
        search.best[first].weight = 0;
    }
    return n;
}
