// Keys that a store keeps for itself.
#ifndef THROUGHGATE_STORAGE_FORMAT_SECRET_H_
#define THROUGHGATE_STORAGE_FORMAT_SECRET_H_

#include <cstddef>
#include <string>

namespace throughgate::format {

inline constexpr std::size_t kSecretBytes = 32;

// Never logged, and in no answer. storage/secrets makes and reads them.
struct Secret {
  std::string key;  // kSecretBytes, random
  bool operator==(const Secret&) const = default;
};

}  // namespace throughgate::format

#endif  // THROUGHGATE_STORAGE_FORMAT_SECRET_H_
