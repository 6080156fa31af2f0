#include "tests/bench/synthetic.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace throughgate::bench {
namespace {

using matcher::Day;

constexpr std::size_t kTowns = 400;
constexpr std::size_t kUnitGroups = 420;
constexpr std::size_t kOccupations = 3'000;
constexpr std::size_t kSkills = 13'000;
constexpr std::size_t kSkillsPerGroup = 20;

std::size_t Below(std::mt19937_64& random, std::size_t n) { return random() % n; }
bool Chance(std::mt19937_64& random, int percent) {
  return Below(random, 100) < static_cast<std::size_t>(percent);
}

// Small numbers often, large ones seldom.
std::size_t Zipf(std::mt19937_64& random, std::size_t n) {
  const double u = static_cast<double>(random() >> 11) / 9007199254740992.0;
  return std::min(n - 1, static_cast<std::size_t>(std::pow(static_cast<double>(n), u)) - 1);
}

matcher::WeekPattern Shifts(std::mt19937_64& random) {
  // 15 % nights, some evenings, the rest days; begin on a half hour.
  const std::size_t kind = Below(random, 100);
  const int begin = kind < 15   ? 22 * 60
                    : kind < 35 ? 14 * 60 + 30 * static_cast<int>(Below(random, 4))
                                : 6 * 60 + 30 * static_cast<int>(Below(random, 8));
  matcher::WeekPattern pattern;
  for (int day = 0; day < 5; ++day)
    pattern.spans.push_back({day * matcher::kMinutesPerDay + begin, 8 * 60});
  return pattern;
}

}  // namespace

Synthetic::Synthetic(std::uint64_t seed) : seed_(seed) {
  Random random(seed);
  double sum = 0;
  for (std::size_t i = 0; i < kTowns; ++i) {
    sum += 1.0 / static_cast<double>(i + 1);
    town_weights_.push_back(sum);
    matcher::District district;
    district.code = absl::StrFormat("Z%d", i);
    district.centre = {
        static_cast<std::int32_t>(504'000'000 + Below(random, 50'000'000)),
        static_cast<std::int32_t>(-30'000'000 + static_cast<int>(Below(random, 40'000'000)))};
    district.uncertainty = {1'500};
    district.town = absl::StrCat("Town ", i);
    districts_.push_back(district);
  }
  for (std::size_t i = 0; i < kSkills; ++i) {
    skills_.push_back(absl::StrCat("skill/", i));
    concepts_.push_back({.code = skills_.back(),
                         .kind = matcher::ConceptKind::kSkill,
                         .label = absl::StrCat("skill ", i),
                         .other_labels = {},
                         .broader = {absl::StrCat("skill-group/", i / kSkillsPerGroup)},
                         .essential_skills = {},
                         .optional_skills = {}});
  }
  for (std::size_t i = 0; i <= kSkills / kSkillsPerGroup; ++i) {
    concepts_.push_back({.code = absl::StrCat("skill-group/", i),
                         .kind = matcher::ConceptKind::kSkillGroup,
                         .label = absl::StrCat("group ", i),
                         .other_labels = {},
                         .broader = {},
                         .essential_skills = {},
                         .optional_skills = {}});
  }
  for (std::size_t i = 0; i < kOccupations; ++i) {
    matcher::Concept occupation;
    occupation.code = absl::StrCat("occupation/", i);
    occupation.kind = matcher::ConceptKind::kOccupation;
    occupation.label = absl::StrCat("occupation ", i);
    occupation.broader = {absl::StrFormat("isco/%04d", 1'000 + (i % kUnitGroups) * 19)};
    for (int s = 0; s < 8; ++s)
      occupation.essential_skills.push_back(skills_[Zipf(random, kSkills)]);
    for (int s = 0; s < 8; ++s)
      occupation.optional_skills.push_back(skills_[Zipf(random, kSkills)]);
    occupations_.push_back(occupation.code);
    concepts_.push_back(std::move(occupation));
  }
}

Synthetic::Random Synthetic::RandomFor(std::uint64_t kind, std::size_t n) const {
  return Random(seed_ * 1'000'003 + kind * 0x9E3779B97F4A7C15 + n);
}

std::size_t Synthetic::Town(Random& random) const {
  const double u = static_cast<double>(random() >> 11) / 9007199254740992.0 * town_weights_.back();
  return static_cast<std::size_t>(std::lower_bound(town_weights_.begin(), town_weights_.end(), u) -
                                  town_weights_.begin());
}

matcher::GeoPoint Synthetic::Near(std::size_t town, Random& random) const {
  const auto spread = [&random] {
    return static_cast<std::int32_t>(Below(random, 900'000)) - 450'000;
  };
  const matcher::GeoPoint centre = districts_[town].centre;
  return {centre.latitude_e7 + (spread() + spread()) / 2,
          centre.longitude_e7 + (spread() + spread()) * 4 / 5};
}

matcher::Employer Synthetic::EmployerAt(std::size_t n) const {
  Random random = RandomFor(1, n);
  matcher::Employer employer;
  employer.name = {absl::StrCat("employer-", n)};
  employer.detail.display_name = absl::StrCat("Employer ", n);
  if (Chance(random, 5)) {
    for (std::uint8_t code = 1; code <= 8; ++code) {
      employer.terms.pledges.push_back({code, matcher::PledgeState::kVerified, std::nullopt});
    }
  }
  return employer;
}

matcher::Site Synthetic::SiteAt(std::size_t n) const {
  Random random = RandomFor(2, n);
  matcher::Site site;
  site.name = {absl::StrCat("employer-", n), "main"};
  site.terms.place = matcher::Place{Near(Town(random), random), {100}};
  site.detail.display_name = "Main site";
  return site;
}

matcher::Vacancy Synthetic::VacancyAt(std::size_t n) const {
  Random random = RandomFor(3, n);
  matcher::Vacancy vacancy;
  vacancy.name = {absl::StrCat("employer-", n / kVacanciesPerEmployer),
                  absl::StrCat("vacancy-", n)};
  matcher::VacancyTerms& terms = vacancy.terms;
  terms.kind = matcher::VacancyKind::kJob;
  terms.site_mode = matcher::SiteMode::kChooseOne;
  terms.sites = {"main"};
  terms.shifts = Shifts(random);
  terms.attributes_present =
      static_cast<matcher::AttributeMask>(random() & random() & random() & 0x1FFFE);
  terms.attributes_absent = ~terms.attributes_present & 0x1FFFE;
  terms.occupations = {{occupations_[Zipf(random, kOccupations)], std::nullopt}};
  matcher::VacancyDetail& detail = vacancy.detail;
  detail.title = absl::StrCat("Vacancy ", n);
  for (std::size_t i = Below(random, 6); i > 0; --i) {
    const std::string& code = skills_[Zipf(random, kSkills)];
    const bool again = std::any_of(detail.skills.begin(), detail.skills.end(),
                                   [&](const auto& s) { return s.code == code; });
    if (!again)
      detail.skills.push_back(
          {code, matcher::SkillLevel::kWorking, Chance(random, 50), std::nullopt});
  }
  detail.pay = {static_cast<std::int32_t>(1'220 + Below(random, 800))};
  detail.posted_on = {static_cast<std::int32_t>(kToday.since_epoch - Below(random, 60))};
  return vacancy;
}

matcher::Candidate Synthetic::CandidateAt(std::size_t n) const {
  Random random = RandomFor(4, n);
  matcher::Candidate candidate;
  candidate.name = {absl::StrCat("candidate-", n)};
  candidate.terms.custodian = {absl::StrCat("broker-", n % 50)};
  candidate.terms.release_area = districts_[Town(random)].code;
  candidate.terms.reach = {static_cast<std::int64_t>(8'000 + Below(random, 32'000))};
  candidate.terms.travel_mode = static_cast<matcher::TravelMode>(1 + Below(random, 4));
  for (std::size_t i = 2 + Below(random, 8); i > 0; --i) {
    candidate.detail.skills.push_back({skills_[Zipf(random, kSkills)],
                                       matcher::SkillLevel::kWorking,
                                       static_cast<matcher::SkillEvidence>(1 + Below(random, 3))});
  }
  candidate.detail.occupations = {
      {occupations_[Zipf(random, kOccupations)], matcher::OccupationRelation::kSought},
      {occupations_[Zipf(random, kOccupations)], matcher::OccupationRelation::kHeld}};
  candidate.detail.pay_floor = {1'250};
  candidate.detail.registered_on = {
      static_cast<std::int32_t>(kToday.since_epoch - Below(random, 200))};
  return candidate;
}

matcher::RiskPlan Synthetic::PlanAt(std::size_t n) const {
  Random random = RandomFor(5, n);
  matcher::RiskPlan plan;
  plan.candidate = {absl::StrCat("candidate-", n)};
  matcher::RiskPlanTerms& terms = plan.terms;
  terms.supervision = matcher::Supervision::kOnLicence;
  terms.supervised_by = {"probation"};
  terms.reviewed_on = {static_cast<std::int32_t>(kToday.since_epoch - Below(random, 150))};
  terms.rosh = {matcher::RoshLevel::kLow, matcher::RoshLevel::kMedium, matcher::RoshLevel::kLow,
                matcher::RoshLevel::kLow};
  terms.mappa_level = matcher::MappaLevel::kNotApplicable;
  for (std::size_t i = Below(random, 3); i > 0; --i) {
    terms.zones.push_back({absl::StrCat("zone-", i),
                           matcher::ZoneKind::kExclusion,
                           matcher::Circle{Near(Town(random), random),
                                           {static_cast<std::int64_t>(500 + Below(random, 4'000))}},
                           {200}});
  }
  if (Chance(random, 40)) {
    matcher::Curfew curfew{"hdc", {}, std::nullopt};
    for (int day = 0; day < 7; ++day)
      curfew.windows.spans.push_back({day * matcher::kMinutesPerDay + 19 * 60, 12 * 60});
    terms.curfews.push_back(std::move(curfew));
  }
  if (Chance(random, 30))
    terms.work_limits.push_back(
        {matcher::WorkAttribute::kChildren, matcher::WorkLimitEffect::kBarred});
  return plan;
}

std::unique_ptr<matcher::CatalogueBuilder> Synthetic::Build(std::size_t vacancies,
                                                            std::size_t candidates) const {
  auto builder = std::make_unique<matcher::CatalogueBuilder>(
      matcher::Taxonomy::Build("synthetic", "", concepts_),
      matcher::Gazetteer::Build("synthetic", districts_));
  for (std::size_t n = 0; n * kVacanciesPerEmployer < vacancies; ++n) {
    const matcher::Employer employer = EmployerAt(n);
    builder->SetEmployer(employer.name, employer.terms);
    builder->SetEmployer(employer.name, employer.detail);
    const matcher::Site site = SiteAt(n);
    builder->SetSite(site.name, site.terms);
    builder->SetSite(site.name, site.detail);
  }
  for (std::size_t n = 0; n < vacancies; ++n) {
    const matcher::Vacancy vacancy = VacancyAt(n);
    builder->SetVacancy(vacancy.name, vacancy.terms);
    builder->SetVacancy(vacancy.name, vacancy.detail);
  }
  for (std::size_t n = 0; n < candidates; ++n) {
    const matcher::Candidate candidate = CandidateAt(n);
    builder->SetCandidate(candidate.name, candidate.terms);
    builder->SetCandidate(candidate.name, candidate.detail);
    const matcher::RiskPlan plan = PlanAt(n);
    if (!builder->SetRiskPlan(plan.candidate, plan.terms).ok()) std::abort();
  }
  return builder;
}

}  // namespace throughgate::bench
