# A text from any input is nothing but text in every output: no formula in a workbook or in a CSV
# file that a spreadsheet opens, no markup in a page or in the parts of a workbook, no command to a
# terminal. Each of the texts below stands in every text that the tools read.
. "$srcdir/tests/prop/common.subr"
need unzip zip jq

tab=$(printf '\t')
cat > texts <<'END'
=HYPERLINK("http://jahat.example","klik")
=cmd|' /C calc'!A0
+1+1
-2+3
@SUM(1+1)*cmd
''=1+1
<img src=x onerror=alert(1)>
</script><script>alert(1)</script>
"><svg onload=alert(1)>
{{7*7}}${7*7}<!--
&lt;b&gt;&#27;[31m
END
# What clears the screen, sets the title of the window, turns the direction of writing.
printf '\033[2J\033[31mMERAH\n\033]0;judul\007\n\302\2332J\n\342\200\256TERBALIK\nA%sB\rC\n' "$tab" >> texts

# inputs TEXT: makes every input, with TEXT wherever text may stand.
inputs() {
    quoted=$(printf '%s' "$1" | sed 's/"/""/g')
    names="\"$quoted\",\"$quoted\",\"$quoted\",\"$quoted\""
    boxes=pemilih_dpt_l,pemilih_dpt_p,pemilih_dpt_j,s01,s02,s03,suara_sah,suara_tidak_sah,suara_total
    {
        echo "kontes,kode,sumber,provinsi,kabko,kecamatan,desa,tps,waktu,psu,asal,$boxes"
        echo "ppwp,3201012001001,plano,$names,001,,\"$quoted\",\"$quoted\",10,20,30,1,2,3,6,1,7"
        echo "ppwp,3201012001002,plano,$names,002,,\"$quoted\",\"$quoted\",10,20,31,1,2,,6,1,8"
        echo "ppwp,3201012002001,plano,$names,\"$quoted\",,\"$quoted\",\"$quoted\",10,20,30,1,2,3,6,1,7"
    } > t.csv
    sed -e 's/,plano,/,sirekap,/' -e 's/,1,2,3,6,/,1,8,3,6,/' t.csv > s.csv
    sed "s/,plano,/,\"salinan:$(printf '%s' "$quoted" | sed 's/[\\/&]/\\&/g')\",/" t.csv > w.csv
    {
        echo kode,provinsi,kabko,kecamatan,desa,tps
        echo "3201012001001,$names,001"
        echo "3201012001003,$names,\"$quoted\""
    } > r.csv
    value=$(printf '%s' "$1" | sed -e 's/\\/\\\\/g' -e "s/$tab/\\\\t/g" -e 's/\r/\\r/g' -e 's/^ /\\s/')
    {
        echo '[rapat]'
        printf '%s=%s\n' nomor "$value" tempat "$value"
        printf '%s\n' tanggal=2024-02-20 mulai=09:00
        for group in 'ppk 1' 'ppk 2'; do
            printf '[%s]\nnama=%s\njabatan=%s\nalasan=%s\n' "$group" "$value" "$value" "$value"
        done
        printf '[saksi 1]\nnama=%s\nmewakili=%s\nalasan=%s\n' "$value" "$value" "$value"
        printf '[hadir 1]\nnama=%s\njabatan=%s\n' "$value" "$value"
        printf '[kejadian 1]\nkode=3201012001001\nwaktu=%s\nuraian=%s\npihak=%s\npenyelesaian=%s\n' \
            "$value" "$value" "$value" "$value"
    } > m.conf
    {
        echo kontes,kode,isian,semula,menjadi,dasar,alasan,kejadian_khusus,disetujui,waktu
        echo "ppwp,3201012001001,s02,2,2,plano,\"$quoted\",\"$quoted\",\"$quoted\",\"$quoted\""
        echo "ppwp,3201012001002,s03,,3,lainnya,\"$quoted\",\"$quoted\",\"$quoted\",\"$quoted\""
    } > d.csv
    {
        printf 'kontes,kode,provinsi,kabko,kecamatan,desa,tps,aturan,tingkat,isian,sumber_a,nilai_a,'
        echo sumber_b,nilai_b,selisih,sebab,keterangan,asal_a,asal_b
        echo "ppwp,3201012001001,$names,\"$quoted\",D01,galat,s02,\"$quoted\",2,\"$quoted\",8,6,\"$quoted\",\"$quoted\",\"$quoted\",\"$quoted\""
        echo "ppwp,3201012001001,$names,\"$quoted\",D10,peringatan,,\"$quoted\",,\"$quoted\",,,\"$quoted\",\"$quoted\",\"$quoted\",\"$quoted\""
        echo "ppwp,3201012001,$names,\"$quoted\",R24,galat,s02,\"$quoted\",2,\"$quoted\",8,6,\"$quoted\",\"$quoted\",\"$quoted\",\"$quoted\""
    } > f.csv
    {
        echo "kode,provinsi,kabko,kecamatan,desa,tps,paslon 1,paslon 2,paslon 3,suara sah"
        echo "3201012001001,$names,001,1,2,3,6"
        echo "3201012001002,$names,002,\"$quoted\",2,3,6"
    } > typed.csv
    printf '[R08]\nlabel=%s\npenjelasan=%s\ntindakan=%s\n' "$value" "$value" "$value" > rules.conf
    jq -n --arg text "$1" '{"100025": {ts: "", nama: $text, warna: $text, nomor_urut: 1}}' > ppwp.json
}

# run NAME COMMAND...: standard output into out/NAME.csv, or where the command puts it; messages are
# kept. No text may stop the program with a signal.
run() {
    name=$1
    shift
    status=0
    "$@" > "out/$name" 2>> out/messages.terminal || status=$?
    [ $status -le 2 ] || fail "$name: status $status with '$text'"
    [ $status != 2 ] || echo "$name" >> refused
}

# Each tool, in each of its formats, over all inputs.
outputs() {
    rm -rf out
    mkdir out
    run check.csv recap-check -r r.csv t.csv s.csv
    run check-rules.csv recap-check --all --rules rules.conf t.csv
    run check.terminal recap-check -r r.csv --format text t.csv s.csv
    run check.json recap-check -r r.csv --format json t.csv s.csv
    run list.terminal recap-check --list --rules rules.conf
    run diff.csv recap-diff t.csv s.csv w.csv
    run diff.terminal recap-diff --format text t.csv s.csv w.csv
    run diff.json recap-diff --format json t.csv s.csv w.csv
    run import.csv recap-import -c ppwp -s plano --rejects out/rejects.csv typed.csv
    run import-names.csv recap-import -c ppwp -s plano -r r.csv typed.csv
    run final.csv recap-resolve -d d.csv -F f.csv --log out/log.csv t.csv
    run sum.csv recap-sum --by kecamatan -r r.csv t.csv
    run sum.terminal recap-sum --by desa --format text t.csv
    run effect.csv recap-effect -F f.csv t.csv
    run report.terminal recap-report --rules rules.conf --candidates ppwp.json -m m.conf -F f.csv \
        -d d.csv -o out/minutes.xlsx out/final.csv
    run back.csv recap-import -c ppwp out/minutes.xlsx
    run page.terminal recap-report --rules rules.conf -r r.csv -m m.conf -F f.csv -F out/diff.csv \
        -d d.csv -o out/page.html out/final.csv t.csv s.csv w.csv
}

# A field that begins like a formula is a number: a difference.
check_csv() {
    awk -v RS='^$' '
        { text = $0 }
        END {
            n = length(text)
            for (i = 1; i <= n; i++) {
                field = ""
                if (substr(text, i, 1) == "\"") {
                    for (i++; i <= n; i++) {
                        c = substr(text, i, 1)
                        if (c == "\"" && substr(text, i + 1, 1) != "\"")
                            break
                        if (c == "\"")
                            i++
                        field = field c
                    }
                    i++
                } else {
                    while (i <= n && (c = substr(text, i, 1)) !~ /[,\n]/) {
                        field = field c
                        i++
                    }
                }
                if (field ~ /^[=+@\t\r-]/ && field !~ /^-[0-9]+$/)
                    print field
            }
        }' "$1" > formulas
    [ ! -s formulas ] || fail "$1 has a field that is a formula: $(head -n 1 formulas | cat -v)"
}

# No control character but the end of a line (and a tab in text for people), none of C1, none that
# turns the direction of writing.
check_terminal() {
    if LC_ALL=C.UTF-8 grep -q -P '[\x00-\x08\x0B-\x1F\x7F-\x9F\x{200E}\x{200F}\x{202A}-\x{202E}\x{2066}-\x{2069}]' "$1"; then
        fail "$1 commands the terminal: $(LC_ALL=C.UTF-8 grep -m 1 -P '[\x00-\x08\x0B-\x1F\x7F-\x9F\x{200E}\x{200F}\x{202A}-\x{202E}\x{2066}-\x{2069}]' "$1" | cat -v | cut -c 1-200)"
    fi
}

# No formula that is not ours (a sheet may be called like a text), no link out of the workbook, no command, well-formed parts.
check_workbook() {
    rm -rf book
    mkdir book
    (cd book && unzip -q "../$1")
    find book -name '*.xml' -o -name '*.rels' -o -name '*.vml' > parts
    while read -r part; do
        check_terminal "$part"
        ! grep -q -E 'TargetMode="External"|<hyperlink|<img|<svg|<script' "$part" ||
            fail "$part links or has markup"
        ! grep -o '<f>[^<]*</f>' "$part" | sed "s/'\([^']\|''\)*'!//g" | grep -E 'HYPERLINK|cmd|jahat|MERAH|\{|alert|1\+1|2\+3' ||
            fail "$part has a formula from outside"
        command -v xmllint > path || continue
        xmllint --noout "$part" || fail "$part is not well-formed"
    done < parts
}

# Texts stand in the title and in the data, and nowhere else: without those the page is the same for
# every text, policy, script and style included. In the title nothing is markup; the data are JSON
# without a character that means something to HTML, or that commands anything once it is read; and
# the text is in them, if it can be shown as it is (of two apostrophes one is how CSV keeps a formula
# from being one).
check_page() {
    check_terminal "$1"
    data='^<script type="application/json" id="\([a-z0-9-]*\)">\(.*\)</script>$'
    sed -e 's|<title>.*</title>|<title></title>|' -e '/id="words"/!s|'"$data"'|<script id="\1">|' "$1" \
        > frame
    [ -e frame.first ] || cp frame frame.first
    cmp frame.first frame || fail "$1 is another page because of '$text'"
    sed -n 's|.*<title>\(.*\)</title>.*|\1|p' "$1" > title
    [ "$(wc -l < title)" = 1 ] || fail "$1 has not one title"
    ! sed 's/&\(amp\|lt\|gt\|quot\|#39\|apos\);//g' title | grep -q '[<>&]' ||
        fail "$1 has markup in its title: $(cat title)"
    sed -n '/id="words"/d; s|'"$data"'|\2|p' "$1" > pieces
    [ "$(wc -l < pieces)" = 4 ] || fail "$1 has not the data of its two desa and what is above"
    ! grep -q '[<>&]' pieces || fail "$1 has markup in its data"
    jq -s -e '[.. | strings, (objects | keys[])
        | select(test("\\p{Cc}|[\u200e\u200f\u2028-\u202e\u2066-\u2069]"))] == []' pieces \
        > answer || fail "the data of $1 have characters that command"
    case $text in
    *[![:print:]]*) return 0 ;;
    esac
    for where in '.[0].desa[][1]' '.[0].rapat.tempat' '.[0].peserta[][1]' '.[0].sumber[][0]' \
        '.[0].baris.putusan[][3]' '.[0].kontrol[][][2]' '.[1:][].ket[][1]' '.[1:][].asal[][]'; do
        jq -s -e --arg text "${text#\'}" "any($where | strings; contains(\$text))" pieces > answer ||
            fail "$1 does not have '$text' at $where"
    done
}

: > refused
while IFS= read -r text; do
    inputs "$text"
    outputs
    for file in out/*.csv; do
        check_csv "$file"
    done
    for file in out/*.terminal; do
        check_terminal "$file"
    done
    for file in out/*.json; do
        jq -e . "$file" > answer || fail "$file is not JSON"
        check_terminal "$file"
    done
    check_workbook out/minutes.xlsx
    check_page out/page.html
done < texts
# The tools took all of it: else nothing was tested.
! grep . refused || fail 'an input was refused'
