# The corpus of the fuzz target lists, once.
"$builddir/tests/fuzz/fuzz-lists" "$srcdir/tests/fuzz/corpus/lists"/*
