// The errors that callers are told of, made as absl::Status with what grpc_status sends along:
// a google.rpc.ErrorInfo with a documented reason, and a BadRequest where a field is at fault.
//
//   if (!found) return NotFound(name.ToString());
//
// A status without these payloads is internal: grpc_status replaces its text.
//
// Why  the reason is chosen where the fault is known; the translation is in one place all the same.
#ifndef THROUGHGATE_SERVICES_EDGE_ERRORS_H_
#define THROUGHGATE_SERVICES_EDGE_ERRORS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "throughgate/v1/error_reason.pb.h"

namespace throughgate::services {

inline constexpr char kErrorInfoUrl[] = "type.googleapis.com/google.rpc.ErrorInfo";
inline constexpr char kBadRequestUrl[] = "type.googleapis.com/google.rpc.BadRequest";

// One field that is wrong: its path within the request, and what is wrong and what to do, which
// never repeats the value.
struct FieldViolation {
  std::string field;
  std::string description;
  bool operator==(const FieldViolation&) const = default;
};

// As many of `violations`, at least one, as fit the trailers that clients take; the last then says
// how many more there are.
absl::Status FieldInvalid(std::vector<FieldViolation> violations);
absl::Status FieldInvalid(std::string field, std::string description);
// `kind` is what the value of `field` looks like: "prison number".
absl::Status PersonalDataRefused(const std::string& field, const std::string& kind);
absl::Status NotFound(const std::string& resource);
absl::Status AlreadyExists(const std::string& resource);
absl::Status EtagMismatch(const std::string& resource);
absl::Status WriteConflict(const std::string& resource);
absl::Status RequestIdReused(const std::string& request_id);
absl::Status RoleNotPermitted(const std::string& method, const std::string& role);
absl::Status CallerUnknown(const std::string& header);
// `why` is what speaks against it: "another organisation".
absl::Status GrantNotPermitted(const std::string& why);
absl::Status CursorExpired();
absl::Status CursorInvalid();
absl::Status RevisionNotReached();
absl::Status RevisionInvalid();
absl::Status DeadlineExceeded();
// `what` is "taxonomy" or "gazetteer".
absl::Status ReferenceDataMissing(const std::string& what);
absl::Status ResourceClosed(const std::string& resource);
// `remedy` is what the caller can do, a sentence, where that is not to ask for less.
absl::Status LimitExceeded(const std::string& limit, std::int64_t maximum,
                           const std::string& remedy = "");
absl::Status StoredDataDamaged();
absl::Status StoreUnavailable();
absl::Status CatalogueStopped();
// `key` is the name of a secret of the store: "no-contact".
absl::Status NameKeyMissing(const std::string& key);
absl::Status LinkCodeInvalid();
absl::Status Internal();

// The same error with `change` made to its message and to what it says along with it. What fields
// are at fault stays: that never repeats a value.
absl::Status WithTexts(const absl::Status& status,
                       absl::FunctionRef<std::string(std::string)> change);

// The reason that a status carries; nullopt for one that is internal.
std::optional<v1::ErrorReason> ReasonOf(const absl::Status& status);
// The fields that a status names; none when it is about no field.
std::vector<FieldViolation> FieldViolationsOf(const absl::Status& status);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_ERRORS_H_
