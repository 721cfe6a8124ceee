# --pdf: LibreOffice prints the workbook beside it; thousands have a dot, whatever the locale.
command -v soffice > path || { echo "soffice is not installed"; exit 77; }
awk -v desa='32 4' -f "$srcdir/tests/cli/report-table.awk" > t.csv
mkdir 'map keluar'
recap-report -q --pdf -o 'map keluar/berita acara.1.xlsx' t.csv
ls 'map keluar'
head -c 5 'map keluar/berita acara.1.pdf'
echo
if command -v pdftotext > path; then
    pdftotext -layout 'map keluar/berita acara.1.pdf' text
    grep -q 'ALAT BANTU' text || echo 'the PDF does not say ALAT BANTU'
    grep -q ' [0-9]\.[0-9][0-9][0-9] ' text || echo 'no dot between thousands'
fi
