#include "services/identity/key_source.h"

namespace throughgate::identity {

absl::Status About(const std::string& what, const absl::Status& error) {
  return {error.code(), what + ": " + std::string(error.message())};
}

void TroubleReport::Update(const absl::Status& status) {
  if (status == last_) return;
  last_ = status;
  report_(status.ok() ? what_ + ": the keys can be read again"
                      : std::string(status.message()) + "; the keys read before, if any, stay");
}

}  // namespace throughgate::identity
