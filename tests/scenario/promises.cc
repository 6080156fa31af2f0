#include "tests/scenario/promises.h"

#include <optional>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "matcher/matcher.h"
#include "tests/scenario/harshest_plan.h"

namespace throughgate::scenario {
namespace {

using matcher::Explanation;
using matcher::Match;
using matcher::Verdict;
using matcher::View;

absl::string_view NameOf(View view) { return view == View::kFull ? "FULL" : "SHARED"; }

matcher::Question AskIn(View view, matcher::Day today) {
  matcher::Question question;
  question.view = view;
  question.today = today;
  return question;
}

std::vector<Match> VacanciesFound(const Setting& setting, View view, matcher::Day today) {
  return *FindVacancies(*setting.catalogue, setting.candidate, AskIn(view, today),
                        [] { return false; });
}

std::vector<Match> CandidatesFound(const Setting& setting, View view, matcher::Day today) {
  return *FindCandidates(
      *setting.catalogue, setting.vacancy, AskIn(view, today),
      [](const matcher::CandidateBlock&, std::size_t) { return true; }, [] { return false; });
}

Explanation Explained(const Setting& setting, View view, matcher::Day today) {
  return Explain(*setting.catalogue, setting.candidate, setting.vacancy, view, today);
}

// The day the record was made sets candidates apart from vacancies in the key; the rest is shared.
bool SamePair(const Match& a, const Match& b) {
  return a.verdict == b.verdict && a.site == b.site && a.distance_cm == b.distance_cm &&
         a.points == b.points && a.clearance_required == b.clearance_required;
}

void CheckSearches(const Setting& setting, View view, matcher::Day today,
                   std::vector<std::string>& broken) {
  const Match explained = Explained(setting, view, today).match;
  const bool available = explained.verdict != Verdict::kNotAvailable;
  const std::vector<Match> vacancies = VacanciesFound(setting, view, today);
  const std::vector<Match> candidates = CandidatesFound(setting, view, today);
  if (vacancies.size() != (available ? 1u : 0u) || candidates.size() != (available ? 1u : 0u)) {
    broken.push_back(absl::StrCat(
        NameOf(view), ": found by FindVacancies ", vacancies.size(), " times, by FindCandidates ",
        candidates.size(), " times, but explained as ", available ? "available" : "NOT_AVAILABLE"));
    return;
  }
  if (available && (vacancies[0] != explained || !SamePair(candidates[0], explained))) {
    broken.push_back(absl::StrCat(NameOf(view), ": the search and the explanation differ"));
  }
}

bool SameSharedAnswer(const Setting& a, const Setting& b, matcher::Day today) {
  const Explanation from_a = Explained(a, View::kShared, today);
  const Explanation from_b = Explained(b, View::kShared, today);
  return from_a.match == from_b.match && from_a.findings == from_b.findings &&
         VacanciesFound(a, View::kShared, today) == VacanciesFound(b, View::kShared, today);
}

void CheckSharedAnswer(const Scenario& scenario, const Setting& setting,
                       std::vector<std::string>& broken) {
  const matcher::Day today = scenario.today;
  if (!SameSharedAnswer(setting, SettingWith(scenario, std::nullopt), today)) {
    broken.emplace_back("SHARED: the answer is another one without the risk plan");
  }
  if (!SameSharedAnswer(setting, SettingWith(scenario, HarshestPlan(scenario)), today)) {
    broken.emplace_back("SHARED: the answer is another one with a harsher risk plan");
  }
  const Explanation shared = Explained(setting, View::kShared, today);
  for (const matcher::Finding& finding : shared.findings) {
    if (finding.rule->audience == matcher::Audience::kEveryone) continue;
    broken.emplace_back("SHARED: the answer rests on a sealed rule");
  }
  if (!shared.match.clearance_required) broken.emplace_back("SHARED: no clearance is asked for");
  // What is disclosed speaks for the whole of a plan roughly; a FULL answer reads the plan itself.
  if (scenario.effects == matcher::SharedEffects() &&
      shared.match.verdict == Verdict::kNotAvailable &&
      Explained(setting, View::kFull, today).match.verdict != Verdict::kNotAvailable) {
    broken.emplace_back("what is NOT_AVAILABLE in the SHARED view is not so in the FULL view");
  }
}

}  // namespace

std::vector<std::string> BrokenPromises(const Scenario& scenario, const Setting& setting) {
  std::vector<std::string> broken;
  CheckSearches(setting, View::kFull, scenario.today, broken);
  CheckSearches(setting, View::kShared, scenario.today, broken);
  CheckSharedAnswer(scenario, setting, broken);
  return broken;
}

}  // namespace throughgate::scenario
