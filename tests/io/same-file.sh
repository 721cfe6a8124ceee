# No output is written over an input or another output, whatever names the file has; every option of
# every tool that takes a value is in one of the columns.
. "$srcdir/tests/io/lib.sh"
mkdir work
cd work
make_table 2 plano 0 > A.csv
cp A.csv in.csv

# untouched: the inputs are as they were, and nothing else is there
untouched() {
    cmp -s A.csv in.csv || wrong "an input was overwritten"
    want_left A.csv in.csv "$@"
}

# refused TEXT ARGUMENT...: the tool says so, and does nothing
refused() {
    text=$1
    shift
    run 2 -- "$tool" "$@"
    grep -q -F -e "$text" err || wrong "does not say \"$text\": $(head -n 1 err)"
    untouched
}

# Of one tool: every output as every input, every output as every other.
try() {
    for out in -o $writes; do
        for in in $reads; do
            refused "$out 'in.csv' would overwrite $in 'in.csv'" $out in.csv $in in.csv A.csv
        done
        refused "$out 'A.csv' would overwrite the input 'A.csv'" $out A.csv A.csv
        refused "$out 'A.csv' would overwrite the input '/dev/stdin'" $out A.csv < A.csv
        for other in $writes; do
            [ $out = $other ] ||
                refused "are the same file" $out new.csv $other ./new.csv A.csv
        done
    done
    printf -- '--%s\n' output $(echo "$reads $writes $rest" | sed 's/--//g') | sed '/^--$/d' |
        LC_ALL=C sort > ../known
    "$tool" --help | sed -n 's/^ .* *--\([a-z-]*\)=.*/--\1/p' | LC_ALL=C sort > ../options
    diff ../known ../options > ../differences ||
        wrong "options that name a file, or do not: $(cat ../differences)"
}

while IFS='|' read -r tool reads writes rest; do
    tool=$(echo $tool)
    try < /dev/null
done << 'END'
recap-audit   | --register --plan --counts | --batches | --risk --seed --contest --region --winners --max-draws
recap-check   | --register --rules | | --format
recap-diff    | --toward | --accuracy | --fields --region --precedence --format
recap-effect  | --findings --decisions --register --rules --seats | | --by --passed --format
recap-import  | --profile --register --candidates --rules | --rejects --findings --history --totals | --contest --source --format --number-format --sheet
recap-pleno   | | |
recap-report  | --meeting --findings --decisions --candidates --rules --input --verify --register | | --contest --source --region --reload
recap-resolve | --decisions --findings --rules --verify-log | --keep --log --refused --undecided |
recap-sum     | --register | | --by --format
END

# Another name of the file; a folder that is read.
tool=recap-resolve
ln -s A.csv link.csv
ln A.csv hard.csv
for name in link.csv hard.csv ../work/A.csv; do
    run 2 -- "$tool" -d in.csv --log $name A.csv
    grep -q "^recap-resolve: --log '$name' would overwrite the input 'A.csv'" err || wrong "$(cat err)"
    untouched link.csv hard.csv
done
rm link.csv hard.csv
tool=recap-import
mkdir in
cp A.csv in/a.csv
run 2 -- "$tool" -c ppwp -s plano -o in/../in/a.csv in
grep -q "^recap-import: -o 'in/../in/a.csv' would overwrite a file of the input 'in'" err ||
    wrong "$(cat err)"
cmp A.csv in/a.csv
rm -r in

# What recap-report writes beside its output.
tool=recap-report
cp A.csv kec.csv
run 2 -- "$tool" --with-csv -o kec.xlsx kec.csv
grep -q "^recap-report: --with-csv 'kec.csv' would overwrite the input 'kec.csv'" err ||
    wrong "$(cat err)"
cmp A.csv kec.csv
mv kec.csv kec-selisih.csv
run 2 -- "$tool" --with-csv -F kec-selisih.csv -o kec.xlsx A.csv
grep -q "^recap-report: --with-csv 'kec-selisih.csv' would overwrite --findings 'kec-selisih.csv'" err ||
    wrong "$(cat err)"
mv kec-selisih.csv kec-jumlah.csv
run 2 -- "$tool" --with-csv --input kec-jumlah.csv -o kec.xlsx A.csv
grep -q "^recap-report: --with-csv 'kec-jumlah.csv' would overwrite --input 'kec-jumlah.csv'" err ||
    wrong "$(cat err)"
mv kec-jumlah.csv kec.pdf
run 2 -- "$tool" --pdf --input kec.pdf -o kec.xlsx A.csv
grep -q "^recap-report: --pdf 'kec.pdf' would overwrite --input 'kec.pdf'" err || wrong "$(cat err)"
rm kec.pdf
untouched

# Devices are no files: several outputs may go there.
tool=recap-diff
run 0 -- "$tool" -o /dev/null --accuracy /dev/null A.csv in.csv
untouched
exit $failed
