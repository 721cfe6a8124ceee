# A LibreOffice that makes nothing, one that crashes over half a PDF, and one during which the tool is
# ended: nothing of it is left behind, and the PDF that was there stays.
awk -v desa=1 -f "$srcdir/tests/cli/report-table.awk" > t.csv
tool=$(command -v recap-report)
echo 'of yesterday' > t.pdf

# try COMMAND: with a LibreOffice that does this; $7 is the folder for the PDF
try() {
    printf '#!/bin/sh\n%s\n' "$1" > soffice
    chmod +x soffice
    { PATH=$PWD:$PATH "$tool" -q --pdf -o t.xlsx t.csv || echo "status $?"; } 2> log
    sed "s|$PWD|HERE|" log
    echo $(ls) ": $(cat t.pdf)"
}
try 'exit 0'
try 'echo %PDF > "$7/t.pdf"; kill -9 $$'
try 'echo %PDF > "$7/t.pdf"; exit 1'
try 'echo %PDF > "$7/t.pdf"; kill -TERM $PPID; sleep 60' | grep -v Terminated
