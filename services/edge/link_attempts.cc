#include "services/edge/link_attempts.h"

#include "services/edge/errors.h"

namespace throughgate::services {

LinkAttempts::Failures& LinkAttempts::Recent(const matcher::OrganisationId& organisation) {
  Failures& failures = failures_[organisation.value];
  const absl::Time since = clock_() - kLinkFailuresWithin;
  while (!failures.empty() && failures.front() <= since) failures.pop_front();
  return failures;
}

absl::Status LinkAttempts::Check(const matcher::OrganisationId& organisation) {
  const absl::MutexLock lock(&mutex_);
  if (Recent(organisation).size() < kLinkFailuresMax) return absl::OkStatus();
  return LimitExceeded("link codes that were none, in an hour", kLinkFailuresMax,
                       "See that they are typed as they were given, and wait.");
}

void LinkAttempts::Failed(const matcher::OrganisationId& organisation) {
  const absl::MutexLock lock(&mutex_);
  Recent(organisation).push_back(clock_());
}

}  // namespace throughgate::services
