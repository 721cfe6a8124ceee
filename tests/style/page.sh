# The projector page: both languages have the same words, every word that is asked for is there and
# every word that is there is asked for; lines have at most 100 characters; texts never become markup,
# and nothing is fetched or evaluated.
if ! command -v jq > jq.path; then
    echo "jq is not installed"
    exit 77
fi
folder=$PWD
status=0
cd "$srcdir/data/page"
jq -e '(.id | keys) == (.en | keys) and all(.[][]; length > 0)' page-words.json > "$folder/same" || {
    echo "page-words.json: the languages differ"
    status=1
}
# With a number in the one, a number in the other.
jq -r '.en as $en | .id | to_entries[]
    | select((.value | contains("{n}")) != ($en[.key] | contains("{n}"))) | .key' page-words.json \
    > "$folder/numbers"
[ ! -s "$folder/numbers" ] || {
    sed 's/^/page-words.json: a number in one language only: /' "$folder/numbers"
    status=1
}
# Every text in quotes or backquotes may be a word; what ends with '_' is followed by a number or a
# name. What is asked for for sure stands behind 'word('.
jq -r '.id | keys[]' page-words.json > "$folder/there"
grep -oh "['\`\"][a-z]*[a-z_0-9]*" page*.js page.html | cut -c 2- | sort -u > "$folder/quoted"
{
    grep -oh "word(['\`][a-z_0-9]*" page*.js | sed "s/word(.//"
    grep -oh 'data-\(t\|label\)="[a-z_]*"' page.html | sed 's/.*="//; s/"//'
    grep -oh "'key_[a-z_]*'" page*.js | tr -d "'"
} | sort -u > "$folder/asked"
awk '
    FILENAME ~ /there$/ { there[$1] = 1; next }
    FILENAME ~ /quoted$/ { quoted[$1] = 1; next }
    { asked[$1] = 1 }
    function has(stem,    word) {
        for (word in there)
            if (index(word, stem) == 1)
                return 1
        return 0
    }
    END {
        for (word in asked)
            if (!(word in there) && !(word ~ /_$/ && has(word))) {
                print "page-words.json does not have " word
                failed = 1
            }
        for (word in there) {
            stem = word
            sub(/_[^_]*$/, "_", stem)
            if (!(word in quoted) && !(stem in quoted)) {
                print "page-words.json: nobody asks for " word
                failed = 1
            }
        }
        exit failed
    }' "$folder/there" "$folder/quoted" "$folder/asked" || status=1
if awk 'length($0) > 100 || /[ \t]$/ || /\t/ { print FILENAME ":" FNR ": its layout"; found = 1 }
    END { exit !found }' page*.js page.css page.html; then
    status=1
fi
if grep -nE 'innerHTML|outerHTML|insertAdjacent|document\.write|eval *\(|Function *\(|fetch *\(|XMLHttp|WebSocket|import *\(|https?:|url *\(' \
    page*.js page.css page.html; then
    status=1
fi
exit $status
