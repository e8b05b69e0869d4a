/* System library target over Debian's libstemmer-dev (Snowball, BSD 3-clause).
   libstemmer ships no .pc file: the link directive of the module map is all there is. */
#ifndef PASSERELLE_CSTEMMER_SHIM_H
#define PASSERELLE_CSTEMMER_SHIM_H

#include <libstemmer.h>

#endif
