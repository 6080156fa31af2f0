// A call about candidates, from the door to the answer: as Serve, with the names of candidates as
// the handler knows them.
//
//   return ServeNamed(backend_, *context, *request, *response,
//                     [&](const Caller& caller, const v1::GetCandidateRequest& request) { … });
//
// Why  no handler can forget to translate, nor read a name that the caller may not ask about.
#ifndef THROUGHGATE_SERVICES_EDGE_SERVE_NAMED_H_
#define THROUGHGATE_SERVICES_EDGE_SERVE_NAMED_H_

#include "services/edge/candidate_names.h"
#include "services/edge/serve.h"

namespace throughgate::services {

// Names as this caller has them now. Lifetime: of the catalogue and the backend.
inline CandidateNames NamesFor(const Backend& backend, const matcher::Catalogue& catalogue,
                               const Caller& caller) {
  return CandidateNames(catalogue, *backend.handles, ReachOf(caller));
}

// Puts the caller's own names into what was written, once the catalogue has it.
template <typename Response>
void ShowNames(const Backend& backend, const Caller& caller, Response& response) {
  const auto catalogue = backend.feed.Latest();
  NamesFor(backend, *catalogue, caller).ShowIn(response);
}

// Runs `handler(caller, request)` on a request that has internal names, and shows what it answers,
// or what it refuses, with the caller's.
//
// `check`, unless null, looks at the request as it came, before anything is looked up.
//
// Errors  those of `check`.
//         RESOURCE_NOT_FOUND  the caller has no such candidate.
template <typename Request, typename Response, typename Handler>
grpc::Status ServeNamed(const Backend& backend, const grpc::ServerContextBase& context,
                        const Request& request, Response& response, Handler handler,
                        absl::Status (*check)(const google::protobuf::Message&) = nullptr) {
  return Serve(backend, context, request, response, [&](const Caller& caller) -> absl::Status {
    if (check != nullptr) RETURN_IF_ERROR(check(request));
    const auto catalogue = backend.feed.Latest();
    CandidateNames names = NamesFor(backend, *catalogue, caller);
    Request resolved = request;
    RETURN_IF_ERROR(names.ResolveIn(resolved));
    Caller about = caller;
    about.candidates = names.resolved();
    RETURN_IF_ERROR(names.ShowInStatus(handler(about, resolved)));
    ShowNames(backend, caller, response);
    return absl::OkStatus();
  });
}

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_SERVE_NAMED_H_
