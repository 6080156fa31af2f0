// Whether items of a plan stand for a licence condition, and forbid as much.
#ifndef THROUGHGATE_TESTS_ORACLE_LICENCE_ITEMS_H_
#define THROUGHGATE_TESTS_ORACLE_LICENCE_ITEMS_H_

#include <optional>
#include <string>
#include <vector>

#include "matcher/model/risk_plan.h"
#include "tests/oracle/licence_lines.h"

namespace throughgate::oracle {

// A condition of a plan with its line of the table.
struct WrittenCondition {
  const matcher::RiskPlanTerms& plan;
  const matcher::LicenceCondition& condition;
  const LicenceLine& line;

  // What it was filled in with; null where it was not.
  const std::vector<std::string>* Said(const std::string& input) const;
  bool SaidOnly(const std::string& input, const std::string& value) const;
};

// Whether the condition names items, each of which the plan has, of a kind that the line takes and
// in force on the day.
bool StoodFor(const WrittenCondition& written, matcher::Day today);

// Whether the items that the condition names allow no more than it does, as it was filled in.
bool ForbidsAsMuch(const WrittenCondition& written);

// "2026-11-21"; nullopt when it is not a day.
std::optional<matcher::Day> DayWritten(const std::string& text);

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_LICENCE_ITEMS_H_
