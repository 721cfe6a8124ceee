# A dash in the sheet could mean that nothing was decided.
. "$srcdir/tests/errors/decision-sheet.subr"
printf 'K6\t-\nL6\tplano\n' | decide
