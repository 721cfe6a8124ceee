# A stranger can use the installed library: its headers stand alone, pkg-config says how, a program
# links and runs. Every public header also compiles as the only one.
destination=$PWD/destination
(cd "$builddir" && $MAKE install DESTDIR="$destination" > /dev/null)
# The installed file speaks of where it will be; a copy of it speaks of where it is.
prefix=$(sed -n 's/^prefix=//p' "$builddir/recap.pc")
libdir=$(sed -n 's/^libdir=//p' "$builddir/recap.pc" | sed "s|\${exec_prefix}|$prefix|")
mkdir pkgconfig
sed "s|^prefix=.*|prefix=$destination$prefix|" "$destination$libdir/pkgconfig/recap.pc" > pkgconfig/recap.pc
export PKG_CONFIG_PATH=$PWD/pkgconfig

cat > stranger.c << 'END'
#include <recap.h>
#include <stdio.h>

int
main (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    const RecapContest *contest = recap_contests_find (contests, recap_text ("ppwp"));
    guint n_fields = 0;
    recap_contest_get_fields (contest, &n_fields);
    printf ("%s %s\n", recap_contest_get_code (contest), n_fields > 0 ? "has fields" : "is empty");
    return 0;
}
END
own=$(sed -n 's/^RECAP_CFLAGS = //p' "$builddir/Makefile" | tr ' ' '\n' | grep '^-fsanitize' || :)
$CC $own -Wall -Wextra -Wundef -Wstrict-prototypes -Werror -o stranger stranger.c \
    $(pkg-config --cflags --libs recap)
LD_LIBRARY_PATH=$destination$libdir ./stranger > answer
echo 'ppwp has fields' | diff -u - answer

for header in "$destination$prefix"/include/recap/*.h; do
    printf '#include <%s>\nint main (void) { return 0; }\n' "${header##*/}" > alone.c
    $CC -Wall -Wextra -Wundef -Werror -fsyntax-only $(pkg-config --cflags recap) alone.c
done
