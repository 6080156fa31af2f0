// Listings: the records under a prefix in the order of names, in pages of one revision.
#ifndef THROUGHGATE_SERVICES_EDGE_LISTING_H_
#define THROUGHGATE_SERVICES_EDGE_LISTING_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "services/convert/page_token.h"
#include "services/edge/backend.h"
#include "services/edge/records.h"
#include "storage/store.h"

namespace throughgate::services {

struct ListQuery {
  std::string prefix;  // of the keys
  std::string_view store_id;
  std::string_view method;
  std::string subject;  // see PageScope
  std::size_t page_size = 0;
  std::string page_token;  // empty: the first page, at the newest revision

  PageScope scope(const storage::Handles& handles) const {
    return {handles, store_id, method, subject};
  }
};

// The most bytes of stored values that a page holds, unless one record alone has more, so that a
// page fits the 4 MiB that clients take.
inline constexpr std::size_t kPageBytesMax = std::size_t{1} << 20;

// A page size of 1 to 1,000; 0 means 100.
std::size_t ReadPageSize(std::int32_t wire, const Field& at);

// Whether the call is over; asked now and then.
using ListShouldStop = absl::FunctionRef<bool()>;

// The stored records of a listing, one at a time.
class RecordWalk {
 public:
  // Errors  CURSOR_INVALID  the page token is not of this scope.
  static absl::StatusOr<RecordWalk> Begin(const Backend& backend, const ListQuery& query,
                                          ListShouldStop should_stop);

  // The next one; nullopt after the last.
  //
  // Errors  CURSOR_EXPIRED     the revision of the page token is no longer kept.
  //         DEADLINE_EXCEEDED  `should_stop` said so.
  //         and those of the store.
  absl::StatusOr<std::optional<storage::Record>> Next();

  storage::Revision revision() const { return revision_; }
  // Of the values returned so far.
  std::size_t bytes() const { return bytes_; }

 private:
  RecordWalk(const storage::Store& store, const ListQuery& query, ListShouldStop should_stop)
      : store_(store), query_(query), should_stop_(should_stop) {}
  absl::Status Fetch();

  const storage::Store& store_;
  const ListQuery& query_;
  ListShouldStop should_stop_;
  storage::Revision revision_ = 0;
  std::string after_;
  bool more_ = true;
  std::vector<storage::Record> fetched_;
  std::size_t position_ = 0;
  std::size_t bytes_ = 0;
};

// The next record of a walk, its two halves together.
template <typename Model>
absl::StatusOr<std::optional<Stored<Model>>> NextRecord(RecordWalk& walk) {
  ASSIGN_OR_RETURN(std::optional<storage::Record> part, walk.Next());
  if (!part) return std::nullopt;
  const std::optional<format::ParsedKey> key = format::ParseKey(part->key);
  const auto* name = key ? std::get_if<NameType<Model>>(&key->name) : nullptr;
  if (name == nullptr) return absl::DataLossError("\"" + part->key + "\" is no key of this kind");
  Stored<Model> stored;
  NameOf(stored.record) = *name;
  if constexpr (kHasDetail<Model>) {
    if (part->key != format::DetailKey(*name)) return HalfMissing(part->key);
    RETURN_IF_ERROR(format::Decode(part->key, part->value, stored.record.detail));
    stored.versions.detail = part->version;
    ASSIGN_OR_RETURN(part, walk.Next());
  }
  const std::string terms = TermsKeyOf<Model>(*name);
  if (!part || part->key != terms) return HalfMissing(terms);
  RETURN_IF_ERROR(format::Decode(terms, part->value, stored.record.terms));
  stored.versions.terms = part->version;
  return stored;
}

template <typename Model>
struct RecordPage {
  std::vector<Stored<Model>> records = {};
  std::string next_page_token = {};  // empty on the last page
  storage::Revision revision = 0;
};

template <typename Model>
bool Any(const Model&) {
  return true;
}

// One page of those that are `wanted`.
//
// Errors  as RecordWalk.
// Cost    reads one record more than it returns, and every unwanted one between them.
template <typename Model>
absl::StatusOr<RecordPage<Model>> List(const Backend& backend, const ListQuery& query,
                                       ListShouldStop should_stop,
                                       absl::FunctionRef<bool(const Model&)> wanted = Any<Model>) {
  ASSIGN_OR_RETURN(RecordWalk walk, RecordWalk::Begin(backend, query, should_stop));
  RecordPage<Model> page{.revision = walk.revision()};
  std::size_t bytes = 0;
  while (true) {
    const std::size_t before = walk.bytes();
    ASSIGN_OR_RETURN(std::optional<Stored<Model>> next, NextRecord<Model>(walk));
    if (!next) return page;
    if (!wanted(next->record)) continue;
    bytes += walk.bytes() - before;
    const std::size_t count = page.records.size();
    if (count == query.page_size || (count > 0 && bytes > kPageBytesMax)) {
      const std::string last = TermsKeyOf<Model>(NameOf(page.records.back().record));
      page.next_page_token = FormatPageToken(query.scope(*backend.handles), {page.revision, last});
      return page;
    }
    page.records.push_back(*std::move(next));
  }
}

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_LISTING_H_
