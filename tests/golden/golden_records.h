// The records of the golden files: every kind, with every optional part set and unset. Invented.
#ifndef THROUGHGATE_TESTS_GOLDEN_GOLDEN_RECORDS_H_
#define THROUGHGATE_TESTS_GOLDEN_GOLDEN_RECORDS_H_

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"

namespace throughgate::golden {

struct GoldenRecord {
  std::string key;
  // As today's program encodes it.
  std::string value;
  // Whether today's program decodes `value` to the record that is meant; what went wrong if not.
  std::function<absl::Status(std::string_view value)> check;
};

// In the order of keys.
std::vector<GoldenRecord> GoldenRecords();

}  // namespace throughgate::golden

#endif  // THROUGHGATE_TESTS_GOLDEN_GOLDEN_RECORDS_H_
