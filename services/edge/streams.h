// How many streams callers have open, and how long they leave them standing.
//
// Why  a stream keeps a thread, and what was read of it, for as long as its caller likes.
#ifndef THROUGHGATE_SERVICES_EDGE_STREAMS_H_
#define THROUGHGATE_SERVICES_EDGE_STREAMS_H_

#include <grpcpp/server_context.h>

#include <functional>
#include <map>
#include <string>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "matcher/model/names.h"

namespace throughgate::services {

// How many of something may be open at once, on this server and of one organisation. Published in
// import.proto and match_service.proto.
struct StreamLimit {
  std::string what;
  int in_all;
  int of_one;
};
extern const StreamLimit kStreamLimit;
// Of those, imports that write nothing, because they keep what they would have written.
extern const StreamLimit kDryRunLimit;
// The longest that a stream waits for its caller to send, or to take, a message.
inline constexpr absl::Duration kStandstillMax = absl::Minutes(5);

// Threads  any.
class Streams {
 public:
  explicit Streams(std::function<absl::Time()> clock) : clock_(std::move(clock)) {}

  // Gives the place back when it goes. Lifetime: of the streams.
  class Place {
   public:
    Place(Place&& other) noexcept
        : streams_(std::exchange(other.streams_, nullptr)),
          limit_(other.limit_),
          whose_(std::move(other.whose_)) {}
    Place& operator=(Place&&) = delete;
    ~Place();

   private:
    friend class Streams;
    Place(Streams& streams, const StreamLimit& limit, matcher::OrganisationId whose)
        : streams_(&streams), limit_(limit), whose_(std::move(whose)) {}

    Streams* streams_;
    const StreamLimit& limit_;
    matcher::OrganisationId whose_;
  };

  // A place among those of `limit`, which lives as long as the program.
  //
  // Errors  LIMIT_EXCEEDED  all are taken, or all of the organisation.
  absl::StatusOr<Place> Take(const StreamLimit& limit, const matcher::OrganisationId& whose);

  // Takes `step`, which waits for the caller of the stream.
  template <typename Step>
  bool Await(const grpc::ServerContextBase& context, Step step) {
    Enter(context);
    const bool taken = step();
    Leave(context);
    return taken;
  }

  // Cancels the streams that have waited for longer than kStandstillMax.
  void CancelStandstills();

 private:
  void Enter(const grpc::ServerContextBase& context);
  void Leave(const grpc::ServerContextBase& context);

  const std::function<absl::Time()> clock_;
  absl::Mutex mutex_;
  // By what, then by whose.
  std::map<const StreamLimit*, std::map<std::string, int>> taken_ ABSL_GUARDED_BY(mutex_);
  std::map<const grpc::ServerContextBase*, absl::Time> waiting_since_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_STREAMS_H_
