# The manual in mdoc. Pages that share text or list the rules are made from NAME.in by expand.awk.
man_made = \
	%D%/recap-audit.1 \
	%D%/recap-check.1 \
	%D%/recap-diff.1 \
	%D%/recap-effect.1 \
	%D%/recap-findings.7 \
	%D%/recap-import.1 \
	%D%/recap-pleno.1 \
	%D%/recap-report.1 \
	%D%/recap-resolve.1 \
	%D%/recap-sum.1 \
	%D%/recap.7 \
	$(NULL)
man_parts = \
	%D%/common-options.mdoc \
	%D%/environment.mdoc \
	%D%/exit-status.mdoc \
	$(NULL)
dist_man_MANS += \
	%D%/recap-contest.5 \
	%D%/recap-dapil.5 \
	%D%/recap-decision.5 \
	%D%/recap-finding.5 \
	%D%/recap-meeting.5 \
	%D%/recap-profile.5 \
	%D%/recap-register.5 \
	%D%/recap-rules.5 \
	%D%/recap-table.5 \
	$(NULL)
man_MANS += $(man_made)
EXTRA_DIST += $(man_parts) $(man_made:=.in) %D%/expand.awk
CLEANFILES += $(man_made)

SUFFIXES = .1 .1.in .7 .7.in
expand_page = $(AM_V_GEN)$(MKDIR_P) %D% && $(AWK) -v folder=$(srcdir)/%D% \
	-v rules=$(srcdir)/data/rules.conf -v causes=$(srcdir)/data/causes.conf -v tool="`basename $@ | sed 's/\..$$//'`" \
	-f $(srcdir)/%D%/expand.awk $< > $@.tmp && mv $@.tmp $@
.1.in.1:
	$(expand_page)
.7.in.7:
	$(expand_page)
$(man_made): $(man_parts) %D%/expand.awk data/causes.conf data/rules.conf
