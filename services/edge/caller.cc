#include "services/edge/caller.h"

#include <algorithm>
#include <iterator>

namespace throughgate::services {
namespace {

// In the order of Role.
constexpr std::string_view kRoleNames[] = {"",          "engagement",       "broker",
                                           "probation", "senior-probation", "custody",
                                           "evaluator", "auditor",          "administrator"};
static_assert(std::size(kRoleNames) == format::kRoles + 1);

}  // namespace

std::string_view RoleName(Role role) { return kRoleNames[static_cast<int>(role)]; }

std::optional<Role> RoleOf(std::string_view name) {
  const auto* const found = std::ranges::find(kRoleNames, name);
  if (name.empty() || found == std::end(kRoleNames)) return std::nullopt;
  return static_cast<Role>(found - std::begin(kRoleNames));
}

bool Caller::reaches_all() const {
  return std::ranges::any_of(
      grants, [](const storage::HeldGrant& held) { return held.grant.terms.caseload.empty(); });
}

std::optional<std::set<std::string>> Caller::caseloads() const {
  if (reaches_all()) return std::nullopt;
  std::set<std::string> ids;
  for (const storage::HeldGrant& held : grants) ids.insert(held.grant.terms.caseload);
  return ids;
}

// By person: what one of an organisation may see another may not.
std::string SubjectOf(const Caller& caller, std::string_view resource) {
  std::string subject(RoleName(caller.role));
  subject.append(" ").append(caller.organisation.value).append(" ").append(caller.subject);
  return subject.append(" ").append(resource);
}

}  // namespace throughgate::services
