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
	%D%/unit/test-accuracy \
	%D%/unit/test-agreement \
	%D%/unit/test-arena \
	%D%/unit/test-audit \
	%D%/unit/test-blanks \
	%D%/unit/test-candidates \
	%D%/unit/test-cause \
	%D%/unit/test-check \
	%D%/unit/test-check-contests \
	%D%/unit/test-check-totals \
	%D%/unit/test-check-twins \
	%D%/unit/test-contest \
	%D%/unit/test-control \
	%D%/unit/test-count \
	%D%/unit/test-csv-blocks \
	%D%/unit/test-csv-reader \
	%D%/unit/test-csv-records \
	%D%/unit/test-csv-writer \
	%D%/unit/test-decision \
	%D%/unit/test-decision-log \
	%D%/unit/test-decision-sheet \
	%D%/unit/test-diff \
	%D%/unit/test-district \
	%D%/unit/test-documents \
	%D%/unit/test-drift \
	%D%/unit/test-effect \
	%D%/unit/test-error \
	%D%/unit/test-finding \
	%D%/unit/test-finding-file \
	%D%/unit/test-fingerprint \
	%D%/unit/test-form \
	%D%/unit/test-form-sheet \
	%D%/unit/test-formula-sheet \
	%D%/unit/test-group \
	%D%/unit/test-history \
	%D%/unit/test-import \
	%D%/unit/test-input-files \
	%D%/unit/test-json \
	%D%/unit/test-json-pieces \
	%D%/unit/test-json-records \
	%D%/unit/test-json-writer \
	%D%/unit/test-key-file \
	%D%/unit/test-key-lines \
	%D%/unit/test-key-order \
	%D%/unit/test-list-file \
	%D%/unit/test-lottery \
	%D%/unit/test-meeting \
	%D%/unit/test-minutes \
	%D%/unit/test-minutes-control \
	%D%/unit/test-minutes-level \
	%D%/unit/test-minutes-sums \
	%D%/unit/test-misread \
	%D%/unit/test-names \
	%D%/unit/test-origin \
	%D%/unit/test-outputs \
	%D%/unit/test-page \
	%D%/unit/test-pattern \
	%D%/unit/test-plan \
	%D%/unit/test-pleno \
	%D%/unit/test-profile \
	%D%/unit/test-profiles \
	%D%/unit/test-projector \
	%D%/unit/test-record-reader \
	%D%/unit/test-region \
	%D%/unit/test-region-list \
	%D%/unit/test-register \
	%D%/unit/test-reject \
	%D%/unit/test-repair \
	%D%/unit/test-report \
	%D%/unit/test-resolve \
	%D%/unit/test-resolve-file \
	%D%/unit/test-risk \
	%D%/unit/test-rule \
	%D%/unit/test-rule-file \
	%D%/unit/test-scan \
	%D%/unit/test-seats \
	%D%/unit/test-settled \
	%D%/unit/test-shadow \
	%D%/unit/test-sheet \
	%D%/unit/test-sheet-reader \
	%D%/unit/test-shift \
	%D%/unit/test-sign-test \
	%D%/unit/test-sirekap \
	%D%/unit/test-source \
	%D%/unit/test-spool \
	%D%/unit/test-sum \
	%D%/unit/test-sum-file \
	%D%/unit/test-sum-names \
	%D%/unit/test-sum-text \
	%D%/unit/test-table \
	%D%/unit/test-table-reader \
	%D%/unit/test-table-writer \
	%D%/unit/test-tables \
	%D%/unit/test-text \
	%D%/unit/test-timestamp \
	%D%/unit/test-typed-cell \
	%D%/unit/test-typed-header \
	%D%/unit/test-typed-table \
	%D%/unit/test-typed-totals \
	%D%/unit/test-verify \
	%D%/unit/test-watch \
	%D%/unit/test-words \
	%D%/unit/test-workbook \
	%D%/unit/test-worker \
	$(NULL)
EXTRA_DIST += %D%/unit/records-fixture.h %D%/unit/tables-fixture.h %D%/unit/unit.h
EXTRA_DIST += %D%/unit/check-fixture.h %D%/unit/tables-fixture.h %D%/unit/unit.h
if HAVE_CUNIT
LDADD = librecap-core.la $(CUNIT_LIBS)
AM_CFLAGS += $(CUNIT_CFLAGS)
check_PROGRAMS += $(unit_tests)
TESTS += $(unit_tests)
endif

# Golden cases of the tools.
cli_tests = \
	%D%/cli/audit-assess.sh \
	%D%/cli/audit-full.sh \
	%D%/cli/audit-plan.sh \
	%D%/cli/audit-recompute.sh \
	%D%/cli/audit-too-large.sh \
	%D%/cli/audit-unknown.sh \
	%D%/cli/check-all.sh \
	%D%/cli/check-bad-formula.sh \
	%D%/cli/check-ballot.sh \
	%D%/cli/check-catalogue.sh \
	%D%/cli/check-causes.sh \
	%D%/cli/check-not-held.sh \
	%D%/cli/check-places.sh \
	%D%/cli/check-register.sh \
	%D%/cli/check-scopes.sh \
	%D%/cli/check-settled.sh \
	%D%/cli/check-several.sh \
	%D%/cli/diff-causes.sh \
	%D%/cli/diff-contests.sh \
	%D%/cli/diff-forms.sh \
	%D%/cli/diff-history.sh \
	%D%/cli/diff-pattern.sh \
	%D%/cli/diff-precedence.sh \
	%D%/cli/diff-shifts.sh \
	%D%/cli/diff-sobo.sh \
	%D%/cli/diff-text.sh \
	%D%/cli/effect-decided.sh \
	%D%/cli/effect-names.sh \
	%D%/cli/effect-seats.sh \
	%D%/cli/effect-text.sh \
	%D%/cli/effect-unlimited.sh \
	%D%/cli/import-archives.sh \
	%D%/cli/import-dry-run.sh \
	%D%/cli/import-folder.sh \
	%D%/cli/import-forced.sh \
	%D%/cli/import-form-desa.sh \
	%D%/cli/import-form-heading.sh \
	%D%/cli/import-form.sh \
	%D%/cli/import-header-lines.sh \
	%D%/cli/import-history.sh \
	%D%/cli/import-identity.sh \
	%D%/cli/import-joined.sh \
	%D%/cli/import-json-lines.sh \
	%D%/cli/import-json-table.sh \
	%D%/cli/import-make-register.sh \
	%D%/cli/import-names.sh \
	%D%/cli/import-no-operand.sh \
	%D%/cli/import-numbers.sh \
	%D%/cli/import-ods.sh \
	%D%/cli/import-profile-sheets.sh \
	%D%/cli/import-profile.sh \
	%D%/cli/import-real.sh \
	%D%/cli/import-regions.sh \
	%D%/cli/import-register-columns.sh \
	%D%/cli/import-register-lists.sh \
	%D%/cli/import-register.sh \
	%D%/cli/import-rejects.sh \
	%D%/cli/import-sheet.sh \
	%D%/cli/import-sirekap-parties.sh \
	%D%/cli/import-sirekap-pilkada.sh \
	%D%/cli/import-sirekap-quirks.sh \
	%D%/cli/import-sirekap-shapes.sh \
	%D%/cli/import-sirekap-snapshots.sh \
	%D%/cli/import-sirekap.sh \
	%D%/cli/import-source.sh \
	%D%/cli/import-tar-tricks.sh \
	%D%/cli/import-totals.sh \
	%D%/cli/import-typed-sep.sh \
	%D%/cli/import-typed-tab.sh \
	%D%/cli/import-typed.sh \
	%D%/cli/import-words.sh \
	%D%/cli/import-zip.sh \
	%D%/cli/indonesian.sh \
	%D%/cli/pleno-again.sh \
	%D%/cli/pleno-decisions.sh \
	%D%/cli/pleno-inputs.sh \
	%D%/cli/pleno-kecamatan.sh \
	%D%/cli/pleno-many-warnings.sh \
	%D%/cli/pleno-sources.sh \
	%D%/cli/report-carried.sh \
	%D%/cli/report-complete.sh \
	%D%/cli/report-fingerprint.sh \
	%D%/cli/report-incomplete.sh \
	%D%/cli/report-inert.sh \
	%D%/cli/report-page-same.sh \
	%D%/cli/report-page-status.sh \
	%D%/cli/report-page.sh \
	%D%/cli/report-papers.sh \
	%D%/cli/report-parties.sh \
	%D%/cli/report-pdf.sh \
	%D%/cli/report-recalculated.sh \
	%D%/cli/report-same-bytes.sh \
	%D%/cli/report-sources.sh \
	%D%/cli/report-sums.sh \
	%D%/cli/report-totals.sh \
	%D%/cli/report-usage.sh \
	%D%/cli/report-verify-saved.sh \
	%D%/cli/report-verify.sh \
	%D%/cli/report-with-csv.sh \
	%D%/cli/report-xml-parties.sh \
	%D%/cli/report-xml-parts.sh \
	%D%/cli/report-xml-sheets.sh \
	%D%/cli/resolve-log.sh \
	%D%/cli/resolve-rules.sh \
	%D%/cli/resolve-sheet.sh \
	%D%/cli/resolve-stale.sh \
	%D%/cli/resolve-whole-form.sh \
	%D%/cli/sum-contained.sh \
	%D%/cli/sum-counts-unknown.sh \
	%D%/cli/sum-counts.sh \
	%D%/cli/sum-names.sh \
	%D%/cli/sum-register.sh \
	$(NULL)

# Golden cases: the smallest input for each message and each code.
error_tests = \
	%D%/errors/D01.sh \
	%D%/errors/D02.sh \
	%D%/errors/D03.sh \
	%D%/errors/D04.sh \
	%D%/errors/D05.sh \
	%D%/errors/D06.sh \
	%D%/errors/D07.sh \
	%D%/errors/D08.sh \
	%D%/errors/D09.sh \
	%D%/errors/D10.sh \
	%D%/errors/D11.sh \
	%D%/errors/D12.sh \
	%D%/errors/R01.sh \
	%D%/errors/R02.sh \
	%D%/errors/R03.sh \
	%D%/errors/R04.sh \
	%D%/errors/R05.sh \
	%D%/errors/R06.sh \
	%D%/errors/R07.sh \
	%D%/errors/R08.sh \
	%D%/errors/R09.sh \
	%D%/errors/R10.sh \
	%D%/errors/R11.sh \
	%D%/errors/R12.sh \
	%D%/errors/R13.sh \
	%D%/errors/R14.sh \
	%D%/errors/R15.sh \
	%D%/errors/R16.sh \
	%D%/errors/R17.sh \
	%D%/errors/R18.sh \
	%D%/errors/R19.sh \
	%D%/errors/R20.sh \
	%D%/errors/R22-empty.sh \
	%D%/errors/R22.sh \
	%D%/errors/R23-twice.sh \
	%D%/errors/R23.sh \
	%D%/errors/R24-blank.sh \
	%D%/errors/R24.sh \
	%D%/errors/R25.sh \
	%D%/errors/R27-twins.sh \
	%D%/errors/R27.sh \
	%D%/errors/R29.sh \
	%D%/errors/R30.sh \
	%D%/errors/R31.sh \
	%D%/errors/audit-area.sh \
	%D%/errors/audit-bad-draws.sh \
	%D%/errors/audit-bad-plan.sh \
	%D%/errors/audit-bad-risk.sh \
	%D%/errors/audit-bad-seed.sh \
	%D%/errors/audit-bad-winners.sh \
	%D%/errors/audit-contests.sh \
	%D%/errors/audit-counted-twice.sh \
	%D%/errors/audit-empty-plan.sh \
	%D%/errors/audit-errors-found.sh \
	%D%/errors/audit-majority-winners.sh \
	%D%/errors/audit-no-column.sh \
	%D%/errors/audit-no-counts.sh \
	%D%/errors/audit-no-form.sh \
	%D%/errors/audit-no-plan.sh \
	%D%/errors/audit-no-risk.sh \
	%D%/errors/audit-no-winners.sh \
	%D%/errors/audit-other-draw.sh \
	%D%/errors/audit-other-table.sh \
	%D%/errors/audit-party-list.sh \
	%D%/errors/audit-plan-options.sh \
	%D%/errors/audit-sources.sh \
	%D%/errors/audit-sum.sh \
	%D%/errors/audit-two-plans.sh \
	%D%/errors/audit-winners.sh \
	%D%/errors/check-format.sh \
	%D%/errors/check-register-no-tps.sh \
	%D%/errors/dapil-code.sh \
	%D%/errors/dapil-contest.sh \
	%D%/errors/dapil-empty.sh \
	%D%/errors/dapil-no-seats.sh \
	%D%/errors/dapil-region-twice.sh \
	%D%/errors/dapil-seats-differ.sh \
	%D%/errors/dapil-seats.sh \
	%D%/errors/diff-history-none.sh \
	%D%/errors/diff-history-options.sh \
	%D%/errors/diff-no-field.sh \
	%D%/errors/diff-one.sh \
	%D%/errors/diff-precedence.sh \
	%D%/errors/diff-region.sh \
	%D%/errors/diff-stdin-twice.sh \
	%D%/errors/diff-toward.sh \
	%D%/errors/diff-twice.sh \
	%D%/errors/effect-elsewhere.sh \
	%D%/errors/effect-level.sh \
	%D%/errors/effect-no-form.sh \
	%D%/errors/effect-no-region.sh \
	%D%/errors/effect-no-total.sh \
	%D%/errors/effect-no-votes.sh \
	%D%/errors/effect-not-tps.sh \
	%D%/errors/effect-outside.sh \
	%D%/errors/effect-passed.sh \
	%D%/errors/effect-rules-contest.sh \
	%D%/errors/effect-stale.sh \
	%D%/errors/effect-threshold.sh \
	%D%/errors/effect-too-large.sh \
	%D%/errors/effect-two-sources.sh \
	%D%/errors/import-bad-source.sh \
	%D%/errors/import-candidates-flat.sh \
	%D%/errors/import-candidates-names.sh \
	%D%/errors/import-candidates-no-list.sh \
	%D%/errors/import-candidates-none.sh \
	%D%/errors/import-candidates-number-large.sh \
	%D%/errors/import-candidates-number-missing.sh \
	%D%/errors/import-candidates-number.sh \
	%D%/errors/import-candidates-parties.sh \
	%D%/errors/import-candidates-party.sh \
	%D%/errors/import-candidates-region.sh \
	%D%/errors/import-candidates-twice.sh \
	%D%/errors/import-candidates-unknown.sh \
	%D%/errors/import-code-part.sh \
	%D%/errors/import-csv-bad-numbers.sh \
	%D%/errors/import-csv-bad-time.sh \
	%D%/errors/import-csv-cells.sh \
	%D%/errors/import-csv-code-number.sh \
	%D%/errors/import-csv-no-code.sh \
	%D%/errors/import-csv-no-fields.sh \
	%D%/errors/import-csv-not-utf8.sh \
	%D%/errors/import-csv-nul.sh \
	%D%/errors/import-csv-other-contest.sh \
	%D%/errors/import-csv-stray-quote.sh \
	%D%/errors/import-csv-tps-contradicts.sh \
	%D%/errors/import-csv-two-columns.sh \
	%D%/errors/import-csv-unclosed-quote.sh \
	%D%/errors/import-csv-utf16.sh \
	%D%/errors/import-cut-archive.sh \
	%D%/errors/import-cut-gzip.sh \
	%D%/errors/import-cut-tar-between.sh \
	%D%/errors/import-cut-tar.sh \
	%D%/errors/import-cut-zip-end.sh \
	%D%/errors/import-cut-zip.sh \
	%D%/errors/import-empty-file.sh \
	%D%/errors/import-empty-folder.sh \
	%D%/errors/import-empty-source.sh \
	%D%/errors/import-form-moved.sh \
	%D%/errors/import-form-no-desa.sh \
	%D%/errors/import-form-other-contest.sh \
	%D%/errors/import-form-row.sh \
	%D%/errors/import-form-total.sh \
	%D%/errors/import-header-only.sh \
	%D%/errors/import-json-aggregate.sh \
	%D%/errors/import-json-bad-line.sh \
	%D%/errors/import-json-bad-values.sh \
	%D%/errors/import-json-cut-short.sh \
	%D%/errors/import-json-key-twice.sh \
	%D%/errors/import-json-kode.sh \
	%D%/errors/import-json-lines.sh \
	%D%/errors/import-json-many-members.sh \
	%D%/errors/import-json-no-code.sh \
	%D%/errors/import-json-no-list.sh \
	%D%/errors/import-json-nul.sh \
	%D%/errors/import-json-other-contest.sh \
	%D%/errors/import-json-parties.sh \
	%D%/errors/import-json-path.sh \
	%D%/errors/import-json-pilkada.sh \
	%D%/errors/import-json-something-else.sh \
	%D%/errors/import-json-stray.sh \
	%D%/errors/import-json-table.sh \
	%D%/errors/import-json-twice.sh \
	%D%/errors/import-json-unknown-keys.sh \
	%D%/errors/import-lists-workbook.sh \
	%D%/errors/import-many-rejects.sh \
	%D%/errors/import-missing-file.sh \
	%D%/errors/import-name-ambiguous.sh \
	%D%/errors/import-name-not-joined.sh \
	%D%/errors/import-name-unknown.sh \
	%D%/errors/import-no-contest.sh \
	%D%/errors/import-no-source.sh \
	%D%/errors/import-not-json.sh \
	%D%/errors/import-number-format.sh \
	%D%/errors/import-output-in-no-folder.sh \
	%D%/errors/import-percent.sh \
	%D%/errors/import-profile-columns.sh \
	%D%/errors/import-profile-filled.sh \
	%D%/errors/import-profile-layout.sh \
	%D%/errors/import-profile-no-sheet.sh \
	%D%/errors/import-profile-not-minutes.sh \
	%D%/errors/import-profile-sheets.sh \
	%D%/errors/import-register-bad-code.sh \
	%D%/errors/import-register-name.sh \
	%D%/errors/import-register-no-code.sh \
	%D%/errors/import-register-not-regions.sh \
	%D%/errors/import-register-twice.sh \
	%D%/errors/import-register-two-names.sh \
	%D%/errors/import-same-time-other-values.sh \
	%D%/errors/import-sheet-bomb.sh \
	%D%/errors/import-sheet-cells.sh \
	%D%/errors/import-sheet-columns.sh \
	%D%/errors/import-sheet-cut.sh \
	%D%/errors/import-sheet-deep.sh \
	%D%/errors/import-sheet-entities.sh \
	%D%/errors/import-sheet-format.sh \
	%D%/errors/import-sheet-long-cell.sh \
	%D%/errors/import-sheet-no-table.sh \
	%D%/errors/import-sheet-unknown.sh \
	%D%/errors/import-side-by-side.sh \
	%D%/errors/import-sirekap-list.sh \
	%D%/errors/import-table-in-folder.sh \
	%D%/errors/import-too-large.sh \
	%D%/errors/import-total-unchecked.sh \
	%D%/errors/import-total.sh \
	%D%/errors/import-totals-region.sh \
	%D%/errors/import-twice-other-values.sh \
	%D%/errors/import-two-sources.sh \
	%D%/errors/import-unknown-contest.sh \
	%D%/errors/import-unknown-format.sh \
	%D%/errors/import-words.sh \
	%D%/errors/import-workbook.sh \
	%D%/errors/import-xls.sh \
	%D%/errors/import-xlsx-joined.sh \
	%D%/errors/import-xlsx-values.sh \
	%D%/errors/key-file-endless.sh \
	%D%/errors/meeting-bad-date.sh \
	%D%/errors/meeting-bad-escape.sh \
	%D%/errors/meeting-bad-time.sh \
	%D%/errors/meeting-group-twice.sh \
	%D%/errors/meeting-key-twice.sh \
	%D%/errors/meeting-last-day.sh \
	%D%/errors/meeting-no-contestant.sh \
	%D%/errors/meeting-no-group.sh \
	%D%/errors/meeting-no-key.sh \
	%D%/errors/meeting-no-votes.sh \
	%D%/errors/meeting-not-utf8.sh \
	%D%/errors/meeting-other-day.sh \
	%D%/errors/meeting-too-large.sh \
	%D%/errors/meeting-unknown-group.sh \
	%D%/errors/meeting-unknown-key.sh \
	%D%/errors/pleno-contest-twice.sh \
	%D%/errors/pleno-foreign-decisions.sh \
	%D%/errors/pleno-log-cut.sh \
	%D%/errors/pleno-name-taken.sh \
	%D%/errors/pleno-no-contest.sh \
	%D%/errors/pleno-no-files.sh \
	%D%/errors/pleno-no-folder.sh \
	%D%/errors/pleno-no-source.sh \
	%D%/errors/pleno-no-task.sh \
	%D%/errors/pleno-nothing.sh \
	%D%/errors/pleno-output-in-input.sh \
	%D%/errors/pleno-spoilt-minutes.sh \
	%D%/errors/pleno-stdin.sh \
	%D%/errors/pleno-two-names.sh \
	%D%/errors/pleno-unknown-contest.sh \
	%D%/errors/pleno-usage.sh \
	%D%/errors/profile-field.sh \
	%D%/errors/profile-not-utf8.sh \
	%D%/errors/profile-other-table.sh \
	%D%/errors/profile-slow-pattern.sh \
	%D%/errors/profile-unknown.sh \
	%D%/errors/profile-words.sh \
	%D%/errors/register-twice.sh \
	%D%/errors/report-cut-short.sh \
	%D%/errors/report-decision-not-applied.sh \
	%D%/errors/report-decision-unknown.sh \
	%D%/errors/report-empty-table.sh \
	%D%/errors/report-full-disk.sh \
	%D%/errors/report-input-missing.sh \
	%D%/errors/report-input-too-deep.sh \
	%D%/errors/report-no-district.sh \
	%D%/errors/report-no-folder.sh \
	%D%/errors/report-no-form.sh \
	%D%/errors/report-no-number.sh \
	%D%/errors/report-not-tps.sh \
	%D%/errors/report-other-committee.sh \
	%D%/errors/report-page-contests.sh \
	%D%/errors/report-page-full-disk.sh \
	%D%/errors/report-page-no-number.sh \
	%D%/errors/report-page-not-tps.sh \
	%D%/errors/report-page-reload.sh \
	%D%/errors/report-page-sources.sh \
	%D%/errors/report-page-sums.sh \
	%D%/errors/report-page-too-large.sh \
	%D%/errors/report-pdf-no-result.sh \
	%D%/errors/report-pdf-not-installed.sh \
	%D%/errors/report-pdf-usage.sh \
	%D%/errors/report-total-too-large.sh \
	%D%/errors/report-two-kecamatan.sh \
	%D%/errors/report-two-levels.sh \
	%D%/errors/report-two-provinsi.sh \
	%D%/errors/report-two-sources.sh \
	%D%/errors/report-verify-no-workbook.sh \
	%D%/errors/resolve-contest.sh \
	%D%/errors/resolve-log.sh \
	%D%/errors/resolve-sheet-broken.sh \
	%D%/errors/resolve-sheet-contradiction.sh \
	%D%/errors/resolve-sheet-dash.sh \
	%D%/errors/resolve-sheet-foreign.sh \
	%D%/errors/resolve-sheet-ground.sh \
	%D%/errors/resolve-sheet-half.sh \
	%D%/errors/resolve-sheet-key.sh \
	%D%/errors/resolve-sheet-missing.sh \
	%D%/errors/resolve-sheet-none.sh \
	%D%/errors/resolve-sheet-other-rows.sh \
	%D%/errors/resolve-sheet-tampered.sh \
	%D%/errors/resolve-sheet-time.sh \
	%D%/errors/resolve-sheet-value.sh \
	%D%/errors/resolve-two-names.sh \
	%D%/errors/resolve-verify-usage.sh \
	%D%/errors/rules-between.sh \
	%D%/errors/rules-contest.sh \
	%D%/errors/rules-formula.sh \
	%D%/errors/rules-group.sh \
	%D%/errors/rules-limit.sh \
	%D%/errors/rules-line.sh \
	%D%/errors/rules-name.sh \
	%D%/errors/rules-off.sh \
	%D%/errors/rules-required.sh \
	%D%/errors/rules-severity.sh \
	%D%/errors/rules-too-large.sh \
	%D%/errors/rules-twice.sh \
	%D%/errors/rules-unknown-key.sh \
	%D%/errors/rules-unused-limit.sh \
	%D%/errors/rules-words.sh \
	%D%/errors/sum-desa-doubt.sh \
	%D%/errors/sum-desa-twice.sh \
	%D%/errors/sum-names-twice.sh \
	%D%/errors/sum-parts.sh \
	%D%/errors/table-after-quote.sh \
	%D%/errors/table-comma.sh \
	%D%/errors/table-contest.sh \
	%D%/errors/table-dot.sh \
	%D%/errors/table-empty.sh \
	%D%/errors/table-escape.sh \
	%D%/errors/table-extra-cell.sh \
	%D%/errors/table-foreign-column.sh \
	%D%/errors/table-gzip.sh \
	%D%/errors/table-header.sh \
	%D%/errors/table-large.sh \
	%D%/errors/table-letter.sh \
	%D%/errors/table-negative.sh \
	%D%/errors/table-no-code.sh \
	%D%/errors/table-no-column.sh \
	%D%/errors/table-no-newline.sh \
	%D%/errors/table-nul.sh \
	%D%/errors/table-quote.sh \
	%D%/errors/table-scientific.sh \
	%D%/errors/table-short.sh \
	%D%/errors/table-twice-column.sh \
	%D%/errors/table-utf8.sh \
	%D%/errors/table-zeros.sh \
	$(NULL)

# The house itself: layers, symbols, manual, packaging.
style_tests = \
	%D%/style/banned.sh \
	%D%/style/codes.sh \
	%D%/style/format.sh \
	%D%/style/layers.sh \
	%D%/style/lists.sh \
	%D%/style/man.sh \
	%D%/style/options.sh \
	%D%/style/page.sh \
	%D%/style/po.sh \
	%D%/style/public-header.sh \
	%D%/style/readme.sh \
	%D%/style/shape.sh \
	%D%/style/symbols.sh \
	$(NULL)

# Fuzz targets: one program per file. Without an engine they replay their corpus in `make check'.
fuzz_targets = \
	%D%/fuzz/fuzz-candidates \
	%D%/fuzz/fuzz-contest \
	%D%/fuzz/fuzz-csv \
	%D%/fuzz/fuzz-decisions \
	%D%/fuzz/fuzz-documents \
	%D%/fuzz/fuzz-json \
	%D%/fuzz/fuzz-lists \
	%D%/fuzz/fuzz-meeting \
	%D%/fuzz/fuzz-names \
	%D%/fuzz/fuzz-pieces \
	%D%/fuzz/fuzz-profile \
	%D%/fuzz/fuzz-register \
	%D%/fuzz/fuzz-rule \
	%D%/fuzz/fuzz-sheet \
	%D%/fuzz/fuzz-sirekap \
	%D%/fuzz/fuzz-table \
	%D%/fuzz/fuzz-typed \
	%D%/fuzz/fuzz-words \
	$(NULL)
check_PROGRAMS += $(fuzz_targets)
EXTRA_DIST += %D%/fuzz/fuzz.h %D%/fuzz/typed.h
fuzz_libraries = librecap-core.la
if FUZZING
fuzz_libraries += $(LIB_FUZZING_ENGINE)
else
check_LTLIBRARIES = %D%/fuzz/libreplay.la
%C%_fuzz_libreplay_la_SOURCES = %D%/fuzz/replay-main.c
fuzz_libraries += %D%/fuzz/libreplay.la $(GLIB_LIBS)
endif
%C%_fuzz_fuzz_candidates_LDADD = $(fuzz_libraries)
%C%_fuzz_fuzz_contest_LDADD = $(fuzz_libraries)
%C%_fuzz_fuzz_csv_LDADD = $(fuzz_libraries)
%C%_fuzz_fuzz_decisions_LDADD = $(fuzz_libraries)
%C%_fuzz_fuzz_documents_LDADD = $(fuzz_libraries)
%C%_fuzz_fuzz_json_LDADD = $(fuzz_libraries)
%C%_fuzz_fuzz_lists_LDADD = $(fuzz_libraries)
%C%_fuzz_fuzz_meeting_LDADD = $(fuzz_libraries)
%C%_fuzz_fuzz_names_LDADD = $(fuzz_libraries)
%C%_fuzz_fuzz_pieces_LDADD = $(fuzz_libraries)
%C%_fuzz_fuzz_profile_LDADD = $(fuzz_libraries)
%C%_fuzz_fuzz_register_LDADD = $(fuzz_libraries)
%C%_fuzz_fuzz_rule_LDADD = $(fuzz_libraries)
%C%_fuzz_fuzz_sheet_LDADD = $(fuzz_libraries)
%C%_fuzz_fuzz_sirekap_LDADD = $(fuzz_libraries)
%C%_fuzz_fuzz_table_LDADD = $(fuzz_libraries)
%C%_fuzz_fuzz_typed_LDADD = $(fuzz_libraries)
%C%_fuzz_fuzz_words_LDADD = $(fuzz_libraries)
fuzz_tests = \
	%D%/fuzz/replay-candidates.sh \
	%D%/fuzz/replay-contest.sh \
	%D%/fuzz/replay-csv.sh \
	%D%/fuzz/replay-decisions.sh \
	%D%/fuzz/replay-documents.sh \
	%D%/fuzz/replay-json.sh \
	%D%/fuzz/replay-lists.sh \
	%D%/fuzz/replay-meeting.sh \
	%D%/fuzz/replay-names.sh \
	%D%/fuzz/replay-pieces.sh \
	%D%/fuzz/replay-profile.sh \
	%D%/fuzz/replay-register.sh \
	%D%/fuzz/replay-rule.sh \
	%D%/fuzz/replay-sheet.sh \
	%D%/fuzz/replay-sirekap.sh \
	%D%/fuzz/replay-table.sh \
	%D%/fuzz/replay-typed.sh \
	%D%/fuzz/replay-words.sh \
	$(NULL)
TESTS += $(fuzz_tests)

# Failing input and output.
io_tests = \
	%D%/io/changed.sh \
	%D%/io/full-disk.sh \
	%D%/io/help.sh \
	%D%/io/hostile.sh \
	%D%/io/input.sh \
	%D%/io/long-json.sh \
	%D%/io/output-file.sh \
	%D%/io/output.sh \
	%D%/io/pleno-watch.sh \
	%D%/io/pleno.sh \
	%D%/io/same-file.sh \
	%D%/io/stdin.sh \
	%D%/io/streams.sh \
	$(NULL)

# Laws that hold for any election: seeded, made up by gen.
prop_tests = \
	%D%/prop/audit-oracle.sh \
	%D%/prop/audit-risk.sh \
	%D%/prop/check-between.sh \
	%D%/prop/check-causes.sh \
	%D%/prop/check-contests.sh \
	%D%/prop/check-oracle.sh \
	%D%/prop/check-register.sh \
	%D%/prop/check-sound.sh \
	%D%/prop/diff-key.sh \
	%D%/prop/diff-many.sh \
	%D%/prop/diff-mirror.sh \
	%D%/prop/diff-pattern.sh \
	%D%/prop/diff-self.sh \
	%D%/prop/effect.sh \
	%D%/prop/import-archive.sh \
	%D%/prop/import-desk.sh \
	%D%/prop/import-identity.sh \
	%D%/prop/import-paths.sh \
	%D%/prop/inert.sh \
	%D%/prop/order.sh \
	%D%/prop/pleno.sh \
	%D%/prop/recall.sh \
	%D%/prop/report-control.sh \
	%D%/prop/report-import-contests.sh \
	%D%/prop/report-import.sh \
	%D%/prop/report-sums.sh \
	%D%/prop/resolve-desk.sh \
	%D%/prop/resolve.sh \
	%D%/prop/samples.sh \
	%D%/prop/shift-pattern.sh \
	%D%/prop/sum-parts.sh \
	%D%/prop/sum-register.sh \
	$(NULL)

# Real data against independent answers.
data_tests = \
	%D%/data/audit.sh \
	%D%/data/check-causes.sh \
	%D%/data/demo.sh \
	%D%/data/dialects.sh \
	%D%/data/diff-causes.sh \
	%D%/data/diff-sources.sh \
	%D%/data/effect-2019.sh \
	%D%/data/files.sh \
	%D%/data/official-totals.sh \
	%D%/data/registers.sh \
	%D%/data/sample-folders.sh \
	%D%/data/sirekap-contests.sh \
	%D%/data/sirekap-dki.sh \
	%D%/data/sirekap-kabupaten.sh \
	%D%/data/two-source-2019.sh \
	%D%/data/two-source-profiles.sh \
	$(NULL)

# Pages in a browser.
browser_tests = \
	%D%/browser/page-inert.sh \
	%D%/browser/page-large.sh \
	%D%/browser/page-partial.sh \
	%D%/browser/page-reload.sh \
	%D%/browser/page.sh \
	$(NULL)

TESTS += $(browser_tests) $(cli_tests) $(error_tests) $(style_tests) $(io_tests) $(prop_tests) $(data_tests)
EXTRA_DIST += %D%/README.md %D%/run.sh

# Scripts with what they expect. Named in EXTRA_DIST a folder would be copied with what the build has
# put into the one of the same name.
test_folders = browser cli data errors fuzz io prop recall style
dist-hook:
	for folder in $(test_folders); do \
	    $(MKDIR_P) $(distdir)/%D%/$$folder && \
	    cp -R $(srcdir)/%D%/$$folder/. $(distdir)/%D%/$$folder || exit 1; \
	done
	cd $(distdir)/%D% && rm -rf */.deps */.dirstamp */.libs */*.la */*.log */*.trs */*.o */*.lo

include %D%/gen/local.mk

# The unit tests and the golden cases once more, every tool under valgrind. What a wrong input meets
# runs with the sanitizers; here it would take longer than all the rest.
VALGRIND = valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite
.PHONY: check-valgrind
check-valgrind: all
	$(MAKE) check LOG_COMPILER='$(VALGRIND)' RECAP_VALGRIND='$(VALGRIND)' \
	TESTS='$(unit_tests) $(cli_tests)'
