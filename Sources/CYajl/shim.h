// The whole interface of libyajl that the product uses, seen by Swift as the module CYajl.
#ifndef PASSERELLE_CYAJL_SHIM_H
#define PASSERELLE_CYAJL_SHIM_H

#include <yajl/yajl_parse.h>

// yajl_config is variadic, which Swift cannot call.
static inline int passerelle_yajl_set(yajl_handle handle, yajl_option option, int value) {
  return yajl_config(handle, option, value);
}

#endif
