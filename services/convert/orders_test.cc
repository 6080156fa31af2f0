#include "services/convert/orders.h"

#include <gmock/gmock.h>
#include <google/protobuf/util/message_differencer.h>

#include "absl/strings/str_cat.h"
#include "services/convert/faults_for_test.h"

namespace throughgate::services {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr char kOrders[] = R"pb(
  barred_lists { children: KNOWN_YES adults: KNOWN_NO }
  offences { category: OFFENCE_CATEGORY_SEXUAL }
  offences {
    category: OFFENCE_CATEGORY_THEFT
    spent_on { year: 2024 month: 1 day: 31 }
  }
  offences { category: OFFENCE_CATEGORY_THEFT }
  orders {
    order_id: "shpo"
    kind: ORDER_KIND_SEXUAL_HARM_PREVENTION
    barred_attributes: [ WORK_ATTRIBUTE_TEACHING, WORK_ATTRIBUTE_CHILDREN ]
    barred_occupations: [ "isco/23", "isco/5", "isco/5311" ]
    read_in_full: true
    ends_on { year: 2029 month: 12 day: 31 }
  }
  orders { order_id: "old" kind: ORDER_KIND_OTHER }
)pb";

std::vector<std::string> FaultsOf(const std::string& orders) {
  return FaultyFields([&](const Field& at) {
    matcher::RiskPlanTerms terms;
    ReadOrders(Parse<v1::RiskPlan>(orders), at["plan"], terms);
  });
}

std::vector<std::string> FaultsOfOrder(const std::string& order) {
  return FaultsOf(absl::StrCat("orders { order_id: 'o' kind: ORDER_KIND_OTHER ", order, " }"));
}

matcher::RiskPlanTerms Read(const v1::RiskPlan& wire) {
  Violations violations;
  matcher::RiskPlanTerms terms;
  ReadOrders(wire, Field(violations), terms);
  EXPECT_TRUE(violations.empty());
  return terms;
}

TEST(Orders, AreReadAsTheyAreMeant) {
  matcher::RiskPlanTerms expected;
  expected.barred_lists = {.children = matcher::Known::kYes, .adults = matcher::Known::kNo};
  expected.offences = {{matcher::OffenceCategory::kSexual, std::nullopt},
                       {matcher::OffenceCategory::kTheft, matcher::Day{19'753}},
                       {matcher::OffenceCategory::kTheft, std::nullopt}};
  expected.orders = {
      {.id = "shpo",
       .kind = matcher::OrderKind::kSexualHarmPrevention,
       .barred_attributes = {matcher::WorkAttribute::kTeaching, matcher::WorkAttribute::kChildren},
       .barred_occupations = {"isco/23", "isco/5", "isco/5311"},
       .read_in_full = true,
       .ends_on = matcher::Day{21'914}},
      {.id = "old",
       .kind = matcher::OrderKind::kOther,
       .barred_attributes = {},
       .barred_occupations = {},
       .read_in_full = false,
       .ends_on = std::nullopt}};
  EXPECT_TRUE(Read(Parse<v1::RiskPlan>(kOrders)) == expected);
}

TEST(Orders, ReadBackAsTheyAreWritten) {
  const auto wire = Parse<v1::RiskPlan>(kOrders);
  v1::RiskPlan written;
  WriteOrders(Read(wire), written);
  EXPECT_TRUE(google::protobuf::util::MessageDifferencer::Equals(written, wire))
      << written.DebugString();
}

TEST(Orders, ThatAreNotThereAreNotWritten) {
  v1::RiskPlan written;
  WriteOrders(Read({}), written);
  EXPECT_EQ(written.ByteSizeLong(), 0u);
}

TEST(Orders, AreOfTheApisEnumerators) {
  EXPECT_EQ(v1::OrderKind_MAX, static_cast<int>(matcher::OrderKind::kOther));
}

TEST(Orders, TellEveryFaultAtOnce) {
  EXPECT_THAT(FaultsOf(R"pb(
                barred_lists { children: 3 adults: 3 }
                offences {}
                offences {
                  category: 16
                  spent_on { year: 2024 month: 13 day: 1 }
                }
                orders {
                  order_id: "SHPO"
                  barred_attributes: [ WORK_ATTRIBUTE_CASH, 32, WORK_ATTRIBUTE_CASH ]
                  barred_occupations: [ "isco/23", "occupation/teacher", "isco/23" ]
                  ends_on { year: 2024 month: 4 day: 31 }
                }
                orders { order_id: "o" kind: 11 }
                orders { order_id: "o" kind: ORDER_KIND_OTHER }
              )pb"),
              UnorderedElementsAre(
                  "plan.barred_lists.children", "plan.barred_lists.adults",
                  "plan.offences[0].category", "plan.offences[1].category",
                  "plan.offences[1].spent_on", "plan.orders[0].order_id", "plan.orders[0].kind",
                  "plan.orders[0].barred_attributes[1]", "plan.orders[0].barred_attributes[2]",
                  "plan.orders[0].barred_occupations[1]", "plan.orders[0].barred_occupations[2]",
                  "plan.orders[0].ends_on", "plan.orders[1].kind", "plan.orders[2].order_id"));
}

TEST(Orders, BarGroupsOfIsco) {
  for (const char* code : {"isco/0", "isco/23", "isco/234", "isco/2341"}) {
    EXPECT_THAT(FaultsOfOrder(absl::StrCat("barred_occupations: '", code, "'")), IsEmpty()) << code;
  }
  for (const char* code : {"", "isco", "isco/", "isco/23411", "isco/2a", "isco/ 2", "ISCO/23", "23",
                           "isco/23/41", "soc/23", "occupation/teacher"}) {
    EXPECT_THAT(FaultsOfOrder(absl::StrCat("barred_occupations: '", code, "'")),
                ElementsAre("plan.orders[0].barred_occupations[0]"))
        << code;
  }
}

TEST(Orders, AreFew) {
  const auto times = [](int count, const auto& text) {
    std::string all;
    for (int i = 0; i < count; ++i) absl::StrAppend(&all, text(i));
    return all;
  };
  const auto offence = [](int) { return "offences { category: OFFENCE_CATEGORY_DRUGS } "; };
  EXPECT_THAT(FaultsOf(times(50, offence)), IsEmpty());
  EXPECT_THAT(FaultsOf(times(51, offence)), ElementsAre("plan.offences"));
  const auto order = [](int i) {
    return absl::StrCat("orders { order_id: 'o-", i, "' kind: ORDER_KIND_OTHER } ");
  };
  EXPECT_THAT(FaultsOf(times(20, order)), IsEmpty());
  EXPECT_THAT(FaultsOf(times(21, order)), ElementsAre("plan.orders"));
  const auto group = [](int i) { return absl::StrCat("barred_occupations: 'isco/", i, "' "); };
  EXPECT_THAT(FaultsOfOrder(times(50, group)), IsEmpty());
  EXPECT_THAT(FaultsOfOrder(times(51, group)), ElementsAre("plan.orders[0].barred_occupations"));
}

}  // namespace
}  // namespace throughgate::services
