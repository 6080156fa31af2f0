#include "services/convert/role.h"

#include <gmock/gmock.h>
#include <google/protobuf/util/message_differencer.h>

#include "services/convert/faults_for_test.h"

namespace throughgate::services {
namespace {

using google::protobuf::util::MessageDifferencer;
using matcher::Known;
using matcher::WorkAttribute;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr char kDriver[] = R"pb(
  children: CONTACT_DEGREE_SUPERVISED
  adults_at_risk: CONTACT_DEGREE_NONE
  regulated_with_children: KNOWN_YES
  regulated_with_adults: KNOWN_NO
  vehicles: [ VEHICLE_TYPE_CAR, VEHICLE_TYPE_PLANT ]
  cash_handled_pounds: 250
  dbs_level: DBS_LEVEL_ENHANCED_WITH_LIST
  exempt: KNOWN_YES
  disclosure_stage: DISCLOSURE_STAGE_AFTER_OFFER
  offence_policy: OFFENCE_POLICY_LISTED
  excluded_offences: [ OFFENCE_CATEGORY_SEXUAL, OFFENCE_CATEGORY_OTHER ]
  case_by_case_offences: OFFENCE_CATEGORY_ARSON
)pb";

std::vector<std::string> FaultsOf(const std::string& role) {
  return FaultyFields([&](const Field& at) { ReadRole(Parse<v1::Role>(role), at["role"]); });
}

TEST(Roles, ReadBackAsTheyAreWritten) {
  const auto wire = Parse<v1::Role>(kDriver);
  Violations violations;
  const matcher::Role role = ReadRole(wire, Field(violations));
  EXPECT_TRUE(violations.empty());
  EXPECT_EQ(role, (matcher::Role{
                      .children = matcher::ContactDegree::kSupervised,
                      .adults_at_risk = matcher::ContactDegree::kNone,
                      .regulated_with_children = Known::kYes,
                      .regulated_with_adults = Known::kNo,
                      .vehicles =
                          MaskOf(matcher::VehicleType::kCar) | MaskOf(matcher::VehicleType::kPlant),
                      .cash_handled = 250,
                      .dbs_level = matcher::DbsLevel::kEnhancedWithList,
                      .exempt = Known::kYes,
                      .disclosure_stage = matcher::DisclosureStage::kAfterOffer,
                      .offence_policy = matcher::OffencePolicy::kListed,
                      .excluded_offences = MaskOf(matcher::OffenceCategory::kSexual) |
                                           MaskOf(matcher::OffenceCategory::kOther),
                      .case_by_case_offences = MaskOf(matcher::OffenceCategory::kArson),
                  }));
  EXPECT_TRUE(MessageDifferencer::Equals(WriteRole(role), wire));
}

TEST(Roles, OfWhichNothingIsStatedStateNothing) {
  Violations violations;
  EXPECT_EQ(ReadRole({}, Field(violations)), matcher::Role{});
  EXPECT_TRUE(violations.empty());
  EXPECT_TRUE(MessageDifferencer::Equals(WriteRole({}), v1::Role()));
}

TEST(Roles, TellNoCashFromNotKnown) {
  Violations violations;
  EXPECT_EQ(ReadRole(Parse<v1::Role>("cash_handled_pounds: 0"), Field(violations)).cash_handled, 0);
  EXPECT_TRUE(WriteRole({.cash_handled = 0}).has_cash_handled_pounds());
}

TEST(Roles, AreOfTheApisEnumerators) {
  EXPECT_EQ(v1::ContactDegree_MAX, static_cast<int>(matcher::ContactDegree::kUnsupervised));
  EXPECT_EQ(v1::Known_MAX, static_cast<int>(Known::kYes));
  EXPECT_EQ(v1::VehicleType_MAX, matcher::kVehicleTypeLast);
  EXPECT_EQ(v1::DbsLevel_MAX, static_cast<int>(matcher::DbsLevel::kEnhancedWithList));
  EXPECT_EQ(v1::DisclosureStage_MAX, static_cast<int>(matcher::DisclosureStage::kAfterOffer));
  EXPECT_EQ(v1::OffencePolicy_MAX, static_cast<int>(matcher::OffencePolicy::kListed));
  EXPECT_EQ(v1::OffenceCategory_MAX, matcher::kOffenceCategoryLast);
}

TEST(Roles, TellEveryFaultAtOnce) {
  EXPECT_THAT(
      FaultsOf(R"pb(
        children: 5
        adults_at_risk: 5
        regulated_with_children: 3
        regulated_with_adults: 3
        vehicles: [ VEHICLE_TYPE_VAN, VEHICLE_TYPE_VAN, VEHICLE_TYPE_UNSPECIFIED, 7 ]
        cash_handled_pounds: 1000001
        dbs_level: 6
        exempt: 3
        disclosure_stage: 4
        offence_policy: 4
      )pb"),
      UnorderedElementsAre("role.children", "role.adults_at_risk", "role.regulated_with_children",
                           "role.regulated_with_adults", "role.vehicles[1]", "role.vehicles[2]",
                           "role.vehicles[3]", "role.cash_handled_pounds", "role.dbs_level",
                           "role.exempt", "role.disclosure_stage", "role.offence_policy"));
  EXPECT_THAT(FaultsOf("cash_handled_pounds: -1"), ElementsAre("role.cash_handled_pounds"));
  EXPECT_THAT(FaultsOf("cash_handled_pounds: 1000000"), IsEmpty());
}

TEST(Roles, ListOffencesWithListedAndOnlyThen) {
  EXPECT_THAT(FaultsOf("offence_policy: OFFENCE_POLICY_LISTED"),
              ElementsAre("role.offence_policy"));
  for (const char* list : {"excluded_offences", "case_by_case_offences"}) {
    const std::string listed = std::string(list) + ": OFFENCE_CATEGORY_FRAUD ";
    EXPECT_THAT(FaultsOf(listed + "offence_policy: OFFENCE_POLICY_LISTED"), IsEmpty());
    for (const char* policy : {"", "offence_policy: OFFENCE_POLICY_NO_EXCLUSIONS",
                               "offence_policy: OFFENCE_POLICY_CASE_BY_CASE"}) {
      EXPECT_THAT(FaultsOf(listed + policy), ElementsAre(std::string("role.") + list)) << policy;
    }
    EXPECT_THAT(FaultsOf(listed + listed + "offence_policy: OFFENCE_POLICY_LISTED"),
                ElementsAre(std::string("role.") + list + "[1]"));
  }
  EXPECT_THAT(FaultsOf(R"pb(
                offence_policy: OFFENCE_POLICY_LISTED
                excluded_offences: OFFENCE_CATEGORY_FRAUD
                case_by_case_offences: OFFENCE_CATEGORY_THEFT
                case_by_case_offences: OFFENCE_CATEGORY_FRAUD
              )pb"),
              ElementsAre("role.case_by_case_offences"));
}

// Of a vacancy with these attributes and this role.
std::vector<std::string> ContradictionsOf(matcher::AttributeMask present,
                                          matcher::AttributeMask absent,
                                          const matcher::Role& role) {
  matcher::VacancyTerms terms;
  terms.attributes_present = present;
  terms.attributes_absent = absent;
  terms.role = role;
  return FaultyFields([&](const Field& at) { CheckRole(terms, at["role"]); });
}

TEST(Roles, BringAsMuchContactAsTheAttributesSay) {
  using matcher::ContactDegree;
  struct Group {
    WorkAttribute attribute;
    ContactDegree matcher::Role::*degree;
    std::string field;
  };
  for (const auto& [attribute, degree, field] :
       {Group{WorkAttribute::kChildren, &matcher::Role::children, "role.children"},
        Group{WorkAttribute::kVulnerableAdults, &matcher::Role::adults_at_risk,
              "role.adults_at_risk"}}) {
    for (int i = 0; i <= v1::ContactDegree_MAX; ++i) {
      matcher::Role role;
      role.*degree = static_cast<ContactDegree>(i);
      const bool little = i == v1::CONTACT_DEGREE_NONE || i == v1::CONTACT_DEGREE_INCIDENTAL;
      const bool much = i == v1::CONTACT_DEGREE_SUPERVISED || i == v1::CONTACT_DEGREE_UNSUPERVISED;
      const std::vector<std::string> fault{field};
      EXPECT_EQ(ContradictionsOf(MaskOf(attribute), 0, role) == fault, little) << field << i;
      EXPECT_EQ(ContradictionsOf(0, MaskOf(attribute), role) == fault, much) << field << i;
      EXPECT_THAT(ContradictionsOf(0, 0, role), IsEmpty());
      EXPECT_THAT(ContradictionsOf(~MaskOf(attribute), 0, role), IsEmpty());
    }
  }
}

TEST(Roles, AreWithTheGroupWithWhichActivityIsRegulated) {
  using matcher::ContactDegree;
  const auto faults = [](ContactDegree degree, matcher::AttributeMask absent) {
    return ContradictionsOf(
        0, absent,
        {.children = degree, .adults_at_risk = degree, .regulated_with_children = Known::kYes});
  };
  const auto children = MaskOf(WorkAttribute::kChildren);
  EXPECT_THAT(faults(ContactDegree::kUnknown, 0), IsEmpty());
  EXPECT_THAT(faults(ContactDegree::kSupervised, 0), IsEmpty());
  EXPECT_THAT(faults(ContactDegree::kIncidental, 0), ElementsAre("role.regulated_with_children"));
  EXPECT_THAT(faults(ContactDegree::kNone, 0), ElementsAre("role.regulated_with_children"));
  EXPECT_THAT(faults(ContactDegree::kUnknown, children),
              ElementsAre("role.regulated_with_children"));
  EXPECT_THAT(faults(ContactDegree::kUnknown, MaskOf(WorkAttribute::kVulnerableAdults)), IsEmpty());
  EXPECT_THAT(
      ContradictionsOf(
          0, 0, {.adults_at_risk = ContactDegree::kNone, .regulated_with_adults = Known::kYes}),
      ElementsAre("role.regulated_with_adults"));
}

TEST(Roles, DriveWhereThereIsDriving) {
  matcher::Role driver;
  driver.vehicles = MaskOf(matcher::VehicleType::kVan);
  EXPECT_THAT(ContradictionsOf(MaskOf(WorkAttribute::kDriving), 0, driver), IsEmpty());
  EXPECT_THAT(ContradictionsOf(0, 0, driver), ElementsAre("role.vehicles"));
  EXPECT_THAT(ContradictionsOf(0, MaskOf(WorkAttribute::kDriving), driver),
              ElementsAre("role.vehicles"));
}

TEST(Roles, HandleNoCashWhereThereIsNone) {
  const matcher::AttributeMask cash = MaskOf(WorkAttribute::kCash);
  EXPECT_THAT(ContradictionsOf(0, cash, {.cash_handled = 1}),
              ElementsAre("role.cash_handled_pounds"));
  EXPECT_THAT(ContradictionsOf(0, cash, {.cash_handled = 0}), IsEmpty());
  EXPECT_THAT(ContradictionsOf(0, 0, {.cash_handled = 1}), IsEmpty());
  // The attribute is also of stock that is as good as cash.
  EXPECT_THAT(ContradictionsOf(cash, 0, {.cash_handled = 0}), IsEmpty());
}

}  // namespace
}  // namespace throughgate::services
