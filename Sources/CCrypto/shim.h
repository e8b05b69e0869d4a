// OpenSSL's libcrypto, as Debian's libssl-dev ships it: only the digests are used.
#include <openssl/evp.h>
