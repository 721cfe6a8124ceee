# The corpus of the fuzz target rule, once.
"$builddir/tests/fuzz/fuzz-rule" "$srcdir/tests/fuzz/corpus/rule"/*
