#include "matcher/rank/wording.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "matcher/rank/gather.h"
#include "matcher/rules/reasons.h"
#include "matcher/rules/travel.h"

namespace throughgate::matcher {
namespace {

std::string SkillsText(const Catalogue& catalogue, const VacancyScorer& scorer,
                       std::span<const SkillNeed> needs) {
  if (needs.empty()) {
    return "No skills are stated: 40 % of the points, as far as the type of work is the person's.";
  }
  std::vector<std::string> parts;
  int met = 0;
  for (const SkillNeed& need : needs) {
    const SkillCredit credit = scorer.CreditOf(need.skill, need.level);
    met += credit.met ? 1 : 0;
    const std::string label = need.skill == kNoIndex ? "a skill not in the taxonomy"
                                                     : catalogue.taxonomy->skill(need.skill).label;
    parts.push_back(absl::StrFormat("%s %d %%", label, credit.percent));
  }
  return absl::StrFormat("%d of %d met: %s.", met, needs.size(), absl::StrJoin(parts, ", "));
}

std::string OccupationText(const Catalogue& catalogue, const VacancyCard& vacancy,
                           std::span<const HeldOccupation> held) {
  const Taxonomy& taxonomy = *catalogue.taxonomy;
  int best = -1;
  OccupationIndex best_work = kNoIndex;
  OccupationIndex best_held = kNoIndex;
  for (OccupationIndex work : vacancy.occupations) {
    if (work == kNoIndex) continue;
    for (const HeldOccupation& own : held) {
      const int percent = taxonomy.OccupationPercent(work, own.occupation);
      if (percent <= best) continue;
      best = percent;
      best_work = work;
      best_held = own.occupation;
    }
  }
  if (vacancy.occupations[0] == kNoIndex) return "The type of work is not known: no points.";
  if (held.empty()) return "The person names no type of work: no points.";
  const std::string& work = taxonomy.occupation(best_work).label;
  const std::string& own = taxonomy.occupation(best_held).label;
  if (best == kSameOccupation) {
    return absl::StrCat(work, ": what the person seeks or has done.");
  }
  if (best == 0) return absl::StrCat(work, ": other work than the person seeks or has done.");
  return absl::StrFormat("%s: %d %% like %s, which the person seeks or has done.", work, best, own);
}

std::string DistanceTextFor(std::int64_t distance_cm, std::uint32_t reach_m) {
  if (distance_cm < 0) return "The distance is not known: no points.";
  return absl::StrCat(DistanceText(distance_cm / 100), " of a reach of ", DistanceText(reach_m),
                      ".");
}

std::string AvailabilityText(const ScoreInputs& inputs, bool shifts_stated, bool any_time) {
  const std::string start = inputs.start_gap_days < 7 ? "the start fits"
                                                      : absl::StrFormat("the start is %d weeks off",
                                                                        inputs.start_gap_days / 7);
  if (any_time) return absl::StrCat("Available at any time; ", start, ".");
  if (!shifts_stated) {
    return absl::StrCat("The shifts are not stated: half their points; ", start, ".");
  }
  return absl::StrFormat("Available for %d %% of the shifts; %s.", inputs.shift_percent, start);
}

std::string PayText(const ScoreInputs& inputs) {
  const auto pounds = [](std::int32_t pence) {
    return absl::StrFormat("£%d.%02d", pence / 100, pence % 100);
  };
  if (inputs.pay == 0) return "The pay is not stated: half the points.";
  if (inputs.pay_floor == 0) {
    return absl::StrCat(pounds(inputs.pay), " an hour; no least pay is stated: half the points.");
  }
  return absl::StrCat(pounds(inputs.pay), " an hour, at least ", pounds(inputs.pay_floor),
                      " sought.");
}

std::string CharterText(const EmployerRow& employer, Day today) {
  const auto counting = std::count_if(employer.pledges.begin(), employer.pledges.end(),
                                      [today](const Pledge& pledge) {
                                        return CharterPoints({&pledge, 1}, today) > 0;
                                      });
  if (counting == 0) return "No Charter pledge is in force.";
  return absl::StrFormat("%d of %d Charter pledges in force.", counting, kPledgeCodes);
}

std::string_view ModeName(TravelMode mode) {
  switch (mode) {
    case TravelMode::kCycle:
      return "cycling";
    case TravelMode::kPublicTransport:
      return "public transport";
    case TravelMode::kCar:
      return "car";
    case TravelMode::kWalk:
    case TravelMode::kUnspecified:
      break;
  }
  return "walking";
}

}  // namespace

std::array<std::string, kComponents> ScoreTexts(const Catalogue& catalogue, Ordinal candidate,
                                                Ordinal vacancy, std::int64_t distance_cm,
                                                Day today) {
  const CandidateBlock& candidate_block = catalogue.CandidateBlockOf(candidate);
  const CandidateCard& person = catalogue.CandidateOf(candidate);
  const VacancyBlock& vacancy_block = catalogue.VacancyBlockOf(vacancy);
  const VacancyCard& card = catalogue.VacancyOf(vacancy);
  VacancyScorer scorer(catalogue, candidate_block, person, today);
  const ScoreInputs inputs = scorer.Gather(vacancy_block, card, distance_cm);
  return {SkillsText(catalogue, scorer, vacancy_block.NeedsOf(card)),
          OccupationText(catalogue, card, candidate_block.OccupationsOf(person)),
          DistanceTextFor(distance_cm, person.reach_m),
          AvailabilityText(inputs, catalogue.patterns[card.shifts]->stated(),
                           !catalogue.patterns[person.availability]->stated()),
          PayText(inputs),
          CharterText(*catalogue.employers[card.employer], today)};
}

std::vector<std::string> Assumptions(const Catalogue& catalogue, Ordinal candidate) {
  const TravelMode mode = catalogue.CandidateOf(candidate).travel_mode;
  constexpr int kNoon = 12 * 60;
  constexpr int kMidnight = 0;
  const std::string_view name = ModeName(mode);
  return {"Distances are straight lines from the middle of the release area; roads are longer.",
          absl::StrFormat("Travel by %s: %.1f km/h by day (06:00 to 20:00), %.1f km/h by night, "
                          "along the straight line, plus %d minutes for each journey.",
                          absl::string_view(name.data(), name.size()),
                          TravelSpeed(mode, kNoon) / 1000.0, TravelSpeed(mode, kMidnight) / 1000.0,
                          TravelAllowance(mode)),
          "Shifts and curfews are weekly patterns in Europe/London local time."};
}

}  // namespace throughgate::matcher
