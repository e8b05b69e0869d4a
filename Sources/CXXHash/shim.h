/* System library target over Debian's libxxhash-dev (XXH3, BSD 2-clause). */
#ifndef PASSERELLE_CXXHASH_SHIM_H
#define PASSERELLE_CXXHASH_SHIM_H

#include <xxhash.h>

#endif
