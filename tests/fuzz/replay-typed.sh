# The corpus of the fuzz target typed, once.
"$builddir/tests/fuzz/fuzz-typed" "$srcdir/tests/fuzz/corpus/typed"/*
