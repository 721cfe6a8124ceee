# Messages of the tools in the user's language. English is in the sources, po/id.po has Indonesian.
# `make update-po' after a change of messages; tests/style/po.sh fails while one is untranslated.
po_sources = $(libcmd_la_SOURCES) $(librecap_core_la_SOURCES) cmd/main.c
XGETTEXT_OPTIONS = --language=C --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=C_:1c,2 \
	--keyword=ngettext:1,2 --keyword=g_dngettext:2,3 --flag=cli_note:2:c-format \
	--flag=cli_usage:2:c-format --flag=recap_error_set:4:c-format \
	--flag=recap_error_set_hint:2:c-format --flag=recap_prefix:2:c-format \
	--flag=g_strdup_printf:1:c-format --flag=fprintf:2:c-format --flag=ngettext:1:pass-c-format \
	--flag=_:1:pass-c-format --flag=N_:1:pass-c-format --package-name=recap \
	--msgid-bugs-address=$(PACKAGE_BUGREPORT) --no-location --sort-output
EXTRA_DIST += %D%/id.po

# Made in the build, never kept: it follows from the sources.
%D%/recap.pot: $(po_sources)
	$(AM_V_GEN)$(MKDIR_P) %D% && $(XGETTEXT) $(XGETTEXT_OPTIONS) --directory=$(srcdir) -o $@.tmp \
	`echo '$(po_sources)' | tr ' ' '\n' | grep '\.c$$' | LC_ALL=C sort -u` && \
	sed '/^"POT-Creation-Date:/d' $@.tmp > $@ && rm $@.tmp
CLEANFILES += %D%/recap.pot

.PHONY: update-po
update-po: %D%/recap.pot
	$(MSGMERGE) --quiet --update --backup=none --no-fuzzy-matching --no-location --sort-output \
	$(srcdir)/%D%/id.po $<

if HAVE_MSGFMT
# Where gettext looks for it, so that uninstalled tools find it, too (RECAP_LOCALEDIR).
catalogues = %D%/id/LC_MESSAGES/recap.mo
%D%/id/LC_MESSAGES/recap.mo: %D%/id.po
	$(AM_V_GEN)$(MKDIR_P) %D%/id/LC_MESSAGES && $(MSGFMT) --check-format -o $@ $(srcdir)/%D%/id.po
CLEANFILES += $(catalogues)
all-local: $(catalogues)
install-data-local: $(catalogues)
	$(MKDIR_P) '$(DESTDIR)$(localedir)/id/LC_MESSAGES'
	$(INSTALL_DATA) $(catalogues) '$(DESTDIR)$(localedir)/id/LC_MESSAGES/recap.mo'
uninstall-local:
	rm -f '$(DESTDIR)$(localedir)/id/LC_MESSAGES/recap.mo'
endif
