#include "services/convert/revision_token.h"

#include <charconv>

#include "services/edge/errors.h"

namespace throughgate::services {

std::string FormatRevision(std::string_view store_id, storage::Revision revision) {
  return std::string(store_id).append("-").append(std::to_string(revision));
}

absl::StatusOr<storage::Revision> ParseRevision(std::string_view store_id, std::string_view token) {
  storage::Revision revision = 0;
  const std::string_view number = token.substr(token.rfind('-') + 1);
  std::from_chars(number.data(), number.data() + number.size(), revision);
  // One spelling only.
  if (token != FormatRevision(store_id, revision)) return RevisionInvalid();
  return revision;
}

}  // namespace throughgate::services
