// How this folder words what is wrong with a stored value.
#ifndef THROUGHGATE_STORAGE_FORMAT_FAULTS_H_
#define THROUGHGATE_STORAGE_FORMAT_FAULTS_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace throughgate::format {

inline std::string AboutRecord(std::string_view key, std::string_view what) {
  return std::string("record \"").append(key).append("\" ").append(what);
}

// The bytes are not what was stored. An operator must act.
inline absl::Status Damaged(std::string_view key, std::string_view what) {
  return absl::DataLossError(AboutRecord(key, "is damaged: ").append(what));
}

// The bytes are intact, but this program is too old for them.
inline absl::Status TooNew(std::string_view key, std::string_view what) {
  return absl::FailedPreconditionError(
      AboutRecord(key, "was written by a newer Throughgate: ").append(what));
}

}  // namespace throughgate::format

#endif  // THROUGHGATE_STORAGE_FORMAT_FAULTS_H_
