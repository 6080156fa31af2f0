// How often organisations have given link codes that are none.
#ifndef THROUGHGATE_SERVICES_EDGE_LINK_ATTEMPTS_H_
#define THROUGHGATE_SERVICES_EDGE_LINK_ATTEMPTS_H_

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "matcher/model/names.h"

namespace throughgate::services {

inline constexpr int kLinkFailuresMax = 10;
inline constexpr absl::Duration kLinkFailuresWithin = absl::Hours(1);

// Of 2^60 codes a handful may be in use, so that guessing comes to nothing; this makes it loud, and
// keeps it off the store. Kept in memory: a server that starts anew counts anew.
//
// Threads  any.
class LinkAttempts {
 public:
  explicit LinkAttempts(std::function<absl::Time()> clock) : clock_(std::move(clock)) {}

  // Errors  LIMIT_EXCEEDED  the organisation has failed kLinkFailuresMax times within the hour.
  absl::Status Check(const matcher::OrganisationId& organisation);
  void Failed(const matcher::OrganisationId& organisation);

 private:
  using Failures = std::deque<absl::Time>;
  // Those that still count.
  Failures& Recent(const matcher::OrganisationId& organisation)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const std::function<absl::Time()> clock_;
  absl::Mutex mutex_;
  std::map<std::string, Failures> failures_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_LINK_ATTEMPTS_H_
