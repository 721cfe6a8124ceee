/* The meeting whose minutes are printed: when, where, who (recap-meeting(5)). */
#pragma once

#include <glib.h>

#include "words.h"

G_BEGIN_DECLS

/* What persons and occurrences begin with. */
typedef struct {
    guint number; /* of the group: '3' of [saksi 3]; for a witness the ballot number */
    guint64 line; /* of the group in the file, from 1 */
} RecapMeetingEntry;

/* Somebody who signs or was present. A text that the file does not give is NULL. */
typedef struct {
    RecapMeetingEntry entry;
    char *nama;
    char *jabatan;  /* office: 'Ketua' */
    char *mewakili; /* whom he or she speaks for */
    char *alasan;   /* why the signature was refused; NULL: it was not */
} RecapPerson;

/* A special occurrence or an objection. */
typedef struct {
    RecapMeetingEntry entry;
    char *kode; /* of the TPS or region */
    char *waktu;
    char *uraian;
    char *pihak;        /* who raised it */
    char *penyelesaian; /* how it was resolved */
} RecapIncident;

/* What recap-pleno(1) is to do with the forms of the meeting. Lists have ';' between their entries;
 * paths are as the file has them. */
typedef struct {
    RecapMeetingEntry entry; /* without a number; line 0: the file has no such group */
    char *kontes;            /* codes of the contests */
    char *keluaran;          /* folder for what is written */
    char *wilayah;           /* only codes that begin so */
    char *daftar_tps;        /* register of TPS */
    char *aturan;            /* changes to the rules */
    char *keputusan;         /* lists of decisions, workbooks that were filled in */
    char *dua_nama;          /* 'ya': a decision needs two persons */
    char *calon;             /* lists of candidates, for all sources and the minutes */
} RecapMeetingTask;

/* A source of forms: for one contest, or what all have in common. */
typedef struct {
    RecapMeetingEntry entry; /* without a number */
    char *nama;              /* 'sirekap', or with the code of the contest: 'sirekap pdpr' */
    char *berkas;            /* files and folders */
    char *profil;            /* of typed tables */
    char *format;            /* of the files, where it is not to be found from the content */
    char *lembar;            /* sheet of the workbooks */
    char *angka;             /* how numbers are written: id, en */
    char *kandidat;          /* lists of candidates */
} RecapMeetingSource;

/* Plain data; whatever the file does not give is NULL, and the minutes leave a dotted line for it.
 * Arrays are in the order of the numbers of their groups. */
typedef struct {
    char *file;                 /* for messages */
    char *nomor;                /* of the berita acara */
    char *tempat;               /* place */
    char *mulai, *selesai;      /* times of day as written */
    RecapDate *tanggal;         /* first day */
    RecapDate *tanggal_selesai; /* last day, when it is another */
    GPtrArray *ppk;             /* of RecapPerson, and so are the next four */
    GPtrArray *kpu;             /* who holds a plenary above the kecamatan */
    GPtrArray *saksi;
    GPtrArray *panwaslu;
    GPtrArray *hadir;    /* everybody else who was present */
    GPtrArray *kejadian; /* of RecapIncident */
    GPtrArray *sumber;   /* of RecapMeetingSource, in the order of the file */
    RecapMeetingTask tugas;
} RecapMeeting;

/* Returns: a meeting about which nothing is known, owned by the caller. */
RecapMeeting *recap_meeting_new (void);
void recap_meeting_free (RecapMeeting *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapMeeting, recap_meeting_free)

/* Reads a meeting file from its text; @name is for messages.
 *
 * Returns: owned by the caller; NULL with @error RECAP_ERROR_SYNTAX (not UTF-8, NUL, a line that is
 *          neither group nor key, a bad date or time) or _SCHEMA (an unknown group or key, one
 *          that comes twice, a last day before the first), always with the line. */
RecapMeeting *recap_meeting_parse (const char *bytes, gsize size, const char *name, GError **error);

/* Reads the meeting file @path ("-": standard input).
 *
 * Returns: as recap_meeting_parse(), or NULL with @error RECAP_ERROR_IO or _LIMIT (over 1 MiB). */
RecapMeeting *recap_meeting_load (const char *path, GError **error);

/* Returns: the person of @people with this number, or NULL. Belongs to @people. */
const RecapPerson *recap_meeting_find (const GPtrArray *people, guint number);

G_END_DECLS
