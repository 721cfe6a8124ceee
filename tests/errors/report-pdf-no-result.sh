# A LibreOffice that makes nothing; nothing of it is left behind.
awk -v desa=1 -f "$srcdir/tests/cli/report-table.awk" > t.csv
printf '#!/bin/sh\nexit 0\n' > soffice
chmod +x soffice
tool=$(command -v recap-report)
PATH=$PWD "$tool" -q --pdf -o t.xlsx t.csv 2> log || echo "status $?"
sed "s|$PWD|HERE|" log
ls
