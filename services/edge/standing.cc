#include "services/edge/standing.h"

#include <algorithm>
#include <string>
#include <vector>

#include "services/edge/records.h"
#include "services/edge/status_macros.h"

namespace throughgate::services {

bool IsInForce(const format::GrantTerms& grant, const format::OrganisationTerms& organisation,
               absl::Time now) {
  return grant.HoldsAt(now) && !organisation.suspended &&
         (organisation.roles & format::MaskOf(grant.role)) != 0;
}

namespace {

using StoredGrant = Stored<format::Grant>;

// Those of the caller's grants that are in force now.
absl::StatusOr<std::vector<StoredGrant>> GrantsNow(const storage::Store& store,
                                                   const Caller& caller,
                                                   const format::OrganisationTerms& organisation,
                                                   absl::Time now) {
  std::vector<StoredGrant> grants;
  for (const storage::HeldGrant& held : caller.grants) {
    ASSIGN_OR_RETURN(auto grant, Find<format::Grant>(store, held.grant.name));
    if (!grant) continue;
    const format::GrantTerms& terms = grant->record.terms;
    if (terms.subject != caller.subject || terms.role != caller.role) continue;
    if (IsInForce(terms, organisation, now)) grants.push_back(*std::move(grant));
  }
  return grants;
}

// Rests `edit` on the link to `candidate`, and on a grant that reaches it. Whether there is one.
absl::StatusOr<bool> RestOnLink(const storage::Store& store, const Caller& caller,
                                const matcher::CandidateName& candidate,
                                const std::vector<StoredGrant>& grants, Edit& edit) {
  const matcher::LinkName name{caller.organisation, candidate};
  ASSIGN_OR_RETURN(const auto link, Find<matcher::Link>(store, name));
  edit.Guard(format::TermsKey(name), link ? link->versions.terms : 0);
  const std::string caseload = link ? link->record.terms.caseload : "";
  const auto reaches = std::ranges::find_if(grants, [&](const StoredGrant& grant) {
    return grant.record.terms.caseload.empty() || grant.record.terms.caseload == caseload;
  });
  if (reaches == grants.end()) return false;
  edit.Require(*reaches);
  return true;
}

}  // namespace

absl::Status RestOnGrant(const storage::Store& store, const Caller& caller, std::string_view method,
                         absl::Time now, Edit& edit) {
  const absl::Status refused =
      RoleNotPermitted(std::string(method), std::string(RoleName(caller.role)));
  ASSIGN_OR_RETURN(const auto organisation, Find<format::Organisation>(store, caller.organisation));
  if (!organisation) return refused;
  edit.Require(*organisation);
  ASSIGN_OR_RETURN(const std::vector<StoredGrant> grants,
                   GrantsNow(store, caller, organisation->record.terms, now));
  const auto standing =
      std::ranges::find(grants, format::GrantKind::kStanding,
                        [](const StoredGrant& grant) { return grant.record.terms.kind; });
  if (standing == grants.end()) return refused;
  edit.Require(*standing);
  for (const matcher::CandidateName& candidate : caller.candidates) {
    ASSIGN_OR_RETURN(const bool reached, RestOnLink(store, caller, candidate, grants, edit));
    if (!reached) return refused;
  }
  return absl::OkStatus();
}

}  // namespace throughgate::services
