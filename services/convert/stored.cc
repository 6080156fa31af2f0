#include "services/convert/stored.h"

#include "absl/strings/str_cat.h"

namespace throughgate::services {

std::string FormatEtag(const Versions& versions) {
  if (versions == Versions{}) return "";
  return absl::StrCat(absl::Hex(versions.terms, absl::kZeroPad16),
                      absl::Hex(versions.detail, absl::kZeroPad16));
}

}  // namespace throughgate::services
