// Who calls. Until access control exists the caller is believed: role and organisation come from
// the request's metadata.
#ifndef THROUGHGATE_SERVICES_EDGE_CALLER_H_
#define THROUGHGATE_SERVICES_EDGE_CALLER_H_

#include <grpcpp/server_context.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "matcher/model/names.h"
#include "matcher/model/verdict.h"

namespace throughgate::services {

inline constexpr char kRoleHeader[] = "throughgate-role";
inline constexpr char kOrganisationHeader[] = "throughgate-organisation";

enum class Role : std::uint8_t { kBroker, kEngagement, kProbation, kCustody };
inline constexpr Role kRoles[] = {Role::kBroker, Role::kEngagement, Role::kProbation,
                                  Role::kCustody};

// As in the header: "broker".
std::string_view RoleName(Role role);

struct Caller {
  Role role = Role::kBroker;
  matcher::OrganisationId organisation;

  // What their answers are computed from.
  matcher::View view() const {
    return role == Role::kProbation ? matcher::View::kFull : matcher::View::kShared;
  }
};

// Errors  CALLER_UNKNOWN  a header is missing, repeated or malformed; the error names it.
absl::StatusOr<Caller> ReadCaller(const grpc::ServerContextBase& context);

// Says in a page token to whom, and of what, it is.
std::string SubjectOf(const Caller& caller, std::string_view resource);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_CALLER_H_
