#include "services/edge/records.h"

namespace throughgate::services {

absl::Status HalfMissing(const std::string& key) {
  return absl::DataLossError("the record of \"" + key + "\" has lost its other half");
}

}  // namespace throughgate::services
