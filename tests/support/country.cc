#include "tests/support/country.h"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "tests/support/dice.h"

namespace throughgate {
namespace {

constexpr std::size_t kBrokers = 50;

using namespace matcher;  // NOLINT: every word here is one of the model's
using dice::Below;
using dice::Chance;
using dice::Zipf;

constexpr std::size_t kUnitGroups = 420;
constexpr std::size_t kSkillsPerGroup = 20;
constexpr std::size_t kSkillsPerOccupation = 16;  // half of them essential

WeekPattern OnDays(int first, int days, int begin, int minutes) {
  WeekPattern pattern;
  for (int day = first; day < first + days; ++day) {
    pattern.spans.push_back({day * kMinutesPerDay + begin, minutes});
  }
  return pattern;
}

// One in seven not stated, one in seven at night, some in the evening, the rest by day; each begins
// on a half hour.
WeekPattern Shifts(std::mt19937_64& random) {
  const int first = static_cast<int>(Below(random, 3));
  const int half_hour = 30 * static_cast<int>(Below(random, 8));
  if (Chance(random, 15)) return {};
  if (Chance(random, 15)) return OnDays(first, 5, 22 * 60, 8 * 60);
  if (Chance(random, 20)) return OnDays(first, 4, 14 * 60 + half_hour, 6 * 60);
  return OnDays(first, 5, 6 * 60 + half_hour, 8 * 60);
}

// Most people can work at any time; others by day, on weekdays, or when there is school.
WeekPattern Hours(std::mt19937_64& random) {
  if (Chance(random, 60)) return {};
  if (Chance(random, 50)) return OnDays(0, 5, 7 * 60, 12 * 60);
  if (Chance(random, 50)) return OnDays(0, 7, 6 * 60, 16 * 60);
  return OnDays(0, 5, 9 * 60 + 30, 5 * 60);
}

SkillLevel NeededLevel(std::mt19937_64& random) {
  if (Chance(random, 55)) return SkillLevel::kWorking;
  return Chance(random, 50) ? SkillLevel::kAwareness
                            : (Chance(random, 80) ? SkillLevel::kProficient : SkillLevel::kExpert);
}

Metres Reach(std::mt19937_64& random) {
  if (Chance(random, 3)) return {static_cast<std::int64_t>(60'000 + Below(random, 200'000))};
  return {static_cast<std::int64_t>(5'000 + Below(random, 35'000))};
}

}  // namespace

Country::Country(const CountryTraits& traits) : traits_(traits) {
  Random random(traits_.seed);
  AddTowns(random);
  AddSkills();
  AddOccupations(random);
}

void Country::AddTowns(Random& random) {
  double sum = 0;
  for (std::size_t i = 0; i < traits_.towns; ++i) {
    sum += 1.0 / static_cast<double>(i + 1);
    town_weights_.push_back(sum);
    District district;
    district.code = absl::StrFormat("Z%d", i);
    district.centre = {static_cast<std::int32_t>(504'000'000 + Below(random, 50'000'000)),
                       static_cast<std::int32_t>(-30'000'000 + Below(random, 40'000'000))};
    district.uncertainty = {static_cast<std::int64_t>(800 + Below(random, 1'500))};
    district.town = absl::StrCat("Town ", i);
    districts_.push_back(district);
  }
}

void Country::AddSkills() {
  for (std::size_t i = 0; i < traits_.skills; ++i) {
    skills_.push_back(absl::StrCat("skill/", i));
    Concept skill;
    skill.code = skills_.back();
    skill.kind = ConceptKind::kSkill;
    skill.label = absl::StrCat("skill ", i);
    skill.broader = {absl::StrCat("skill-group/", i / kSkillsPerGroup)};
    // Some are narrower than another of their group.
    if (i % 5 == 1) skill.broader.push_back(absl::StrCat("skill/", i - 1));
    concepts_.push_back(std::move(skill));
  }
  for (std::size_t i = 0; i <= traits_.skills / kSkillsPerGroup; ++i) {
    Concept group;
    group.code = absl::StrCat("skill-group/", i);
    group.kind = ConceptKind::kSkillGroup;
    concepts_.push_back(std::move(group));
  }
}

void Country::AddOccupations(Random& random) {
  for (std::size_t i = 0; i < traits_.occupations; ++i) {
    Concept occupation;
    occupation.code = absl::StrCat("occupation/", i);
    occupation.kind = ConceptKind::kOccupation;
    occupation.label = absl::StrCat("occupation ", i);
    occupation.broader = {absl::StrFormat("isco/%04d", 1'000 + (i % kUnitGroups) * 19)};
    std::set<std::size_t> skills;
    while (skills.size() < std::min(kSkillsPerOccupation, traits_.skills / 2)) {
      skills.insert(Zipf(random, traits_.skills));
    }
    for (std::size_t skill : skills) {
      (occupation.essential_skills.size() <= occupation.optional_skills.size()
           ? occupation.essential_skills
           : occupation.optional_skills)
          .push_back(skills_[skill]);
    }
    skills_of_occupation_.emplace_back(skills.begin(), skills.end());
    occupations_.push_back(occupation.code);
    concepts_.push_back(std::move(occupation));
  }
}

Country::Random Country::RandomFor(std::uint64_t kind, std::size_t n) const {
  return Random(traits_.seed * 1'000'003 + kind * 0x9E3779B97F4A7C15 + n);
}

std::size_t Country::Town(Random& random) const {
  const double u = dice::Fraction(random) * town_weights_.back();
  return static_cast<std::size_t>(std::lower_bound(town_weights_.begin(), town_weights_.end(), u) -
                                  town_weights_.begin());
}

GeoPoint Country::Near(std::size_t town, Random& random) const {
  const auto spread = [&random] {
    return static_cast<std::int32_t>(Below(random, 900'000)) - 450'000;
  };
  const GeoPoint centre = districts_[town].centre;
  return {centre.latitude_e7 + (spread() + spread()) / 2,
          centre.longitude_e7 + (spread() + spread()) * 4 / 5};
}

const std::string& Country::Skill(std::size_t occupation, Random& random) const {
  const std::vector<std::size_t>& named = skills_of_occupation_[occupation];
  if (Chance(random, 50)) return skills_[named[Below(random, named.size())]];
  return skills_[Zipf(random, skills_.size())];
}

Employer Country::EmployerAt(std::size_t n) const {
  Random random = RandomFor(1, n);
  Employer employer;
  employer.name = {absl::StrCat("employer-", n)};
  employer.detail.display_name = absl::StrCat("Employer ", n);
  if (!Chance(random, 10)) return employer;
  for (std::uint8_t code = 1; code <= kPledgeCodes; ++code) {
    if (!Chance(random, 60)) continue;
    Pledge pledge;
    pledge.code = code;
    pledge.state = Chance(random, 50)
                       ? PledgeState::kVerified
                       : (Chance(random, 50) ? PledgeState::kEvidenced : PledgeState::kDeclared);
    if (Chance(random, 30)) {
      pledge.valid_to =
          Day{static_cast<std::int32_t>(kCountryToday.since_epoch - 20 + Below(random, 200))};
    }
    employer.terms.pledges.push_back(pledge);
  }
  return employer;
}

Site Country::SiteAt(std::size_t n) const {
  Random random = RandomFor(2, n);
  Site site;
  site.name = {absl::StrCat("employer-", n / kSitesPerEmployer),
               absl::StrCat("site-", n % kSitesPerEmployer)};
  site.detail.display_name = "A site";
  if (traits_.unusual_sites && Chance(random, 6)) return site;
  const GeoPoint at = Near(Town(random), random);
  site.terms.place = Place{at, {Chance(random, 80) ? 100 : 3'000}};
  return site;
}

std::vector<std::string> Country::SitesOf(std::size_t, Random& random) const {
  const std::string one = absl::StrCat("site-", Below(random, kSitesPerEmployer));
  if (!traits_.unusual_sites || !Chance(random, 12)) return {one};
  if (Chance(random, 40)) return {};
  return {"site-0", "site-1"};
}

Vacancy Country::VacancyAt(std::size_t n) const {
  Random random = RandomFor(3, n);
  const auto day = [&](int before, int after) {
    return Day{static_cast<std::int32_t>(kCountryToday.since_epoch - before +
                                         static_cast<int>(Below(random, before + after)))};
  };
  Vacancy vacancy;
  const std::size_t employer = n / kVacanciesPerEmployer;
  vacancy.name = {absl::StrCat("employer-", employer), absl::StrCat("vacancy-", n)};
  VacancyTerms& terms = vacancy.terms;
  terms.kind = VacancyKind::kJob;
  terms.sites = SitesOf(employer, random);
  terms.site_mode = SiteMode::kChooseOne;
  if (terms.sites.size() != 1) terms.site_mode = static_cast<SiteMode>(Below(random, 5));
  if (traits_.unusual_sites && Chance(random, 4)) terms.work_base = WorkBase::kHome;
  terms.shifts = Shifts(random);
  terms.attributes_present =
      static_cast<AttributeMask>(random() & random() & random() & random() & 0x1FFFE);
  terms.attributes_absent = ~terms.attributes_present & 0x1FFFE;
  if (Chance(random, 50)) terms.closes_on = day(5, 55);
  if (Chance(random, 5)) terms.opens_on = day(5, 10);
  if (Chance(random, 40)) terms.starts_on = day(10, 60);
  const std::size_t occupation = Zipf(random, occupations_.size());
  terms.occupations = {{occupations_[occupation], std::nullopt}};
  VacancyDetail& detail = vacancy.detail;
  detail.title = absl::StrCat("Vacancy ", n);
  std::set<std::string> skills;
  for (std::size_t i = Below(random, 7); i > 0; --i) skills.insert(Skill(occupation, random));
  for (const std::string& code : skills) {
    detail.skills.push_back({code, NeededLevel(random), Chance(random, 50), std::nullopt});
  }
  if (!Chance(random, 20)) detail.pay = {static_cast<std::int32_t>(1'220 + Below(random, 800))};
  detail.posted_on = day(60, 1);
  return vacancy;
}

std::string Country::CustodianOf(std::size_t candidate) {
  return candidate % 1'000 == 0 ? kSmallCustodian : absl::StrCat("broker-", candidate % kBrokers);
}

std::vector<std::string> Country::Custodians() {
  std::vector<std::string> ids = {kSmallCustodian};
  for (std::size_t i = 0; i < kBrokers; ++i) ids.push_back(absl::StrCat("broker-", i));
  return ids;
}

Candidate Country::CandidateAt(std::size_t n) const {
  Random random = RandomFor(4, n);
  Candidate candidate;
  candidate.name = {absl::StrCat("candidate-", n)};
  CandidateTerms& terms = candidate.terms;
  terms.custodian = {CustodianOf(n)};
  terms.release_area = districts_[Town(random)].code;
  if (traits_.unusual_sites && Chance(random, 5)) terms.release_area = "unknown";
  terms.reach = Reach(random);
  terms.travel_mode = static_cast<TravelMode>(1 + Below(random, 4));
  if (Chance(random, 30)) {
    terms.available_from =
        Day{static_cast<std::int32_t>(kCountryToday.since_epoch + Below(random, 120))};
  }
  // Not from the same dice: what was measured before is of the same people.
  if (n % 10 != 0) {
    terms.consent = {.basis = ConsentBasis::kConsent,
                     .lists = n % 3 == 0,
                     .counts = n % 4 != 0,
                     .given_on = {kCountryToday.since_epoch - static_cast<int>(n % 300)},
                     .expires_on = {}};
  }
  CandidateDetail& detail = candidate.detail;
  const std::size_t held = Zipf(random, occupations_.size());
  const std::size_t sought = Zipf(random, occupations_.size());
  detail.occupations.push_back({occupations_[sought], OccupationRelation::kSought});
  if (held != sought) detail.occupations.push_back({occupations_[held], OccupationRelation::kHeld});
  std::set<std::string> skills;
  for (std::size_t i = Below(random, 10); i > 0; --i) skills.insert(Skill(held, random));
  for (const std::string& code : skills) {
    detail.skills.push_back({code, static_cast<SkillLevel>(1 + Below(random, 4)),
                             static_cast<SkillEvidence>(1 + Below(random, 3))});
  }
  detail.availability = Hours(random);
  if (Chance(random, 80))
    detail.pay_floor = {static_cast<std::int32_t>(1'200 + Below(random, 300))};
  detail.registered_on = {
      static_cast<std::int32_t>(kCountryToday.since_epoch - static_cast<int>(Below(random, 200)))};
  return candidate;
}

RiskPlan Country::PlanAt(std::size_t n) const {
  Random random = RandomFor(5, n);
  RiskPlan plan;
  plan.candidate = {absl::StrCat("candidate-", n)};
  RiskPlanTerms& terms = plan.terms;
  terms.supervision = Supervision::kOnLicence;
  terms.supervised_by = {"probation"};
  terms.reviewed_on = {
      static_cast<std::int32_t>(kCountryToday.since_epoch - static_cast<int>(Below(random, 150)))};
  terms.rosh = {RoshLevel::kLow, RoshLevel::kMedium, RoshLevel::kLow, RoshLevel::kLow};
  terms.mappa_level = MappaLevel::kNotApplicable;
  for (std::size_t i = Below(random, 3); i > 0; --i) {
    Zone zone;
    zone.id = absl::StrCat("zone-", i);
    zone.kind = ZoneKind::kExclusion;
    zone.shape =
        Circle{Near(Town(random), random), {static_cast<std::int64_t>(500 + Below(random, 4'000))}};
    zone.buffer = {200};
    terms.zones.push_back(std::move(zone));
  }
  if (Chance(random, 40)) {
    Curfew curfew;
    curfew.id = "hdc";
    curfew.windows = OnDays(0, 7, 19 * 60, 12 * 60);
    terms.curfews.push_back(std::move(curfew));
  }
  if (Chance(random, 30)) {
    terms.work_limits.push_back({WorkAttribute::kChildren, WorkLimitEffect::kBarred});
  }
  return plan;
}

std::vector<Link> Country::LinksAt(std::size_t n) {
  const CandidateName name{absl::StrCat("candidate-", n)};
  std::vector<Link> links = {{{{CustodianOf(n)}, name}, {.reference = absl::StrCat("r-", n)}}};
  // Never the small custodian, whose list is to stay one in a thousand.
  if (n % 5 == 1) links.push_back({{{absl::StrCat("broker-", n / 5 % 50)}, name}, LinkTerms()});
  if (links.back().name == links.front().name) links.resize(1);
  return links;
}

std::size_t Country::EmployersFor(std::size_t vacancies) {
  return (vacancies + kVacanciesPerEmployer - 1) / kVacanciesPerEmployer;
}

std::size_t Country::SitesFor(std::size_t vacancies) {
  return EmployersFor(vacancies) * kSitesPerEmployer;
}

std::unique_ptr<CatalogueBuilder> Country::Build(std::size_t vacancies, std::size_t candidates,
                                                 const ForestSizes& sizes) const {
  auto builder =
      std::make_unique<CatalogueBuilder>(Taxonomy::Build("country", "", concepts_),
                                         Gazetteer::Build("country", districts_), nullptr, sizes);
  for (std::size_t n = 0; n < EmployersFor(vacancies); ++n) {
    const Employer employer = EmployerAt(n);
    builder->SetEmployer(employer.name, employer.terms);
    builder->SetEmployer(employer.name, employer.detail);
  }
  for (std::size_t n = 0; n < SitesFor(vacancies); ++n) {
    const Site site = SiteAt(n);
    builder->SetSite(site.name, site.terms);
    builder->SetSite(site.name, site.detail);
  }
  for (std::size_t n = 0; n < vacancies; ++n) {
    const Vacancy vacancy = VacancyAt(n);
    builder->SetVacancy(vacancy.name, vacancy.terms);
    builder->SetVacancy(vacancy.name, vacancy.detail);
  }
  for (std::size_t n = 0; n < candidates; ++n) {
    const Candidate candidate = CandidateAt(n);
    builder->SetCandidate(candidate.name, candidate.terms);
    builder->SetCandidate(candidate.name, candidate.detail);
    for (const Link& link : LinksAt(n)) builder->SetLink(link.name, link.terms);
    const RiskPlan plan = PlanAt(n);
    if (!builder->SetRiskPlan(plan.candidate, plan.terms).ok()) std::abort();
  }
  return builder;
}

}  // namespace throughgate
