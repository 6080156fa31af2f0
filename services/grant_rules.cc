#include "services/grant_rules.h"

#include <optional>
#include <span>

#include "absl/functional/function_ref.h"
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

// Rests `edit` on one of `grants` that `fits`, as it is stored now: a standing one of the cover's
// role in its organisation. Refuses with `why` if there is none.
absl::Status RequireStanding(const storage::Store& store,
                             std::span<const storage::HeldGrant> grants, const format::Grant& cover,
                             absl::Time now, const char* why,
                             absl::FunctionRef<bool(const format::GrantTerms&)> fits, Edit& edit) {
  for (const storage::HeldGrant& held : grants) {
    if (held.grant.name.organisation != cover.name.organisation) continue;
    ASSIGN_OR_RETURN(const auto grant, Find<format::Grant>(store, held.grant.name));
    if (!grant) continue;
    const format::GrantTerms& terms = grant->record.terms;
    if (terms.kind != format::GrantKind::kStanding || terms.role != cover.terms.role) continue;
    if (!terms.HoldsAt(now) || !fits(terms)) continue;
    edit.Require(*grant);
    return absl::OkStatus();
  }
  return GrantNotPermitted(why);
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

absl::Status CheckCover(const storage::Store& store, const Caller& caller,
                        const format::Grant& cover, absl::Time now, Edit& edit) {
  const format::GrantTerms& asked = cover.terms;
  if (!Covers(kCovered, asked.role)) return GrantNotPermitted("nobody stands in for that role");
  if (AnswersFor(caller, asked.role)) return absl::OkStatus();
  if (asked.role != caller.role) return GrantNotPermitted("another role than yours");
  if (asked.caseload.empty()) return GrantNotPermitted("duty officers are for others to appoint");
  const auto reaches = [&](const format::GrantTerms& own) {
    return own.subject == caller.subject &&
           (own.caseload.empty() || own.caseload == asked.caseload);
  };
  return RequireStanding(store, caller.grants, cover, now, "a caseload that is not yours", reaches,
                         edit);
}

absl::Status RequireColleague(const storage::Store& store,
                              std::span<const storage::HeldGrant> colleague,
                              const format::Grant& cover, absl::Time now, Edit& edit) {
  const auto theirs = [&](const format::GrantTerms& terms) {
    return terms.subject == cover.terms.subject;
  };
  return RequireStanding(store, colleague, cover, now,
                         "they have no standing grant of that role in the organisation", theirs,
                         edit);
}

absl::Status CheckRevoking(const Caller& caller, const format::GrantTerms& grant) {
  const bool own = grant.subject == caller.subject;
  if (grant.role == Role::kAdministrator) {
    const bool may = caller.role == Role::kAdministrator && !own;
    return may ? absl::OkStatus()
               : GrantNotPermitted("another administrator ends an administrator's grant");
  }
  const bool given = grant.granted_by == caller.subject && grant.role == caller.role;
  const bool may = AnswersFor(caller, grant.role) || own || given;
  return may ? absl::OkStatus() : GrantNotPermitted("a grant of others, given by others");
}

}  // namespace throughgate::services
