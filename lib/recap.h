/* recap: reconciles polling-station forms with digital data. The one header that programs include.
 *
 * Until version 1.0 neither the interface nor the ABI is promised. The library neither prints nor
 * exits; trouble comes as a GError of domain RECAP_ERROR, disagreement of the data as findings. */
#pragma once

#include "check.h"
#include "contest.h"
#include "count.h"
#include "decision.h"
#include "diff.h"
#include "error.h"
#include "finding-file.h"
#include "finding.h"
#include "form.h"
#include "import.h"
#include "list-file.h"
#include "origin.h"
#include "region.h"
#include "register.h"
#include "rule-file.h"
#include "rule.h"
#include "source.h"
#include "spool.h"
#include "sum-text.h"
#include "sum.h"
#include "table-reader.h"
#include "table-writer.h"
#include "table.h"
#include "tables.h"
#include "text.h"
