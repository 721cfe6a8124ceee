/* A thread beside the caller: does one job after the other while he goes on. Private to the
 * library. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RecapWorker RecapWorker;

typedef void (*RecapWorkerFunc) (gpointer data);

/* Makes a worker that calls @func with @data for each job. Between recap_worker_start() and the
 * end of the next recap_worker_wait() what @func uses is the job's alone; else it is the caller's.
 * The thread, of the name @name, begins with the first job. Where there is only one processor, or
 * no thread is to be had, there is none: then the job is done by recap_worker_start().
 *
 * Returns: owned by the caller. */
RecapWorker *recap_worker_new (const char *name, RecapWorkerFunc func, gpointer data);

/* Waits for the job that is being done; the thread ends. */
void recap_worker_free (RecapWorker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapWorker, recap_worker_free)

/* Begins the next job. To be called when none is being done. */
void recap_worker_start (RecapWorker *self);

/* Returns when no job is being done any more. */
void recap_worker_wait (RecapWorker *self);

G_END_DECLS
