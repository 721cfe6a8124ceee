/* A worker does its jobs one after the other, and whoever waits sees what they did. */
#include "unit.h"
#include "worker.h"

/* What the jobs and their giver hand to each other. */
typedef struct {
    guint given;
    guint n_done;
    guint64 sum;
    gulong pause; /* microseconds that a job takes */
} Desk;

static void
work (gpointer data)
{
    Desk *desk = data;

    if (desk->pause > 0)
        g_usleep (desk->pause);
    desk->n_done++;
    desk->sum += desk->given;
}

static void
test_jobs_one_after_the_other (void)
{
    Desk desk = { 0 };
    g_autoptr (RecapWorker) worker = recap_worker_new ("test", work, &desk);

    recap_worker_wait (worker); /* for nothing yet */
    UNIT_INT (desk.n_done, 0);
    for (guint i = 1; i <= 2000; i++) {
        desk.given = i;
        recap_worker_start (worker);
        recap_worker_wait (worker);
        UNIT_INT (desk.n_done, i);
    }
    recap_worker_wait (worker);
    UNIT_INT (desk.sum, 2000 * 2001 / 2);
}

/* What was begun is done, also when its worker is freed. */
static void
test_free_waits (void)
{
    for (guint n_jobs = 0; n_jobs < 3; n_jobs++) {
        Desk desk = { .pause = 2000 };
        RecapWorker *worker = recap_worker_new ("test", work, &desk);
        for (guint i = 0; i < n_jobs; i++) {
            recap_worker_wait (worker);
            recap_worker_start (worker);
        }
        recap_worker_free (worker);
        UNIT_INT (desk.n_done, n_jobs);
    }
    recap_worker_free (NULL);
}

UNIT_MAIN ("worker", { "jobs one after the other", test_jobs_one_after_the_other },
           { "free waits", test_free_waits })
