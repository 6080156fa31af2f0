#include "services/edge/errors.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <utility>

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "throughgate/v1/error_details.pb.h"

namespace throughgate::services {
namespace {

constexpr char kDomain[] = "throughgate";
constexpr std::string_view kAuthorization = "authorization";
constexpr std::string_view kReasonPrefix = "ERROR_REASON_";

// gRPC clients take 8 KiB of trailers unless told otherwise, and base64 makes details a third
// larger.
constexpr std::size_t kViolationBytesMax = 4000;

// Maps have no order of their own, and equal errors must be equal bytes.
std::string Serialize(const google::protobuf::Message& message) {
  std::string bytes;
  google::protobuf::io::StringOutputStream stream(&bytes);
  google::protobuf::io::CodedOutputStream coded(&stream);
  coded.SetSerializationDeterministic(true);
  message.SerializeToCodedStream(&coded);
  coded.Trim();
  return bytes;
}

using Metadata = std::initializer_list<std::pair<std::string_view, std::string>>;

std::string NameOf(v1::ErrorReason reason) {
  return v1::ErrorReason_Name(reason).substr(kReasonPrefix.size());
}

absl::Status Make(absl::StatusCode code, v1::ErrorReason reason, const std::string& message,
                  Metadata metadata = {}) {
  v1::ErrorInfo info;
  info.set_reason(NameOf(reason));
  info.set_domain(kDomain);
  for (const auto& [key, value] : metadata) (*info.mutable_metadata())[std::string(key)] = value;
  absl::Status status(code, message);
  status.SetPayload(kErrorInfoUrl, absl::Cord(Serialize(info)));
  return status;
}

absl::Status About(absl::StatusCode code, v1::ErrorReason reason, const std::string& resource,
                   const char* what) {
  return Make(code, reason, absl::StrCat(resource, " ", what), {{"resource", resource}});
}

void AttachViolations(const std::vector<FieldViolation>& violations, absl::Status& status) {
  v1::BadRequest request;
  for (const FieldViolation& violation : violations) {
    v1::BadRequest::FieldViolation& wire = *request.add_field_violations();
    wire.set_field(violation.field);
    wire.set_description(violation.description);
  }
  status.SetPayload(kBadRequestUrl, absl::Cord(Serialize(request)));
}

// Leaves out what does not fit, and says so in the last one left.
void Shorten(std::vector<FieldViolation>& violations) {
  std::size_t bytes = 0;
  std::size_t kept = 0;
  while (kept < violations.size() &&
         (bytes += violations[kept].field.size() + violations[kept].description.size()) <=
             kViolationBytesMax) {
    ++kept;
  }
  kept = std::max<std::size_t>(kept, 1);
  if (kept == violations.size()) return;
  absl::StrAppend(&violations[kept - 1].description, " ", violations.size() - kept,
                  " more faults are not listed.");
  violations.resize(kept);
}

}  // namespace

absl::Status FieldInvalid(std::vector<FieldViolation> violations) {
  Shorten(violations);
  const FieldViolation& first = violations.front();
  absl::Status status = Make(absl::StatusCode::kInvalidArgument, v1::ERROR_REASON_FIELD_INVALID,
                             absl::StrCat(first.field, ": ", first.description));
  AttachViolations(violations, status);
  return status;
}

absl::Status FieldInvalid(std::string field, std::string description) {
  return FieldInvalid({{std::move(field), std::move(description)}});
}

absl::Status PersonalDataRefused(const std::string& field, const std::string& kind) {
  const std::string description =
      absl::StrCat("Looks like a ", kind, ". Send codes that identify nobody.");
  absl::Status status =
      Make(absl::StatusCode::kInvalidArgument, v1::ERROR_REASON_PERSONAL_DATA_REFUSED,
           absl::StrCat(field, ": ", description), {{"field", field}, {"kind", kind}});
  AttachViolations({{field, description}}, status);
  return status;
}

absl::Status NotFound(const std::string& resource) {
  return About(absl::StatusCode::kNotFound, v1::ERROR_REASON_RESOURCE_NOT_FOUND, resource,
               "does not exist.");
}

absl::Status AlreadyExists(const std::string& resource) {
  return About(absl::StatusCode::kAlreadyExists, v1::ERROR_REASON_RESOURCE_EXISTS, resource,
               "exists already.");
}

absl::Status EtagMismatch(const std::string& resource) {
  return About(absl::StatusCode::kAborted, v1::ERROR_REASON_ETAG_MISMATCH, resource,
               "has changed since it was read. Get it again, then retry.");
}

absl::Status WriteConflict(const std::string& resource) {
  return About(absl::StatusCode::kAborted, v1::ERROR_REASON_WRITE_CONFLICT, resource,
               "is being written by others. Retry the whole read-modify-write.");
}

absl::Status RequestIdReused(const std::string& request_id) {
  return Make(absl::StatusCode::kAlreadyExists, v1::ERROR_REASON_REQUEST_ID_REUSED,
              "The request_id was used for a different request. Make a new one.",
              {{"request_id", request_id}});
}

absl::Status RoleNotPermitted(const std::string& method, const std::string& role) {
  return Make(absl::StatusCode::kPermissionDenied, v1::ERROR_REASON_ROLE_NOT_PERMITTED,
              role.empty()
                  ? "None of your grants lets you call this method."
                  : absl::StrCat("You have no grant as ", role, " that lets you call this method."),
              {{"method", method}, {"role", role}});
}

absl::Status GrantNotPermitted(const std::string& why) {
  return Make(absl::StatusCode::kPermissionDenied, v1::ERROR_REASON_GRANT_NOT_PERMITTED,
              absl::StrCat("Your grant does not reach this: ", why, "."), {{"why", why}});
}

absl::Status CallerUnknown(const std::string& header) {
  return Make(absl::StatusCode::kUnauthenticated, v1::ERROR_REASON_CALLER_UNKNOWN,
              header == kAuthorization
                  ? "Send a token that is valid now, or use a client certificate."
                  : absl::StrCat("The metadata ", header,
                                 " is repeated or misspelt, or you have several grants that fit: "
                                 "say which you mean."),
              {{"header", header}});
}

absl::Status CursorExpired() {
  return Make(absl::StatusCode::kFailedPrecondition, v1::ERROR_REASON_CURSOR_EXPIRED,
              "The revision of these pages is no longer kept. Start again.");
}

absl::Status CursorInvalid() {
  return Make(absl::StatusCode::kInvalidArgument, v1::ERROR_REASON_CURSOR_INVALID,
              "The page_token was not made by this method for this request.");
}

absl::Status RevisionNotReached() {
  return Make(absl::StatusCode::kUnavailable, v1::ERROR_REASON_REVISION_NOT_REACHED,
              "The revision has not arrived here yet. Retry.");
}

absl::Status RevisionInvalid() {
  return Make(absl::StatusCode::kInvalidArgument, v1::ERROR_REASON_REVISION_INVALID,
              "The revision is of another database, or is not a revision.");
}

absl::Status DeadlineExceeded() {
  return Make(absl::StatusCode::kDeadlineExceeded, v1::ERROR_REASON_DEADLINE_EXCEEDED,
              "The work did not end in time.");
}

absl::Status ReferenceDataMissing(const std::string& what) {
  return Make(absl::StatusCode::kFailedPrecondition, v1::ERROR_REASON_REFERENCE_DATA_MISSING,
              absl::StrCat("A code is used, but no ", what, " is loaded."));
}

absl::Status ResourceClosed(const std::string& resource) {
  return About(absl::StatusCode::kFailedPrecondition, v1::ERROR_REASON_RESOURCE_CLOSED, resource,
               "is closed.");
}

absl::Status LimitExceeded(const std::string& limit, std::int64_t maximum,
                           const std::string& remedy) {
  return Make(
      absl::StatusCode::kResourceExhausted, v1::ERROR_REASON_LIMIT_EXCEEDED,
      absl::StrCat("More than ", maximum, " ", limit, ".", remedy.empty() ? "" : " ", remedy),
      {{"limit", limit}, {"maximum", absl::StrCat(maximum)}});
}

absl::Status StoredDataDamaged() {
  return Make(absl::StatusCode::kDataLoss, v1::ERROR_REASON_STORED_DATA_DAMAGED,
              "Stored data is damaged; an operator must act.");
}

absl::Status StoreUnavailable() {
  return Make(absl::StatusCode::kUnavailable, v1::ERROR_REASON_STORE_UNAVAILABLE,
              "The store cannot be used at the moment. Retry with the same request_id.");
}

absl::Status CatalogueStopped() {
  return Make(
      absl::StatusCode::kUnavailable, v1::ERROR_REASON_CATALOGUE_STOPPED,
      "This server cannot follow what is stored at the moment, so its answers could be out "
      "of date. Retry, or ask another server; if it lasts, an operator must act on this one.");
}

absl::Status NameKeyMissing(const std::string& key) {
  return Make(absl::StatusCode::kFailedPrecondition, v1::ERROR_REASON_NAME_KEY_MISSING,
              absl::StrCat("The service's key for ", key,
                           " is lost or damaged; tell whoever runs the service."),
              {{"key", key}});
}

absl::Status LinkCodeInvalid() {
  return Make(absl::StatusCode::kNotFound, v1::ERROR_REASON_LINK_CODE_INVALID,
              "The link code was never given, has been used, or has expired. Ask for another.");
}

absl::Status Internal() {
  return Make(absl::StatusCode::kInternal, v1::ERROR_REASON_INTERNAL,
              "Something went wrong in the server.");
}

absl::Status WithTexts(const absl::Status& status,
                       absl::FunctionRef<std::string(std::string)> change) {
  const auto payload = status.GetPayload(kErrorInfoUrl);
  v1::ErrorInfo info;
  if (!payload || !info.ParseFromString(std::string(*payload))) return status;
  for (auto& [key, value] : *info.mutable_metadata()) value = change(value);
  absl::Status changed(status.code(), change(std::string(status.message())));
  changed.SetPayload(kErrorInfoUrl, absl::Cord(Serialize(info)));
  if (const auto fields = status.GetPayload(kBadRequestUrl)) {
    changed.SetPayload(kBadRequestUrl, *fields);
  }
  return changed;
}

std::optional<v1::ErrorReason> ReasonOf(const absl::Status& status) {
  const auto payload = status.GetPayload(kErrorInfoUrl);
  v1::ErrorInfo info;
  v1::ErrorReason reason;
  if (!payload || !info.ParseFromString(std::string(*payload)) ||
      !v1::ErrorReason_Parse(std::string(kReasonPrefix) + info.reason(), &reason)) {
    return std::nullopt;
  }
  return reason;
}

std::vector<FieldViolation> FieldViolationsOf(const absl::Status& status) {
  const auto payload = status.GetPayload(kBadRequestUrl);
  v1::BadRequest request;
  if (!payload || !request.ParseFromString(std::string(*payload))) return {};
  std::vector<FieldViolation> violations;
  for (const auto& wire : request.field_violations()) {
    violations.push_back({wire.field(), wire.description()});
  }
  return violations;
}

}  // namespace throughgate::services
