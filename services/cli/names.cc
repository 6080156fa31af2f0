#include "services/cli/names.h"

#include <algorithm>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"

namespace throughgate::cli {
namespace {

using Parts = std::vector<absl::string_view>;

bool Matches(const Parts& pattern, const Parts& name) {
  return std::equal(pattern.begin(), pattern.end(), name.begin(), name.end(),
                    [](auto p, auto n) { return p == "*" || p == n; });
}

}  // namespace

absl::StatusOr<std::string> FullName(absl::string_view pattern, absl::string_view text) {
  Parts parts = absl::StrSplit(pattern, '/');
  const Parts typed = absl::StrSplit(text, '/');
  const auto ids = static_cast<std::size_t>(std::count(parts.begin(), parts.end(), "*"));
  const bool empty_part = std::count(typed.begin(), typed.end(), "") > 0;
  if (!empty_part && Matches(parts, typed)) return std::string(text);
  // "employers/acme" for a vacancy is a name cut short, not the ids "employers" and "acme".
  const bool cut_short = typed.size() > 1 && typed.front() == parts.front();
  if (empty_part || cut_short || typed.size() != ids) {
    return absl::InvalidArgumentError(
        absl::StrCat("'", text, "' is not a name: give ", NameForms(pattern)));
  }
  auto id = typed.begin();
  for (absl::string_view& part : parts) {
    if (part == "*") part = *id++;
  }
  return absl::StrJoin(parts, "/");
}

std::string NameForms(absl::string_view pattern) {
  const Parts short_form(static_cast<std::size_t>(std::count(pattern.begin(), pattern.end(), '*')),
                         "ID");
  return absl::StrCat(absl::StrReplaceAll(pattern, {{"*", "ID"}}), " or ",
                      absl::StrJoin(short_form, "/"));
}

std::string ShortName(absl::string_view name) {
  const Parts parts = absl::StrSplit(name, '/');
  Parts ids;
  for (std::size_t i = 1; i < parts.size(); i += 2) ids.push_back(parts[i]);
  return absl::StrJoin(ids, "/");
}

}  // namespace throughgate::cli
