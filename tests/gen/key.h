/* The answer keys of a made-up election. */
#pragma once

#include "election.h"

/* The first lines of the keys. */
#define GEN_KEY_HEAD "kontes,kode,isian,plano,sirekap,jenis,sebab,cara,temuan\n"
#define GEN_PAPER_KEY_HEAD "kontes,kode,isian,plano,seharusnya,jenis,aturan,pada\n"
#define GEN_ALONE_KEY_HEAD "kontes,kode,isian,seharusnya,sirekap,jenis,sebab,langgar,perbaikan\n"
#define GEN_PATTERN_KEY_HEAD "kontes,kode,dari,ke,suara,tps\n"

/* kunci.csv: every cell in which paper and Sirekap differ, with the kind of the fault, its cause,
 * every cause that leads from the one number to the other as simply (several: the numbers cannot
 * tell), and the findings about the TPS that must be there besides those of its cells. A TPS that
 * is missing or unknown has no isian. */
void gen_append_key (GString *text, const GenElection *election);

/* kunci-plano.csv: every box that KPPS wrote wrongly or left out, with what ought to be there, the
 * rule that is broken, and the box that its finding names. */
void gen_append_paper_key (GString *text, const GenElection *election);

/* kunci-sirekap.csv: for who sees Sirekap's form alone. Of every form with one wrong number: the
 * box, how many rules it breaks, and how many boxes there are whose change alone makes all rules
 * hold (more than one: the form cannot tell). */
void gen_append_alone_key (GString *text, const GenElection *election);

/* kunci-pola.csv: the votes that moved in the same way at several TPS, and in which region. */
void gen_append_pattern_key (GString *text, const GenElection *election);

void gen_append_cell (GString *text, gint cell);
