#include "storage/store_id.h"

#include <random>

#include "absl/strings/str_cat.h"

namespace throughgate::storage {

std::string NewStoreId() {
  std::random_device random;
  return absl::StrCat(absl::Hex(random(), absl::kZeroPad8), absl::Hex(random(), absl::kZeroPad8));
}

}  // namespace throughgate::storage
