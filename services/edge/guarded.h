// Answers pass here on their way out, one response or a stream of them.
#ifndef THROUGHGATE_SERVICES_EDGE_GUARDED_H_
#define THROUGHGATE_SERVICES_EDGE_GUARDED_H_

#include <google/protobuf/message.h>
#include <grpcpp/server_context.h>
#include <grpcpp/support/sync_stream.h>

#include <string_view>

#include "absl/status/status.h"
#include "services/edge/caller.h"
#include "services/edge/guard.h"
#include "services/edge/status_macros.h"
#include "services/edge/streams.h"

namespace throughgate::services {

// Whether `message` may go to `caller`. If not, the log has one line, with the method and the path
// of the field, and the caller is told nothing of it.
//
// Errors  INTERNAL  it holds what the caller may not see.
absl::Status CheckMaySee(const Caller& caller, std::string_view method, const Guard& guard,
                         const google::protobuf::Message& message);

// What a handler writes its messages to: the only way out of a stream (tests/tidy looks for
// others). Stream is a grpc::ServerWriter or a grpc::ServerReaderWriter.
//
// Threads   one at a time.
// Lifetime  of the call.
template <class Stream>
class Outlet {
 public:
  Outlet(const grpc::ServerContextBase& context, const Caller& caller, std::string_view method,
         Stream& stream)
      : context_(context), caller_(caller), method_(method), stream_(stream) {}

  // Whether it was sent: not when the caller has gone, nor when it holds what the caller may not
  // see. Then nothing more is sent, and the call ends with status(), whatever the handler says.
  template <class Message>
  bool Send(Streams& streams, const Message& message) {
    if (!status_.ok()) return false;
    status_ = CheckMaySee(caller_, method_, GuardOf<Message>(), message);
    return status_.ok() && streams.Await(context_, [&] { return stream_.Write(message); });
  }

  const absl::Status& status() const { return status_; }

 private:
  const grpc::ServerContextBase& context_;
  const Caller& caller_;
  const std::string_view method_;
  Stream& stream_;
  absl::Status status_;
};

// `handler(caller)`, whose response is then looked at.
template <class Response, class Handler>
absl::Status Guarded(const grpc::ServerContextBase& /*context*/, const Caller& caller,
                     std::string_view method, Response& response, Handler handler) {
  RETURN_IF_ERROR(handler(caller));
  const absl::Status checked = CheckMaySee(caller, method, GuardOf<Response>(), response);
  if (!checked.ok()) response.Clear();
  return checked;
}

// `handler(caller, outlet)`, each of whose messages is looked at.
template <class Stream, class Handler>
absl::Status GuardedStream(const grpc::ServerContextBase& context, const Caller& caller,
                           std::string_view method, Stream& stream, Handler handler) {
  Outlet<Stream> outlet(context, caller, method, stream);
  const absl::Status done = handler(caller, outlet);
  RETURN_IF_ERROR(outlet.status());
  return done;
}

template <class Response, class Handler>
absl::Status Guarded(const grpc::ServerContextBase& context, const Caller& caller,
                     std::string_view method, grpc::ServerWriter<Response>& stream,
                     Handler handler) {
  return GuardedStream(context, caller, method, stream, handler);
}

template <class Response, class Request, class Handler>
absl::Status Guarded(const grpc::ServerContextBase& context, const Caller& caller,
                     std::string_view method, grpc::ServerReaderWriter<Response, Request>& stream,
                     Handler handler) {
  return GuardedStream(context, caller, method, stream, handler);
}

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_GUARDED_H_
