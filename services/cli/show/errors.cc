#include "services/cli/show/errors.h"

#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/cli/show/text.h"
#include "throughgate/v1/error_details.pb.h"

namespace throughgate::cli {
namespace {

// The detail of the type google.rpc.`type`, or an empty one. Our messages have the same bytes but
// another name, so that Any's own unpacking would refuse them.
template <typename Detail>
Detail FindDetail(const v1::Status& status, absl::string_view type) {
  Detail detail;
  for (const auto& any : status.details()) {
    if (absl::EndsWith(any.type_url(), absl::StrCat("/google.rpc.", type))) {
      detail.ParseFromString(any.value());
    }
  }
  return detail;
}

// What whoever typed the command can do, where the server's words are for programs.
absl::string_view Advice(const v1::ErrorInfo& info) {
  if (info.reason() == "CALLER_UNKNOWN") {
    const auto header = info.metadata().find("header");
    if (header != info.metadata().end() && header->second != "authorization") {
      return "--role and --organisation say which of your grants you mean; `throughgate whoami` "
             "lists them.";
    }
    return "--token-file FILE, or THROUGHGATE_TOKEN_FILE, says who asks. Tokens end after minutes "
           "or hours:\n  get a new one from your identity provider, or from `throughgate token "
           "mint` for a server on\n  this machine.";
  }
  if (info.reason() == "ROLE_NOT_PERMITTED" || info.reason() == "GRANT_NOT_PERMITTED") {
    return "`throughgate whoami` shows what you may do, and for whom. Administrators of your "
           "organisation\n  can grant more.";
  }
  return "";
}

void ShowLine(std::ostream& err, absl::string_view text, absl::string_view reason) {
  err << "throughgate: " << Printable(text);
  if (!reason.empty()) err << " [" << Printable(reason) << "]";
  err << "\n";
}

bool ServerDecided(grpc::StatusCode code) {
  switch (code) {
    case grpc::StatusCode::INVALID_ARGUMENT:
    case grpc::StatusCode::NOT_FOUND:
    case grpc::StatusCode::ALREADY_EXISTS:
    case grpc::StatusCode::PERMISSION_DENIED:
    case grpc::StatusCode::FAILED_PRECONDITION:
    case grpc::StatusCode::ABORTED:
    case grpc::StatusCode::OUT_OF_RANGE:
    case grpc::StatusCode::RESOURCE_EXHAUSTED:
      return true;
    default:
      return false;
  }
}

}  // namespace

ExitStatus ReportError(std::ostream& err, const grpc::Status& status) {
  v1::Status rich;
  rich.ParseFromString(status.error_details());
  const auto info = FindDetail<v1::ErrorInfo>(rich, "ErrorInfo");
  const auto request = FindDetail<v1::BadRequest>(rich, "BadRequest");
  std::vector<std::string> lines;
  // What gRPC itself says when time was up on this side.
  if (status.error_code() == grpc::StatusCode::DEADLINE_EXCEEDED && info.reason().empty()) {
    ShowLine(err, "the server did not answer in time; --deadline SECONDS gives it longer.", "");
    return ExitStatus::kCouldNotRun;
  }
  for (const auto& violation : request.field_violations()) {
    lines.push_back(absl::StrCat(violation.field(), ": ", violation.description()));
  }
  // The message repeats the first field at fault.
  if (lines.empty() || lines.front() != status.error_message()) {
    lines.insert(lines.begin(), status.error_message());
  }
  for (const std::string& line : lines) ShowLine(err, line, info.reason());
  if (const absl::string_view advice = Advice(info); !advice.empty()) {
    err << "  " << advice << "\n";
  }
  if (status.error_code() == grpc::StatusCode::UNAVAILABLE && info.reason().empty()) {
    err << "  Is the server running? --server HOST:PORT says where it is. One that is not on this "
           "machine\n  wants TLS: --tls, or --tls-ca FILE.\n";
  }
  return ServerDecided(status.error_code()) ? ExitStatus::kRefused : ExitStatus::kCouldNotRun;
}

ExitStatus ReportError(std::ostream& err, const absl::Status& status) {
  err << "throughgate: " << Printable(status.message()) << "\n";
  return ExitStatus::kCouldNotRun;
}

}  // namespace throughgate::cli
