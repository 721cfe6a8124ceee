#include "config.h"

#include "worker.h"

struct _RecapWorker {
    const char *name;
    RecapWorkerFunc func;
    gpointer data;
    gboolean begun;  /* the first job was */
    GThread *thread; /* NULL: there is none */
    GMutex mutex;    /* guards what follows */
    GCond changed;
    gboolean busy; /* a job is to be done, or being done */
    gboolean stop;
};

RecapWorker *
recap_worker_new (const char *name, RecapWorkerFunc func, gpointer data)
{
    g_return_val_if_fail (name != NULL && func != NULL, NULL);

    RecapWorker *self = g_new0 (RecapWorker, 1);
    self->name = name;
    self->func = func;
    self->data = data;
    g_mutex_init (&self->mutex);
    g_cond_init (&self->changed);
    return self;
}

void
recap_worker_free (RecapWorker *self)
{
    if (self == NULL)
        return;
    if (self->thread != NULL) {
        g_mutex_lock (&self->mutex);
        self->stop = TRUE;
        g_cond_signal (&self->changed);
        g_mutex_unlock (&self->mutex);
        g_thread_join (self->thread);
    }
    g_mutex_clear (&self->mutex);
    g_cond_clear (&self->changed);
    g_free (self);
}

static gpointer
run_thread (gpointer data)
{
    RecapWorker *self = data;

    g_mutex_lock (&self->mutex);
    while (self->busy || !self->stop) {
        if (!self->busy) {
            g_cond_wait (&self->changed, &self->mutex);
            continue;
        }
        g_mutex_unlock (&self->mutex);
        self->func (self->data);
        g_mutex_lock (&self->mutex);
        self->busy = FALSE;
        g_cond_signal (&self->changed);
    }
    g_mutex_unlock (&self->mutex);
    return NULL;
}

void
recap_worker_start (RecapWorker *self)
{
    g_return_if_fail (self != NULL);

    if (!self->begun && g_get_num_processors () > 1)
        self->thread = g_thread_try_new (self->name, run_thread, self, NULL);
    self->begun = TRUE;
    if (self->thread == NULL) {
        self->func (self->data);
        return;
    }
    g_mutex_lock (&self->mutex);
    g_assert (!self->busy);
    self->busy = TRUE;
    g_cond_signal (&self->changed);
    g_mutex_unlock (&self->mutex);
}

void
recap_worker_wait (RecapWorker *self)
{
    g_return_if_fail (self != NULL);

    if (self->thread == NULL)
        return;
    g_mutex_lock (&self->mutex);
    while (self->busy)
        g_cond_wait (&self->changed, &self->mutex);
    g_mutex_unlock (&self->mutex);
}
