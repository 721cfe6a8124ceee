# The corpus of the fuzz target candidates, once.
"$builddir/tests/fuzz/fuzz-candidates" "$srcdir/tests/fuzz/corpus/candidates"/*
