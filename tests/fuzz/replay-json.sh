# The corpus of the fuzz target json, once.
"$builddir/tests/fuzz/fuzz-json" "$srcdir/tests/fuzz/corpus/json"/*
