# The library in layers, lowest first. HACKING.md has the map; a test keeps it.
noinst_LTLIBRARIES += librecap-core.la
recap_public_headers = \
	%D%/accuracy.h \
	%D%/audit.h \
	%D%/blanks.h \
	%D%/candidates.h \
	%D%/check.h \
	%D%/contest.h \
	%D%/count.h \
	%D%/csv-writer.h \
	%D%/decision-log.h \
	%D%/decision.h \
	%D%/diff.h \
	%D%/district.h \
	%D%/effect-file.h \
	%D%/effect.h \
	%D%/error.h \
	%D%/finding-file.h \
	%D%/finding.h \
	%D%/fingerprint.h \
	%D%/form.h \
	%D%/formula.h \
	%D%/history.h \
	%D%/import.h \
	%D%/input-files.h \
	%D%/list-file.h \
	%D%/meeting.h \
	%D%/minutes-csv.h \
	%D%/minutes-input.h \
	%D%/minutes.h \
	%D%/misread.h \
	%D%/origin.h \
	%D%/plan.h \
	%D%/pleno.h \
	%D%/profile.h \
	%D%/progress.h \
	%D%/projector.h \
	%D%/recap.h \
	%D%/region.h \
	%D%/register.h \
	%D%/repair.h \
	%D%/report.h \
	%D%/resolve-file.h \
	%D%/resolve.h \
	%D%/risk.h \
	%D%/rule-file.h \
	%D%/rule.h \
	%D%/sheet.h \
	%D%/source.h \
	%D%/spool.h \
	%D%/sum-file.h \
	%D%/sum-text.h \
	%D%/sum.h \
	%D%/table-reader.h \
	%D%/table-writer.h \
	%D%/table.h \
	%D%/tables.h \
	%D%/text.h \
	%D%/typed-cell.h \
	%D%/verify.h \
	%D%/watch.h \
	%D%/words.h \
	%D%/workbook.h \
	$(NULL)
pkginclude_HEADERS += $(recap_public_headers)
librecap_core_la_SOURCES = \
	$(recap_public_headers) \
	%D%/accuracy.c \
	%D%/agreement.c %D%/agreement.h \
	%D%/arena.c %D%/arena.h \
	%D%/audit-batches.c %D%/audit-batches.h \
	%D%/audit.c \
	%D%/blanks.c \
	%D%/builtin.h \
	%D%/candidates.c \
	%D%/cause-contests.c \
	%D%/cause-forms.c \
	%D%/cause-part.c %D%/cause-part.h \
	%D%/cause-rows.c \
	%D%/cause-rules.c \
	%D%/cause-shift.c \
	%D%/cause.c %D%/cause.h \
	%D%/check-cause.c %D%/check-cause.h \
	%D%/check-contests.c %D%/check-contests.h \
	%D%/check-form.c %D%/check-form.h \
	%D%/check-totals.c %D%/check-totals.h \
	%D%/check-twins.c %D%/check-twins.h \
	%D%/check.c \
	%D%/contest.c \
	%D%/control.c %D%/control.h \
	%D%/count.c \
	%D%/csv-blocks.c %D%/csv-blocks.h \
	%D%/csv-reader.c %D%/csv-reader.h \
	%D%/csv-records.c %D%/csv-records.h \
	%D%/csv-writer.c \
	%D%/decision-log.c \
	%D%/decision-sheet.c %D%/decision-sheet.h \
	%D%/decision.c \
	%D%/diff-part.c %D%/diff-part.h \
	%D%/diff-rank.c \
	%D%/diff-report.c %D%/diff-report.h \
	%D%/diff.c \
	%D%/district.c \
	%D%/documents-package.c %D%/documents-package.h \
	%D%/documents.c %D%/documents.h \
	%D%/drift.c %D%/drift.h \
	%D%/effect-area.c %D%/effect-area.h \
	%D%/effect-file.c \
	%D%/effect-form.c %D%/effect-form.h \
	%D%/effect.c \
	%D%/error.c \
	%D%/finding-file.c \
	%D%/finding.c \
	%D%/fingerprint.c \
	%D%/form-sheet-heading.c %D%/form-sheet-heading.h \
	%D%/form-sheet.c %D%/form-sheet.h \
	%D%/form.c \
	%D%/formula-sheet.c %D%/formula-sheet.h \
	%D%/formula.c \
	%D%/group.c %D%/group.h \
	%D%/history.c \
	%D%/import-answers.c \
	%D%/import-data.c %D%/import-data.h \
	%D%/import-records.c %D%/import-records.h \
	%D%/import-settling.c %D%/import-settling.h \
	%D%/import-sheets.c %D%/import-sheets.h \
	%D%/import-tables.c %D%/import-tables.h \
	%D%/import-words.c %D%/import-words.h \
	%D%/import-writing.c %D%/import-writing.h \
	%D%/import.c \
	%D%/input-files.c \
	%D%/json-pieces.c %D%/json-pieces.h \
	%D%/json-records.c %D%/json-records.h \
	%D%/json-writer.c %D%/json-writer.h \
	%D%/json.c %D%/json.h \
	%D%/key-file.c %D%/key-file.h \
	%D%/key-lines.c %D%/key-lines.h \
	%D%/key-order.c %D%/key-order.h \
	%D%/list-file.c \
	%D%/lottery.c %D%/lottery.h \
	%D%/meeting.c \
	%D%/minutes-ballot.c %D%/minutes-ballot.h \
	%D%/minutes-control.c %D%/minutes-control.h \
	%D%/minutes-cover.c %D%/minutes-cover.h \
	%D%/minutes-csv.c \
	%D%/minutes-data.c %D%/minutes-data.h \
	%D%/minutes-decisions.c %D%/minutes-decisions.h \
	%D%/minutes-findings.c %D%/minutes-findings.h \
	%D%/minutes-level.c %D%/minutes-level.h \
	%D%/minutes-list.c %D%/minutes-list.h \
	%D%/minutes-marks.c %D%/minutes-marks.h \
	%D%/minutes-overview.c %D%/minutes-overview.h \
	%D%/minutes-people.c %D%/minutes-people.h \
	%D%/minutes-sign.c %D%/minutes-sign.h \
	%D%/minutes-sources.c %D%/minutes-sources.h \
	%D%/minutes-table.c %D%/minutes-table.h \
	%D%/minutes.c \
	%D%/misread.c \
	%D%/names.c %D%/names.h \
	%D%/origin.c \
	%D%/outputs.c %D%/outputs.h \
	%D%/page.c %D%/page.h \
	%D%/pattern.c %D%/pattern.h \
	%D%/plan.c \
	%D%/pleno-decisions.c \
	%D%/pleno-import.c \
	%D%/pleno-plan.c %D%/pleno-part.h \
	%D%/pleno-steps.c \
	%D%/pleno-summary.c \
	%D%/pleno.c \
	%D%/profile.c \
	%D%/projector-control.c %D%/projector-control.h \
	%D%/projector-data.c %D%/projector-data.h \
	%D%/projector-json.c %D%/projector-json.h \
	%D%/projector-rows.c %D%/projector-rows.h \
	%D%/projector.c \
	%D%/record-reader.c %D%/record-reader.h \
	%D%/records.h \
	%D%/region-list.c %D%/region-list.h \
	%D%/region.c \
	%D%/register.c \
	%D%/reject.c %D%/reject.h \
	%D%/repair-rank.c %D%/repair-rank.h \
	%D%/repair-system.c %D%/repair-system.h \
	%D%/repair-text.c \
	%D%/repair.c \
	%D%/report.c \
	%D%/resolve-file.c \
	%D%/resolve-note.c %D%/resolve-note.h \
	%D%/resolve.c \
	%D%/risk.c \
	%D%/rule-file.c \
	%D%/rule.c \
	%D%/scan.c %D%/scan.h \
	%D%/seats.c %D%/seats.h \
	%D%/settled.c %D%/settled.h \
	%D%/shadow.c %D%/shadow.h \
	%D%/sheet-reader-formats.c \
	%D%/sheet-reader-ods.c %D%/sheet-reader-part.h \
	%D%/sheet-reader-rows.c %D%/sheet-reader-rows.h \
	%D%/sheet-reader-xlsx.c \
	%D%/sheet-reader-xml.c %D%/sheet-reader-xml.h \
	%D%/sheet-reader.c %D%/sheet-reader.h \
	%D%/sheet.c \
	%D%/shift.c %D%/shift.h \
	%D%/sign-test.c %D%/sign-test.h \
	%D%/sirekap.c %D%/sirekap.h \
	%D%/source.c \
	%D%/spool.c \
	%D%/sum-file.c \
	%D%/sum-names.c %D%/sum-names.h \
	%D%/sum-text.c \
	%D%/sum.c \
	%D%/table-reader.c \
	%D%/table-writer.c \
	%D%/table.c \
	%D%/tables.c \
	%D%/text.c \
	%D%/timestamp.c %D%/timestamp.h \
	%D%/typed-cell.c \
	%D%/typed-header.c %D%/typed-header.h \
	%D%/typed-table.c %D%/typed-table.h \
	%D%/typed-totals.c %D%/typed-totals.h \
	%D%/verify-formula.c %D%/verify-part.h %D%/verify-sheet.c \
	%D%/verify.c \
	%D%/watch.c \
	%D%/words-date.c \
	%D%/words.c \
	%D%/workbook-chart.c %D%/workbook-chart.h \
	%D%/workbook-entry.c %D%/workbook-entry.h \
	%D%/workbook-fit.c %D%/workbook-fit.h \
	%D%/workbook-look.c %D%/workbook-look.h \
	%D%/workbook-margin.c %D%/workbook-margin.h \
	%D%/workbook.c \
	%D%/worker.c %D%/worker.h \
	$(NULL)
nodist_librecap_core_la_SOURCES = %D%/builtin.c
librecap_core_la_CFLAGS = $(AM_CFLAGS) $(ARCHIVE_CFLAGS) $(PCRE2_CFLAGS) $(XLSX_CFLAGS) $(ZLIB_CFLAGS)
librecap_core_la_LIBADD = $(GLIB_LIBS) $(ARCHIVE_LIBS) $(PCRE2_LIBS) $(XLSX_LIBS) $(CSV_LIBS) $(ZLIB_LIBS)

# The tools contain the library, so that a built tool runs from where it lies; others link this.
lib_LTLIBRARIES += librecap.la
librecap_la_SOURCES =
librecap_la_LIBADD = librecap-core.la
librecap_la_LDFLAGS = $(AM_LDFLAGS) -version-info 0:0:0 -export-symbols-regex '^recap_' -no-undefined
