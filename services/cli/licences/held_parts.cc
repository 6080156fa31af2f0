#include "services/cli/licences/held_parts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace throughgate::cli {
namespace {

// What may be held of an order; the ends of the conditions' ids.
constexpr std::array kPartsOfOrders = {"zones",         "attendance",   "location-tag",
                                       "alcohol-tag",   "clauses",      "hours",
                                       "release-hours", "curfew-words", "members"};

}  // namespace

std::string HeldPrefix(const Licence& licence) {
  const std::string id =
      licence.id.empty() ? "" : absl::StrCat(absl::AsciiStrToLower(licence.id), "-");
  switch (licence.kind) {
    case LicenceKind::kOrder:
      return absl::StrCat(kImportedPrefix, "em-", id);
    case LicenceKind::kCurfewTimes:
      return absl::StrCat(kImportedPrefix, "hdc-");
    case LicenceKind::kLicence:
      break;
  }
  return absl::StrCat(kImportedPrefix, id);
}

std::string HeldHours(const std::string& curfew) { return absl::StrCat(curfew, "-hours"); }

bool IsOfItsKind(const Licence& licence, const std::string& id) {
  if (licence.kind == LicenceKind::kOrder) {
    return std::ranges::any_of(kPartsOfOrders, [&](const char* part) {
      return id == absl::StrCat(HeldPrefix(licence), part);
    });
  }
  return absl::StartsWith(id, kImportedPrefix) &&
         !absl::StartsWith(id, absl::StrCat(kImportedPrefix, "em-")) &&
         !absl::StartsWith(id, absl::StrCat(kImportedPrefix, "hdc-"));
}

void Hold(const std::string& id, UnreadPart part, Licence& licence, v1::ConditionForm form) {
  part.held_by = id;
  licence.unread.push_back(std::move(part));
  const bool held = std::ranges::any_of(
      licence.held, [&](const auto& condition) { return condition.condition_id() == id; });
  if (held) return;
  v1::LicenceCondition& condition = licence.held.emplace_back();
  condition.set_condition_id(id);
  condition.set_form(form);
}

void HoldMember(const std::string& member, const std::string& why, Licence& licence) {
  Hold(absl::StrCat(HeldPrefix(licence), "members"), {member, why}, licence);
}

}  // namespace throughgate::cli
