# The corpus of the fuzz target register, once.
"$builddir/tests/fuzz/fuzz-register" "$srcdir/tests/fuzz/corpus/register"/*
