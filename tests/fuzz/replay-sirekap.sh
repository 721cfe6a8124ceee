# The corpus of the fuzz target sirekap, once.
"$builddir/tests/fuzz/fuzz-sirekap" "$srcdir/tests/fuzz/corpus/sirekap"/*
