/* Numbers that look random and are the same for one seed on every machine (splitmix64). */
#pragma once

#include <glib.h>

typedef struct {
    guint64 state;
} GenRandom;

static inline guint64
gen_random_next (GenRandom *self)
{
    guint64 z = self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
    return z ^ (z >> 31);
}

/* Returns: a number from 0 to @limit - 1; @limit must be from 1 to 2^31. */
static inline gint
gen_random_below (GenRandom *self, gint limit)
{
    return (gint)((gen_random_next (self) >> 33) % (guint64)limit);
}

/* Returns: a number from @low to @high, both included. */
static inline gint
gen_random_between (GenRandom *self, gint low, gint high)
{
    return low + gen_random_below (self, high - low + 1);
}

/* Returns: TRUE once in @n times. */
static inline gboolean
gen_random_one_in (GenRandom *self, gint n)
{
    return gen_random_below (self, n) == 0;
}

/* Returns: a step through @n things that meets each of them. */
static inline guint
gen_find_step (guint n)
{
    for (guint step = 5;; step++) {
        guint a = step, b = n; /* until their greatest common divisor is in a */
        while (b > 0) {
            guint rest = a % b;
            a = b;
            b = rest;
        }
        if (a == 1)
            return step;
    }
}
