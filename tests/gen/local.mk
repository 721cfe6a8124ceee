# Made-up elections, deterministic from their seeds. They share no code with the library.
check_PROGRAMS += %D%/gen
%C%_gen_SOURCES = \
	%D%/contest.c \
	%D%/contest.h \
	%D%/election.c \
	%D%/election.h \
	%D%/fault.c \
	%D%/fault.h \
	%D%/foreign.c \
	%D%/foreign.h \
	%D%/gen.c \
	%D%/key.c \
	%D%/key.h \
	%D%/misread.c \
	%D%/misread.h \
	%D%/mistake.c \
	%D%/mistake.h \
	%D%/plant.c \
	%D%/plant.h \
	%D%/random.h \
	%D%/rule.c \
	%D%/rule.h \
	%D%/write.c \
	%D%/write.h \
	$(NULL)
%C%_gen_LDADD = $(GLIB_LIBS)
