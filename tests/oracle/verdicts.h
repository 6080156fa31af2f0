// The verdict of one pair in one view, a second time: what every rule says, and which site counts.
#ifndef THROUGHGATE_TESTS_ORACLE_VERDICTS_H_
#define THROUGHGATE_TESTS_ORACLE_VERDICTS_H_

#include <compare>
#include <string>
#include <vector>

#include "matcher/model/verdict.h"
#include "tests/oracle/plain_world.h"
#include "tests/oracle/survey.h"

namespace throughgate::oracle {

// One thing that one rule found.
struct PlainFinding {
  matcher::Verdict verdict = matcher::Verdict::kEligible;
  std::string rule;
  std::string code;
  std::string subject;
  auto operator<=>(const PlainFinding&) const = default;
};

struct PlainVerdict {
  matcher::Verdict verdict = matcher::Verdict::kEligible;
  std::string site;                    // the one that counted; "no site"
  std::vector<PlainFinding> findings;  // sorted, each once
  bool clearance_required = true;
  bool in_doubt = false;  // something lay too near an edge to be called
};

PlainVerdict VerdictOf(const PlainWorld& world, Survey& survey, std::size_t candidate,
                       std::size_t vacancy, matcher::View view);

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_VERDICTS_H_
