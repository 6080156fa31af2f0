// The way of every write: request id, decision, commit, and waiting until queries see it.
//
//   return Update<matcher::Employer>(backend, request, name, etag,
//                                    [&](matcher::Employer& employer, Edit& edit) { … });
#ifndef THROUGHGATE_SERVICES_EDGE_MUTATION_H_
#define THROUGHGATE_SERVICES_EDGE_MUTATION_H_

#include <optional>
#include <string>
#include <string_view>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/edge/backend.h"
#include "services/edge/edit.h"
#include "services/edge/records.h"

namespace throughgate::services {

// How long a request id is remembered.
inline constexpr absl::Duration kRequestIdsKept = absl::Hours(7 * 24);

// One write as its caller asked for it.
struct WriteRequest {
  std::string_view method;  // "/throughgate.v1.VacancyService/CreateVacancy"
  matcher::OrganisationId caller;
  std::string request_id;  // empty: none
  std::string sha256;      // of the request
  bool validate_only = false;
  absl::Time deadline;
};

// What came of a write.
struct Outcome {
  storage::Revision revision = 0;  // at which it is visible; 0 when it was only validated
  std::optional<std::string> repeats;  // what an earlier call with this request id wrote
};

// Runs `decide` on what is there now, commits what it puts into the edit unless something that it
// rests on has changed meanwhile, and decides anew if something has. A request id that was used
// before, for the same request, decides nothing: the outcome is that of the first call.
//
// Errors  those of `decide`.
//         REQUEST_ID_REUSED     the id was used for another request.
//         WRITE_CONFLICT        other writers kept coming first; names `resource`.
//         LIMIT_EXCEEDED        the record is larger than a commit may be.
//         REVISION_NOT_REACHED  written, but not visible to queries by the deadline.
//         and those of the store.
// Why     deciding anew is safe, with or without an etag: each attempt reads again what it rests
//         on, and so does what the same request would have done a moment later.
absl::StatusOr<Outcome> Mutate(const Backend& backend, const WriteRequest& request,
                               const std::string& resource,
                               absl::FunctionRef<absl::Status(Edit&)> decide);

// A record after a write, and the revision at which it is visible.
template <typename Model>
struct Written {
  Stored<Model> stored;
  storage::Revision revision = 0;
};

// Makes the record `name` what `decide` returns, given what is there now.
//
// Errors  as Mutate.
template <typename Model>
absl::StatusOr<Written<Model>> Put(
    const Backend& backend, const WriteRequest& request, const NameType<Model>& name,
    absl::FunctionRef<absl::StatusOr<Model>(const std::optional<Stored<Model>>&, Edit&)> decide);

// The same for a record that must not exist; `fill` gets it with its name and nothing else.
//
// Errors  RESOURCE_EXISTS.
template <typename Model>
absl::StatusOr<Written<Model>> Create(...);
