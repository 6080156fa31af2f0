#include "tests/support/world.h"

#include <array>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "tests/support/generator_parts.h"
#include "tests/support/world_parts.h"

namespace throughgate {
namespace {

using generators::Between;
using generators::EnumUpTo;
using namespace matcher;  // NOLINT: every word here is one of the model's

// How many there are of each.
struct Census {
  int employers = 0;
  int sites = 0;
  int vacancies = 0;
  int candidates = 0;
};

std::string Numbered(const char* prefix, int n) { return absl::StrCat(prefix, n); }

std::vector<District> AnyDistricts() {
  std::vector<District> districts;
  for (const char* code : {"M1", "M2", "M3"}) {
    districts.push_back({.code = code,
                         .centre = PointNearby(),
                         .uncertainty = {OneOf<std::int64_t>({0, 100, 100, 300, 300, 1'500})},
                         .town = "manchester",
                         .region = districts.empty() ? "North" : "South",
                         .wider_region = ""});
  }
  return districts;
}

std::vector<Pledge> AnyPledges() {
  std::vector<Pledge> pledges;
  for (int code = 1; code <= kPledgeCodes; ++code) {
    if (OneIn(2)) continue;
    pledges.push_back({.code = static_cast<std::uint8_t>(code),
                       .state = *EnumUpTo(PledgeState::kSuspended),
                       .valid_to = MaybeDayNearby()});
  }
  return pledges;
}

Employer AnyEmployer(int i) {
  Employer employer{.name = {Numbered("e", i)}, .terms = {}, .detail = {}};
  if (!OneIn(3)) employer.terms.pledges = AnyPledges();
  employer.detail.display_name = Numbered("Employer ", i);
  return employer;
}

Site AnySite(int i, const Census& census) {
  Site site{.name = {Numbered("e", i % census.employers), Numbered("s", i)},
            .terms = {},
            .detail = {.display_name = Numbered("Site ", i)}};
  if (!OneIn(10)) {
    site.terms.place =
        Place{.at = PointNearby(),
              .uncertainty = {OneOf<std::int64_t>({0, 0, 0, 100, 100, 100, 1'000, 6'000})}};
  }
  site.terms.verification = *EnumUpTo(SiteVerification::kVerified);
  site.terms.premises_kinds = AnyPremisesKinds();
  return site;
}

// Some of the employer's sites, seldom none, and sometimes one that nobody has recorded.
std::vector<std::string> SomeSites(int employer, const Census& census) {
  std::vector<std::string> sites;
  for (int i = employer; i < census.sites; i += census.employers) {
    if (OneIn(2)) sites.push_back(Numbered("s", i));
  }
  if (OneIn(12)) sites.push_back("unrecorded");
  if (sites.empty() && employer < census.sites && !OneIn(4)) sites = {Numbered("s", employer)};
  return sites;
}

VacancyTerms AnyVacancyTerms(int employer, const Census& census) {
  VacancyTerms terms;
  terms.kind = *EnumUpTo(VacancyKind::kSelfEmployment);
  terms.state = OneIn(10) ? VacancyState::kClosed : VacancyState::kOpen;
  terms.site_mode = OneIn(6) ? *EnumUpTo(SiteMode::kUnknown)
                             : OneOf<SiteMode>({SiteMode::kChooseOne, SiteMode::kAll});
  terms.sites = SomeSites(employer, census);
  if (OneIn(10)) {
    terms.work_base = WorkBase::kHome;
    terms.site_mode = SiteMode::kUnknown;
    terms.sites.clear();
  }
  terms.qualifications = SomeRequired();
  terms.shifts = AnyHours();
  terms.attributes_absent = OneIn(3) ? AttributeMask{0} : ~AttributeMask{0};
  for (const WorkAttribute attribute : kWorldAttributes) {
    if (!OneIn(3)) continue;
    terms.attributes_present |= MaskOf(attribute);
    terms.attributes_absent &= ~MaskOf(attribute);
    if (OneIn(4)) terms.attributes_avoidable |= MaskOf(attribute);
  }
  terms.role = RoleFor(terms);
  if (OneIn(4)) terms.opens_on = MaybeDayNearby();
  if (OneIn(4)) terms.closes_on = MaybeDayNearby();
  terms.starts_on = MaybeDayNearby();
  if (OneIn(6)) return terms;  // the type of work is not stated
  for (const char* code : SomeOf(kOccupationCodes)) {
    if (terms.occupations.size() == kVacancyOccupationsMax) break;
    terms.occupations.push_back({.code = code, .inferred_from = {}});
  }
  return terms;
}

VacancyDetail AnyVacancyDetail() {
  VacancyDetail detail;
  detail.title = OneOf<const char*>({"Cook", "Bricklayer"});
  for (const char* code : SomeOf(kSkillCodes)) {
    detail.skills.push_back({.code = code,
                             .level = *EnumUpTo(SkillLevel::kExpert),
                             .essential = OneIn(2),
                             .inferred_from = {}});
  }
  detail.pay = {OneOf({0, 850, 1'000, 1'144, 1'220})};
  detail.posted_on = {kWorldToday.since_epoch - OneOf({0, 1, 30})};
  return detail;
}

std::vector<Vacancy> AnyVacancies(const Census& census) {
  std::vector<Vacancy> vacancies;
  for (int i = 0; i < census.vacancies; ++i) {
    const int employer = i % census.employers;
    const VacancyName name{Numbered("e", employer), Numbered("v", i)};
    // The same offer twice is the way to a tie that only the hash, or the place, can break.
    if (i >= census.employers && OneIn(3)) {
      const Vacancy& earlier = vacancies[i - census.employers];
      vacancies.push_back({name, earlier.terms, earlier.detail});
      if (OneIn(2)) vacancies.back().terms.sites = SomeSites(employer, census);
    } else {
      vacancies.push_back({name, AnyVacancyTerms(employer, census), AnyVacancyDetail()});
    }
  }
  return vacancies;
}

CandidateTerms AnyCandidateTerms() {
  return {.custodian = {OneOf<const char*>({"org-a", "org-b"})},
          .release_area = OneIn(10) ? "ZZ9" : OneOf<const char*>({"M1", "M2", "M3"}),
          .reach = {OneOf<std::int64_t>({3'000, 10'000, 25'000, 25'000})},
          .travel_mode = *EnumUpTo(TravelMode::kCar),
          .available_from = OneIn(2) ? std::nullopt : MaybeDayNearby(),
          .readiness = OneIn(3) ? *EnumUpTo(Readiness::kNoRightToWork) : Readiness::kReadyToWork,
          .qualifications = SomeQualifications(),
          .young_worker = OneIn(10)};
}

CandidateDetail AnyCandidateDetail() {
  CandidateDetail detail;
  for (const char* code : SomeOf(kSkillCodes)) {
    detail.skills.push_back({.code = code,
                             .level = *EnumUpTo(SkillLevel::kExpert),
                             .evidence = *EnumUpTo(SkillEvidence::kVerified)});
  }
  for (const char* code : SomeOf(kOccupationCodes)) {
    detail.occupations.push_back({.code = code, .relation = *EnumUpTo(OccupationRelation::kHeld)});
  }
  detail.availability = AnyHours();
  detail.pay_floor = {OneOf({0, 1'000, 1'144})};
  detail.registered_on = {kWorldToday.since_epoch - OneOf({0, 1, 30})};
  return detail;
}

std::vector<Candidate> AnyCandidates(const Census& census) {
  std::vector<Candidate> candidates;
  for (int i = 0; i < census.candidates; ++i) {
    const CandidateName name{Numbered("c", i)};
    if (i > 0 && OneIn(3)) {
      candidates.push_back({name, candidates.back().terms, candidates.back().detail});
    } else {
      candidates.push_back({name, AnyCandidateTerms(), AnyCandidateDetail()});
    }
  }
  return candidates;
}

Consent AnyConsent() {
  if (OneIn(4)) return {};
  return {.basis = ConsentBasis::kConsent,
          .lists = OneIn(2),
          .counts = !OneIn(4),
          .given_on = {kWorldToday.since_epoch - OneOf({0, 1, 30, -1})},
          .expires_on = OneIn(2) ? std::nullopt : MaybeDayNearby()};
}

std::vector<std::optional<LinkTerms>> AnyLinks(int candidate) {
  std::vector<std::optional<LinkTerms>> links;
  for (std::size_t i = 0; i < kWorldOrganisations.size(); ++i) {
    links.emplace_back();
    if (!OneIn(3)) continue;
    links.back() = LinkTerms{.caseload = OneOf<const char*>({"", "north", "south"}),
                             .reference = OneIn(2) ? "" : Numbered("r", candidate),
                             .linked_at_s = 1'700'000'000};
  }
  return links;
}

World AnyWorld(const Census& census) {
  World world;
  world.districts = AnyDistricts();
  for (int i = 0; i < census.employers; ++i) world.employers.push_back(AnyEmployer(i));
  for (int i = 0; i < census.sites; ++i) world.sites.push_back(AnySite(i, census));
  world.vacancies = AnyVacancies(census);
  world.candidates = AnyCandidates(census);
  for (int i = 0; i < census.candidates; ++i) {
    world.plans.emplace_back();
    if (!OneIn(6)) world.plans.back() = *PlanFor(world);
    world.effects.push_back(AnyEffects());
  }
  // Every other vacancy has a slot, whatever kind it is of.
  for (std::size_t i = 0; i < world.vacancies.size(); i += 2) {
    world.slots.push_back({{world.vacancies[i].name, "trial"}, AnySlot()});
  }
  world.has_key = !OneIn(8);
  world.premises = AnyPremises();
  for (int i = 0; i < census.candidates; ++i) {
    world.candidates[static_cast<std::size_t>(i)].terms.consent = AnyConsent();
    world.links.push_back(AnyLinks(i));
  }
  return world;
}

}  // namespace

World WorldOfSeed(std::uint64_t seed) {
  return rc::gen::arbitrary<World>()(rc::Random(seed), rc::kNominalSize).value();
}

rc::Gen<World> WorldNamedAs(const World& world) {
  const auto count = [](const auto& records) { return static_cast<int>(records.size()); };
  const Census census{count(world.employers), count(world.sites), count(world.vacancies),
                      count(world.candidates)};
  return rc::gen::exec([census] { return AnyWorld(census); });
}

void showValue(const World& world, std::ostream& os) {
  os << world.employers.size() << " employers, " << world.sites.size() << " sites, "
     << world.vacancies.size() << " vacancies, " << world.candidates.size() << " candidates";
}

}  // namespace throughgate

namespace rc {

Gen<throughgate::World> Arbitrary<throughgate::World>::arbitrary() {
  return gen::exec([] {
    return throughgate::AnyWorld({.employers = *gen::inRange(1, 4),
                                  .sites = *gen::inRange(1, 7),
                                  .vacancies = *gen::inRange(1, 41),
                                  .candidates = *gen::inRange(1, 9)});
  });
}

}  // namespace rc
