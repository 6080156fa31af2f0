#include "services/cli/show/grants.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "services/cli/grant_roles.h"
#include "services/cli/grant_terms.h"
#include "services/cli/names.h"
#include "services/cli/show/fields.h"
#include "services/cli/show/table.h"

namespace throughgate::cli {
namespace {

absl::Time InstantOf(const google::protobuf::Timestamp& wire) {
  return absl::FromUnixSeconds(wire.seconds()) + absl::Nanoseconds(wire.nanos());
}

std::string StateOf(const v1::Grant& grant, absl::Time now) {
  if (!grant.revoked_by().empty()) return absl::StrCat("revoked by ", grant.revoked_by());
  if (now < InstantOf(grant.from())) return "not yet";
  return now < InstantOf(grant.until()) ? "in force" : "ended";
}

}  // namespace

std::string ShowGrants(const google::protobuf::RepeatedPtrField<v1::Grant>& grants,
                       absl::Time now) {
  Table table({{"grant"},
               {"subject"},
               {"role"},
               {"caseload"},
               {"kind"},
               {"from"},
               {"until"},
               {"given by"},
               {"state"}});
  for (const v1::Grant& grant : grants) {
    table.AddRow({ShortName(grant.name()), grant.subject(), GrantRoleWord(grant.role()),
                  grant.caseload().empty() ? "all" : grant.caseload(),
                  absl::AsciiStrToLower(EnumWord(grant.kind())),
                  FormatFrom(InstantOf(grant.from())), FormatUntil(InstantOf(grant.until())),
                  grant.granted_by(), StateOf(grant, now)});
  }
  return table.Text();
}

}  // namespace throughgate::cli
