#include "tests/golden/golden_records.h"

#include <algorithm>

#include "storage/format/keys.h"

namespace throughgate::golden {
namespace {

const matcher::EmployerName kEmployer = {"acme"};
const matcher::SiteName kSite = {"acme", "leeds"};
const matcher::VacancyName kVacancy = {"acme", "cook-1"};
const matcher::CandidateName kCandidate = {"c-7"};

matcher::EmployerTerms Pledges() {
  return {
      .pledges = {{.code = 1, .state = matcher::PledgeState::kDeclared, .valid_to = std::nullopt},
                  {.code = 12,
                   .state = matcher::PledgeState::kVerified,
                   .valid_to = matcher::Day{20'818}}}};
}

matcher::VacancyTerms Cook() {
  matcher::VacancyTerms terms;
  terms.kind = matcher::VacancyKind::kJob;
  terms.state = matcher::VacancyState::kClosed;
  terms.site_mode = matcher::SiteMode::kChooseOne;
  terms.sites = {"leeds", "leeds-2"};
  terms.shifts.spans = {{.begin = 540, .length = 480}, {.begin = 10'020, .length = 360}};
  terms.attributes_present = matcher::MaskOf(matcher::WorkAttribute::kBladesAndTools);
  terms.attributes_absent = matcher::MaskOf(matcher::WorkAttribute::kChildren) |
                            matcher::MaskOf(matcher::WorkAttribute::kControlledDrugs);
  terms.opens_on = matcher::Day{20'453};
  terms.closes_on = matcher::Day{20'544};
  terms.starts_on = matcher::Day{20'560};
  terms.occupations = {
      {.code = "occupation/cook",
       .inferred_from =
           matcher::InferenceEvidence{.label = "cook", .field = "title", .begin = 7, .end = 11}},
      {.code = "isco/5120", .inferred_from = std::nullopt}};
  return terms;
}

matcher::VacancyDetail CookDetail() {
  matcher::VacancyDetail detail;
  detail.title = "Prison cook, café";
  detail.description = "Breakfasts.\nLunches.";
  detail.skills = {{.code = "skill/knives",
                    .level = matcher::SkillLevel::kProficient,
                    .essential = true,
                    .inferred_from =
                        matcher::InferenceEvidence{
                            .label = "use knives", .field = "description", .begin = 0, .end = 10}},
                   {.code = "skill/hygiene",
                    .level = matcher::SkillLevel::kAwareness,
                    .essential = false,
                    .inferred_from = std::nullopt}};
  detail.pay = {1'275};
  detail.positions = 3;
  detail.posted_on = {20'450};
  detail.feed = "a-feed";
  detail.external_id = "A/1";
  detail.corrected = true;
  return detail;
}

matcher::SlotTerms Mondays() {
  return {.site = "leeds",
          .windows = {{.date = {20'457}, .start_minute = 540, .length = 480},
                      {.date = {20'464}, .start_minute = 1'320, .length = 480}},
          .capacity = 4,
          .absence_sub_type = "RDR",
          .absence_reason = "R18",
          .state = matcher::SlotState::kCancelled};
}

matcher::CandidateTerms SomebodyTerms() {
  return {.custodian = {"broker-1"},
          .release_area = "M13",
          .reach = {15'000},
          .travel_mode = matcher::TravelMode::kPublicTransport,
          .available_from = matcher::Day{20'500}};
}

matcher::CandidateDetail SomebodyDetail() {
  return {.skills = {{.code = "skill/knives",
                      .level = matcher::SkillLevel::kExpert,
                      .evidence = matcher::SkillEvidence::kWitnessed}},
          .occupations = {{.code = "isco/5120", .relation = matcher::OccupationRelation::kHeld}},
          .availability = {{{.begin = 480, .length = 600}}},
          .pay_floor = {1'221},
          .registered_on = {20'440}};
}

matcher::RiskPlanTerms Plan() {
  const matcher::Ring outside = {{534'000'000, -22'000'000},
                                 {534'000'000, -21'900'000},
                                 {534'100'000, -21'900'000},
                                 {534'000'000, -22'000'000}};
  const matcher::Ring hole = {{534'010'000, -21'950'000},
                              {534'010'000, -21'940'000},
                              {534'020'000, -21'940'000},
                              {534'010'000, -21'950'000}};
  matcher::RiskPlanTerms terms;
  terms.supervision = matcher::Supervision::kOnLicence;
  terms.supervised_by = {"probation-1"};
  terms.release_on = matcher::Day{20'480};
  terms.reviewed_on = {20'449};
  terms.rosh = {.children = matcher::RoshLevel::kLow,
                .to_public = matcher::RoshLevel::kMedium,
                .known_adult = matcher::RoshLevel::kVeryHigh,
                .staff = matcher::RoshLevel::kUnknown};
  terms.mappa_level = matcher::MappaLevel::kLevel2;
  terms.zones = {
      {.id = "town",
       .kind = matcher::ZoneKind::kExclusion,
       .shape = matcher::MultiPolygon{.polygons = {{.rings = {outside, hole}}}},
       .buffer = {500}},
      {.id = "county",
       .kind = matcher::ZoneKind::kRestriction,
       .shape = matcher::Circle{.centre = {534'000'000, -22'000'000}, .radius = {40'000}},
       .buffer = {0}}};
  terms.curfews = {
      {.id = "nights",
       .windows = {{{.begin = 1'140, .length = 720}}},
       .ends_on = matcher::Day{20'600}},
      {.id = "sundays", .windows = {{{.begin = 8'640, .length = 1'440}}}, .ends_on = std::nullopt}};
  terms.work_limits = {
      {.attribute = matcher::WorkAttribute::kChildren, .effect = matcher::WorkLimitEffect::kBarred},
      {.attribute = matcher::WorkAttribute::kCash,
       .effect = matcher::WorkLimitEffect::kNeedsApproval}};
  terms.permissions = {
      {.id = "p-1", .zone = "town", .site = kSite, .valid_to = matcher::Day{20'550}},
      {.id = "p-2", .zone = "town", .site = {"acme", "leeds-2"}, .valid_to = std::nullopt}};
  terms.conditions = {{.policy_version = "4.0", .code = "a-condition"}};
  return terms;
}

format::TaxonomyChunk Concepts() {
  return {.concepts = {{.code = "occupation/cook",
                        .kind = matcher::ConceptKind::kOccupation,
                        .label = "cook",
                        .other_labels = {"chef"},
                        .broader = {"isco/5120"},
                        .essential_skills = {"skill/knives"},
                        .optional_skills = {"skill/hygiene"}},
                       {.code = "skill/knives",
                        .kind = matcher::ConceptKind::kSkill,
                        .label = "use knives",
                        .other_labels = {},
                        .broader = {},
                        .essential_skills = {},
                        .optional_skills = {}}}};
}

format::GazetteerChunk Districts() {
  return {.districts = {{.code = "M13",
                         .centre = {534'600'000, -22'150'000},
                         .uncertainty = {2'000},
                         .town = "Manchester",
                         .region = "Greater Manchester",
                         .wider_region = "North West"}}};
}

}  // namespace

std::vector<GoldenRecord> FirstRecords() {
  const matcher::SiteName bare_site = {"acme", "leeds-2"};
  const matcher::VacancyName bare_vacancy = {"acme", "cook-2"};
  const matcher::CandidateName bare_candidate = {"c-8"};
  std::vector<GoldenRecord> records = {
      Golden(format::DetailKey(kEmployer),
             matcher::EmployerDetail{.display_name = "Acme Ltd", .sector = 4}),
      Golden(format::TermsKey(kEmployer), Pledges()),
      Golden(format::TermsKey(matcher::EmployerName{"bare"}), matcher::EmployerTerms()),
      Golden(format::DetailKey(kSite), matcher::SiteDetail{.display_name = "Leeds"}),
      Golden(format::TermsKey(kSite),
             matcher::SiteTerms{.place = matcher::Place{{538'000'000, -15'500'000}, {100}},
                                .verification = matcher::SiteVerification::kVerified}),
      Golden(format::TermsKey(bare_site), matcher::SiteTerms()),
      Golden(format::DetailKey(kVacancy), CookDetail()),
      Golden(format::TermsKey(kVacancy), Cook()),
      Golden(format::DetailKey(bare_vacancy), matcher::VacancyDetail()),
      Golden(format::TermsKey(bare_vacancy), matcher::VacancyTerms()),
      Golden(format::TermsKey(matcher::SlotName{kVacancy, "mondays"}), Mondays()),
      Golden(format::TermsKey(matcher::SlotName{kVacancy, "none"}), matcher::SlotTerms()),
      Golden(format::DetailKey(kCandidate), SomebodyDetail()),
      Golden(format::TermsKey(kCandidate), SomebodyTerms()),
      Golden(format::DetailKey(bare_candidate), matcher::CandidateDetail()),
      Golden(format::TermsKey(bare_candidate), matcher::CandidateTerms()),
      Golden(format::RiskPlanKey(kCandidate), Plan()),
      Golden(format::RiskPlanKey(bare_candidate), matcher::RiskPlanTerms()),
      Golden(format::RequestKey({"dana", "1B9F-22"}),
             format::RequestRecord{.method = "throughgate.v1.VacancyService/CreateVacancy",
                                   .request_sha256 = std::string(32, '\x5a'),
                                   .resource = kVacancy.ToString(),
                                   .created_at = absl::FromUnixSeconds(1'767'225'600)}),
      Golden(format::ImportKey({"a-feed-4f"}), format::ImportProgress{.applied_through_row = 300,
                                                                      .created = 100,
                                                                      .updated = 90,
                                                                      .unchanged = 80,
                                                                      .kept = 20,
                                                                      .rejected = 10}),
      Golden(format::TaxonomyManifestKey(),
             format::TaxonomyManifest{.version = "esco-1.1.1-4f",
                                      .taxonomy = "esco-1.1.1",
                                      .attribution = "Somebody's taxonomy",
                                      .chunks = 1}),
      Golden(format::TaxonomyChunkKey({"esco-1.1.1-4f", 0}), Concepts()),
      Golden(format::GazetteerManifestKey(),
             format::GazetteerManifest{.version = "uk-1-4f", .gazetteer = "uk-1", .chunks = 1}),
      Golden(format::GazetteerChunkKey({"uk-1-4f", 0}), Districts()),
  };
  std::ranges::sort(records, {}, &GoldenRecord::key);
  return records;
}

std::vector<GoldenFile> GoldenFiles() {
  return {{"records.txt", FirstRecords()},
          {"roles_and_limits.txt", RecordsWithRolesAndLimits()},
          {"hours_and_homes.txt", RecordsWithHoursAndHomes()},
          {"disclosure.txt", RecordsWithDisclosure()},
          {"licence_conditions.txt", RecordsWithLicenceConditions()},
          {"places.txt", RecordsWithPlaces()},
          {"corrections.txt", RecordsWithCorrections()},
          {"checks.txt", RecordsWithChecks()},
          {"links.txt", RecordsWithLinks()},
          {"access.txt", RecordsWithAccess()}};
}

}  // namespace throughgate::golden
