#include "services/edge/sha256.h"

#include <openssl/evp.h>

#include <cassert>

namespace throughgate::services {

std::string Sha256(std::string_view bytes) {
  std::string digest(EVP_MAX_MD_SIZE, '\0');
  unsigned int size = 0;
  const int done = EVP_Digest(bytes.data(), bytes.size(),
                              reinterpret_cast<unsigned char*>(digest.data()), &size, EVP_sha256(),
                              /*impl=*/nullptr);
  assert(done == 1);
  digest.resize(size);
  return digest;
}

}  // namespace throughgate::services
