#include "services/edge/unknown_fields.h"

#include <gmock/gmock.h>
#include <google/protobuf/unknown_field_set.h>

#include "services/edge/errors.h"
#include "throughgate/v1/match_service.pb.h"
#include "throughgate/v1/risk_plan_service.pb.h"

namespace throughgate::services {
namespace {

using google::protobuf::Message;
using testing::HasSubstr;

google::protobuf::UnknownFieldSet& UnknownOf(Message& message) {
  return *message.GetReflection()->MutableUnknownFields(&message);
}

std::string PathIn(const absl::Status& status) {
  return status.ok() ? "" : FieldViolationsOf(status).at(0).field;
}
std::string PathIn(const Message& message) { return PathIn(RefuseUnknownFields(message)); }

// With something in every message-typed field.
v1::SetRiskPlanRequest Whole() {
  v1::SetRiskPlanRequest request;
  v1::RiskPlan& plan = *request.mutable_risk_plan();
  plan.mutable_reviewed_on()->set_day(1);
  plan.mutable_rosh()->set_children(v1::ROSH_LEVEL_LOW);
  for (int i = 0; i < 2; ++i) {
    v1::Polygon& polygon = *plan.add_zones()->mutable_area()->add_polygons();
    polygon.add_rings()->add_vertices()->set_latitude(53);
    plan.add_curfews()->add_windows()->set_start("19:00");
  }
  return request;
}

TEST(UnknownFields, AreNotInWhatThisServerKnows) {
  EXPECT_EQ(PathIn(v1::SetRiskPlanRequest()), "");
  EXPECT_EQ(PathIn(Whole()), "");
}

TEST(UnknownFields, AreFoundHoweverDeepAndNamed) {
  v1::SetRiskPlanRequest request = Whole();
  v1::RiskPlan& plan = *request.mutable_risk_plan();
  const std::pair<Message*, std::string> kPlaces[] = {
      {&request, "9"},
      {request.mutable_risk_plan(), "risk_plan.9"},
      {plan.mutable_reviewed_on(), "risk_plan.reviewed_on.9"},
      {plan.mutable_zones(1), "risk_plan.zones[1].9"},
      {plan.mutable_zones(1)->mutable_area()->mutable_polygons(0)->mutable_rings(0),
       "risk_plan.zones[1].area.polygons[0].rings[0].9"},
      {plan.mutable_zones(0)
           ->mutable_area()
           ->mutable_polygons(0)
           ->mutable_rings(0)
           ->mutable_vertices(0),
       "risk_plan.zones[0].area.polygons[0].rings[0].vertices[0].9"},
      {plan.mutable_curfews(1)->mutable_windows(0), "risk_plan.curfews[1].windows[0].9"},
  };
  for (const auto& [message, path] : kPlaces) {
    UnknownOf(*message).AddVarint(9, 1);
    const absl::Status refused = RefuseUnknownFields(request);
    EXPECT_EQ(ReasonOf(refused), v1::ERROR_REASON_FIELD_INVALID);
    EXPECT_EQ(PathIn(refused), path);
    EXPECT_THAT(std::string(refused.message()), HasSubstr("the client is newer"));
    EXPECT_THAT(std::string(refused.message()), HasSubstr("Field 9 "));
    UnknownOf(*message).Clear();
  }
  EXPECT_EQ(PathIn(request), "");
}

TEST(UnknownFields, OfOthersMessagesCountToo) {
  v1::FindVacanciesRequest request;
  UnknownOf(*request.mutable_read_point()->mutable_as_of()).AddVarint(9, 1);
  EXPECT_EQ(PathIn(request), "read_point.as_of.9");
}

TEST(UnknownFields, AreWhateverTheyHold) {
  for (const std::string& bytes :
       {std::string("\x98\x06\x05"), std::string("\x9a\x06\x01x"), std::string("\x9d\x06") + "four",
        std::string("\x9b\x06\x9c\x06")}) {
    v1::RiskPlan plan;
    ASSERT_TRUE(plan.ParseFromString(bytes));
    EXPECT_EQ(PathIn(plan), "99");
  }
}

TEST(UnknownFields, OfOneMessageAlone) {
  v1::ImportRiskPlansBatch batch;
  v1::ImportRiskPlansRow& row = *batch.add_rows();
  UnknownOf(row).AddVarint(9, 1);
  EXPECT_EQ(PathIn(RefuseUnknownFieldsOf(batch, "batch")), "");
  UnknownOf(batch).AddVarint(7, 1);
  EXPECT_EQ(PathIn(RefuseUnknownFieldsOf(batch, "batch")), "batch.7");
  EXPECT_EQ(PathIn(RefuseUnknownFieldsOf(batch, "")), "7");
}

}  // namespace
}  // namespace throughgate::services
