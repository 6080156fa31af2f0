// One scenario: who, what work, where, on which day, and what the answer must be.
#ifndef THROUGHGATE_TESTS_SCENARIO_SCENARIO_H_
#define THROUGHGATE_TESTS_SCENARIO_SCENARIO_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "matcher/model/candidate.h"
#include "matcher/model/employer.h"
#include "matcher/model/place.h"
#include "matcher/model/premises.h"
#include "matcher/model/risk_plan.h"
#include "matcher/model/vacancy.h"
#include "matcher/model/verdict.h"

namespace throughgate::scenario {

// The one employer there is.
inline constexpr char kEmployer[] = "north-mill";
inline constexpr char kVacancy[] = "vacancy";

// What plans keep of a name.
matcher::NameDigest DigestOf(const std::string& name);

// One finding that the FULL answer must have: `because: curfew CURFEW_BROKEN "overlaps curfew
// tag"`.
struct ExpectedFinding {
  std::string rule;
  std::string code;
  std::string words;  // part of its sentence; empty: any
};

struct Expectations {
  std::optional<matcher::Verdict> full;
  std::vector<ExpectedFinding> because;  // those that decide: all of them, unless ELIGIBLE
  std::vector<ExpectedFinding> also;
  std::optional<bool> may_be_proposed;  // in the SHARED view
  std::optional<bool> clearance_needed;
  std::optional<char> site;  // the one that counted
};

// How the risk plan comes to the matcher.
enum class PlanState { kReadable, kNone, kUnreadable };

// Facts that a scenario does not state are the ones that raise no question: see README.md.
struct Scenario {
  std::string file;
  int line = 0;
  std::string title;

  matcher::Day today;
  std::map<char, matcher::GeoPoint> places;

  matcher::VacancyTerms vacancy;
  std::map<char, matcher::SiteTerms> sites;
  matcher::CandidateTerms candidate;
  std::optional<matcher::Place> home;
  PlanState plan_state = PlanState::kReadable;
  matcher::RiskPlanTerms plan;
  matcher::SharedEffects effects;                   // what is disclosed of it
  std::map<std::string, matcher::SlotTerms> slots;  // by id
  std::string county;                               // of everything hereabouts
  bool has_key = true;                              // for the names that plans keep
  // One of each kind is far away, but for those that are not imported.
  std::vector<matcher::Premises> premises;
  matcher::PremisesMask premises_not_imported = 0;
  std::map<char, matcher::PremisesMask> kinds_of_sites;

  Expectations expected;
};

}  // namespace throughgate::scenario

#endif  // THROUGHGATE_TESTS_SCENARIO_SCENARIO_H_
