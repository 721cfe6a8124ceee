# clang-format has nothing to change (.clang-format; `make format' applies it).
if ! command -v clang-format > clang-format.path; then
    echo "clang-format is not installed"
    exit 77
fi
cd "$srcdir"
clang-format --dry-run -Werror lib/*.[ch] cmd/*.[ch] tests/*/*.[ch]
