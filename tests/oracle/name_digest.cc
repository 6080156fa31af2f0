#include "tests/oracle/name_digest.h"

#include <cstdint>

namespace throughgate::oracle {
namespace {

// FNV-1a.
std::uint64_t HashOf(const std::string& text) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char byte : text) hash = (hash ^ static_cast<std::uint8_t>(byte)) * 0x100000001B3;
  return hash;
}

}  // namespace

matcher::NameDigest DigestOf(const std::string& name) {
  const std::size_t site = name.find("/sites/");
  const std::uint64_t halves[] = {HashOf(name.substr(0, site)),
                                  site == std::string::npos ? 0 : HashOf(name)};
  matcher::NameDigest digest = {};
  for (std::size_t i = 0; i < digest.size(); ++i) {
    digest[i] = static_cast<std::uint8_t>(halves[i / 8] >> (8 * (i % 8)));
  }
  return digest;
}

}  // namespace throughgate::oracle
