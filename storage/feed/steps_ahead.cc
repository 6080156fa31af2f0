#include "storage/feed/steps_ahead.h"

#include <algorithm>
#include <utility>

namespace throughgate::storage {
namespace {

constexpr std::size_t kPagesAheadMost = 16;

StepsAhead::Steps StepsOf(const absl::StatusOr<Page>& page) {
  if (!page.ok()) return {{}, page.status()};
  StepsAhead::Steps all;
  all.steps.reserve(page->records.size());
  for (const Record& record : page->records) {
    absl::StatusOr<CatalogueStep> step = CatalogueStepOf(record.key, record.value);
    all.status = step.status();
    if (!step.ok()) break;
    if (*step != nullptr) all.steps.push_back(*std::move(step));
  }
  return all;
}

}  // namespace

StepsAhead::StepsAhead(const Store& store, Revision revision) : store_(store), revision_(revision) {
  const unsigned int processors = std::max(1U, std::thread::hardware_concurrency());
  for (unsigned int i = 0; i < processors; ++i) threads_.emplace_back([this] { Work(); });
}

StepsAhead::~StepsAhead() {
  {
    absl::MutexLock lock(&mutex_);
    at_end_ = true;
  }
  for (std::thread& thread : threads_) thread.join();
}

std::unique_ptr<StepsAhead::Steps> StepsAhead::Next() {
  absl::MutexLock lock(&mutex_);
  mutex_.Await(absl::Condition(this, &StepsAhead::IsSettled));
  if (ahead_.empty()) return nullptr;
  std::unique_ptr<Steps> steps = std::move(ahead_.front());
  ahead_.pop_front();
  ++taken_;
  // Whatever comes after a page that is missing is of no use.
  if (!steps->status.ok()) at_end_ = true;
  return steps;
}

void StepsAhead::Work() {
  while (std::optional<Read> read = ReadPage()) {
    auto steps = std::make_unique<Steps>(StepsOf(read->page));
    absl::MutexLock lock(&mutex_);
    ahead_[read->number - taken_] = std::move(steps);
  }
}

std::optional<StepsAhead::Read> StepsAhead::ReadPage() {
  absl::MutexLock reading(&reading_);
  {
    absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(this, &StepsAhead::MayRead));
    if (at_end_) return std::nullopt;
  }
  absl::StatusOr<Page> page = store_.List("", request_, revision_);
  if (page.ok()) request_.after = page->next;
  absl::MutexLock lock(&mutex_);
  if (!page.ok() || request_.after.empty()) at_end_ = true;
  ahead_.emplace_back();
  return Read{std::move(page), taken_ + ahead_.size() - 1};
}

bool StepsAhead::MayRead() const { return at_end_ || ahead_.size() < kPagesAheadMost; }

bool StepsAhead::IsSettled() const { return ahead_.empty() ? at_end_ : ahead_.front() != nullptr; }

}  // namespace throughgate::storage
