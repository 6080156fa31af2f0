// Who may do what: organisations, and the grants by which people act for them.
#ifndef THROUGHGATE_STORAGE_FORMAT_ACCESS_H_
#define THROUGHGATE_STORAGE_FORMAT_ACCESS_H_

#include <cstdint>
#include <string>

#include "absl/time/time.h"
#include "matcher/model/names.h"

namespace throughgate::format {

// Values are stored; never renumber.
enum class Role : std::uint8_t {
  kUnspecified,
  kEngagement,
  kBroker,
  kProbation,
  kSeniorProbation,
  kCustody,
  kEvaluator,
  kAuditor,
  kAdministrator,
};
inline constexpr int kRoles = static_cast<int>(Role::kAdministrator);

// A bit for each.
using RoleMask = std::uint32_t;
constexpr RoleMask MaskOf(Role role) { return RoleMask{1} << static_cast<int>(role); }

struct OrganisationTerms {
  RoleMask roles = 0;      // that its grants may have
  bool operates = false;   // its administrators register organisations
  bool suspended = false;  // nobody acts for it
  bool operator==(const OrganisationTerms&) const = default;
};
struct OrganisationDetail {
  std::string display_name;
  bool operator==(const OrganisationDetail&) const = default;
};
struct Organisation {
  matcher::OrganisationId name;
  OrganisationTerms terms;
  OrganisationDetail detail;
  bool operator==(const Organisation&) const = default;
};

// Values are stored; never renumber.
enum class GrantKind : std::uint8_t {
  kUnspecified,
  kStanding,
  kCover,  // of a colleague's caseload while they are away
  kDuty,   // of all caseloads for a few days
};

struct GrantTerms {
  std::string subject;  // who has it, as their token or certificate says
  Role role = Role::kUnspecified;
  std::string caseload;  // the one that it reaches; empty: all of the organisation
  GrantKind kind = GrantKind::kUnspecified;
  absl::Time from;         // whole seconds
  absl::Time until;        // the first instant at which it no longer holds; whole seconds
  std::string granted_by;  // a subject; empty for the first of all
  std::string revoked_by;  // a subject; empty: nobody has ended it before its time
  bool operator==(const GrantTerms&) const = default;

  bool HoldsAt(absl::Time now) const { return from <= now && now < until; }
};
// Never deleted: what somebody did is explained by the grant that they had.
struct Grant {
  matcher::GrantName name;
  GrantTerms terms;
  bool operator==(const Grant&) const = default;
};

}  // namespace throughgate::format

#endif  // THROUGHGATE_STORAGE_FORMAT_ACCESS_H_
