/* System library target over Debian's libarchive-dev (BSD 2-clause). */
#ifndef PASSERELLE_CARCHIVE_SHIM_H
#define PASSERELLE_CARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>

#endif
