#ifndef THROUGHGATE_SERVICES_EDGE_BACKEND_H_
#define THROUGHGATE_SERVICES_EDGE_BACKEND_H_

#include <functional>
#include <memory>

#include "absl/time/time.h"
#include "services/edge/link_attempts.h"
#include "services/edge/streams.h"
#include "storage/feed/catalogue_feed.h"
#include "storage/secrets/handles.h"
#include "storage/store.h"

namespace throughgate::identity {
class Authenticator;
}  // namespace throughgate::identity

namespace throughgate::services {

// What every service works with.
//
// Lifetime  store and feed outlive the services.
struct Backend {
  storage::Store& store;
  const storage::CatalogueFeed& feed;
  std::function<absl::Time()> clock;
  identity::Authenticator* authenticator = nullptr;  // of a server; imports without one need none
  // Of kHandlesSecret. Never null where a service is asked.
  std::shared_ptr<const storage::Handles> handles = nullptr;
  std::shared_ptr<Streams> streams = std::make_shared<Streams>(clock);
  std::shared_ptr<LinkAttempts> link_attempts = std::make_shared<LinkAttempts>(clock);
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_BACKEND_H_
