/* Memory that is given back all at once. */
#include "arena.h"
#include "unit.h"

static void
test_take (void)
{
    g_autoptr (RecapArena) arena = recap_arena_new ();
    static const gsize sizes[] = { 1, 15, 16, 17, 100, 32 * 1024, 32 * 1024 + 1, 300 * 1024, 3 };
    GPtrArray *pieces = g_ptr_array_new ();

    /* Every piece is whole and aligned, whatever came between; also texts of odd sizes. */
    for (guint i = 0; i < 2000; i++) {
        gsize size = sizes[i % (i < 100 ? G_N_ELEMENTS (sizes) : 5)];
        char *piece = recap_arena_take (arena, size);
        UNIT_INT ((guintptr)piece % 16, 0);
        memset (piece, (int)(i % 251), size);
        g_ptr_array_add (pieces, piece);
        recap_arena_copy (arena, (RecapText){ "abc", i % 4 });
    }
    for (guint i = 0; i < pieces->len; i++) {
        gsize size = sizes[i % (i < 100 ? G_N_ELEMENTS (sizes) : 5)];
        const guint8 *piece = pieces->pdata[i];
        UNIT_TRUE (piece[0] == i % 251 && piece[size - 1] == i % 251);
    }
    g_ptr_array_unref (pieces);
}

static void
test_copy (void)
{
    g_autoptr (RecapArena) arena = recap_arena_new ();
    char text[] = "abcdef";
    const char *copy = recap_arena_copy (arena, (RecapText){ text, 3 });
    const char *other = recap_arena_copy (arena, (RecapText){ text, 3 });

    text[0] = 'x';
    UNIT_STRING (copy, "abc"); /* ends where it is said to */
    UNIT_TRUE (copy != other);
    UNIT_STRING (recap_arena_copy (arena, RECAP_TEXT_EMPTY), "");
    UNIT_STRING (recap_arena_copy (arena, (RecapText){ NULL, 0 }), "");
}

static void
test_intern (void)
{
    g_autoptr (RecapArena) arena = recap_arena_new ();
    const char *first = recap_arena_intern (arena, recap_text ("PASIR"));

    UNIT_TRUE (recap_arena_intern (arena, (RecapText){ "PASIR PUTIH", 5 }) == first);
    UNIT_TRUE (recap_arena_intern (arena, recap_text ("PASIR PUTIH")) != first);
    UNIT_STRING (recap_arena_intern (arena, recap_text ("PASIR PUTIH")), "PASIR PUTIH");
    /* Texts that differ behind a NUL are two. */
    const char *nul = recap_arena_intern (arena, (RecapText){ "a\0b", 3 });
    UNIT_TRUE (recap_arena_intern (arena, (RecapText){ "a\0c", 3 }) != nul);
    UNIT_TRUE (memcmp (nul, "a\0b", 4) == 0);
    UNIT_STRING (recap_arena_intern (arena, RECAP_TEXT_EMPTY), "");
}

UNIT_MAIN ("arena", { "pieces", test_take }, { "copies", test_copy },
           { "equal texts", test_intern })
