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
	%D%/profiles/rekap-provinsi-2019.profile \
	%D%/profiles/rekap-resmi-2019.profile \
	%D%/profiles/sirekap-flat-2024.profile \
	%D%/profiles/situng-2019-full.profile \
	%D%/profiles/situng-2019.profile \
	$(NULL)
# The projector page: only built in, nobody changes it for an election.
recap_page = \
	%D%/page/page-control.js \
	%D%/page/page-data.js \
	%D%/page/page-form.js \
	%D%/page/page-list.js \
	%D%/page/page-reload.js \
	%D%/page/page-rows.js \
	%D%/page/page-state.js \
	%D%/page/page-views.js \
	%D%/page/page-words.json \
	%D%/page/page.css \
	%D%/page/page.html \
	%D%/page/page.js \
	$(NULL)
profilesdir = $(pkgdatadir)/profiles
dist_profiles_DATA = $(recap_profiles)
EXTRA_DIST += $(recap_page) %D%/embed.awk

lib/builtin.c: $(recap_data) $(recap_profiles) $(recap_page) %D%/embed.awk
	$(AM_V_GEN)$(MKDIR_P) lib && cd $(srcdir) && \
	$(AWK) -f data/embed.awk $(recap_data) $(recap_profiles) $(recap_page) > '$(abs_builddir)/$@.tmp' && \
	mv '$(abs_builddir)/$@.tmp' '$(abs_builddir)/$@'
BUILT_SOURCES += lib/builtin.c
CLEANFILES += lib/builtin.c
