// What a record states, and what it does not.
#include <initializer_list>
#include <set>
#include <string>

#include "storage/format/envelope.h"
#include "storage/format/records.h"
#include "tests/support/status_matchers.h"
#include "tests/support/stored_fields.h"
#include "throughgate/record/v1/record.pb.h"

namespace throughgate::format {
namespace {

namespace v1 = throughgate::record::v1;

constexpr std::string_view kKey = "a key";

// The full names of the fields that the record sets.
template <typename Record>
std::set<std::string> FieldsSetBy(const Record& record) {
  std::set<std::string> fields;
  AddFieldsSet(StoredMessage<Record>(kKey, Encode(kKey, record)), fields);
  return fields;
}

// So that older programs still read what says nothing new. The state and the levels of risk were
// always there.
TEST(WhatIsStated, IsAllThatARecordHolds) {
  const auto of = [](const char* message, std::initializer_list<const char*> fields) {
    std::set<std::string> names;
    for (const char* field : fields) {
      names.insert(std::string("throughgate.record.v1.").append(message) + "." + field);
    }
    return names;
  };
  EXPECT_EQ(FieldsSetBy(matcher::VacancyTerms()), of("VacancyTerms", {"state"}));
  EXPECT_EQ(FieldsSetBy(matcher::CandidateTerms()), of("CandidateTerms", {}));
  EXPECT_EQ(FieldsSetBy(matcher::RiskPlanTerms()), of("RiskPlanTerms", {"rosh"}));
  EXPECT_EQ(FieldsSetBy(matcher::SharedEffects()), of("SharedEffects", {}));
  EXPECT_EQ(FieldsSetBy(matcher::SiteTerms()), of("SiteTerms", {"verification"}));
  EXPECT_EQ(FieldsSetBy(matcher::LinkTerms()), of("Link", {}));
}

TEST(WhatIsStated, IsNothingWithAnEmptyPart) {
  v1::CandidateTerms candidate;
  candidate.mutable_consent();
  EXPECT_THAT(Decode<matcher::CandidateTerms>(kKey, Wrap(kKey, candidate.SerializeAsString())),
              IsOkAndHolds(matcher::CandidateTerms()));
  v1::VacancyTerms vacancy;
  vacancy.mutable_role();
  matcher::VacancyTerms nothing;
  nothing.state = matcher::VacancyState::kUnspecified;
  EXPECT_THAT(Decode<matcher::VacancyTerms>(kKey, Wrap(kKey, vacancy.SerializeAsString())),
              IsOkAndHolds(nothing));
  v1::RiskPlanTerms plan;
  plan.mutable_barred_lists();
  plan.mutable_temporary_release();
  EXPECT_THAT(Decode<matcher::RiskPlanTerms>(kKey, Wrap(kKey, plan.SerializeAsString())),
              IsOkAndHolds(matcher::RiskPlanTerms()));
}

// An approval of nothing is not one of every vacancy.
TEST(WhatIsStated, KeepsAnApprovalOfAVacancyApartFromOneOfNone) {
  matcher::RiskPlanTerms plan;
  plan.work_approvals.resize(2);
  plan.work_approvals[1].vacancy = matcher::VacancyName();
  EXPECT_THAT(Decode<matcher::RiskPlanTerms>(kKey, Encode(kKey, plan)), IsOkAndHolds(plan));
}

// Out from midnight is not the same as from when nobody has said.
TEST(WhatIsStated, KeepsMidnightApartFromNoTime) {
  matcher::RiskPlanTerms plan;
  plan.temporary_release.out_at = 0;
  plan.temporary_release.return_by = 0;
  EXPECT_THAT(Decode<matcher::RiskPlanTerms>(kKey, Encode(kKey, plan)), IsOkAndHolds(plan));
}

// Nothing handled is not the same as nothing known of it, nor a limit of nothing no limit.
TEST(WhatIsStated, KeepsZeroPoundsApartFromNone) {
  matcher::VacancyTerms vacancy;
  vacancy.role.cash_handled = 0;
  EXPECT_THAT(Decode<matcher::VacancyTerms>(kKey, Encode(kKey, vacancy)), IsOkAndHolds(vacancy));
  matcher::RiskPlanTerms plan;
  plan.cash_limit = 0;
  EXPECT_THAT(Decode<matcher::RiskPlanTerms>(kKey, Encode(kKey, plan)), IsOkAndHolds(plan));
}

}  // namespace
}  // namespace throughgate::format
