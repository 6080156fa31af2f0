#include "tests/support/plain_ranking.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <set>

#include "matcher/geo/ecef.h"
#include "matcher/index/tie_hash.h"

namespace throughgate {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

bool Contains(const std::vector<std::string>& codes, const std::string& code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

const Concept* Find(const std::string& code) {
  for (const Concept& entry : WorldConcepts()) {
    if (entry.code == code) return &entry;
  }
  return nullptr;
}

bool KnownAs(const std::string& code, ConceptKind kind) {
  const Concept* entry = Find(code);
  return entry != nullptr && entry->kind == kind;
}

bool AreSiblings(const Concept& a, const Concept& b) {
  for (const std::string& above : a.broader) {
    if (Find(above) == nullptr || !Contains(b.broader, above)) continue;
    int below = 0;
    for (const Concept& entry : WorldConcepts()) {
      if (entry.kind == ConceptKind::kSkill && Contains(entry.broader, above)) ++below;
    }
    if (below <= 50) return true;
  }
  return false;
}

int RelationPercent(const std::string& held, const std::string& needed) {
  if (!KnownAs(held, ConceptKind::kSkill) || !KnownAs(needed, ConceptKind::kSkill)) return 0;
  if (held == needed || Contains(Find(held)->broader, needed)) return 100;
  if (Contains(Find(needed)->broader, held)) return 50;
  return AreSiblings(*Find(held), *Find(needed)) ? 40 : 0;
}

int LevelPercent(SkillLevel held, SkillLevel needed) {
  switch (static_cast<int>(needed) - static_cast<int>(held)) {
    case 1:
      return 60;
    case 2:
      return 25;
    case 3:
    case 4:
      return 0;
    default:
      return 100;
  }
}

int EvidencePercent(SkillEvidence evidence) {
  if (evidence == SkillEvidence::kVerified) return 100;
  return evidence == SkillEvidence::kWitnessed ? 90 : 70;
}

int InferredPercent(const CandidateOccupation& held, const std::string& needed) {
  if (held.relation != OccupationRelation::kHeld) return 0;
  if (!KnownAs(held.code, ConceptKind::kOccupation)) return 0;
  if (!KnownAs(needed, ConceptKind::kSkill)) return 0;
  if (Contains(Find(held.code)->essential_skills, needed)) return 40;
  return Contains(Find(held.code)->optional_skills, needed) ? 20 : 0;
}

std::string IscoDigits(const std::string& code) {
  const std::string prefix = "isco/";
  if (code.rfind(prefix, 0) == 0) return code.substr(prefix.size());
  for (const std::string& above : Find(code)->broader) {
    if (above.rfind(prefix, 0) == 0) return above.substr(prefix.size());
  }
  return "";
}

int GroupPercent(const std::string& x, const std::string& y) {
  for (const auto& [digits, percent] : {std::pair(4, 85), {3, 60}, {2, 20}, {1, 15}}) {
    const std::string start = x.substr(0, digits);
    if (static_cast<int>(start.size()) == digits && start == y.substr(0, digits)) return percent;
  }
  return 0;
}

int EducationLevel(const std::string& isco) {
  const char major = isco.empty() ? '5' : isco[0];
  if (major == '1' || major == '2') return 4;
  if (major == '3') return 3;
  return major == '9' ? 1 : 2;
}

// The skills of the taxonomy that an occupation always needs.
std::set<std::string> Essentials(const std::string& code) {
  std::set<std::string> skills;
  for (const std::string& skill : Find(code)->essential_skills) {
    if (Find(skill) != nullptr && Find(skill)->kind == ConceptKind::kSkill) skills.insert(skill);
  }
  return skills;
}

int SharedPercent(const std::string& a, const std::string& b) {
  const std::set<std::string> x = Essentials(a);
  const std::set<std::string> y = Essentials(b);
  if (x.size() < 5 || y.size() < 5) return 0;
  if (std::abs(EducationLevel(IscoDigits(a)) - EducationLevel(IscoDigits(b))) > 1) return 0;
  std::set<std::string> either = x;
  either.insert(y.begin(), y.end());
  const std::size_t both = x.size() + y.size() - either.size();
  const std::size_t of_hundred = 100 * both / either.size();
  return of_hundred >= 40 ? 70 : of_hundred >= 20 ? 45 : of_hundred >= 10 ? 25 : 0;
}

int OccupationPercent(const std::string& a, const std::string& b) {
  if (Find(a) == nullptr || Find(b) == nullptr) return 0;
  if (a == b) return 100;
  return std::max(GroupPercent(IscoDigits(a), IscoDigits(b)), SharedPercent(a, b));
}

int BestOccupationPercent(const Candidate& candidate, const Vacancy& vacancy) {
  int best = 0;
  for (const VacancyOccupation& work : vacancy.terms.occupations) {
    for (const CandidateOccupation& own : candidate.detail.occupations) {
      best = std::max(best, OccupationPercent(work.code, own.code));
    }
  }
  return best;
}

int SkillPoints(const Candidate& candidate, const Vacancy& vacancy, int& requirements_met) {
  if (vacancy.detail.skills.empty()) {
    return 350 * 40 * BestOccupationPercent(candidate, vacancy) / 10'000;
  }
  int credits = 0;
  int weights = 0;
  for (const RequiredSkill& need : vacancy.detail.skills) {
    int best = 0;
    bool met = false;
    for (const CandidateSkill& held : candidate.detail.skills) {
      const int relation = RelationPercent(held.code, need.code);
      const int level = LevelPercent(held.level, need.level);
      best = std::max(best, relation * level * EvidencePercent(held.evidence) / 10'000);
      met = met || (relation == 100 && level == 100);
    }
    for (const CandidateOccupation& held : candidate.detail.occupations) {
      best = std::max(best, InferredPercent(held, need.code));
    }
    const int weight = need.essential ? 3 : 1;
    credits += weight * best;
    weights += weight;
    requirements_met += met ? 1 : 0;
  }
  return 350 * credits / (100 * weights);
}

int DistancePoints(const Candidate& candidate, std::int64_t distance_cm) {
  const std::int64_t reach = candidate.terms.reach.value * 100;
  if (distance_cm < 0 || distance_cm >= reach) return 0;
  const std::int64_t comfort = std::min<std::int64_t>(300'000, reach / 4);
  if (distance_cm <= comfort) return 150;
  return static_cast<int>(150 * (reach - distance_cm) / (reach - comfort));
}

std::vector<bool> MinutesOfTheWeek(const WeekPattern& pattern) {
  std::vector<bool> covered(7 * 24 * 60);
  for (const WeekSpan& span : pattern.spans) {
    for (int minute = span.begin; minute < span.begin + span.length; ++minute) {
      covered[minute % covered.size()] = true;
    }
  }
  return covered;
}

int ShiftPercent(const WeekPattern& shifts, const WeekPattern& availability) {
  if (availability.spans.empty()) return 100;
  if (shifts.spans.empty()) return 50;
  const std::vector<bool> worked = MinutesOfTheWeek(shifts);
  const std::vector<bool> free = MinutesOfTheWeek(availability);
  int both = 0;
  for (std::size_t minute = 0; minute < worked.size(); ++minute) {
    if (worked[minute] && free[minute]) ++both;
  }
  return both * 100 / static_cast<int>(std::count(worked.begin(), worked.end(), true));
}

int AvailabilityPoints(const Candidate& candidate, const Vacancy& vacancy) {
  const int starts =
      std::max(vacancy.terms.starts_on.value_or(kWorldToday), kWorldToday).since_epoch;
  const int can_start =
      std::max(candidate.terms.available_from.value_or(kWorldToday), kWorldToday).since_epoch;
  const int weeks = std::abs(starts - can_start) / 7;
  return 70 * ShiftPercent(vacancy.terms.shifts, candidate.detail.availability) / 100 +
         std::max(0, 30 - 2 * weeks);
}

int PayPoints(const Candidate& candidate, const Vacancy& vacancy) {
  const int pay = vacancy.detail.pay.value;
  const int least = candidate.detail.pay_floor.value;
  if (pay == 0 || least == 0) return 50;
  const int percent = 100 * pay / least;
  if (percent < 100) return std::max(0, 60 - 3 * (100 - percent));
  return std::min(100, 60 + 2 * (percent - 100));
}

int CharterPoints(const World& world, const Vacancy& vacancy) {
  int sum = 0;
  for (const Employer& employer : world.employers) {
    if (employer.name.employer != vacancy.name.employer) continue;
    for (const Pledge& pledge : employer.terms.pledges) {
      if (pledge.valid_to.value_or(kWorldToday) < kWorldToday) continue;
      if (pledge.state == PledgeState::kVerified) sum += 100;
      if (pledge.state == PledgeState::kEvidenced) sum += 75;
      if (pledge.state == PledgeState::kDeclared) sum += 40;
    }
  }
  return sum / 12;
}

}  // namespace

std::int64_t PlainDistanceCm(const World& world, const Candidate& candidate,
                             const std::string& site_name) {
  for (const District& district : world.districts) {
    if (district.code != candidate.terms.release_area) continue;
    for (const Site& site : world.sites) {
      if (site.name.ToString() != site_name || !site.terms.place) continue;
      return ChordCm(ToEcef(district.centre), ToEcef(site.terms.place->at));
    }
  }
  return -1;
}

PlainScore PlainScoreOf(const World& world, const Candidate& candidate, const Vacancy& vacancy,
                        std::int64_t distance_cm) {
  PlainScore score;
  score.points = {SkillPoints(candidate, vacancy, score.requirements_met),
                  BestOccupationPercent(candidate, vacancy) * 2,
                  DistancePoints(candidate, distance_cm),
                  AvailabilityPoints(candidate, vacancy),
                  PayPoints(candidate, vacancy),
                  CharterPoints(world, vacancy)};
  return score;
}

void SortPlainly(std::vector<PlainRow>& rows) {
  std::sort(rows.begin(), rows.end(), [](const PlainRow& a, const PlainRow& b) {
    const auto total = [](const PlainRow& row) {
      return std::accumulate(row.score.points.begin(), row.score.points.end(), 0);
    };
    if (total(a) != total(b)) return total(a) > total(b);
    if (a.score.requirements_met != b.score.requirements_met) {
      return a.score.requirements_met > b.score.requirements_met;
    }
    const auto km = [](const PlainRow& row) {
      return row.distance_cm < 0 ? 4'095 : row.distance_cm / 100'000;
    };
    if (km(a) != km(b)) return km(a) < km(b);
    if (a.since != b.since) return a.since < b.since;
    return TieHash(a.name) > TieHash(b.name);
  });
}

}  // namespace throughgate
