#include "services/identity/key_source.h"

namespace throughgate::identity {

void TroubleReport::Update(const absl::Status& status) {
  if (status == last_) return;
  last_ = status;
  if (status.ok()) {
    report_("keys of " + what_ + ": read again");
  } else {
    report_("keys of " + what_ + ": " + std::string(status.message()) +
            "; the keys read before, if any, stay in use");
  }
}

}  // namespace throughgate::identity
