// Who calls, and by which grants they do what they ask.
#ifndef THROUGHGATE_SERVICES_EDGE_CALLER_H_
#define THROUGHGATE_SERVICES_EDGE_CALLER_H_

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "matcher/model/names.h"
#include "matcher/model/verdict.h"
#include "storage/feed/access_book.h"
#include "storage/format/access.h"

namespace throughgate::services {

using format::Role;
using format::RoleMask;

// As in the metadata of a call: "senior-probation".
std::string_view RoleName(Role role);
std::optional<Role> RoleOf(std::string_view name);

inline constexpr RoleMask kProbationRoles =
    format::MaskOf(Role::kProbation) | format::MaskOf(Role::kSeniorProbation);

// Whoever is admitted. `grants` are those of one role in one organisation that were in force when
// the call came; what rests on them is compared again in the commit (standing.h). A caller of a
// method that needs no grant has none, and no role.
struct Caller {
  std::string subject;  // as their token or certificate says
  Role role = Role::kUnspecified;
  matcher::OrganisationId organisation = {};
  bool operates = false;  // the organisation operates the service
  std::vector<storage::HeldGrant> grants = {};
  // Whom the call is about, if it names them one by one: see RestOnGrant.
  std::vector<matcher::CandidateName> candidates = {};

  bool is_probation() const { return (format::MaskOf(role) & kProbationRoles) != 0; }
  // What their answers are computed from.
  matcher::View view() const {
    return is_probation() ? matcher::View::kFull : matcher::View::kShared;
  }
  // Whether some grant reaches all people of the organisation.
  bool reaches_all() const;
  // Those that the grants reach; nullopt: all.
  std::optional<std::set<std::string>> caseloads() const;
};

// Says in a page token to whom, and of what, it is.
std::string SubjectOf(const Caller& caller, std::string_view resource);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_CALLER_H_
