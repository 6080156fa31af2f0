#include "services/edge/listing.h"

#include <algorithm>

#include "services/convert/values.h"

namespace throughgate::services {
namespace {

constexpr std::int32_t kPageSizeMax = 1'000;
constexpr std::int32_t kPageSizeDefault = 100;
constexpr std::size_t kHalves = 2;
// So that a listing of few among many does not ask for a handful at a time.
constexpr std::size_t kFetchMin = 256;

}  // namespace

std::size_t ReadPageSize(std::int32_t wire, const Field& at) {
  if (wire == 0) return kPageSizeDefault;
  return static_cast<std::size_t>(ReadNumber(wire, {1, kPageSizeMax}, at));
}

absl::StatusOr<RecordWalk> RecordWalk::Begin(const Backend& backend, const ListQuery& query,
                                             ListShouldStop should_stop) {
  RecordWalk walk(backend.store, query, should_stop);
  if (query.page_token.empty()) {
    walk.revision_ = backend.store.latest();
    return walk;
  }
  ASSIGN_OR_RETURN(const PageCursor cursor,
                   ParsePageToken(query.scope(*backend.handles), query.page_token));
  walk.revision_ = cursor.revision;
  walk.after_ = cursor.position;
  return walk;
}

absl::StatusOr<std::optional<storage::Record>> RecordWalk::Next() {
  // At revision 0 there is nothing, but the store would take it for the newest.
  if (revision_ == 0) return std::nullopt;
  if (position_ == fetched_.size() && more_) RETURN_IF_ERROR(Fetch());
  if (position_ == fetched_.size()) return std::nullopt;
  bytes_ += fetched_[position_].value.size();
  return std::move(fetched_[position_++]);
}

absl::Status RecordWalk::Fetch() {
  if (should_stop_()) return DeadlineExceeded();
  const std::size_t limit = std::max(kFetchMin, kHalves * (query_.page_size + 1));
  absl::StatusOr<storage::Page> page =
      store_.List(query_.prefix, {.after = after_, .limit = limit}, revision_);
  if (absl::IsOutOfRange(page.status())) return CursorExpired();
  if (!page.ok()) return std::move(page).status();
  after_ = std::move(page->next);
  more_ = !after_.empty();
  fetched_ = std::move(page->records);
  position_ = 0;
  return absl::OkStatus();
}

}  // namespace throughgate::services
