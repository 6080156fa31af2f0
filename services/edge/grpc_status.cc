#include "services/edge/grpc_status.h"

#include <string>

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "services/edge/errors.h"
#include "services/edge/guard.h"
#include "services/edge/log.h"
#include "throughgate/v1/error_details.pb.h"

namespace throughgate::services {
namespace {

// What is said instead of an internal status.
absl::Status Neutral(absl::StatusCode code) {
  switch (code) {
    case absl::StatusCode::kDataLoss:
      return StoredDataDamaged();
    case absl::StatusCode::kUnavailable:
      return StoreUnavailable();
    case absl::StatusCode::kDeadlineExceeded:
      return DeadlineExceeded();
    case absl::StatusCode::kCancelled:
      return absl::CancelledError("The call was cancelled.");
    default:
      return Internal();
  }
}

v1::Status Write(const absl::Status& status) {
  v1::Status wire;
  wire.set_code(static_cast<int>(status.code()));
  wire.set_message(std::string(status.message()));
  // Always in this order; ForEachPayload has none, and equal errors must be equal bytes.
  for (const char* url : {kErrorInfoUrl, kBadRequestUrl}) {
    const auto payload = status.GetPayload(url);
    if (!payload) continue;
    google::protobuf::Any& detail = *wire.add_details();
    detail.set_type_url(url);
    detail.set_value(std::string(*payload));
  }
  return wire;
}

grpc::Status Send(const absl::Status& status, std::string_view method) {
  v1::Status wire = Write(status);
  // An error is for whoever made the call, so that it may hold what anybody may see and no more.
  if (const auto withheld = GuardOf<v1::Status>().FindWithheld(wire, {})) {
    Log(absl::StrCat(std::string(method), ": an error is withheld, since its caller may not see ",
                     *withheld));
    wire = Write(Internal());
  }
  return grpc::Status(static_cast<grpc::StatusCode>(wire.code()), wire.message(),
                      wire.SerializeAsString());
}

}  // namespace

grpc::Status ToGrpc(const absl::Status& status, std::string_view method) {
  if (status.ok()) return grpc::Status::OK;
  if (ReasonOf(status)) return Send(status, method);
  Log(std::string(method).append(": ").append(status.ToString()));
  return Send(Neutral(status.code()), method);
}

}  // namespace throughgate::services
