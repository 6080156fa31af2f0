#include "services/cli/grant_roles.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "services/cli/show/fields.h"

namespace throughgate::cli {

std::string GrantRoleWord(v1::GrantRole role) {
  std::string word = absl::AsciiStrToLower(EnumWord(role));
  std::ranges::replace(word, '_', '-');
  return word;
}

const std::vector<std::string>& GrantRoleWords() {
  static const auto* words = [] {
    auto* all = new std::vector<std::string>;
    for (int role = 1; role < v1::GrantRole_ARRAYSIZE; ++role) {
      all->push_back(GrantRoleWord(static_cast<v1::GrantRole>(role)));
    }
    return all;
  }();
  return *words;
}

v1::GrantRole ParseGrantRole(absl::string_view word) {
  for (int role = 1; role < v1::GrantRole_ARRAYSIZE; ++role) {
    const auto found = static_cast<v1::GrantRole>(role);
    if (GrantRoleWord(found) == word) return found;
  }
  return v1::GRANT_ROLE_UNSPECIFIED;
}

}  // namespace throughgate::cli
