// The gRPC server: every service over one store.
#ifndef THROUGHGATE_SERVICES_SERVER_H_
#define THROUGHGATE_SERVICES_SERVER_H_

#include <grpcpp/channel.h>
#include <grpcpp/server.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "services/edge/backend.h"
#include "services/first_administrator.h"
#include "services/maintenance.h"
#include "services/trust.h"
#include "storage/feed/catalogue_feed.h"
#include "storage/store.h"

namespace throughgate::services {

struct ServerOptions {
  std::string listen = "127.0.0.1:7443";  // port 0: any that is free
  std::function<absl::Time()> clock = absl::Now;
  absl::Duration drain = absl::Seconds(10);  // that calls under way have when it stops
  Trust trust;  // always with an authenticator; beyond loopback with credentials
  std::optional<FirstAdministrator> first_administrator = {};
  int threads_max = 128;  // at least 8: one for each call under way, and some that wait for calls
};

// Health (SERVING while the catalogue follows the store) and reflection are open to anybody.
//
// Lifetime  the store outlives it; destroying it stops it.
class Server {
 public:
  // Reads the store into a catalogue, then listens.
  //
  // Errors  those of CatalogueFeed::Open and EnsureFirstAdministrator.
  //         kInvalidArgument     beyond loopback there must be TLS.
  //         kUnavailable         the address cannot be listened on.
  //         kFailedPrecondition  a method has no row in the table of roles, or this machine has no
  //                              time zones.
  static absl::StatusOr<std::unique_ptr<Server>> Start(storage::Store& store,
                                                       const ServerOptions& options);
  ~Server();

  // "127.0.0.1:7443", with the port that it listens on.
  const std::string& address() const { return address_; }
  const storage::CatalogueFeed& feed() const { return *feed_; }
  // To this server without a socket, for tests.
  std::shared_ptr<grpc::Channel> InProcessChannel();

  // Takes no more calls, gives those under way the time to end, then cancels them.
  void Stop();

 private:
  struct Services;

  Server(storage::Store& store, const ServerOptions& options,
         std::unique_ptr<storage::CatalogueFeed> feed, const format::Secret& handles);
  absl::Status Listen();

  const ServerOptions options_;
  const std::unique_ptr<storage::CatalogueFeed> feed_;
  const Backend backend_;
  const std::unique_ptr<Services> services_;
  std::string address_;
  std::unique_ptr<grpc::Server> server_;
  std::optional<Maintenance> maintenance_;
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_SERVER_H_
