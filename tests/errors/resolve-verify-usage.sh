# --verify-log does nothing else, so nothing else may be asked for.
: > log.csv
for option in '-d x' '-F x' '--keep x' '--log x' '--rules x' --two-names '--undecided x' x; do
    echo "$option"
    recap-resolve --verify-log log.csv $option 2> err || echo "status $?"
    cat err
done
[ ! -e x ]
