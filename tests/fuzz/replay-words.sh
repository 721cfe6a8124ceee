# The corpus of the fuzz target words, once.
"$builddir/tests/fuzz/fuzz-words" "$srcdir/tests/fuzz/corpus/words"/*
