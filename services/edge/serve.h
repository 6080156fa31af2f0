// One call, from the door to the answer. Every handler is written inside it and cannot know its
// caller otherwise.
//
//   grpc::Status GetEmployer(grpc::ServerContext* context, const v1::GetEmployerRequest* request,
//                            v1::GetEmployerResponse* response) override {
//     return Serve(backend_, *context, *request, *response, [&](const Caller& caller) ->
//     absl::Status {
//       …
//     });
//   }
#ifndef THROUGHGATE_SERVICES_EDGE_SERVE_H_
#define THROUGHGATE_SERVICES_EDGE_SERVE_H_

#include <grpcpp/server_context.h>
#include <grpcpp/support/status.h>

#include "absl/status/statusor.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "services/convert/field.h"
#include "services/convert/names.h"
#include "services/convert/revision_token.h"
#include "services/edge/admission.h"
#include "services/edge/grpc_status.h"
#include "services/edge/guarded.h"
#include "services/edge/listing.h"
#include "services/edge/mutation.h"
#include "services/edge/policy.h"
#include "services/edge/sha256.h"
#include "services/edge/status_macros.h"
#include "services/edge/unknown_fields.h"

namespace throughgate::services {

// Admits the caller of the method that takes a stream of Request, runs `handler(caller)`, looks at
// the answer, and translates what the handler returns. `answer` is the response, or the stream of
// several: then `handler(caller, outlet)` is run, see guarded.h. The handler refuses what it reads,
// if that has fields that are not known here.
template <typename Request, typename Answer, typename Handler>
grpc::Status ServeStream(const Backend& backend, const grpc::ServerContextBase& context,
                         Answer& answer, Handler handler, const Request& request = {}) {
  const std::string_view method = MethodOf(*Request::descriptor());
  const absl::StatusOr<Caller> caller = Admit(backend, context, request);
  return ToGrpc(caller.ok() ? Guarded(context, *caller, method, answer, handler) : caller.status(),
                method);
}

// The same for a method that takes one request, which is refused if it has fields that are not
// known here.
template <typename Request, typename Answer, typename Handler>
grpc::Status Serve(const Backend& backend, const grpc::ServerContextBase& context,
                   const Request& request, Answer& answer, Handler handler) {
  const auto handle = [&](const Caller& caller, auto&... outlet) -> absl::Status {
    RETURN_IF_ERROR(RefuseUnknownFields(request));
    return handler(caller, outlet...);
  };
  return ServeStream<Request>(backend, context, answer, handle, request);
}

// The deadline of a call; the infinite future when the client set none.
inline absl::Time DeadlineOf(const grpc::ServerContextBase& context) {
  return absl::FromChrono(context.deadline());
}

// Whether nobody waits for the answer any more.
inline bool IsOver(const grpc::ServerContextBase& context) {
  return context.IsCancelled() || absl::Now() > DeadlineOf(context);
}

// A write as `request` asks for it; its request_id is refused at `at` when malformed.
template <typename Request>
WriteRequest WriteRequestOf(const grpc::ServerContextBase& context, const Caller& caller,
                            const Request& request, const Field& at) {
  CheckRequestId(request.request_id(), at["request_id"]);
  return {.method = MethodOf(*Request::descriptor()),
          .caller = caller,
          .request_id = request.request_id(),
          .etag = {},
          .sha256 = Sha256(request.SerializeAsString()),
          .validate_only = request.validate_only(),
          .deadline = DeadlineOf(context)};
}

// A listing as `request` asks for it, without its prefix. A token is good for the same caller, in
// the same role, and for the same `parent`, empty when the method has none.
template <typename Request>
ListQuery ListQueryOf(const Backend& backend, const Caller& caller, const Request& request,
                      std::string_view parent, const Field& at) {
  return {.prefix = {},
          .store_id = backend.store.id(),
          .method = MethodOf(*Request::descriptor()),
          .subject = SubjectOf(caller, parent),
          .page_size = ReadPageSize(request.page_size(), at["page_size"]),
          .page_token = request.page_token()};
}

template <typename Model, typename Response>
void SetPage(const Backend& backend, const RecordPage<Model>& page, Response& response) {
  response.set_next_page_token(page.next_page_token);
  response.set_revision(FormatRevision(backend.store.id(), page.revision));
}

// Tells at which revision a write is visible; nothing when it was only validated.
template <typename Model, typename Response>
void SetRevision(const Backend& backend, const Written<Model>& written, Response& response) {
  if (written.revision == 0) return;
  response.set_revision(FormatRevision(backend.store.id(), written.revision));
}

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_SERVE_H_
