# Messages in Indonesian, found without being installed; results do not change with the language.
if [ ! -e "$builddir/po/id/LC_MESSAGES/recap.mo" ]; then
    echo "no catalogue was made: msgfmt is not installed"
    exit 77
fi
export LANGUAGE=id RECAP_LOCALEDIR="$builddir/po"
printf 'kontes,kode,sumber,s01\nppwp,3907122001001,plano,1O3\n' > t.csv
recap-check t.csv || echo "status $?"
recap-diff t.csv || echo "status $?"
printf 'kontes,kode,sumber,s01,s02,s03,suara_sah\nppwp,3907122001001,plano,1,2,3,7\n' > t.csv
recap-check -v t.csv > indonesian.csv || echo "status $?"
unset LANGUAGE
recap-check t.csv > english.csv || echo "status $?"
cmp indonesian.csv english.csv
