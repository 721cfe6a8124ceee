/* The data files that are built into the library. */
#pragma once

typedef struct {
    const char *name; /* 'ppwp.contest' */
    const char *text;
} RecapBuiltin;

/* Ends with an entry whose name is NULL. */
extern const RecapBuiltin recap_builtin[];
