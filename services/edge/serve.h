// One call, from the door to the answer. Every handler is written inside it and cannot know its
// caller otherwise.
//
//   grpc::Status GetEmployer(grpc::ServerContext* context, const v1::GetEmployerRequest* request,
//                            v1::GetEmployerResponse* response) override {
//     return Serve<v1::GetEmployerRequest>(*context, [&](const Caller& caller) -> absl::Status {
//       …
//     });
//   }
#ifndef THROUGHGATE_SERVICES_EDGE_SERVE_H_
#define THROUGHGATE_SERVICES_EDGE_SERVE_H_

#include <grpcpp/server_context.h>
#include <grpcpp/support/status.h>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/edge/grpc_status.h"
#include "services/edge/policy.h"

namespace throughgate::services {

// Admits the caller of the method that takes a Request, runs `handler(caller)`, and translates what
// it returns.
template <typename Request, typename Handler>
grpc::Status Serve(const grpc::ServerContextBase& context, Handler handler) {
  const google::protobuf::Descriptor& method = *Request::descriptor();
  const absl::StatusOr<Caller> caller = Admit(context, method);
  return ToGrpc(caller.ok() ? handler(*caller) : caller.status(), MethodOf(method));
}

// The deadline of a call; the infinite future when the client set none.
inline absl::Time DeadlineOf(const grpc::ServerContextBase& context) {
  return absl::FromChrono(context.deadline());
}

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_SERVE_H_
