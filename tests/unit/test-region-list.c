/* KPU's lists of regions. */
#include "region-list.h"
#include "unit.h"

static RecapRegister *
read_list (const char *text, GError **error)
{
    char *path = unit_write (text, -1);
    g_autoptr (RecapRegister) list = recap_register_new (path);
    gboolean ok = recap_region_list_read (list, path, error);
    unit_remove (path);
    return ok ? g_steal_pointer (&list) : NULL;
}

static void
test_read (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapRegister) list =
        read_list ("[{\"nama\":\"NUSA\",\"id\":1,\"kode\":\"39\",\"tingkat\":1},\n"
                   " {\"kode\":3907,\"nama\":\"MERAWAN\",\"lain\":{\"kode\":\"1\",\"x\":[1]}},\n"
                   " {\"nama\":\"TPS 002\",\"kode\":\"3907122001002\"},\n"
                   " {\"nama\":\"TPS 001\",\"kode\":\"3907122001001\"},\n"
                   " {\"nama\":null,\"kode\":\"390712\"}]",
                   &error);

    UNIT_NO_ERROR (&error);
    UNIT_TRUE (recap_register_sort (list, &error));
    UNIT_INT (recap_register_get_n (list), 2);
    UNIT_STRING (recap_register_get (list, 0)->kode, "3907122001001");
    UNIT_STRING (recap_register_get (list, 0)->tps, "001");
    UNIT_STRING (recap_register_get (list, 0)->provinsi, "NUSA");
    UNIT_STRING (recap_register_get (list, 0)->kabko, "MERAWAN");
    UNIT_INT (recap_register_get (list, 0)->dpt_l, RECAP_CELL_BLANK);
}

static void
test_empty (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapRegister) list = read_list ("[]", &error);
    UNIT_NO_ERROR (&error);
    UNIT_INT (recap_register_get_n (list), 0);
}

static void
refuse (const char *text, RecapErrorCode code, guint line, const char *message)
{
    g_autoptr (GError) error = NULL;
    UNIT_TRUE (read_list (text, &error) == NULL);
    const RecapOrigin *origin = recap_error_get_origin (error);
    UNIT_TRUE (origin != NULL);
    if (origin != NULL)
        UNIT_INT (origin->line, line);
    UNIT_ERROR (&error, code, message);
}

static void
test_refused (void)
{
    refuse ("{\"a\":1}", RECAP_ERROR_SCHEMA, 0, "not a list of regions");
    refuse ("[1]", RECAP_ERROR_SCHEMA, 0, "not a list of regions");
    refuse ("[[]]", RECAP_ERROR_SCHEMA, 0, "not a list of regions");
    refuse ("kode,nama\n", RECAP_ERROR_SCHEMA, 0, "not a list of regions");
    refuse ("[\n{\"nama\":\"A\"}]", RECAP_ERROR_SYNTAX, 2, "a region without 'kode'");
    refuse ("[{\"kode\":\"39X\"}]", RECAP_ERROR_SYNTAX, 1, "'39X' is not the code of a region");
    refuse ("[{\"kode\":\"39071\"}]", RECAP_ERROR_SYNTAX, 1, "'39071' is not the code of a region");
    refuse ("[{\"kode\":\"39\",\"nama\":\"A\"},\n{\"kode\":\"39\",\"nama\":\"B\"}]",
            RECAP_ERROR_SCHEMA, 2, "region '39' is called 'B' here, but 'A' before");
}

/* Regions abroad have codes of their own. */
static void
test_abroad (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapRegister) list = read_list ("[{\"kode\":\"99AA01\",\"nama\":\"A\"}]", &error);
    UNIT_NO_ERROR (&error);
    UNIT_INT (recap_register_get_n (list), 0);
}

static gboolean
is_one (const char *text)
{
    char *path = unit_write (text, -1);
    gboolean result = recap_region_list_is_one (path);
    unit_remove (path);
    return result;
}

static void
test_recognised (void)
{
    UNIT_TRUE (is_one ("[]"));
    UNIT_TRUE (is_one (" \r\n\t[{"));
    UNIT_TRUE (is_one ("\357\273\277[]")); /* a byte order mark */
    UNIT_FALSE (is_one ("kode,[\n"));
    UNIT_FALSE (is_one (""));
    UNIT_FALSE (is_one ("{}"));
    UNIT_TRUE (recap_region_list_is_one ("/"));
    UNIT_TRUE (recap_region_list_is_one ("there/is/no.tar.gz"));
    UNIT_FALSE (recap_region_list_is_one ("there/is/no.csv"));
    UNIT_FALSE (recap_region_list_is_one ("-"));
}

UNIT_MAIN ("region-list", { "a list", test_read }, { "an empty one", test_empty },
           { "what is refused", test_refused }, { "abroad", test_abroad },
           { "what is taken for one", test_recognised })
