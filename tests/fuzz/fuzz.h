/* What the fuzz targets share. */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "contest.h"
#include "count.h"
#include "error.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Returns: the contests that are built in, loaded once. */
static inline const RecapContests *
fuzz_contests (void)
{
    static RecapContests *contests;
    if (contests == NULL)
        contests = recap_contests_load (NULL, NULL);
    g_assert (contests != NULL);
    return contests;
}

/* Makes a file in memory of @size bytes; one that was made before is gone.
 *
 * Returns: its path. */
static inline const char *
fuzz_file (const void *data, size_t size)
{
    static char path[64];
    static int fd = -1;
    if (fd < 0) {
        fd = memfd_create ("fuzz", MFD_CLOEXEC);
        g_snprintf (path, sizeof path, "/proc/self/fd/%d", fd);
    }
    if (ftruncate (fd, 0) != 0 || pwrite (fd, data, size, 0) != (ssize_t)size)
        g_error ("no memory for a file");
    return path;
}

/* Cuts an input into two at the first line '%%'.
 *
 * Returns: what stands before; what stands behind, maybe nothing, is in *@ret_rest. */
static inline RecapText
fuzz_split (const uint8_t *data, size_t size, RecapText *ret_rest)
{
    static const char mark[] = "%%\n";
    const char *bytes = (const char *)data;
    const char *end = bytes + size;

    for (const char *line = bytes; line < end;) {
        const char *newline = memchr (line, '\n', (gsize)(end - line));
        const char *next = newline != NULL ? newline + 1 : end;
        if ((gsize)(next - line) == strlen (mark) && memcmp (line, mark, strlen (mark)) == 0) {
            *ret_rest = (RecapText){ next, (gsize)(end - next) };
            return (RecapText){ bytes, (gsize)(line - bytes) };
        }
        line = next;
    }
    *ret_rest = (RecapText){ end, 0 };
    return (RecapText){ bytes, size };
}

/* Takes the first line off @text.
 *
 * Returns: the line without its end; empty at the end of @text, too. */
static inline RecapText
fuzz_line (RecapText *text)
{
    const char *newline = text->size > 0 ? memchr (text->bytes, '\n', text->size) : NULL;
    RecapText line = { text->bytes, newline != NULL ? (gsize)(newline - text->bytes) : text->size };
    gsize taken = MIN (line.size + 1, text->size);

    *text = (RecapText){ text->bytes + taken, text->size - taken };
    return line;
}

/* What was read is there, or else an error of this library with a message. */
static inline void
fuzz_check (gboolean ok, const GError *error)
{
    g_assert (ok == (error == NULL));
    g_assert (ok || error->message[0] != '\0');
    g_assert (ok || error->domain == RECAP_ERROR);
}

/* A cell that was read has one of the states that a source can give it. */
static inline void
fuzz_check_cell (RecapCell cell)
{
    g_assert (cell <= RECAP_COUNT_MAX && cell >= RECAP_CELL_UNREADABLE);
}
