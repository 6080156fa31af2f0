// The roles of grants as people type and read them: "senior-probation".
#ifndef THROUGHGATE_SERVICES_CLI_GRANT_ROLES_H_
#define THROUGHGATE_SERVICES_CLI_GRANT_ROLES_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "throughgate/v1/access_service.pb.h"

namespace throughgate::cli {

// "" for the unspecified one.
std::string GrantRoleWord(v1::GrantRole role);

// All of them, in the order of the API.
const std::vector<std::string>& GrantRoleWords();

// GRANT_ROLE_UNSPECIFIED for a word that is none of them.
v1::GrantRole ParseGrantRole(absl::string_view word);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_GRANT_ROLES_H_
