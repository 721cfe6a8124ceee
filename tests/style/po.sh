# Every message is translated, none is fuzzy, and the catalogue has the messages of the sources, no
# more and no less. An installed Indonesian locale shows that a tool finds it.
if ! command -v msgfmt > path || ! command -v xgettext > path; then
    echo "gettext is not installed"
    exit 77
fi
(cd "$builddir" && $MAKE po/recap.pot) > make.log 2>&1 || { cat make.log; exit 1; }
if grep -n '%"$' "$builddir/po/recap.pot"; then
    echo "a message is broken off at a macro: gettext knows PRIu64, not G_GUINT64_FORMAT"
    exit 1
fi
po=$srcdir/po/id.po
msgfmt --check --check-accelerators --statistics -o /dev/null "$po" 2> statistics || { cat statistics; exit 1; }
cat statistics
status=0
if grep -q -e untranslated -e fuzzy statistics; then
    msgattrib --untranslated "$po" | sed -n 's/^msgid/&/p' | head -n 20
    status=1
fi
msgcmp --use-untranslated --use-fuzzy "$po" "$builddir/po/recap.pot" || status=1
msgattrib --no-obsolete "$po" | sed -n 's/^msgid //p' | LC_ALL=C sort > known
sed -n 's/^msgid //p' "$builddir/po/recap.pot" | LC_ALL=C sort > wanted
if ! diff known wanted; then
    echo "po/id.po (<) and the sources (>) differ: make update-po"
    status=1
fi
# A translation ends as the message does: with no full stop, or with one.
msgattrib --no-wrap --no-obsolete "$po" | awk '
    /^msgid / { source = $0 }
    /^msgstr / && source != "msgid \"\"" {
        if ((source ~ /\."$/) != ($0 ~ /\."$/)) {
            print "full stop: " source " / " $0
            failed = 1
        }
    }
    END { exit failed }
' || status=1
exit $status
