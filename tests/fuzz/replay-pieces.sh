# The corpus of the fuzz target pieces, once.
"$builddir/tests/fuzz/fuzz-pieces" "$srcdir/tests/fuzz/corpus/pieces"/*
