// Every error that callers can be told, as it is on the wire.
#include "services/edge/errors.h"

#include <gmock/gmock.h>

#include <set>

#include "services/edge/grpc_status.h"
#include "throughgate/v1/error_details.pb.h"

namespace throughgate::services {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr char kMethod[] = "/throughgate.v1.VacancyService/GetVacancy";

v1::Status Details(const grpc::Status& status) {
  v1::Status details;
  EXPECT_TRUE(details.ParseFromString(status.error_details()));
  return details;
}

v1::ErrorInfo InfoOf(const grpc::Status& status) {
  v1::ErrorInfo info;
  const v1::Status details = Details(status);
  EXPECT_EQ(details.details(0).type_url(), "type.googleapis.com/google.rpc.ErrorInfo");
  EXPECT_TRUE(info.ParseFromString(details.details(0).value()));
  return info;
}

struct PublicError {
  absl::Status status;
  grpc::StatusCode code;
  const char* reason;
  std::map<std::string, std::string> metadata;
};

const std::vector<PublicError>& PublicErrors() {
  using enum grpc::StatusCode;
  static const auto* errors = new std::vector<PublicError>{
      {FieldInvalid("vacancy.title", "Is required."), INVALID_ARGUMENT, "FIELD_INVALID", {}},
      {PersonalDataRefused("candidate_id", "CRN"),
       INVALID_ARGUMENT,
       "PERSONAL_DATA_REFUSED",
       {{"field", "candidate_id"}, {"kind", "CRN"}}},
      {NotFound("employers/a"), NOT_FOUND, "RESOURCE_NOT_FOUND", {{"resource", "employers/a"}}},
      {AlreadyExists("employers/a"),
       ALREADY_EXISTS,
       "RESOURCE_EXISTS",
       {{"resource", "employers/a"}}},
      {EtagMismatch("employers/a"), ABORTED, "ETAG_MISMATCH", {{"resource", "employers/a"}}},
      {WriteConflict("employers/a"), ABORTED, "WRITE_CONFLICT", {{"resource", "employers/a"}}},
      {RequestIdReused("request-1"),
       ALREADY_EXISTS,
       "REQUEST_ID_REUSED",
       {{"request_id", "request-1"}}},
      {RoleNotPermitted(kMethod, "broker"),
       PERMISSION_DENIED,
       "ROLE_NOT_PERMITTED",
       {{"method", kMethod}, {"role", "broker"}}},
      {CallerUnknown("throughgate-role"),
       UNAUTHENTICATED,
       "CALLER_UNKNOWN",
       {{"header", "throughgate-role"}}},
      {GrantNotPermitted("another organisation"),
       PERMISSION_DENIED,
       "GRANT_NOT_PERMITTED",
       {{"why", "another organisation"}}},
      {CursorExpired(), FAILED_PRECONDITION, "CURSOR_EXPIRED", {}},
      {CursorInvalid(), INVALID_ARGUMENT, "CURSOR_INVALID", {}},
      {RevisionNotReached(), UNAVAILABLE, "REVISION_NOT_REACHED", {}},
      {RevisionInvalid(), INVALID_ARGUMENT, "REVISION_INVALID", {}},
      {DeadlineExceeded(), DEADLINE_EXCEEDED, "DEADLINE_EXCEEDED", {}},
      {ReferenceDataMissing("taxonomy"), FAILED_PRECONDITION, "REFERENCE_DATA_MISSING", {}},
      {ResourceClosed("employers/a"),
       FAILED_PRECONDITION,
       "RESOURCE_CLOSED",
       {{"resource", "employers/a"}}},
      {LimitExceeded("rows", 500),
       RESOURCE_EXHAUSTED,
       "LIMIT_EXCEEDED",
       {{"limit", "rows"}, {"maximum", "500"}}},
      {StoredDataDamaged(), DATA_LOSS, "STORED_DATA_DAMAGED", {}},
      {StoreUnavailable(), UNAVAILABLE, "STORE_UNAVAILABLE", {}},
      {CatalogueStopped(), UNAVAILABLE, "CATALOGUE_STOPPED", {}},
      {NameKeyMissing("no-contact"),
       FAILED_PRECONDITION,
       "NAME_KEY_MISSING",
       {{"key", "no-contact"}}},
      {LinkCodeInvalid(), NOT_FOUND, "LINK_CODE_INVALID", {}},
      {Internal(), INTERNAL, "INTERNAL", {}},
  };
  return *errors;
}

TEST(Errors, TravelWithTheirReasonAndMetadata) {
  for (const PublicError& error : PublicErrors()) {
    const grpc::Status wire = ToGrpc(error.status, kMethod);
    EXPECT_EQ(wire.error_code(), error.code) << error.reason;
    EXPECT_EQ(wire.error_message(), error.status.message());
    EXPECT_EQ(Details(wire).code(), error.code);
    EXPECT_EQ(Details(wire).message(), wire.error_message());
    const v1::ErrorInfo info = InfoOf(wire);
    EXPECT_EQ(info.reason(), error.reason);
    EXPECT_EQ(info.domain(), "throughgate");
    EXPECT_EQ((std::map<std::string, std::string>{info.metadata().begin(), info.metadata().end()}),
              error.metadata);
  }
}

TEST(Errors, ThatAreEqualAreEqualBytes) {
  std::set<std::string> told;
  for (int i = 0; i < 200; ++i) {
    told.insert(ToGrpc(PersonalDataRefused("candidate_id", "CRN"), kMethod).error_details());
    // So that the next one lies elsewhere in memory.
    told.insert(ToGrpc(Internal(), std::string(static_cast<std::size_t>(i), 'x')).error_details());
  }
  EXPECT_EQ(told.size(), 2u);
}

TEST(Errors, ThereIsOneForEveryDocumentedReason) {
  std::set<std::string> made;
  for (const PublicError& error : PublicErrors()) {
    made.insert(std::string("ERROR_REASON_") + error.reason);
  }
  const auto& documented = *v1::ErrorReason_descriptor();
  for (int i = 1; i < documented.value_count(); ++i) {
    EXPECT_TRUE(made.contains(documented.value(i)->name())) << documented.value(i)->name();
  }
  EXPECT_EQ(made.size(), static_cast<std::size_t>(documented.value_count() - 1));
}

TEST(Errors, NameTheirFields) {
  const grpc::Status wire = ToGrpc(FieldInvalid({{"a", "Is bad."}, {"b", "Is worse."}}), kMethod);
  EXPECT_EQ(wire.error_message(), "a: Is bad.");
  v1::BadRequest request;
  const v1::Status details = Details(wire);
  ASSERT_EQ(details.details_size(), 2);
  EXPECT_EQ(details.details(1).type_url(), "type.googleapis.com/google.rpc.BadRequest");
  ASSERT_TRUE(request.ParseFromString(details.details(1).value()));
  EXPECT_EQ(request.field_violations(1).field(), "b");
  EXPECT_EQ(request.field_violations(1).description(), "Is worse.");
}

TEST(Errors, LeaveOutWhatDoesNotFitAndSaySo) {
  std::vector<FieldViolation> many(5'000, {"some.field.or.other", "Is bad in some way or other."});
  const absl::Status status = FieldInvalid(many);
  const std::vector<FieldViolation> told = FieldViolationsOf(status);
  EXPECT_LT(ToGrpc(status, kMethod).error_details().size(), 5'000u);
  EXPECT_EQ(told.front(), many.front());
  EXPECT_THAT(told.back().description,
              HasSubstr(std::to_string(5'000 - told.size()) + " more faults are not listed"));
  // One that is too long alone is told all the same.
  EXPECT_EQ(FieldViolationsOf(FieldInvalid(std::string(9'000, 'f'), "Is bad.")).size(), 1u);
}

// Every code without a documented reason: its text stays inside and goes to the log.
TEST(InternalStatus, IsReplacedByANeutralSentence) {
  using enum absl::StatusCode;
  const std::map<absl::StatusCode, std::pair<grpc::StatusCode, std::string>> kTold = {
      {kDataLoss, {grpc::StatusCode::DATA_LOSS, "STORED_DATA_DAMAGED"}},
      {kUnavailable, {grpc::StatusCode::UNAVAILABLE, "STORE_UNAVAILABLE"}},
      {kDeadlineExceeded, {grpc::StatusCode::DEADLINE_EXCEEDED, "DEADLINE_EXCEEDED"}},
  };
  for (int code = 1; code <= static_cast<int>(kUnauthenticated); ++code) {
    const auto status = absl::Status(static_cast<absl::StatusCode>(code), "record \"x\" secret");
    testing::internal::CaptureStderr();
    const grpc::Status wire = ToGrpc(status, kMethod);
    const std::string log = testing::internal::GetCapturedStderr();
    EXPECT_THAT(log, HasSubstr(std::string(kMethod) + ": ")) << code;
    EXPECT_THAT(log, HasSubstr("record \"x\" secret")) << code;
    EXPECT_THAT(wire.error_message(), Not(HasSubstr("secret"))) << code;
    EXPECT_THAT(wire.error_details(), Not(HasSubstr("secret"))) << code;
    if (status.code() == kCancelled) {
      EXPECT_EQ(wire.error_code(), grpc::StatusCode::CANCELLED);
      continue;
    }
    const auto told = kTold.find(status.code());
    const bool kept = told != kTold.end();
    EXPECT_EQ(wire.error_code(), kept ? told->second.first : grpc::StatusCode::INTERNAL) << code;
    EXPECT_EQ(InfoOf(wire).reason(), kept ? told->second.second : "INTERNAL") << code;
  }
}

TEST(InternalStatus, OkIsOk) { EXPECT_TRUE(ToGrpc(absl::OkStatus(), kMethod).ok()); }

}  // namespace
}  // namespace throughgate::services
