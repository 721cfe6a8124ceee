# The corpus of the fuzz target sheet, once.
"$builddir/tests/fuzz/fuzz-sheet" "$srcdir/tests/fuzz/corpus/sheet"/*
