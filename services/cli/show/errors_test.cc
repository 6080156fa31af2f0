#include "services/cli/show/errors.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "throughgate/v1/error_details.pb.h"

namespace throughgate::cli {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

// A status as the server sends it.
grpc::Status Refusal() {
  v1::ErrorInfo info;
  info.set_reason("FIELD_INVALID");
  v1::BadRequest request;
  v1::BadRequest::FieldViolation& violation = *request.add_field_violations();
  violation.set_field("candidate.reach_m");
  violation.set_description("must be 1 to 1,000,000");
  v1::Status status;
  for (const auto& [type, bytes] : {std::pair("ErrorInfo", info.SerializeAsString()),
                                    std::pair("BadRequest", request.SerializeAsString())}) {
    google::protobuf::Any& any = *status.add_details();
    any.set_type_url(std::string("type.googleapis.com/google.rpc.") + type);
    any.set_value(bytes);
  }
  return {grpc::StatusCode::INVALID_ARGUMENT, "a field is wrong", status.SerializeAsString()};
}

TEST(ReportError, ShowsReasonAndFields) {
  std::ostringstream err;
  EXPECT_EQ(ReportError(err, Refusal()), ExitStatus::kRefused);
  EXPECT_EQ(err.str(),
            "throughgate: a field is wrong [FIELD_INVALID]\n"
            "throughgate: candidate.reach_m: must be 1 to 1,000,000 [FIELD_INVALID]\n");
}

TEST(ReportError, SaysOnceWhatTheMessageRepeats) {
  std::ostringstream err;
  const grpc::Status refusal = Refusal();
  ReportError(err, {refusal.error_code(), "candidate.reach_m: must be 1 to 1,000,000",
                    refusal.error_details()});
  EXPECT_EQ(err.str(), "throughgate: candidate.reach_m: must be 1 to 1,000,000 [FIELD_INVALID]\n");
}

// What is said of a status that the server refuses with.
std::string Said(grpc::StatusCode code, const std::string& reason, const std::string& header = "") {
  v1::ErrorInfo info;
  info.set_reason(reason);
  if (!header.empty()) (*info.mutable_metadata())["header"] = header;
  v1::Status status;
  google::protobuf::Any& any = *status.add_details();
  any.set_type_url("type.googleapis.com/google.rpc.ErrorInfo");
  any.set_value(info.SerializeAsString());
  std::ostringstream err;
  ReportError(err, {code, "no", status.SerializeAsString()});
  return err.str();
}

TEST(ReportError, SaysWhatToDo) {
  const auto unknown = grpc::StatusCode::UNAUTHENTICATED;
  EXPECT_THAT(Said(unknown, "CALLER_UNKNOWN", "authorization"), HasSubstr("throughgate token"));
  EXPECT_THAT(Said(unknown, "CALLER_UNKNOWN", "throughgate-role"),
              AllOf(HasSubstr("throughgate whoami"), Not(HasSubstr("throughgate token"))));
  const auto denied = grpc::StatusCode::PERMISSION_DENIED;
  EXPECT_THAT(Said(denied, "ROLE_NOT_PERMITTED"), HasSubstr("throughgate whoami"));
  EXPECT_THAT(Said(denied, "GRANT_NOT_PERMITTED"), HasSubstr("throughgate whoami"));
  EXPECT_EQ(Said(denied, "ELSE"), "throughgate: no [ELSE]\n");
}

TEST(ReportError, TellsRefusedFromCouldNotRun) {
  std::ostringstream err;
  EXPECT_EQ(ReportError(err, grpc::Status(grpc::StatusCode::NOT_FOUND, "")), ExitStatus::kRefused);
  for (const auto code : {grpc::StatusCode::UNAVAILABLE, grpc::StatusCode::DEADLINE_EXCEEDED,
                          grpc::StatusCode::UNAUTHENTICATED, grpc::StatusCode::INTERNAL}) {
    EXPECT_EQ(ReportError(err, grpc::Status(code, "")), ExitStatus::kCouldNotRun);
  }
  EXPECT_EQ(ReportError(err, absl::NotFoundError("no file")), ExitStatus::kCouldNotRun);
}

// What gRPC says is no sentence, and says not what to do.
TEST(ReportError, SaysThatTimeWasUp) {
  std::ostringstream err;
  ReportError(err, grpc::Status(grpc::StatusCode::DEADLINE_EXCEEDED, "Deadline Exceeded"));
  EXPECT_EQ(
      err.str(),
      "throughgate: the server did not answer in time; --deadline SECONDS gives it longer.\n");
}

TEST(ReportError, SurvivesDetailsThatAreNone) {
  std::ostringstream err;
  ReportError(err, grpc::Status(grpc::StatusCode::NOT_FOUND, "gone\x1B[2J", "\xFF\xFF"));
  EXPECT_EQ(err.str(), "throughgate: gone [2J\n");
}

}  // namespace
}  // namespace throughgate::cli
