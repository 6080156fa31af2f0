#include "tests/scenario/promises.h"

#include <optional>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "matcher/matcher.h"

namespace throughgate::scenario {
namespace {

using matcher::Explanation;
using matcher::Match;
using matcher::Verdict;
using matcher::View;

absl::string_view NameOf(View view) { return view == View::kFull ? "FULL" : "SHARED"; }

std::vector<Match> VacanciesFound(const World& world, View view, matcher::Day today) {
  const matcher::Question question{.view = view, .today = today};
  return *FindVacancies(*world.catalogue, world.candidate, question, [] { return false; });
}

std::vector<Match> CandidatesFound(const World& world, View view, matcher::Day today) {
  const matcher::Question question{.view = view, .today = today};
  return *FindCandidates(
      *world.catalogue, world.vacancy, question,
      [](const matcher::CandidateBlock&, std::size_t) { return true; }, [] { return false; });
}

Explanation Explained(const World& world, View view, matcher::Day today) {
  return Explain(*world.catalogue, world.candidate, world.vacancy, view, today);
}

// The day the record was made sets candidates apart from vacancies in the key; the rest is shared.
bool SamePair(const Match& a, const Match& b) {
  return a.verdict == b.verdict && a.site == b.site && a.distance_cm == b.distance_cm &&
         a.points == b.points;
}

void CheckSearches(const World& world, View view, matcher::Day today,
                   std::vector<std::string>& broken) {
  const Match explained = Explained(world, view, today).match;
  const bool available = explained.verdict != Verdict::kNotAvailable;
  const std::vector<Match> vacancies = VacanciesFound(world, view, today);
  const std::vector<Match> candidates = CandidatesFound(world, view, today);
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

// A plan that leaves nothing open to anybody.
matcher::RiskPlanTerms HarshestPlan(const Scenario& scenario) {
  matcher::RiskPlanTerms plan;
  plan.supervision = matcher::Supervision::kHdc;
  const auto place = scenario.places.begin();
  if (place != scenario.places.end()) {
    plan.zones.push_back({"everywhere",
                          matcher::ZoneKind::kExclusion,
                          matcher::Circle{place->second, {1'000'000}},
                          {0}});
  }
  plan.curfews.push_back({"always", {{{0, matcher::kMinutesPerWeek}}}, std::nullopt});
  for (int attribute = 1; attribute <= matcher::kWorkAttributeLast; ++attribute) {
    plan.work_limits.push_back(
        {static_cast<matcher::WorkAttribute>(attribute), matcher::WorkLimitEffect::kBarred});
  }
  return plan;
}

bool SameSharedAnswer(const World& a, const World& b, matcher::Day today) {
  const Explanation from_a = Explained(a, View::kShared, today);
  const Explanation from_b = Explained(b, View::kShared, today);
  return from_a.match == from_b.match && from_a.findings == from_b.findings &&
         from_a.clearance_required == from_b.clearance_required &&
         VacanciesFound(a, View::kShared, today) == VacanciesFound(b, View::kShared, today);
}

void CheckSharedAnswer(const Scenario& scenario, const World& world,
                       std::vector<std::string>& broken) {
  const matcher::Day today = scenario.today;
  if (!SameSharedAnswer(world, WorldWith(scenario, std::nullopt), today)) {
    broken.emplace_back("SHARED: the answer is another one without the risk plan");
  }
  if (!SameSharedAnswer(world, WorldWith(scenario, HarshestPlan(scenario)), today)) {
    broken.emplace_back("SHARED: the answer is another one with a harsher risk plan");
  }
  const Explanation shared = Explained(world, View::kShared, today);
  for (const matcher::Finding& finding : shared.findings) {
    if (finding.rule == matcher::RuleId::kDates || finding.rule == matcher::RuleId::kReach)
      continue;
    broken.emplace_back("SHARED: the answer rests on a sealed rule");
  }
  if (!shared.clearance_required) broken.emplace_back("SHARED: no clearance is asked for");
  if (shared.match.verdict == Verdict::kNotAvailable &&
      Explained(world, View::kFull, today).match.verdict != Verdict::kNotAvailable) {
    broken.emplace_back("what is NOT_AVAILABLE in the SHARED view is not so in the FULL view");
  }
}

}  // namespace

std::vector<std::string> BrokenPromises(const Scenario& scenario, const World& world) {
  std::vector<std::string> broken;
  CheckSearches(world, View::kFull, scenario.today, broken);
  CheckSearches(world, View::kShared, scenario.today, broken);
  CheckSharedAnswer(scenario, world, broken);
  return broken;
}

}  // namespace throughgate::scenario
