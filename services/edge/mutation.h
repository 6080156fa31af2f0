// The way of every write: request id, decision, commit, and waiting until queries see it.
//
//   ASSIGN_OR_RETURN(const auto written,
//                    Update<matcher::Employer>(backend, request, name,
//                                              [&](matcher::Employer& employer) { … }));
#ifndef THROUGHGATE_SERVICES_EDGE_MUTATION_H_
#define THROUGHGATE_SERVICES_EDGE_MUTATION_H_

#include <optional>
#include <string>
#include <string_view>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/edge/backend.h"
#include "services/edge/caller.h"
#include "services/edge/edit.h"
#include "services/edge/records.h"

namespace throughgate::services {

// How long a request id is remembered.
inline constexpr absl::Duration kRequestIdsKept = absl::Hours(7 * 24);
// The longest that a write waits for the catalogue, whatever the deadline of its call.
inline constexpr absl::Duration kVisibleWithin = absl::Seconds(30);

// One write as its caller asked for it.
struct WriteRequest {
  std::string_view method;  // "/throughgate.v1.VacancyService/CreateVacancy"
  Caller caller;
  std::string request_id;  // empty: none
  std::string etag;        // that the record must have; empty: any
  std::string sha256;      // of the request
  bool validate_only = false;
  absl::Time deadline;
};

// What came of a write.
struct Outcome {
  // At which it is visible; 0 when it was only validated.
  storage::Revision revision = 0;
  // The resource that an earlier call with this request id wrote; nullopt when this call did.
  std::optional<std::string> repeats = {};
};

// Runs `decide` on what is there now, commits what it puts into the edit unless something that it
// rests on has changed meanwhile, and decides anew if something has. A request id that was used
// before, for the same request, decides nothing: the outcome is that of the first call.
//
// Errors  those of `decide`.
//         ROLE_NOT_PERMITTED    the grants that the caller was admitted by have ended.
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

// A record after a write. When it was only validated it has no versions, and there is no revision.
template <typename Model>
struct Written {
  Stored<Model> stored;
  storage::Revision revision = 0;
};

template <typename Model>
using Found = std::optional<Stored<Model>>;

// Makes the record `name` what `decide` returns, given what is there now.
//
// Errors  as Mutate.
template <typename Model>
absl::StatusOr<Written<Model>> Put(
    const Backend& backend, const WriteRequest& request, NameType<Model> name,
    absl::FunctionRef<absl::StatusOr<Model>(const Found<Model>&, Edit&)> decide) {
  Written<Model> written;
  const auto put = [&](Edit& edit) -> absl::Status {
    ASSIGN_OR_RETURN(const Found<Model> before, Find<Model>(backend.store, name));
    ASSIGN_OR_RETURN(written.stored.record, decide(before, edit));
    edit.Put(before, written.stored.record);
    return absl::OkStatus();
  };
  ASSIGN_OR_RETURN(const Outcome outcome, Mutate(backend, request, ResourceName<Model>(name), put));
  written.revision = outcome.revision;
  // What an earlier call wrote is told as it is now.
  if (outcome.repeats) name = NameIn<Model>(*outcome.repeats);
  if (request.validate_only && !outcome.repeats) return written;
  ASSIGN_OR_RETURN(written.stored,
                   Read<Model>(backend.store, name, outcome.repeats ? 0 : outcome.revision));
  return written;
}

// Puts into the edit whatever else a record, as it is to be, rests on.
template <typename Model>
using Require = absl::FunctionRef<absl::Status(const Model&, Edit&)>;
template <typename Model>
absl::Status RequireNothing(const Model&, Edit&) {
  return absl::OkStatus();
}

// Rests an edit on the record `name`, which must exist.
//
// Errors  RESOURCE_NOT_FOUND.
template <typename Model>
absl::Status RequireRecord(const Backend& backend, const NameType<Model>& name, Edit& edit) {
  ASSIGN_OR_RETURN(const Stored<Model> found, Read<Model>(backend.store, name));
  edit.Require(found);
  return absl::OkStatus();
}

// Makes `record`, which must not exist.
//
// Errors  RESOURCE_EXISTS, and as Mutate.
template <typename Model>
absl::StatusOr<Written<Model>> Create(const Backend& backend, const WriteRequest& request,
                                      const Model& record,
                                      Require<Model> require = RequireNothing<Model>) {
  const auto decide = [&](const Found<Model>& before, Edit& edit) -> absl::StatusOr<Model> {
    if (before) return AlreadyExists(ResourceName<Model>(NameOf(record)));
    RETURN_IF_ERROR(require(record, edit));
    return record;
  };
  return Put<Model>(backend, request, NameOf(record), decide);
}

// Changes a record that must exist. `change` gets it as it is stored, and before that an empty one:
// it depends on nothing else, so all that is wrong with a request is told at once.
//
// Errors  RESOURCE_NOT_FOUND, ETAG_MISMATCH, and as Mutate.
template <typename Model>
absl::StatusOr<Written<Model>> Update(const Backend& backend, const WriteRequest& request,
                                      const NameType<Model>& name,
                                      absl::FunctionRef<absl::Status(Model&)> change,
                                      Require<Model> require = RequireNothing<Model>) {
  Model empty;
  NameOf(empty) = name;
  RETURN_IF_ERROR(change(empty));
  const auto decide = [&](const Found<Model>& before, Edit& edit) -> absl::StatusOr<Model> {
    if (!before) return NotFound(ResourceName<Model>(name));
    RETURN_IF_ERROR(CheckEtag(request.etag, before, ResourceName<Model>(name)));
    Model record = before->record;
    RETURN_IF_ERROR(change(record));
    RETURN_IF_ERROR(require(record, edit));
    return record;
  };
  return Put<Model>(backend, request, name, decide);
}

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_MUTATION_H_
