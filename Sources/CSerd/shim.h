/* System library target over Debian's libserd-dev (ISC). */
#ifndef PASSERELLE_CSERD_SHIM_H
#define PASSERELLE_CSERD_SHIM_H

#include <serd/serd.h>
#include <stdarg.h>
#include <stdio.h>

/* Writes what an error says, cut at the size given; the arguments of its format are a va_list, which Swift
   cannot pass on. */
static inline void passerelle_serd_error_text(const SerdError *error, char *text, size_t size) {
  va_list arguments;
  va_copy(arguments, *error->args);
  vsnprintf(text, size, error->fmt, arguments);
  va_end(arguments);
}

#endif
