/* The one main of all tools, compiled once per tool with RECAP_TOOL as its function. */
#include "config.h"

#include <glib.h>
#include <libintl.h>
#include <locale.h>
#include <stdio.h>

#include "cli.h"

int
main (int argc, char **argv)
{
    const char *catalogues = g_getenv ("RECAP_LOCALEDIR");

    cli_open_streams ();
    setlocale (LC_ALL, "");
    /* Numbers are data: a decimal comma must never reach a workbook. */
    setlocale (LC_NUMERIC, "C");
    bindtextdomain (GETTEXT_PACKAGE, catalogues != NULL ? catalogues : RECAP_LOCALEDIR);
    bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
    textdomain (GETTEXT_PACKAGE);

    int status = RECAP_TOOL (argc, argv, stdout, stderr);
    return cli_close_streams (status);
}
