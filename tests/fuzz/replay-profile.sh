# The corpus of the fuzz target profile, once.
"$builddir/tests/fuzz/fuzz-profile" "$srcdir/tests/fuzz/corpus/profile"/*
