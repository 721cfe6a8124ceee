# A time with the month before the day.
. "$srcdir/tests/errors/decision-sheet.subr"
printf 'K6\t65\nL6\tplano\nP6\t2/20/2024 14.05\n' | decide
