#include "services/edge/standing.h"

#include <string>

#include "services/edge/records.h"
#include "services/edge/status_macros.h"

namespace throughgate::services {

bool IsInForce(const format::GrantTerms& grant, const format::OrganisationTerms& organisation,
               absl::Time now) {
  return grant.HoldsAt(now) && !organisation.suspended &&
         (organisation.roles & format::MaskOf(grant.role)) != 0;
}

absl::Status RestOnGrant(const storage::Store& store, const Caller& caller, std::string_view method,
                         absl::Time now, Edit& edit) {
  ASSIGN_OR_RETURN(const auto organisation, Find<format::Organisation>(store, caller.organisation));
  for (const storage::HeldGrant& held : caller.grants) {
    ASSIGN_OR_RETURN(const auto grant, Find<format::Grant>(store, held.grant.name));
    if (!organisation || !grant) continue;
    const format::GrantTerms& terms = grant->record.terms;
    if (terms.subject != caller.subject || terms.role != caller.role) continue;
    if (terms.kind != format::GrantKind::kStanding) continue;
    if (!IsInForce(terms, organisation->record.terms, now)) continue;
    edit.Require(*organisation);
    edit.Require(*grant);
    return absl::OkStatus();
  }
  return RoleNotPermitted(std::string(method), std::string(RoleName(caller.role)));
}

}  // namespace throughgate::services
