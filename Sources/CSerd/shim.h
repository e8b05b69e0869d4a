/* System library target over Debian's libserd-dev (ISC). */
#ifndef PASSERELLE_CSERD_SHIM_H
#define PASSERELLE_CSERD_SHIM_H

#include <serd/serd.h>

#endif
