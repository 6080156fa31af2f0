#include "services/grant_rules.h"

#include <algorithm>
#include <string>

#include "services/edge/records.h"
#include "services/edge/status_macros.h"

namespace throughgate::services {
namespace {

constexpr RoleMask kCovered =
    kProbationRoles | format::MaskOf(Role::kBroker) | format::MaskOf(Role::kCustody);

bool Covers(RoleMask roles, Role role) { return (roles & format::MaskOf(role)) != 0; }

// Whether the caller answers for what those of `role` do.
bool AnswersFor(const Caller& caller, Role role) {
  return caller.role == Role::kAdministrator ||
         (caller.role == Role::kSeniorProbation && Covers(kProbationRoles, role));
}

}  // namespace

absl::Status CheckGiving(const storage::Store& store, const Caller& caller,
                         const format::Grant& grant, Edit& edit) {
  if (grant.terms.subject == caller.subject) {
    return GrantNotPermitted("nobody grants anything to themselves");
  }
  ASSIGN_OR_RETURN(const auto organisation,
                   Read<format::Organisation>(store, grant.name.organisation));
  if (!Covers(organisation.record.terms.roles, grant.terms.role)) {
    return GrantNotPermitted("the organisation has no such role");
  }
  edit.Require(organisation);
  return absl::OkStatus();
}

absl::Status CheckCover(const Caller& caller, const format::GrantTerms& cover) {
  if (!Covers(kCovered, cover.role)) return GrantNotPermitted("nobody stands in for that role");
  if (AnswersFor(caller, cover.role)) return absl::OkStatus();
  if (cover.role != caller.role) return GrantNotPermitted("another role than yours");
  if (cover.caseload.empty()) return GrantNotPermitted("duty officers are for others to appoint");
  const bool own = caller.reaches_all() ||
                   std::ranges::any_of(caller.grants, [&](const storage::HeldGrant& held) {
                     return held.grant.terms.caseload == cover.caseload;
                   });
  return own ? absl::OkStatus() : GrantNotPermitted("a caseload that is not yours");
}

absl::Status RequireColleague(const storage::Store& store,
                              std::span<const storage::HeldGrant> colleague,
                              const format::Grant& cover, absl::Time now, Edit& edit) {
  for (const storage::HeldGrant& held : colleague) {
    if (held.grant.name.organisation != cover.name.organisation) continue;
    ASSIGN_OR_RETURN(const auto grant, Find<format::Grant>(store, held.grant.name));
    if (!grant || grant->record.terms.subject != cover.terms.subject) continue;
    const format::GrantTerms& terms = grant->record.terms;
    if (terms.kind != format::GrantKind::kStanding || terms.role != cover.terms.role) continue;
    if (!terms.HoldsAt(now)) continue;
    edit.Require(*grant);
    return absl::OkStatus();
  }
  return GrantNotPermitted("they have no standing grant of that role in the organisation");
}

absl::Status CheckRevoking(const Caller& caller, const format::GrantTerms& grant) {
  const bool may = AnswersFor(caller, grant.role) || grant.subject == caller.subject ||
                   grant.granted_by == caller.subject;
  return may ? absl::OkStatus() : GrantNotPermitted("a grant of others, given by others");
}

}  // namespace throughgate::services
