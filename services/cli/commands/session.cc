#include "services/cli/commands/session.h"

#include <google/protobuf/util/json_util.h>

#include <chrono>

#include "services/cli/show/fields.h"

namespace throughgate::cli {
namespace {

// Pages of lists and of matches fit gRPC's default of 4 MiB. A risk plan whose zones have many
// vertices may not: it is stored in 1 MiB, and several times as large on the wire.
constexpr int kResponseBytesMax = 16 << 20;

}  // namespace

std::shared_ptr<grpc::Channel> Session::channel() {
  if (channel_ == nullptr) {
    grpc::ChannelArguments arguments;
    arguments.SetMaxReceiveMessageSize(kResponseBytesMax);
    // What is asked here is nobody else's to read: never by way of a proxy.
    arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
    channel_ =
        grpc::CreateCustomChannel(options.server, grpc::InsecureChannelCredentials(), arguments);
  }
  return channel_;
}

std::unique_ptr<grpc::ClientContext> Session::NewContext(double default_deadline_s) const {
  auto context = std::make_unique<grpc::ClientContext>();
  const double seconds = options.deadline_s > 0 ? options.deadline_s : default_deadline_s;
  if (seconds > 0) {
    context->set_deadline(std::chrono::system_clock::now() +
                          std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000)));
  }
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

}  // namespace throughgate::cli
