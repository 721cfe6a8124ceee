# What an election may change: installed for reading and copying, and built into the library.
recap_data = \
	%D%/causes.conf \
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
recap_profiles = \
	%D%/profiles/desa-files.profile \
	%D%/profiles/kawalpemilu-2019.profile \
	%D%/profiles/kawalpemilu-2024.profile \
	%D%/profiles/kpu-data-2019.profile \
	%D%/profiles/rekap-resmi-2019.profile \
	%D%/profiles/sirekap-flat-2024.profile \
	%D%/profiles/situng-2019-full.profile \
	%D%/profiles/situng-2019.profile \
	$(NULL)
profilesdir = $(pkgdatadir)/profiles
dist_profiles_DATA = $(recap_profiles)
EXTRA_DIST += %D%/embed.awk

lib/builtin.c: $(recap_data) $(recap_profiles) %D%/embed.awk
	$(AM_V_GEN)$(MKDIR_P) lib && cd $(srcdir) && \
	$(AWK) -f data/embed.awk $(recap_data) $(recap_profiles) > '$(abs_builddir)/$@.tmp' && \
	mv '$(abs_builddir)/$@.tmp' '$(abs_builddir)/$@'
BUILT_SOURCES += lib/builtin.c
CLEANFILES += lib/builtin.c
