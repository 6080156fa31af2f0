// A licence, or an order of electronic monitoring, as far as a risk plan can take it.
#ifndef THROUGHGATE_SERVICES_CLI_LICENCES_LICENCE_H_
#define THROUGHGATE_SERVICES_CLI_LICENCES_LICENCE_H_

#include <optional>
#include <string>
#include <vector>

#include "throughgate/v1/risk_plan_service.pb.h"

namespace throughgate::cli {

// What begins the ids of all that an import brings, and of nothing that a person enters.
inline constexpr char kImportedPrefix[] = "cvl-";

// A part that could not be read, and what to do about it.
struct UnreadPart {
  std::string part;  // "condition 5 (0f9a20f4-35c7-4c77-8af8-f200f153fa11, policy 4.0)"
  std::string why;
  // The condition that stands for it in the plan, so that every vacancy is REVIEW. Empty: what it
  // is a part of is REVIEW by itself, or limits work whatever the part says.
  std::string held_by = {};
  // The condition that it is a part of, when naming items for that is all there is to do. Empty: it
  // is told at every import.
  std::string told_until_expressed = {};
};

enum class LicenceKind {
  kLicence,
  kCurfewTimes,  // of home detention, alone
  kOrder,        // of electronic monitoring
};

struct Licence {
  LicenceKind kind = LicenceKind::kLicence;
  std::string id;  // in the system that it comes from
  std::string prison_number;
  std::string crn;
  std::string candidate;  // as the file names it; empty: it does not
  // Of the plan that is made when there is none.
  v1::Supervision supervision = v1::SUPERVISION_UNSPECIFIED;
  std::optional<v1::Date> starts_on;
  std::optional<v1::Date> approved_on;
  // It has lists of conditions, be they empty. Orders, and curfew times alone, say nothing of them.
  bool tells_conditions = false;
  // A licence in force, with every list of its conditions, or an order that says of each part
  // whether it has it: what it does not have has ended.
  bool is_whole = false;
  // It may say otherwise what another said that the candidate had before.
  bool is_variation = false;
  std::vector<v1::LicenceCondition> conditions;  // each with an id
  std::vector<v1::Curfew> curfews;
  std::vector<UnreadPart> unread;
  // Conditions that stand for unread parts, each with an id, of no policy.
  std::vector<v1::LicenceCondition> held;
  // Ids of such conditions, as an earlier import may have brought them, for parts that this file
  // says in full or says that there are none of: what is null or not there is not among them.
  std::vector<std::string> read_in_full;
};

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_LICENCES_LICENCE_H_
