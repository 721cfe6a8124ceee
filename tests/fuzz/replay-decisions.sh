# The corpus of the fuzz target decisions, once.
"$builddir/tests/fuzz/fuzz-decisions" "$srcdir/tests/fuzz/corpus/decisions"/*
