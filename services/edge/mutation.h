// The way of every write: request id, decision, commit, and waiting until queries see it.
#ifndef THROUGHGATE_SERVICES_EDGE_MUTATION_H_
#define THROUGHGATE_SERVICES_EDGE_MUTATION_H_

#include <string>
#include <string_view>
#include <utility>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/edge/backend.h"
#include "services/edge/edit.h"
#include "services/edge/records.h"

namespace throughgate::services {

inline constexpr absl::Duration kRequestIdsKept = absl::Hours(7 * 24);

// One write as its caller asked for it.
struct WriteRequest {
  std::string_view method;  // "/throughgate.v1.VacancyService/CreateVacancy"
  matcher::OrganisationId caller;
  std::string request_id;  // empty: none; else valid
  std::string sha256;      // of the request
  bool validate_only = false;
  absl::Time deadline;
};

// What came of a write.
struct Outcome {
  storage::Revision revision = 0;  // at which it is visible; 0 when it was only validated
  bool repeated = false;           // an earlier call with this request id did it
};

template <typename Model>
struct Written {
  Stored<Model> stored;
  storage::Revision revision = 0;
};

// Runs `decide` on what is there now, commits what it puts into the edit if nothing it rests on has
// changed meanwhile, and decides anew if something has. A request id that was used before for the
// same request answers what was decided then.
//
// Errors  those of `decide`.
//         REQUEST_ID_REUSED     the id was used for another request.
//         WRITE_CONFLICT        other writers kept coming first.
//         LIMIT_EXCEEDED        the record is larger than a commit may be.
//         REVISION_NOT_REACHED  written, but not visible to queries by the deadline.
//         and those of the store.
// Why     a retry is safe, with or without an etag: each attempt decides from what it finds, so it
//         does what the same request would have done a moment later.
absl::StatusOr<Outcome> Mutate(const Backend& backend, const WriteRequest& request,
                               std::string_view resource,
                               absl::FunctionRef<absl::Status(Edit&)> decide);

// Makes a record that must not exist. `fill` gets it with nothing but its name.
//
// Errors  RESOURCE_EXISTS, and as Mutate.
template <typename Model>
absl::StatusOr<Written<Model>> Create(const Backend& backend, const WriteRequest& request,
                                      const NameType<Model>& name,
                                      absl::FunctionRef<absl::Status(Model&, Edit&)> fill);

// Changes a record that must exist. `change` gets it as it is stored.
//
// Errors  RESOURCE_NOT_FOUND; ETAG_MISMATCH when `etag` is neither empty nor the stored one; and as
//         Mutate.
template <typename Model>
absl::StatusOr<Written<Model>> Update(const Backend& backend, const WriteRequest& request,
                                      const NameType<Model>& name, const std::string& etag,
                                      absl::FunctionRef<absl::Status(Model&, Edit&)> change);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_MUTATION_H_
