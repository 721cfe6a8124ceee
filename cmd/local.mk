# The tools' code is a library of its own, so that tests and fuzz targets can call a tool.
noinst_LTLIBRARIES += libcmd.la
libcmd_la_SOURCES = \
	%D%/audit.c \
	%D%/check.c \
	%D%/cli-files.c \
	%D%/cli-pdf.c \
	%D%/cli.c %D%/cli.h \
	%D%/diff.c \
	%D%/effect.c \
	%D%/import.c \
	%D%/pleno.c \
	%D%/report.c \
	%D%/resolve.c \
	%D%/sum.c \
	$(NULL)
libcmd_la_LIBADD = librecap-core.la

# One main() for all, compiled once for each tool with the tool's function as RECAP_TOOL.
bin_PROGRAMS += recap-audit recap-check recap-diff recap-effect recap-import recap-pleno recap-report \
	recap-resolve recap-sum
recap_audit_SOURCES = %D%/main.c
recap_audit_CPPFLAGS = $(AM_CPPFLAGS) -DRECAP_TOOL=recap_audit_tool
recap_audit_LDADD = libcmd.la
recap_check_SOURCES = %D%/main.c
recap_check_CPPFLAGS = $(AM_CPPFLAGS) -DRECAP_TOOL=recap_check_tool
recap_check_LDADD = libcmd.la
recap_diff_SOURCES = %D%/main.c
recap_diff_CPPFLAGS = $(AM_CPPFLAGS) -DRECAP_TOOL=recap_diff_tool
recap_diff_LDADD = libcmd.la
recap_effect_SOURCES = %D%/main.c
recap_effect_CPPFLAGS = $(AM_CPPFLAGS) -DRECAP_TOOL=recap_effect_tool
recap_effect_LDADD = libcmd.la
recap_import_SOURCES = %D%/main.c
recap_import_CPPFLAGS = $(AM_CPPFLAGS) -DRECAP_TOOL=recap_import_tool
recap_import_LDADD = libcmd.la
recap_pleno_SOURCES = %D%/main.c
recap_pleno_CPPFLAGS = $(AM_CPPFLAGS) -DRECAP_TOOL=recap_pleno_tool
recap_pleno_LDADD = libcmd.la
recap_report_SOURCES = %D%/main.c
recap_report_CPPFLAGS = $(AM_CPPFLAGS) -DRECAP_TOOL=recap_report_tool
recap_report_LDADD = libcmd.la
recap_resolve_SOURCES = %D%/main.c
recap_resolve_CPPFLAGS = $(AM_CPPFLAGS) -DRECAP_TOOL=recap_resolve_tool
recap_resolve_LDADD = libcmd.la
recap_sum_SOURCES = %D%/main.c
recap_sum_CPPFLAGS = $(AM_CPPFLAGS) -DRECAP_TOOL=recap_sum_tool
recap_sum_LDADD = libcmd.la
