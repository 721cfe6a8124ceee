# A ground that is none.
. "$srcdir/tests/errors/decision-sheet.subr"
printf 'K6\t65\nL6\tplanno\n' | decide
