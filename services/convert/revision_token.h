// Revisions as callers hold them: "<store id>-<number>", so that a revision of another database is
// recognised instead of misread.
#ifndef THROUGHGATE_SERVICES_CONVERT_REVISION_TOKEN_H_
#define THROUGHGATE_SERVICES_CONVERT_REVISION_TOKEN_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "storage/store.h"

namespace throughgate::services {

std::string FormatRevision(std::string_view store_id, storage::Revision revision);

// Errors  REVISION_INVALID  it is of another store, or not a revision.
absl::StatusOr<storage::Revision> ParseRevision(std::string_view store_id, std::string_view token);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_REVISION_TOKEN_H_
