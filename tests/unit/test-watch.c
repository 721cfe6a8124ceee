#include "config.h"

#include "watch.h"

#include "unit.h"

/* A folder with a folder in it. */
typedef struct {
    char *folder;
    char *inner;
    RecapWatch *watch;
} Fixture;

static Fixture
set_up (void)
{
    Fixture self = { .folder = g_dir_make_tmp ("recap-unit-XXXXXX", NULL) };
    g_assert (self.folder != NULL);
    self.inner = g_build_filename (self.folder, "inner", NULL);
    g_mkdir (self.inner, 0777);
    self.watch = recap_watch_new ();
    recap_watch_add (self.watch, self.folder);
    return self;
}

static void
write_file (const Fixture *self, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename (self->inner, name, NULL);
    UNIT_TRUE (g_file_set_contents (path, text, -1, NULL));
}

static void
tear_down (Fixture *self)
{
    g_autoptr (GDir) dir = g_dir_open (self->inner, 0, NULL);
    const char *name;
    while ((name = g_dir_read_name (dir)) != NULL) {
        g_autofree char *path = g_build_filename (self->inner, name, NULL);
        g_unlink (path);
    }
    g_rmdir (self->inner);
    g_rmdir (self->folder);
    g_free (self->inner);
    g_free (self->folder);
    recap_watch_free (self->watch);
}

static void
test_changes (void)
{
    Fixture self = set_up ();
    guint64 empty = recap_watch_look (self.watch);
    UNIT_TRUE (recap_watch_look (self.watch) == empty);

    write_file (&self, "a.csv", "1");
    guint64 one = recap_watch_look (self.watch);
    UNIT_TRUE (one != empty);
    UNIT_TRUE (recap_watch_look (self.watch) == one);

    /* Written anew: the same bytes, but another file. */
    write_file (&self, "a.csv", "1");
    guint64 again = recap_watch_look (self.watch);
    UNIT_TRUE (again != one);

    write_file (&self, "a.csv", "12");
    UNIT_TRUE (recap_watch_look (self.watch) != again);

    g_autofree char *path = g_build_filename (self.inner, "a.csv", NULL);
    g_unlink (path);
    UNIT_TRUE (recap_watch_look (self.watch) == empty);
    tear_down (&self);
}

static void
test_marks_of_open_files (void)
{
    Fixture self = set_up ();
    guint64 empty = recap_watch_look (self.watch);
    write_file (&self, "~$minutes.xlsx", "x");
    write_file (&self, ".~lock.minutes.xlsx#", "x");
    write_file (&self, "._minutes.xlsx", "x");
    UNIT_TRUE (recap_watch_look (self.watch) == empty);
    write_file (&self, "lock#", "x");
    UNIT_TRUE (recap_watch_look (self.watch) != empty);
    tear_down (&self);
}

static void
test_what_is_held (void)
{
    Fixture self = set_up ();
    write_file (&self, "a.csv", "1");
    g_autofree char *path = g_build_filename (self.inner, "a.csv", NULL);
    const char *const held[] = { self.folder, self.inner, path };
    GStatBuf info;

    for (guint i = 0; i < G_N_ELEMENTS (held); i++) {
        UNIT_INT (g_stat (held[i], &info), 0);
        UNIT_TRUE (recap_watch_holds (self.watch, info.st_dev, info.st_ino));
    }
    UNIT_INT (g_stat ("/", &info), 0);
    UNIT_FALSE (recap_watch_holds (self.watch, info.st_dev, info.st_ino));
    tear_down (&self);
}

static void
test_what_is_not_there (void)
{
    Fixture self = set_up ();
    g_autofree char *path = g_build_filename (self.inner, "later.csv", NULL);
    recap_watch_clear (self.watch);
    guint64 nothing = recap_watch_look (self.watch);
    recap_watch_add (self.watch, path);
    guint64 before = recap_watch_look (self.watch);
    UNIT_TRUE (before != nothing);
    write_file (&self, "other.csv", "x");
    UNIT_TRUE (recap_watch_look (self.watch) == before);
    write_file (&self, "later.csv", "x");
    UNIT_TRUE (recap_watch_look (self.watch) != before);
    tear_down (&self);
}

UNIT_MAIN ("watch", { "files that are new, changed or gone", test_changes },
           { "marks of open files are passed over", test_marks_of_open_files },
           { "what it looks at", test_what_is_held },
           { "a file that is not there yet", test_what_is_not_there })
