#include "services/cli/commands/session.h"

#include <google/protobuf/util/json_util.h>

#include <chrono>

#include "absl/strings/str_cat.h"
#include "services/cli/show/fields.h"
#include "services/edge/status_macros.h"

namespace throughgate::cli {
namespace {

// Pages of lists and of matches fit gRPC's default of 4 MiB. A risk plan whose zones have many
// vertices may not: it is stored in 1 MiB, and several times as large on the wire.
constexpr int kResponseBytesMax = 16 << 20;

}  // namespace

absl::Status Session::Connect() {
  if (channel_ != nullptr) return absl::OkStatus();
  ASSIGN_OR_RETURN(const auto credentials,
                   MakeChannelCredentials(options.credentials, options.server));
  grpc::ChannelArguments arguments;
  arguments.SetMaxReceiveMessageSize(kResponseBytesMax);
  // What is asked here is nobody else's to read: never by way of a proxy.
  arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
  channel_ = grpc::CreateCustomChannel(options.server, credentials, arguments);
  return absl::OkStatus();
}

absl::StatusOr<std::unique_ptr<grpc::ClientContext>> Session::NewContext(
    double default_deadline_s) {
  RETURN_IF_ERROR(Connect());
  ASSIGN_OR_RETURN(const std::string token, ReadToken(options.credentials));
  auto context = std::make_unique<grpc::ClientContext>();
  const double seconds = options.deadline_s > 0 ? options.deadline_s : default_deadline_s;
  if (seconds > 0) {
    context->set_deadline(std::chrono::system_clock::now() +
                          std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000)));
  }
  if (!token.empty()) context->AddMetadata("authorization", absl::StrCat("Bearer ", token));
  if (!options.role.empty()) context->AddMetadata("throughgate-role", options.role);
  if (!options.organisation.empty()) {
    context->AddMetadata("throughgate-organisation", options.organisation);
  }
  return context;
}

void Session::PrintJson(const google::protobuf::Message& message) {
  std::string json;
  const auto status = google::protobuf::util::MessageToJsonString(message, &json);
  if (status.ok()) {
    out_ << json << "\n";
  } else {
    err_ << "throughgate: the answer has no JSON form: " << status.message() << "\n";
  }
}

void Session::Show(const google::protobuf::Message& response) {
  if (options.json) {
    PrintJson(response);
  } else {
    out_ << Describe(response);
  }
}

grpc::Status NotSent(const absl::Status& why) {
  return {grpc::StatusCode::UNAUTHENTICATED, std::string(why.message())};
}

}  // namespace throughgate::cli
