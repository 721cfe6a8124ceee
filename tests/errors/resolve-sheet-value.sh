# A number typed into the sheet that is none.
. "$srcdir/tests/errors/decision-sheet.subr"
printf 'K6\t6S\nL6\tplano\n' | decide
