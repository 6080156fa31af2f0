#include "services/edge/streams.h"

#include "absl/strings/str_cat.h"
#include "services/edge/errors.h"

namespace throughgate::services {

const StreamLimit kStreamLimit = {.what = "streams", .in_all = 16, .of_one = 4};
const StreamLimit kDryRunLimit = {.what = "dry runs", .in_all = 4, .of_one = 2};

namespace {

absl::Status Refusal(const StreamLimit& limit, const char* whose, int maximum) {
  return LimitExceeded(absl::StrCat(limit.what, whose, " at once"), maximum,
                       "Try again when one of them has ended.");
}

}  // namespace

absl::StatusOr<Streams::Place> Streams::Take(const StreamLimit& limit,
                                             const matcher::OrganisationId& whose) {
  absl::MutexLock lock(&mutex_);
  std::map<std::string, int>& taken = taken_[&limit];
  int in_all = 0;
  for (const auto& [organisation, count] : taken) in_all += count;
  if (in_all >= limit.in_all) return Refusal(limit, "", limit.in_all);
  const auto of_one = taken.find(whose.value);
  if (of_one != taken.end() && of_one->second >= limit.of_one) {
    return Refusal(limit, " of one organisation", limit.of_one);
  }
  ++taken[whose.value];
  return Place(*this, limit, whose);
}

Streams::Place::~Place() {
  if (streams_ == nullptr) return;
  absl::MutexLock lock(&streams_->mutex_);
  std::map<std::string, int>& taken = streams_->taken_[&limit_];
  if (--taken[whose_.value] == 0) taken.erase(whose_.value);
}

void Streams::Enter(const grpc::ServerContextBase& context) {
  absl::MutexLock lock(&mutex_);
  waiting_since_[&context] = clock_();
}

void Streams::Leave(const grpc::ServerContextBase& context) {
  absl::MutexLock lock(&mutex_);
  waiting_since_.erase(&context);
}

void Streams::CancelStandstills() {
  absl::MutexLock lock(&mutex_);
  const absl::Time now = clock_();
  for (const auto& [context, since] : waiting_since_) {
    if (now - since > kStandstillMax) context->TryCancel();
  }
}

}  // namespace throughgate::services
