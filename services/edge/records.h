// Records as services read them: a model with the versions that it was found at.
//
//   ASSIGN_OR_RETURN(const Stored<matcher::Employer> employer, Read<matcher::Employer>(store, name));
//
// Model is matcher::Employer, Site, Vacancy, WorkTrialSlot, Candidate or RiskPlan throughout.
#ifndef THROUGHGATE_SERVICES_EDGE_RECORDS_H_
#define THROUGHGATE_SERVICES_EDGE_RECORDS_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "matcher/model/candidate.h"
#include "matcher/model/employer.h"
#include "matcher/model/risk_plan.h"
#include "matcher/model/vacancy.h"
#include "services/convert/etag.h"
#include "storage/store.h"

namespace throughgate::services {

template <typename Model>
struct Stored {
  Model record;
  Versions versions;
};

// What a Model is called: the type and value of its name, and the resource name that callers use.
template <typename Model>
auto& NameOf(Model& record) {
  return record.name;
}
inline auto& NameOf(matcher::RiskPlan& plan) { return plan.candidate; }
inline auto& NameOf(const matcher::RiskPlan& plan) { return plan.candidate; }
template <typename Model>
using NameType = std::remove_cvref_t<decltype(NameOf(std::declval<Model&>()))>;
template <typename Model>
std::string ResourceName(const NameType<Model>& name) {
  if constexpr (std::is_same_v<Model, matcher::RiskPlan>) return name.RiskPlan();
  return name.ToString();
}

// The keys of a Model's parts; a slot and a risk plan have no detail.
template <typename Model>
inline constexpr bool kHasDetail = requires(Model record) { record.detail; };
template <typename Model>
std::string TermsKeyOf(const NameType<Model>& name);
template <typename Model>
  requires kHasDetail<Model>
std::string DetailKeyOf(const NameType<Model>& name);

// The record as of `revision` (0: now), or nullopt if there is none.
//
// Errors  those of the store; kDataLoss also when a record has one part but not the other.
template <typename Model>
absl::StatusOr<std::optional<Stored<Model>>> Find(const storage::Store& store,
                                                  const NameType<Model>& name,
                                                  storage::Revision revision = 0);

// The same where it must be there.
//
// Errors  RESOURCE_NOT_FOUND.
template <typename Model>
absl::StatusOr<Stored<Model>> Read(const storage::Store& store, const NameType<Model>& name,
                                   storage::Revision revision = 0);

// Errors  ETAG_MISMATCH  `etag` is neither empty nor that of `stored`.
template <typename Model>
absl::Status CheckEtag(const std::string& etag, const Stored<Model>& stored);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_RECORDS_H_
