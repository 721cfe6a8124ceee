/* The files that something was made from, with what identifies them: size and SHA-256. */
#pragma once

#include <glib.h>

#include "fingerprint.h"

G_BEGIN_DECLS

/* What a file was read as, in the order in which they are listed. */
typedef enum {
    RECAP_INPUT_TABLE,
    RECAP_INPUT_FINDINGS,
    RECAP_INPUT_DECISIONS,
    RECAP_INPUT_MEETING,
    RECAP_INPUT_RULES,
    RECAP_INPUT_CANDIDATES,
    RECAP_INPUT_REGISTER,
    RECAP_INPUT_ORIGINAL, /* what the table was made from, before recap */
    RECAP_INPUT_N_ROLES,
} RecapInputRole;

/* Returns: the word of the minutes for it: "tabel akhir". Static. */
const char *recap_input_role_name (RecapInputRole role);

typedef enum {
    RECAP_INPUT_FILE,
    RECAP_INPUT_FOLDER,
    RECAP_INPUT_STREAM, /* standard input, a pipe, a device: it cannot be read once more */
} RecapInputKind;

/* One input. */
typedef struct {
    RecapInputRole role;
    RecapInputKind kind;
    char *path;                          /* as given; '-' for standard input */
    char *label;                         /* of the source that was made from it; NULL: not told */
    guint64 size_bytes;                  /* of a folder: of all its files */
    guint64 n_files;                     /* of a folder */
    gint64 n_records;                    /* -1: not counted */
    char sha256[RECAP_FINGERPRINT_SIZE]; /* in blocks; empty of a stream */
} RecapInputFile;

typedef struct _RecapInputFiles RecapInputFiles;

/* Returns: an empty list owned by the caller. */
RecapInputFiles *recap_input_files_new (void);
void recap_input_files_free (RecapInputFiles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapInputFiles, recap_input_files_free)

/* Adds the file @path ('-': standard input) and reads it through for its SHA-256, as sha256sum(1)
 * gives it. That of a folder is the one of what sha256sum prints about all files in it and in its
 * folders, their names from the folder on ('./a/b.json') in the order of bytes; symbolic links and
 * what recap_is_shadow() says of are left out. What cannot be read again is added without.
 *
 * Returns: the entry, which belongs to @self, for its n_records, path and label to be set; NULL
 *          with @error RECAP_ERROR_IO (cannot read, changed meanwhile) or _LIMIT (a folder of more
 *          than 1,000,000 files or 64 levels). */
RecapInputFile *recap_input_files_add (RecapInputFiles *self, RecapInputRole role, const char *path,
                                       GError **error);

/* Looks whether the files in @self, whose paths must be those that were added, are what they were
 * then: called when all have been loaded it shows that what was loaded has the SHA-256. Folders and
 * streams are not looked at.
 *
 * Returns: FALSE with @error RECAP_ERROR_IO: one was changed or replaced, or is gone. */
gboolean recap_input_files_check (const RecapInputFiles *self, GError **error);

/* Adds a copy of @file, which was read for another list.
 *
 * Returns: as recap_input_files_add(). */
RecapInputFile *recap_input_files_add_copy (RecapInputFiles *self, const RecapInputFile *file);

guint recap_input_files_get_n (const RecapInputFiles *self);

/* Returns: input @index, from 0, by role and then in the order in which they were added. Belongs to
 * @self. */
const RecapInputFile *recap_input_files_get (const RecapInputFiles *self, guint index);

G_END_DECLS
