#include "tests/golden/golden_records.h"

#include <algorithm>

#include "storage/format/keys.h"
#include "storage/format/records.h"

namespace throughgate::golden {
namespace {

using namespace matcher;

const EmployerName kEmployer = {"acme"};
const SiteName kSite = {"acme", "leeds"};
const VacancyName kVacancy = {"acme", "cook-1"};
const CandidateName kCandidate = {"c-7"};

template <typename Record>
GoldenRecord Golden(const std::string& key, const Record& record) {
  return {.key = key, .value = format::Encode(key, record), .check = [=](std::string_view value) {
            const auto decoded = format::Decode<Record>(key, value);
            if (!decoded.ok()) return decoded.status();
            if (*decoded != record) return absl::InternalError("decoded to another record: " + key);
            return absl::OkStatus();
          }};
}

EmployerTerms Pledges() {
  return {.pledges = {{.code = 1, .state = PledgeState::kDeclared, .valid_to = std::nullopt},
                      {.code = 12, .state = PledgeState::kVerified, .valid_to = Day{20'818}}}};
}

VacancyTerms Cook() {
  VacancyTerms terms;
  terms.kind = VacancyKind::kJob;
  terms.state = VacancyState::kClosed;
  terms.site_mode = SiteMode::kChooseOne;
  terms.sites = {"leeds", "leeds-2"};
  terms.shifts.spans = {{.begin = 540, .length = 480}, {.begin = 10'020, .length = 360}};
  terms.attributes_present = MaskOf(WorkAttribute::kBladesAndTools);
  terms.attributes_absent =
      MaskOf(WorkAttribute::kChildren) | MaskOf(WorkAttribute::kControlledDrugs);
  terms.opens_on = Day{20'453};
  terms.closes_on = Day{20'544};
  terms.starts_on = Day{20'560};
  terms.occupations = {
      {.code = "occupation/cook",
       .inferred_from =
           InferenceEvidence{.label = "cook", .field = "title", .begin = 7, .end = 11}},
      {.code = "isco/5120", .inferred_from = std::nullopt}};
  return terms;
}

VacancyDetail CookDetail() {
  VacancyDetail detail;
  detail.title = "Prison cook, café";
  detail.description = "Breakfasts.\nLunches.";
  detail.skills = {
      {.code = "skill/knives",
       .level = SkillLevel::kProficient,
       .essential = true,
       .inferred_from =
           InferenceEvidence{.label = "use knives", .field = "description", .begin = 0, .end = 10}},
      {.code = "skill/hygiene",
       .level = SkillLevel::kAwareness,
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

SlotTerms Mondays() {
  return {.site = "leeds",
          .windows = {{.date = {20'457}, .start_minute = 540, .length = 480},
                      {.date = {20'464}, .start_minute = 1'320, .length = 480}},
          .capacity = 4,
          .absence_sub_type = "RDR",
          .absence_reason = "R18",
          .state = SlotState::kCancelled};
}

CandidateTerms SomebodyTerms() {
  return {.custodian = {"broker-1"},
          .release_area = "M13",
          .reach = {15'000},
          .travel_mode = TravelMode::kPublicTransport,
          .available_from = Day{20'500}};
}

CandidateDetail SomebodyDetail() {
  return {.skills = {{.code = "skill/knives",
                      .level = SkillLevel::kExpert,
                      .evidence = SkillEvidence::kWitnessed}},
          .occupations = {{.code = "isco/5120", .relation = OccupationRelation::kHeld}},
          .availability = {{{.begin = 480, .length = 600}}},
          .pay_floor = {1'221},
          .registered_on = {20'440}};
}

RiskPlanTerms Plan() {
  const Ring outside = {{534'000'000, -22'000'000},
                        {534'000'000, -21'900'000},
                        {534'100'000, -21'900'000},
                        {534'000'000, -22'000'000}};
  const Ring hole = {{534'010'000, -21'950'000},
                     {534'010'000, -21'940'000},
                     {534'020'000, -21'940'000},
                     {534'010'000, -21'950'000}};
  RiskPlanTerms terms;
  terms.supervision = Supervision::kOnLicence;
  terms.supervised_by = {"probation-1"};
  terms.release_on = Day{20'480};
  terms.reviewed_on = {20'449};
  terms.rosh = {.children = RoshLevel::kLow,
                .to_public = RoshLevel::kMedium,
                .known_adult = RoshLevel::kVeryHigh,
                .staff = RoshLevel::kUnknown};
  terms.mappa_level = MappaLevel::kLevel2;
  terms.zones = {{.id = "town",
                  .kind = ZoneKind::kExclusion,
                  .shape = MultiPolygon{.polygons = {{.rings = {outside, hole}}}},
                  .buffer = {500}},
                 {.id = "county",
                  .kind = ZoneKind::kRestriction,
                  .shape = Circle{.centre = {534'000'000, -22'000'000}, .radius = {40'000}},
                  .buffer = {0}}};
  terms.curfews = {
      {.id = "nights", .windows = {{{.begin = 1'140, .length = 720}}}, .ends_on = Day{20'600}},
      {.id = "sundays", .windows = {{{.begin = 8'640, .length = 1'440}}}, .ends_on = std::nullopt}};
  terms.work_limits = {
      {.attribute = WorkAttribute::kChildren, .effect = WorkLimitEffect::kBarred},
      {.attribute = WorkAttribute::kCash, .effect = WorkLimitEffect::kNeedsApproval}};
  terms.permissions = {
      {.id = "p-1", .zone = "town", .site = kSite, .valid_to = Day{20'550}},
      {.id = "p-2", .zone = "town", .site = {"acme", "leeds-2"}, .valid_to = std::nullopt}};
  terms.conditions = {{.policy_version = "4.0", .code = "a-condition"}};
  return terms;
}

format::TaxonomyChunk Concepts() {
  return {.concepts = {{.code = "occupation/cook",
                        .kind = ConceptKind::kOccupation,
                        .label = "cook",
                        .other_labels = {"chef"},
                        .broader = {"isco/5120"},
                        .essential_skills = {"skill/knives"},
                        .optional_skills = {"skill/hygiene"}},
                       {.code = "skill/knives",
                        .kind = ConceptKind::kSkill,
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

std::vector<GoldenRecord> GoldenRecords() {
  using namespace format;
  const SiteName bare_site = {"acme", "leeds-2"};
  const VacancyName bare_vacancy = {"acme", "cook-2"};
  const CandidateName bare_candidate = {"c-8"};
  std::vector<GoldenRecord> records = {
      Golden(DetailKey(kEmployer), EmployerDetail{.display_name = "Acme Ltd", .sector = 4}),
      Golden(TermsKey(kEmployer), Pledges()),
      Golden(TermsKey(EmployerName{"bare"}), EmployerTerms()),
      Golden(DetailKey(kSite), SiteDetail{.display_name = "Leeds"}),
      Golden(TermsKey(kSite), SiteTerms{.place = Place{{538'000'000, -15'500'000}, {100}},
                                        .verification = SiteVerification::kVerified}),
      Golden(TermsKey(bare_site), SiteTerms()),
      Golden(DetailKey(kVacancy), CookDetail()),
      Golden(TermsKey(kVacancy), Cook()),
      Golden(DetailKey(bare_vacancy), VacancyDetail()),
      Golden(TermsKey(bare_vacancy), VacancyTerms()),
      Golden(TermsKey(SlotName{kVacancy, "mondays"}), Mondays()),
      Golden(TermsKey(SlotName{kVacancy, "none"}), SlotTerms()),
      Golden(DetailKey(kCandidate), SomebodyDetail()),
      Golden(TermsKey(kCandidate), SomebodyTerms()),
      Golden(DetailKey(bare_candidate), CandidateDetail()),
      Golden(TermsKey(bare_candidate), CandidateTerms()),
      Golden(RiskPlanKey(kCandidate), Plan()),
      Golden(RiskPlanKey(bare_candidate), RiskPlanTerms()),
      Golden(RequestKey({"dana", "1B9F-22"}),
             RequestRecord{.method = "throughgate.v1.VacancyService/CreateVacancy",
                           .request_sha256 = std::string(32, '\x5a'),
                           .resource = kVacancy.ToString(),
                           .created_at = absl::FromUnixSeconds(1'767'225'600)}),
      Golden(ImportKey({"a-feed-4f"}), ImportProgress{.applied_through_row = 300,
                                                      .created = 100,
                                                      .updated = 90,
                                                      .unchanged = 80,
                                                      .kept = 20,
                                                      .rejected = 10}),
      Golden(TaxonomyManifestKey(), TaxonomyManifest{.version = "esco-1.1.1-4f",
                                                     .taxonomy = "esco-1.1.1",
                                                     .attribution = "Somebody's taxonomy",
                                                     .chunks = 1}),
      Golden(TaxonomyChunkKey({"esco-1.1.1-4f", 0}), Concepts()),
      Golden(GazetteerManifestKey(),
             GazetteerManifest{.version = "uk-1-4f", .gazetteer = "uk-1", .chunks = 1}),
      Golden(GazetteerChunkKey({"uk-1-4f", 0}), Districts()),
  };
  std::ranges::sort(records, {}, &GoldenRecord::key);
  return records;
}

}  // namespace throughgate::golden
