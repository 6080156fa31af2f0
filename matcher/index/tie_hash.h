// The last tie-break: a hash with a fixed, published salt, so that nobody gains from the choice of
// a name and every machine agrees.
#ifndef THROUGHGATE_MATCHER_INDEX_TIE_HASH_H_
#define THROUGHGATE_MATCHER_INDEX_TIE_HASH_H_

#include <cstdint>
#include <string_view>

namespace throughgate::matcher {

inline constexpr std::string_view kTieSalt = "throughgate-1";

// FNV-1a over salt and name, then a finaliser, because FNV's high bits are weak.
constexpr std::uint64_t TieHash(std::string_view name) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (std::string_view part : {kTieSalt, name}) {
    for (char c : part) {
      hash ^= static_cast<unsigned char>(c);
      hash *= 0x100000001b3;
    }
  }
  hash ^= hash >> 33;
  hash *= 0xff51afd7ed558ccd;
  hash ^= hash >> 33;
  return hash;
}

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_TIE_HASH_H_
