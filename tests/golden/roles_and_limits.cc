// Every enumerator of role.h and limits.h stands here by itself, so that none can change its value.
#include "storage/format/keys.h"
#include "tests/golden/golden_records.h"

namespace throughgate::golden {
namespace {

using matcher::ContactDegree;
using matcher::DbsLevel;
using matcher::DisclosureStage;
using matcher::Known;
using matcher::MaskOf;
using matcher::OffenceCategory;
using matcher::OffencePolicy;
using matcher::OrderKind;
using matcher::VehicleType;
using matcher::WorkAttribute;
using matcher::WorkLimitEffect;

matcher::VacancyTerms Courier() {
  matcher::VacancyTerms terms;
  terms.attributes_present =
      MaskOf(WorkAttribute::kDriving) | MaskOf(WorkAttribute::kCash) | MaskOf(WorkAttribute::kKeys);
  terms.attributes_absent = MaskOf(WorkAttribute::kSexualServices);
  terms.attributes_avoidable = MaskOf(WorkAttribute::kKeys);
  terms.role = {
      .children = ContactDegree::kIncidental,
      .adults_at_risk = ContactDegree::kNone,
      .regulated_with_children = Known::kNo,
      .regulated_with_adults = Known::kUnknown,
      .vehicles = MaskOf(VehicleType::kCar) | MaskOf(VehicleType::kPlant),
      .cash_handled = 250,
      .dbs_level = DbsLevel::kBasic,
      .exempt = Known::kNo,
      .disclosure_stage = DisclosureStage::kAfterOffer,
      .offence_policy = OffencePolicy::kListed,
      .excluded_offences = MaskOf(OffenceCategory::kDriving),
      .case_by_case_offences = MaskOf(OffenceCategory::kArson) | MaskOf(OffenceCategory::kOther)};
  return terms;
}

matcher::VacancyTerms Carer() {
  matcher::VacancyTerms terms;
  terms.role.children = ContactDegree::kSupervised;
  terms.role.adults_at_risk = ContactDegree::kUnsupervised;
  terms.role.regulated_with_children = Known::kNo;
  terms.role.regulated_with_adults = Known::kYes;
  terms.role.cash_handled = 0;
  terms.role.dbs_level = DbsLevel::kEnhancedWithList;
  terms.role.exempt = Known::kYes;
  terms.role.disclosure_stage = DisclosureStage::kApplication;
  terms.role.offence_policy = OffencePolicy::kCaseByCase;
  return terms;
}

matcher::VacancyTerms WithCheck(DbsLevel level, DisclosureStage stage, OffencePolicy policy) {
  matcher::VacancyTerms terms;
  terms.role.dbs_level = level;
  terms.role.disclosure_stage = stage;
  terms.role.offence_policy = policy;
  return terms;
}

matcher::CourtOrder Order(const char* id, OrderKind kind) {
  matcher::CourtOrder order;
  order.id = id;
  order.kind = kind;
  return order;
}

std::vector<matcher::CourtOrder> EveryOrder() {
  std::vector<matcher::CourtOrder> orders = {
      Order("harm", OrderKind::kSexualHarmPrevention),
      Order("risk", OrderKind::kSexualRisk),
      Order("restraining", OrderKind::kRestraining),
      Order("stalking", OrderKind::kStalkingProtection),
      Order("behaviour", OrderKind::kCriminalBehaviour),
      Order("crime", OrderKind::kSeriousCrimePrevention),
      Order("terrorism", OrderKind::kTerrorism),
      Order("director", OrderKind::kDirectorDisqualification),
      Order("driving", OrderKind::kDrivingDisqualification),
      Order("other", OrderKind::kOther)};
  orders[0].barred_attributes = {WorkAttribute::kChildren,
                                 WorkAttribute::kVulnerableAdults,
                                 WorkAttribute::kInternet,
                                 WorkAttribute::kDriving,
                                 WorkAttribute::kCash,
                                 WorkAttribute::kKeys,
                                 WorkAttribute::kLicensedPremises,
                                 WorkAttribute::kLoneWork,
                                 WorkAttribute::kCustomerHomes,
                                 WorkAttribute::kNightsAway,
                                 WorkAttribute::kBladesAndTools,
                                 WorkAttribute::kSupervisesOthers,
                                 WorkAttribute::kGambling,
                                 WorkAttribute::kPublicEvents,
                                 WorkAttribute::kPersonalData,
                                 WorkAttribute::kControlledDrugs,
                                 WorkAttribute::kWorkPhone,
                                 WorkAttribute::kRemoteAccess,
                                 WorkAttribute::kPublishing,
                                 WorkAttribute::kStock,
                                 WorkAttribute::kFinancialControl,
                                 WorkAttribute::kAlcohol,
                                 WorkAttribute::kTagConflict,
                                 WorkAttribute::kLiveIn,
                                 WorkAttribute::kWorkAbroad,
                                 WorkAttribute::kWithPrisoners,
                                 WorkAttribute::kPrisonService,
                                 WorkAttribute::kTeaching,
                                 WorkAttribute::kPhotography,
                                 WorkAttribute::kWorship,
                                 WorkAttribute::kSexualServices};
  orders[0].barred_occupations = {"isco/23", "isco/5311"};
  orders[0].read_in_full = true;
  orders[0].ends_on = matcher::Day{21'000};
  return orders;
}

std::vector<matcher::VehicleLimit> EveryVehicleLimit() {
  const auto limit = [](const char* id, VehicleType type, WorkLimitEffect effect) {
    return matcher::VehicleLimit{
        .id = id, .types = MaskOf(type), .windows = {}, .within_zone = {}, .effect = effect};
  };
  std::vector<matcher::VehicleLimit> limits = {
      limit("cars", VehicleType::kCar, WorkLimitEffect::kBarred),
      limit("vans", VehicleType::kVan, WorkLimitEffect::kNeedsApproval),
      limit("motorcycles", VehicleType::kMotorcycle, WorkLimitEffect::kBarred),
      limit("lorries", VehicleType::kLorry, WorkLimitEffect::kBarred),
      limit("buses", VehicleType::kPassenger, WorkLimitEffect::kBarred),
      limit("plant", VehicleType::kPlant, WorkLimitEffect::kBarred)};
  limits[0].windows = {{{.begin = 1'320, .length = 480}, {.begin = 9'960, .length = 240}}};
  limits[0].within_zone = "town";
  limits.push_back({.id = "all",
                    .types = 0,
                    .windows = {},
                    .within_zone = {},
                    .effect = WorkLimitEffect::kNeedsApproval});
  return limits;
}

std::vector<matcher::Offence> EveryOffence() {
  const auto day = [](int number) { return matcher::Day{number}; };
  return {{.category = OffenceCategory::kArson, .spent_on = day(20'100)},
          {.category = OffenceCategory::kCriminalDamage, .spent_on = std::nullopt},
          {.category = OffenceCategory::kDriving, .spent_on = std::nullopt},
          {.category = OffenceCategory::kDrugs, .spent_on = std::nullopt},
          {.category = OffenceCategory::kFraud, .spent_on = std::nullopt},
          {.category = OffenceCategory::kHateCrime, .spent_on = std::nullopt},
          {.category = OffenceCategory::kMurder, .spent_on = std::nullopt},
          {.category = OffenceCategory::kPublicOrder, .spent_on = std::nullopt},
          {.category = OffenceCategory::kRobbery, .spent_on = std::nullopt},
          {.category = OffenceCategory::kSexual, .spent_on = std::nullopt},
          {.category = OffenceCategory::kTerrorism, .spent_on = std::nullopt},
          {.category = OffenceCategory::kTheft, .spent_on = std::nullopt},
          {.category = OffenceCategory::kViolence, .spent_on = std::nullopt},
          {.category = OffenceCategory::kWeapons, .spent_on = std::nullopt},
          {.category = OffenceCategory::kOther, .spent_on = day(25'000)}};
}

// The zone that one of the limits is about.
matcher::Zone Town() {
  return {.id = "town",
          .kind = matcher::ZoneKind::kExclusion,
          .shape = matcher::Circle{.centre = {534'000'000, -22'000'000}, .radius = {900}},
          .buffer = {0}};
}

matcher::RiskPlanTerms EveryLimit() {
  using matcher::RoshLevel;
  matcher::RiskPlanTerms terms;
  // Staff was never stated in the first file.
  terms.rosh = {.children = RoshLevel::kMedium,
                .to_public = RoshLevel::kVeryHigh,
                .known_adult = RoshLevel::kLow,
                .staff = RoshLevel::kHigh};
  terms.zones = {Town()};
  terms.contact_limits = {{.group = matcher::ContactGroup::kChildren,
                           .from = ContactDegree::kIncidental,
                           .effect = WorkLimitEffect::kBarred},
                          {.group = matcher::ContactGroup::kAdultsAtRisk,
                           .from = ContactDegree::kUnsupervised,
                           .effect = WorkLimitEffect::kNeedsApproval}};
  terms.vehicle_limits = EveryVehicleLimit();
  terms.cash_limit = 200;
  terms.tags = {{.kind = matcher::TagKind::kCurfew, .ends_on = matcher::Day{20'600}},
                {.kind = matcher::TagKind::kLocation, .ends_on = std::nullopt},
                {.kind = matcher::TagKind::kAlcohol, .ends_on = std::nullopt}};
  terms.barred_lists = {.children = Known::kYes, .adults = Known::kNo};
  terms.offences = EveryOffence();
  terms.orders = EveryOrder();
  return terms;
}

// What is next to nothing, and not nothing.
matcher::RiskPlanTerms LeastLimits() {
  matcher::RiskPlanTerms terms;
  terms.contact_limits = {{.group = matcher::ContactGroup::kChildren,
                           .from = ContactDegree::kSupervised,
                           .effect = WorkLimitEffect::kNeedsApproval}};
  terms.cash_limit = 0;
  terms.barred_lists.adults = Known::kNo;
  return terms;
}

}  // namespace

std::vector<GoldenRecord> RecordsWithRolesAndLimits() {
  const auto vacancy = [](const char* id) {
    return format::TermsKey(matcher::VacancyName{"acme", id});
  };
  return {
      Golden(format::RiskPlanKey({"d-1"}), EveryLimit()),
      Golden(format::RiskPlanKey({"d-2"}), LeastLimits()),
      Golden(vacancy("carer"), Carer()),
      Golden(vacancy("courier"), Courier()),
      Golden(vacancy("packer"),
             WithCheck(DbsLevel::kNone, DisclosureStage::kUnknown, OffencePolicy::kNoExclusions)),
      Golden(vacancy("payroll"),
             WithCheck(DbsLevel::kStandard, DisclosureStage::kInterview, OffencePolicy::kUnknown)),
      Golden(vacancy("tutor"),
             WithCheck(DbsLevel::kEnhanced, DisclosureStage::kUnknown, OffencePolicy::kUnknown))};
}

}  // namespace throughgate::golden
