// Flags on employers whose postings look as if somebody probed with them.
#ifndef THROUGHGATE_SERVICES_POSTINGS_POSTING_FLAGS_H_
#define THROUGHGATE_SERVICES_POSTINGS_POSTING_FLAGS_H_

#include <optional>
#include <string_view>

#include "absl/status/status.h"
#include "services/edge/listing.h"
#include "storage/store.h"
#include "throughgate/v1/employer_service.pb.h"

namespace throughgate::services {

// The last part of the key of a flag of that kind, and back: "lattice".
std::string_view WordOf(v1::PostingFlagKind kind);
std::optional<v1::PostingFlagKind> PostingFlagKindOf(std::string_view word);

// Puts one page of all flags into `response`; the query's prefix is set here.
//
// Errors  as RecordWalk, and those of the format.
absl::Status ListFlags(const Backend& backend, ListQuery query, ListShouldStop should_stop,
                       v1::ListPostingFlagsResponse& response);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_POSTINGS_POSTING_FLAGS_H_
