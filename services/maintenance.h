// What the server does of its own accord while it serves.
#ifndef THROUGHGATE_SERVICES_MAINTENANCE_H_
#define THROUGHGATE_SERVICES_MAINTENANCE_H_

#include <cstdint>
#include <functional>
#include <thread>

#include "absl/synchronization/notification.h"
#include "services/edge/backend.h"

namespace throughgate::services {

// Every second says whether the catalogue follows the store and cancels streams that stand still,
// every minute forgets history older than ten minutes, and every hour old request ids and link
// codes, and looks for postings that look like probes, on a thread of its own. What fails is logged
// and tried again the next time.
//
// Lifetime  the backend outlives it; destroying it waits for a step to end.
class Maintenance {
 public:
  Maintenance(const Backend& backend, std::function<void(bool)> set_serving);
  ~Maintenance();

 private:
  void Run();
  void CompactHistory();
  void FlagPostings();
  void ForgetOld();

  const Backend& backend_;
  const std::function<void(bool)> set_serving_;
  std::uint64_t swept_ = 0;  // of the catalogue that was last looked at for postings
  absl::Notification stopping_;
  std::thread thread_;
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_MAINTENANCE_H_
