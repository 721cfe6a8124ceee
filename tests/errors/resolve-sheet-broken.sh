# A file that is called a workbook and is none, and one that is cut short.
. "$srcdir/tests/errors/decision-sheet.subr"
echo broken > broken.xlsx
recap-resolve -q -d broken.xlsx -o final.csv plano.csv || echo "status $?"
head -c 2000 kerja.xlsx > cut.xlsx
recap-resolve -q -d cut.xlsx -o final.csv plano.csv || echo "status $?"
