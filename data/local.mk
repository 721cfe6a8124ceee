# What an election may change: installed for reading and copying, and built into the library.
recap_data = \
	%D%/kwk-2024.form \
	%D%/pdpd.contest \
	%D%/pdpr.contest \
	%D%/pdprdk.contest \
	%D%/pdprdp.contest \
	%D%/pemilu-2024.form \
	%D%/pkwkk.contest \
	%D%/pkwkp.contest \
	%D%/ppwp.contest \
	%D%/rules.conf \
	$(NULL)
dist_pkgdata_DATA += $(recap_data)
EXTRA_DIST += %D%/embed.awk

lib/builtin.c: $(recap_data) %D%/embed.awk
	$(AM_V_GEN)$(MKDIR_P) lib && cd $(srcdir) && \
	$(AWK) -f data/embed.awk $(recap_data) > '$(abs_builddir)/$@.tmp' && \
	mv '$(abs_builddir)/$@.tmp' '$(abs_builddir)/$@'
BUILT_SOURCES += lib/builtin.c
CLEANFILES += lib/builtin.c
