# A made-up election, deterministic from its seed. It shares no code with the library.
check_PROGRAMS += %D%/gen
%C%_gen_SOURCES = \
	%D%/election.c \
	%D%/election.h \
	%D%/fault.c \
	%D%/fault.h \
	%D%/gen.c \
	%D%/random.h \
	%D%/write.c \
	%D%/write.h \
	$(NULL)
%C%_gen_LDADD = $(GLIB_LIBS)
