# Half a decision.
. "$srcdir/tests/errors/decision-sheet.subr"
printf 'K6\t65\nP7\t14.05\n' | decide
