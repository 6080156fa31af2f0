// An import stream as a call: what the four kinds have in common.
#ifndef THROUGHGATE_SERVICES_SERVE_IMPORT_H_
#define THROUGHGATE_SERVICES_SERVE_IMPORT_H_

#include <grpcpp/support/sync_stream.h>

#include "services/edge/backend.h"
#include "services/edge/serve.h"
#include "services/edge/status_macros.h"
#include "services/import/imports.h"

namespace throughgate::services {

template <typename Request, typename Response>
using ImportFunction = absl::Status (*)(const ImportContext&,
                                        const ImportStream<Request, Response>&);

template <typename Request, typename Response>
grpc::Status ServeImport(const Backend& backend, const grpc::ServerContext& context,
                         grpc::ServerReaderWriter<Response, Request>& stream,
                         ImportFunction<Request, Response> import) {
  return ServeStream<Request>(
      backend, context, stream, [&](const Caller& caller, auto& out) -> absl::Status {
        Streams& streams = *backend.streams;
        ASSIGN_OR_RETURN(const Streams::Place place,
                         streams.Take(kStreamLimit, caller.organisation));
        const auto is_over = [&] { return IsOver(context); };
        const auto read = [&](Request& request) {
          return streams.Await(context, [&] { return stream.Read(&request); });
        };
        const auto write = [&](const Response& response) { return out.Send(streams, response); };
        return import({.backend = backend,
                       .method = MethodOf(*Request::descriptor()),
                       .caller = caller,
                       .deadline = DeadlineOf(context),
                       .should_stop = is_over},
                      {.read = read, .write = write});
      });
}

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_SERVE_IMPORT_H_
