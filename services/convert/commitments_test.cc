#include "services/convert/commitments.h"

#include <gmock/gmock.h>
#include <google/protobuf/util/message_differencer.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "services/convert/faults_for_test.h"

namespace throughgate::services {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr char kWeek[] = R"pb(
  commitments {
    commitment_id: "police"
    kind: COMMITMENT_KIND_REPORTING
    windows { days: WEEKDAY_MONDAY start: "10:00" end: "10:30" }
    where { latitude: 53.4 longitude: -2.2 uncertainty_m: 50 }
    starts_on { year: 2025 month: 6 day: 2 }
    ends_on { year: 2025 month: 6 day: 2 }
  }
  commitments {
    commitment_id: "course"
    kind: COMMITMENT_KIND_PROGRAMME
    windows { days: WEEKDAY_FRIDAY start: "13:00" end: "16:00" }
  }
  temporary_release {
    release_class: RELEASE_CLASS_STANDARD
    eligible_from { year: 2025 month: 7 day: 1 }
    sub_types: [ "RDR", "SPL" ]
    paid_work: KNOWN_YES
    out_at: "07:30"
    return_by: "18:00"
    nights: KNOWN_NO
  }
  home_county: "Greater Manchester"
)pb";

std::vector<std::string> FaultsOf(const std::string& plan) {
  return FaultyFields([&](const Field& at) {
    matcher::RiskPlanTerms terms;
    ReadCommitments(Parse<v1::RiskPlan>(plan), at["plan"], terms);
  });
}

std::vector<std::string> FaultsOfCommitment(const std::string& more) {
  return FaultsOf(absl::StrCat("commitments { commitment_id: 'c' ", more, " }"));
}

TEST(Commitments, AreWrittenAsTheyWereRead) {
  const auto wire = Parse<v1::RiskPlan>(kWeek);
  Violations violations;
  matcher::RiskPlanTerms terms;
  ReadCommitments(wire, Field(violations), terms);
  ASSERT_TRUE(violations.empty());
  ASSERT_EQ(terms.commitments.size(), 2U);
  EXPECT_EQ(terms.commitments[0].windows.spans, (std::vector<matcher::WeekSpan>{{600, 30}}));
  EXPECT_EQ(terms.temporary_release.out_at, 450);
  EXPECT_EQ(terms.temporary_release.return_by, 1080);
  v1::RiskPlan again;
  WriteCommitments(terms, again);
  EXPECT_TRUE(google::protobuf::util::MessageDifferencer::Equals(again, wire))
      << again.DebugString();
}

TEST(Commitments, NameWhatIsWrong) {
  constexpr char kHour[] =
      "kind: COMMITMENT_KIND_TESTING windows { days: WEEKDAY_MONDAY start: '10:00' end: '11:00' } ";
  EXPECT_THAT(FaultsOfCommitment(kHour), IsEmpty());
  EXPECT_THAT(FaultsOfCommitment(""),
              ElementsAre("plan.commitments[0].windows", "plan.commitments[0].kind"));
  EXPECT_THAT(FaultsOfCommitment(absl::StrCat(kHour,
                                              "starts_on { year: 2025 month: 6 day: 2 } "
                                              "ends_on { year: 2025 month: 6 day: 1 }")),
              ElementsAre("plan.commitments[0].ends_on"));
  EXPECT_THAT(FaultsOfCommitment(absl::StrCat(kHour, "where { latitude: 53 longitude: 190 }")),
              testing::Contains("plan.commitments[0].where.longitude"));
  EXPECT_THAT(FaultsOf(absl::StrCat("commitments { commitment_id: 'c' ", kHour,
                                    "} commitments { commitment_id: 'c' ", kHour, "}")),
              ElementsAre("plan.commitments[1].commitment_id"));
}

TEST(TemporaryRelease, NamesWhatIsWrong) {
  const auto faults = [](const std::string& text) {
    return FaultsOf(absl::StrCat("temporary_release { ", text, " }"));
  };
  EXPECT_THAT(faults(""), IsEmpty());
  EXPECT_THAT(
      faults("sub_types: [ 'RDR', 'XYZ', 'RDR', '' ]"),
      ElementsAre("plan.temporary_release.sub_types[1]", "plan.temporary_release.sub_types[2]",
                  "plan.temporary_release.sub_types[3]"));
  EXPECT_THAT(faults("out_at: '25:00' return_by: '7'"),
              ElementsAre("plan.temporary_release.out_at", "plan.temporary_release.return_by"));
  EXPECT_THAT(faults("out_at: '18:00' return_by: '18:00'"),
              ElementsAre("plan.temporary_release.return_by"));
  EXPECT_THAT(faults("out_at: '18:00' return_by: '18:01'"), IsEmpty());
}

}  // namespace
}  // namespace throughgate::services
