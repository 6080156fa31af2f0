#include "services/edge/caller.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "services/convert/names.h"
#include "services/edge/errors.h"
#include "services/edge/status_macros.h"

namespace throughgate::services {
namespace {

// In the order of Role.
constexpr std::string_view kRoleNames[] = {"broker", "engagement", "probation", "custody"};
static_assert(std::size(kRoleNames) == std::size(kRoles));

// A header that is sent twice says nothing.
absl::StatusOr<std::string> ReadHeader(const grpc::ServerContextBase& context, const char* name) {
  const auto [begin, end] = context.client_metadata().equal_range(name);
  if (std::distance(begin, end) != 1) return CallerUnknown(name);
  return std::string(begin->second.data(), begin->second.size());
}

}  // namespace

std::string_view RoleName(Role role) { return kRoleNames[static_cast<int>(role)]; }

absl::StatusOr<Caller> ReadCaller(const grpc::ServerContextBase& context) {
  ASSIGN_OR_RETURN(const std::string name, ReadHeader(context, kRoleHeader));
  ASSIGN_OR_RETURN(const std::string organisation, ReadHeader(context, kOrganisationHeader));
  const auto role = std::ranges::find(kRoles, name, RoleName);
  if (role == std::end(kRoles)) return CallerUnknown(kRoleHeader);
  if (!IsId(organisation)) return CallerUnknown(kOrganisationHeader);
  return Caller{.role = *role, .organisation = {organisation}};
}

std::string SubjectOf(const Caller& caller, std::string_view resource) {
  std::string subject(RoleName(caller.role));
  return subject.append(" ").append(caller.organisation.value).append(" ").append(resource);
}

}  // namespace throughgate::services
