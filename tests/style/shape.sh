# Lines have at most 100 characters, functions of lib/ and cmd/ at most 50 lines, no tab and no blank at a line's end;
# no comment of two slashes, no open end without an issue.
cd "$srcdir"
awk '
    function wrong(what) {
        print FILENAME ":" FNR ": " what
        failed = 1
    }
    /[ \t]$/ { wrong("a blank at the end of the line") }
    /\t/ { wrong("a tab") }
    length($0) > 100 { wrong(length($0) " characters, 100 at most") }
    /^ *\/\// { wrong("a comment of two slashes") }
    /(TODO|FIXME)/ && !/FIXME\(#[0-9]+\)/ { wrong("an open end without an issue") }
    /^{$/ { start = FNR }
    /^}$/ && start > 0 {
        if (FILENAME !~ /^tests/ && FNR - start - 1 > 50)
            wrong("a function of " (FNR - start - 1) " lines, 50 at most")
        start = 0
    }
    END { exit failed }
' lib/*.[ch] cmd/*.[ch] tests/*/*.[ch]
