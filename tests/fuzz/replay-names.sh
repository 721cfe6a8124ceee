# The corpus of the fuzz target names, once.
"$builddir/tests/fuzz/fuzz-names" "$srcdir/tests/fuzz/corpus/names"/*
