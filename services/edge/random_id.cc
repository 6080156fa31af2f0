#include "services/edge/random_id.h"

#include <openssl/rand.h>

#include <array>

#include "absl/strings/escaping.h"

namespace throughgate::services {

absl::StatusOr<std::string> RandomId() {
  std::array<unsigned char, 16> bytes;
  if (RAND_bytes(bytes.data(), bytes.size()) != 1) {
    return absl::UnavailableError("the source of random numbers gives none");
  }
  return absl::BytesToHexString({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

}  // namespace throughgate::services
