# The corpus of the fuzz target documents, once.
"$builddir/tests/fuzz/fuzz-documents" "$srcdir/tests/fuzz/corpus/documents"/*
