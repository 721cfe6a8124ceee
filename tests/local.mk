# Every test is one line here. Scripts run through run.sh, each in its own folder; those of cli/ and
# errors/ are golden cases. tests/README.md tells how to add one of each kind.
TEST_EXTENSIONS = .sh
SH_LOG_COMPILER = $(SHELL) $(srcdir)/%D%/run.sh
AM_TESTS_ENVIRONMENT = \
	LC_ALL=C.UTF-8; export LC_ALL; \
	G_DEBUG=fatal-warnings; export G_DEBUG; \
	MAKE='$(MAKE)'; export MAKE; \
	CC='$(CC)'; export CC; \
	abs_srcdir='$(abs_top_srcdir)'; export abs_srcdir; \
	abs_builddir='$(abs_top_builddir)'; export abs_builddir; \
	unset MAKEFLAGS MFLAGS MAKELEVEL;

# Unit tests: one program per module, its source is the file of the same name.
unit_tests = \
	%D%/unit/test-count \
	%D%/unit/test-error \
	%D%/unit/test-meeting \
	%D%/unit/test-minutes \
	%D%/unit/test-origin \
	%D%/unit/test-page \
	%D%/unit/test-region \
	%D%/unit/test-sheet \
	%D%/unit/test-source \
	%D%/unit/test-spool \
	%D%/unit/test-text \
	%D%/unit/test-words \
	%D%/unit/test-workbook \
	$(NULL)
EXTRA_DIST += %D%/unit/unit.h
if HAVE_CUNIT
LDADD = librecap-core.la $(CUNIT_LIBS)
AM_CFLAGS += $(CUNIT_CFLAGS)
check_PROGRAMS += $(unit_tests)
TESTS += $(unit_tests)
endif

# Golden cases of the tools.
cli_tests = \
	%D%/cli/report-carried.sh \
	%D%/cli/report-complete.sh \
	%D%/cli/report-incomplete.sh \
	%D%/cli/report-inert.sh \
	%D%/cli/report-papers.sh \
	%D%/cli/report-recalculated.sh \
	%D%/cli/report-same-bytes.sh \
	%D%/cli/report-totals.sh \
	%D%/cli/report-usage.sh \
	$(NULL)

# Golden cases: the smallest input for each message and each code.
error_tests = \
	%D%/errors/meeting-bad-date.sh 	%D%/errors/meeting-bad-escape.sh 	%D%/errors/meeting-bad-time.sh 	%D%/errors/meeting-group-twice.sh 	%D%/errors/meeting-key-twice.sh 	%D%/errors/meeting-no-group.sh 	%D%/errors/meeting-no-key.sh 	%D%/errors/meeting-not-utf8.sh 	%D%/errors/meeting-too-large.sh 	%D%/errors/meeting-unknown-group.sh 	%D%/errors/meeting-unknown-key.sh 	%D%/errors/report-decision-not-applied.sh 	%D%/errors/report-decision-unknown.sh 	%D%/errors/report-empty-table.sh 	%D%/errors/report-no-folder.sh 	%D%/errors/report-no-form.sh 	%D%/errors/report-no-number.sh 	%D%/errors/report-not-tps.sh 	%D%/errors/report-total-too-large.sh 	%D%/errors/report-two-kecamatan.sh 	%D%/errors/report-two-sources.sh 
	$(NULL)

# The house itself: layers, symbols, manual, packaging.
style_tests = \
	%D%/style/banned.sh \
	%D%/style/cases-listed.sh \
	%D%/style/format.sh \
	%D%/style/layers.sh \
	%D%/style/man.sh \
	%D%/style/options.sh \
	%D%/style/public-header.sh \
	%D%/style/shape.sh \
	%D%/style/symbols.sh \
	$(NULL)

# Failing input and output.
io_tests = \
	%D%/io/full-disk.sh \
	%D%/io/help.sh \
	%D%/io/input.sh \
	%D%/io/output.sh \
	%D%/io/output-file.sh \
	%D%/io/stdin.sh \
	%D%/io/streams.sh \
	$(NULL)

TESTS += $(cli_tests) $(error_tests) $(style_tests) $(io_tests)
EXTRA_DIST += %D%/README.md %D%/run.sh %D%/cli %D%/errors %D%/style %D%/io

# The unit tests and the golden cases once more, every tool under valgrind.
VALGRIND = valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite
.PHONY: check-valgrind
check-valgrind: all
	$(MAKE) check LOG_COMPILER='$(VALGRIND)' RECAP_VALGRIND='$(VALGRIND)' \
	TESTS='$(unit_tests) $(cli_tests) $(error_tests)'
