#!/bin/sh
# The main job of a secretary on the made-up kecamatan: from the typed table of the plano and the
# files of Sirekap to minutes in Excel. Run it in an empty folder with the tools in PATH and the
# folder of this script as its argument; './bootstrap demo' does that. A tool ends with 1 when it
# has something to report, which is what it is for; 2 is trouble and ends the job.
set -eu
samples=${1:?usage: demo.sh SAMPLES}
ln -sfn "$samples/kecamatan" kecamatan

# job WORDS COMMAND...: says what is done, shows the command, runs it
job() {
    printf '\n== %s\n$' "$1"
    shift
    printf ' %s' "$@"
    printf '\n'
    status=0
    "$@" || status=$?
    [ $status -le 1 ] || exit $status
}

# count FINDINGS: how many findings of each code there are, and what the code means
count() {
    recap-check --list | awk '
        FNR == NR { if ($0 ~ /^[A-Z][0-9]+  /) label[$1] = substr($0, 6); next }
        FNR == 1 { n_columns = split($0, name, ","); for (i = 1; i <= n_columns; i++) at[name[i]] = i; next }
        { split($0, field, ","); n[field[at["aturan"]]]++ }
        END { for (code in n) printf "%6d %s  %s\n", n[code], code, label[code] }
    ' - "$1" | LC_ALL=C sort -k 2
}

job 'Read the plano as it was typed' \
    recap-import -c ppwp -s plano -r kecamatan/register.csv --rejects tolak-plano.csv \
    -o plano.csv kecamatan/plano.csv
job 'Read the files of Sirekap' \
    recap-import -c ppwp -s sirekap -r kecamatan/register.csv --rejects tolak-sirekap.csv \
    -o sirekap.csv kecamatan/sirekap
job 'Check the arithmetic of each form: plano' \
    recap-check -r kecamatan/register.csv -o temuan-plano.csv plano.csv
count temuan-plano.csv
job 'Check the arithmetic of each form: Sirekap' \
    recap-check -r kecamatan/register.csv -o temuan-sirekap.csv sirekap.csv
count temuan-sirekap.csv
job 'Compare, the plano being the authority' \
    recap-diff -o selisih.csv plano.csv sirekap.csv
count selisih.csv
job 'What can the differences still change?' \
    recap-effect -F temuan-plano.csv -F selisih.csv -r kecamatan/register.csv --by kecamatan \
    --format text plano.csv
job 'Apply what the plenary decided' \
    recap-resolve -d kecamatan/decisions.csv -F temuan-plano.csv --log pembetulan.csv \
    -o final.csv plano.csv
job 'Add up by desa and by kecamatan' \
    recap-sum --by desa -r kecamatan/register.csv -o desa.csv final.csv
job 'Add up the sums' \
    recap-sum --by kecamatan -o kecamatan.csv desa.csv
job 'Write the minutes' \
    recap-report -m kecamatan/meeting.conf -F temuan-plano.csv -F selisih.csv \
    -d kecamatan/decisions.csv -o minutes.xlsx final.csv

# The same in one command. It writes beside its meeting file, so it gets a folder of its own.
rm -rf rapat
cp -R "$samples/kecamatan" rapat
chmod -R u+w rapat
job 'All of this in one command' recap-pleno rapat/meeting.conf
