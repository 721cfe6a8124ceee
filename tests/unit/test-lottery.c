/* The draws by SHA-256, against numbers worked out from the digests that sha256sum prints. */
#include "lottery.h"

#include "unit.h"

static void
test_known_draws (void)
{
    static const struct {
        const char *seed;
        guint64 number;
        gint64 of_16, of_1000, of_many, of_most;
    } known[] = {
        { "12345", 1, 9, 573, 11743399220, 20669177902410938 },
        { "12345", 2, 4, 264, 5416360705, 9533161643553284 },
        { "12345", 10, 5, 350, 7180728079, 12638567706074556 },
        { "dadu 4 1 6 6 2", 1, 5, 370, 7576880334, 13335822502711163 },
        { "dadu 4 1 6 6 2", 2, 2, 187, 3833555494, 6747317282974162 },
        { "\xc3\xa9", 2, 14, 904, 18511445462, 32581397627392756 },
    };

    for (guint i = 0; i < G_N_ELEMENTS (known); i++) {
        const char *seed = known[i].seed;
        guint64 number = known[i].number;
        UNIT_INT (recap_lottery_draw (seed, number, 1), 0);
        UNIT_INT (recap_lottery_draw (seed, number, 16), known[i].of_16);
        UNIT_INT (recap_lottery_draw (seed, number, 1000), known[i].of_1000);
        UNIT_INT (recap_lottery_draw (seed, number, 20470119751), known[i].of_many);
        UNIT_INT (recap_lottery_draw (seed, number, RECAP_LOTTERY_MAX), known[i].of_most);
    }
}

static void
test_fair (void)
{
    enum { N = 10, DRAWS = 20000 };
    guint hits[N] = { 0 };

    for (guint i = 1; i <= DRAWS; i++)
        hits[recap_lottery_draw ("adil", i, N)]++;
    /* Five standard deviations of 2000 are 212. */
    for (guint i = 0; i < N; i++)
        UNIT_TRUE (hits[i] > 1788 && hits[i] < 2212);
}

UNIT_MAIN ("lottery", { "draws are those of sha256sum", test_known_draws },
           { "every number is as likely", test_fair })
