// Conditions that stand in a plan for what could not be read of a licence or of an order.
//
// Why  what the report of an import alone told of would leave the plan as clear as if it were not
//      there.
#ifndef THROUGHGATE_SERVICES_CLI_LICENCES_HELD_PARTS_H_
#define THROUGHGATE_SERVICES_CLI_LICENCES_HELD_PARTS_H_

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/cli/licences/licence.h"

namespace throughgate::cli {

// What may be held of an order; the ends of the conditions' ids.
inline constexpr const char* kPartsOfOrders[] = {"zones",         "attendance",   "location-tag",
                                                 "alcohol-tag",   "clauses",      "hours",
                                                 "release-hours", "curfew-words", "members"};

// What begins the ids of the conditions that stand for parts: "cvl-em-3fa85f64-" of an order,
// "cvl-1234-" of a licence, each followed by the part. Only an order of the same id has the same.
inline std::string HeldPrefix(const Licence& licence) {
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

// The id of what stands for the hours of a curfew; a curfew has no such id itself.
inline std::string HeldHours(const std::string& curfew) { return absl::StrCat(curfew, "-hours"); }

// Whether an import of `licence` can have brought the condition `id`: licences have their own
// conditions, and the parts of orders and of curfew times are none of theirs.
inline bool IsOfItsKind(const Licence& licence, const std::string& id) {
  if (licence.kind == LicenceKind::kOrder) {
    return std::ranges::any_of(kPartsOfOrders, [&](const char* part) {
      return id == absl::StrCat(HeldPrefix(licence), part);
    });
  }
  return absl::StartsWith(id, kImportedPrefix) &&
         !absl::StartsWith(id, absl::StrCat(kImportedPrefix, "em-")) &&
         !absl::StartsWith(id, absl::StrCat(kImportedPrefix, "hdc-"));
}

// Notes `part`, and has the condition `id` stand for it, perhaps together with others. Of the part
// nothing is kept but that there is one.
inline void Hold(const std::string& id, UnreadPart part, Licence& licence,
                 v1::ConditionForm form = v1::CONDITION_FORM_BESPOKE) {
  part.held_by = id;
  licence.unread.push_back(std::move(part));
  const bool held = std::ranges::any_of(
      licence.held, [&](const auto& condition) { return condition.condition_id() == id; });
  if (held) return;
  v1::LicenceCondition& condition = licence.held.emplace_back();
  condition.set_condition_id(id);
  condition.set_form(form);
}

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_LICENCES_HELD_PARTS_H_
