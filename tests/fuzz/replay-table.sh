# The corpus of the fuzz target table, once.
"$builddir/tests/fuzz/fuzz-table" "$srcdir/tests/fuzz/corpus/table"/*
