#include "services/cli/show/fields.h"

#include <gtest/gtest.h>

#include "throughgate/v1/access_service.pb.h"
#include "throughgate/v1/candidate_service.pb.h"
#include "throughgate/v1/employer_service.pb.h"
#include "throughgate/v1/risk_plan_service.pb.h"
#include "throughgate/v1/vacancy_service.pb.h"

namespace throughgate::cli {
namespace {

v1::Candidate Heron() {
  v1::Candidate candidate;
  candidate.set_name("candidates/heron");
  candidate.set_reach_m(12000);
  candidate.set_travel_mode(v1::TRAVEL_MODE_PUBLIC_TRANSPORT);
  v1::WeeklyWindow& window = *candidate.add_availability();
  window.add_days(v1::WEEKDAY_MONDAY);
  window.add_days(v1::WEEKDAY_FRIDAY);
  window.set_start("09:00");
  candidate.mutable_available_from()->set_year(2026);
  candidate.mutable_available_from()->set_month(3);
  candidate.mutable_available_from()->set_day(1);
  return candidate;
}

TEST(Describe, ShowsWhatIsSet) {
  EXPECT_EQ(Describe(Heron()),
            "name: candidates/heron\n"
            "reach_m: 12000\n"
            "travel_mode: PUBLIC_TRANSPORT\n"
            "availability:\n"
            "  days: MONDAY, FRIDAY\n"
            "  start: 09:00\n"
            "available_from: 2026-03-01\n");
}

TEST(Describe, ShowsInstantsAsTheyAreTyped) {
  v1::Grant grant;
  grant.set_role(v1::GRANT_ROLE_SENIOR_PROBATION);
  grant.mutable_until()->set_seconds(1785538800);
  EXPECT_EQ(Describe(grant), "role: SENIOR_PROBATION\nuntil: 2026-07-31T23:00:00Z\n");
  EXPECT_EQ(FieldText(grant, "until"), "2026-07-31T23:00:00Z");
  EXPECT_EQ(FieldText(grant, "from"), "");
}

TEST(Describe, TellsNoneFromNotStated) {
  v1::RiskPlan plan;
  plan.set_cash_limit_pounds(0);
  plan.mutable_barred_lists()->set_adults(v1::KNOWN_NO);
  v1::CourtOrder& order = *plan.add_orders();
  order.set_kind(v1::ORDER_KIND_RESTRAINING);
  order.add_barred_attributes(v1::WORK_ATTRIBUTE_LONE_WORK);
  order.add_barred_attributes(v1::WORK_ATTRIBUTE_LIVE_IN);
  EXPECT_EQ(Describe(plan),
            "cash_limit_pounds: 0\n"
            "barred_lists:\n"
            "  adults: NO\n"
            "orders:\n"
            "  kind: RESTRAINING\n"
            "  barred_attributes: LONE_WORK, LIVE_IN\n");
  v1::Vacancy vacancy;
  vacancy.mutable_role()->set_children(v1::CONTACT_DEGREE_NONE);
  vacancy.mutable_role()->set_cash_handled_pounds(0);
  vacancy.mutable_role()->add_excluded_offences(v1::OFFENCE_CATEGORY_HATE_CRIME);
  EXPECT_EQ(Describe(vacancy),
            "role:\n"
            "  children: NONE\n"
            "  cash_handled_pounds: 0\n"
            "  excluded_offences: HATE_CRIME\n");
}

TEST(FieldText, ReadsAlongAPath) {
  v1::Site site;
  EXPECT_EQ(FieldText(site, "position.latitude"), "");
  site.mutable_position()->set_latitude(53.5);
  EXPECT_EQ(FieldText(site, "position.latitude"), "53.5");
  EXPECT_EQ(FieldText(Heron(), "availability"), "1");
  EXPECT_EQ(FieldText(Heron(), "skills"), "");
  EXPECT_EQ(FieldText(Heron(), "available_from"), "2026-03-01");
}

TEST(EnumWord, DropsThePrefix) {
  EXPECT_EQ(EnumWord(v1::PLEDGE_STATE_VERIFIED), "VERIFIED");
  EXPECT_EQ(EnumWord(v1::PLEDGE_STATE_UNSPECIFIED), "");
  EXPECT_EQ(EnumWord(static_cast<v1::PledgeState>(99)), "");
}

}  // namespace
}  // namespace throughgate::cli
