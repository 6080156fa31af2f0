// Records as services read them: a model with the versions that it was found at.
//
//   ASSIGN_OR_RETURN(const auto employer, Read<matcher::Employer>(store, name));
//
// Model is matcher::Employer, Site, Vacancy, WorkTrialSlot, Candidate, RiskPlan, CandidateEffects,
// Link or Reference throughout.
#ifndef THROUGHGATE_SERVICES_EDGE_RECORDS_H_
#define THROUGHGATE_SERVICES_EDGE_RECORDS_H_

#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "absl/status/statusor.h"
#include "matcher/model/candidate.h"
#include "matcher/model/employer.h"
#include "matcher/model/link.h"
#include "matcher/model/risk_plan.h"
#include "matcher/model/vacancy.h"
#include "services/convert/field.h"
#include "services/convert/names.h"
#include "services/convert/stored.h"
#include "services/edge/errors.h"
#include "services/edge/status_macros.h"
#include "storage/format/keys.h"
#include "storage/format/records.h"
#include "storage/store.h"

namespace throughgate::services {

// The name in a record. A risk plan and shared effects have their candidate's.
template <typename Model>
auto& NameOf(Model& record) {
  if constexpr (requires { record.name; }) {
    return record.name;
  } else {
    return record.candidate;
  }
}
template <typename Model>
using NameType = std::remove_cvref_t<decltype(NameOf(std::declval<Model&>()))>;

// As callers say it: "employers/acme".
template <typename Model>
std::string ResourceName(const NameType<Model>& name) {
  if constexpr (std::is_same_v<Model, matcher::RiskPlan>) {
    return name.RiskPlan();
  } else if constexpr (std::is_same_v<Model, matcher::CandidateEffects>) {
    return name.SharedEffects();
  } else {
    return name.ToString();
  }
}

// The name in a resource name that ResourceName made.
template <typename Model>
NameType<Model> NameIn(const std::string& resource) {
  Violations none;
  if constexpr (std::is_same_v<Model, matcher::RiskPlan>) {
    return ReadRiskPlanName(resource, Field(none));
  } else if constexpr (std::is_same_v<Model, matcher::CandidateEffects>) {
    return ReadSharedEffectsName(resource, Field(none));
  } else {
    return ReadName<NameType<Model>>(resource, Field(none));
  }
}

template <typename Model>
std::string TermsKeyOf(const NameType<Model>& name) {
  if constexpr (std::is_same_v<Model, matcher::RiskPlan>) {
    return format::RiskPlanKey(name);
  } else if constexpr (std::is_same_v<Model, matcher::CandidateEffects>) {
    return format::SharedEffectsKey(name);
  } else {
    return format::TermsKey(name);
  }
}

// A slot, a risk plan, shared effects, a link and a reference have terms only.
template <typename Model>
inline constexpr bool kHasDetail = requires(Model record) {
  record.detail;
};

// A record with terms but no detail, or the other way round.
absl::Status HalfMissing(const std::string& key);

// Reads one part of a record; its version is 0 when it is not there.
template <typename Part>
absl::StatusOr<storage::Revision> ReadPart(const storage::Store& store, const std::string& key,
                                           storage::Revision revision, Part& part) {
  ASSIGN_OR_RETURN(const std::optional<storage::Record> found, store.Get(key, revision));
  if (!found) return 0;
  RETURN_IF_ERROR(format::Decode(key, found->value, part));
  return found->version;
}

// The record as of `revision`, or nullopt if there is none. At 0 each part is read as it is now,
// which is enough for a decision that guards both.
//
// Errors  those of the store and of the format.
template <typename Model>
absl::StatusOr<std::optional<Stored<Model>>> Find(const storage::Store& store,
                                                  const NameType<Model>& name,
                                                  storage::Revision revision = 0) {
  Stored<Model> stored;
  NameOf(stored.record) = name;
  const std::string key = TermsKeyOf<Model>(name);
  ASSIGN_OR_RETURN(stored.versions.terms, ReadPart(store, key, revision, stored.record.terms));
  if (stored.versions.terms == 0) return std::nullopt;
  if constexpr (kHasDetail<Model>) {
    ASSIGN_OR_RETURN(stored.versions.detail,
                     ReadPart(store, format::DetailKey(name), revision, stored.record.detail));
    if (stored.versions.detail == 0) return HalfMissing(key);
  }
  return stored;
}

// The same where it must be there.
//
// Errors  RESOURCE_NOT_FOUND.
template <typename Model>
absl::StatusOr<Stored<Model>> Read(const storage::Store& store, const NameType<Model>& name,
                                   storage::Revision revision = 0) {
  ASSIGN_OR_RETURN(std::optional<Stored<Model>> found, Find<Model>(store, name, revision));
  if (!found) return NotFound(ResourceName<Model>(name));
  return *std::move(found);
}

// The same, its parts of one revision: for those who want to know, not to decide.
template <typename Model>
absl::StatusOr<Stored<Model>> ReadNow(const storage::Store& store, const NameType<Model>& name) {
  return Read<Model>(store, name, store.latest());
}

// Errors  ETAG_MISMATCH  `etag` is neither empty nor that of what was found.
template <typename Model>
absl::Status CheckEtag(const std::string& etag, const std::optional<Stored<Model>>& found,
                       const std::string& resource) {
  if (etag.empty() || (found && etag == FormatEtag(found->versions))) return absl::OkStatus();
  return EtagMismatch(resource);
}

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_RECORDS_H_
