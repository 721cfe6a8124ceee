# Turns text files into C string literals: embed.awk NAME.contest ... > builtin.c
# Each file becomes one entry { name, text } of recap_builtin[].
BEGIN {
    print "/* Made from the files of data/ by embed.awk. */"
    print "#include \"config.h\"\n"
    print "#include \"builtin.h\"\n\n#include <stddef.h>\n"
    print "const RecapBuiltin recap_builtin[] = {"
}
FNR == 1 {
    if (NR > 1)
        print "    },"
    name = FILENAME
    sub(/.*\//, "", name)
    printf "    { \"%s\",\n", name
}
{
    gsub(/\\/, "\\\\")
    gsub(/"/, "\\\"")
    printf "      \"%s\\n\"\n", $0
}
END {
    if (NR > 0)
        print "    },"
    print "    { NULL, NULL },"
    print "};"
}
