# A number typed into the column SEMULA, of a row without a decision too.
. "$srcdir/tests/errors/decision-sheet.subr"
printf 'J6\t#64\nK6\t65\nL6\tplano\nF7\t#67\n' | decide
