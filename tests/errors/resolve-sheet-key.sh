# The key of a row was changed, that of another one deleted.
. "$srcdir/tests/errors/decision-sheet.subr"
printf 'S6\tppwp\nS7\t\nK7\t66\nL7\tplano\n' | decide
