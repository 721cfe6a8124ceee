# What contests share: names that nobody knows, and a group that is not for all of them.
. "$srcdir/tests/errors/form.subr"
form > t.csv
printf '[R19]\nurutan=ppwp = pdprx\n' > contest.conf
printf '[R19]\nisian=pemilih\n' > field.conf
printf '[R19 kontes=pdpr]\nisian=pemilih_dpt\n' > group.conf
for file in contest field group; do
    recap-check --rules=$file.conf t.csv || echo "status $?"
done
