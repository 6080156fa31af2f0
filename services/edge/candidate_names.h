// Names of candidates at the door: a caller's own outside, the internal ones inside.
//
//   CandidateNames names(*catalogue, *backend.handles, ReachOf(caller));
//   RETURN_IF_ERROR(names.ResolveIn(request));   // "candidates/heron" → "candidates/5f0c9d7b…"
//   …
//   names.ShowIn(response);
//
// Which fields have them is said in naming.proto. Etags of records about candidates change with
// them: see there.
#ifndef THROUGHGATE_SERVICES_EDGE_CANDIDATE_NAMES_H_
#define THROUGHGATE_SERVICES_EDGE_CANDIDATE_NAMES_H_

#include <google/protobuf/message.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "matcher/index/catalogue.h"
#include "services/edge/caseload.h"
#include "storage/secrets/handles.h"

namespace throughgate::services {

// Threads   those of a call, ResolveIn first.
// Lifetime  of the catalogue and the handles.
// Cost      no lock; a microsecond or less for each name. Messages of a type that has no such field
//           are not looked at.
class CandidateNames {
 public:
  CandidateNames(const matcher::Catalogue& catalogue, const storage::Handles& handles,
                 const Reach& reach);

  // The internal name for one that the caller gave: of a candidate, its risk plan or its shared
  // effects. nullopt: the caller calls nobody so, or may not ask about them, or it is no name.
  std::optional<std::string> Resolve(std::string_view wire_name) const;

  // Replaces each name that is not in a list. What is no name at all is left for the handler to
  // refuse; lists, and messages in lists, are left for it to resolve one by one.
  //
  // Errors  RESOURCE_NOT_FOUND  Resolve knows nobody; names it as it was asked for.
  absl::Status ResolveIn(google::protobuf::Message& request);

  // Whom ResolveIn has found.
  std::vector<matcher::CandidateName> resolved() const;

  // What the caller calls the candidate with this internal id: the last part of the name.
  std::string ShownId(std::string_view internal_id) const;
  // The same for a whole internal name; what is none stays.
  std::string Shown(std::string_view internal_name) const;

  // Replaces every internal name, in lists and at any depth, by the caller's. Not twice.
  void ShowIn(google::protobuf::Message& response) const;

  // Replaces the internal names that ResolveIn has put into the request by what the caller asked
  // for. No others: a text that repeats what a caller gave could be taken for an internal name.
  std::string ShowInText(std::string text) const;
  // The same for an error and what goes along with it.
  absl::Status ShowInStatus(const absl::Status& status) const;

 private:
  const matcher::Catalogue& catalogue_;
  const storage::Handles& handles_;
  matcher::OrganisationId organisation_;
  Caseload caseload_;
  std::vector<std::pair<std::string, std::string>> resolved_;  // internal name, as asked
};

// Whether `id` may be the last part of a candidate's name: as IsId, or as long as a handle.
bool IsCandidateId(std::string_view id);
// Whether `name` is "candidates/…" with such an id.
bool IsCandidateName(std::string_view name);
// Whether `name` is "candidates/…/riskPlan".
bool IsRiskPlanName(std::string_view name);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_CANDIDATE_NAMES_H_
