# The corpus of the fuzz target csv, once.
"$builddir/tests/fuzz/fuzz-csv" "$srcdir/tests/fuzz/corpus/csv"/*
