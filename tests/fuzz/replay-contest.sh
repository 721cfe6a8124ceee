# The corpus of the fuzz target contest, once.
"$builddir/tests/fuzz/fuzz-contest" "$srcdir/tests/fuzz/corpus/contest"/*
