# The corpus of the fuzz target meeting, once.
"$builddir/tests/fuzz/fuzz-meeting" "$srcdir/tests/fuzz/corpus/meeting"/*
