#include "services/edge/random_id.h"

#include <openssl/rand.h>

#include <array>
#include <string_view>

namespace throughgate::services {

absl::StatusOr<std::string> RandomId() {
  constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz234567";
  std::array<unsigned char, 16> bytes;
  if (RAND_bytes(bytes.data(), bytes.size()) != 1) {
    return absl::UnavailableError("the source of random numbers gives none");
  }
  std::string id;
  for (const unsigned char byte : bytes) id += kAlphabet[byte % kAlphabet.size()];
  return id;
}

}  // namespace throughgate::services
