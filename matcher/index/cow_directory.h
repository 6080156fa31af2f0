// Ordinals by name, shared between versions of the catalogue.
#ifndef THROUGHGATE_MATCHER_INDEX_COW_DIRECTORY_H_
#define THROUGHGATE_MATCHER_INDEX_COW_DIRECTORY_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "matcher/index/cow_blocks.h"
#include "matcher/index/cow_table.h"
#include "matcher/index/tie_hash.h"

namespace throughgate::matcher {

// By a hash of the name only: names are long, and stand in the rows. Whoever looks one up says
// whether an ordinal has it. A fixed number of shards, so that a version costs one copy of the
// shards that changed.
//
// Cost  eight bytes a name.
class DirectoryView {
 public:
  struct Entry {
    std::uint32_t tag = 0;  // the upper half of the hash; the lower half chooses the shard
    Ordinal ordinal = kNoOrdinal;
  };
  using Shard = std::vector<Entry>;  // ascending by tag
  static constexpr std::size_t kShards = 1024;

  DirectoryView() = default;
  explicit DirectoryView(SharedBlocks<Shard> shards) : shards_(std::move(shards)) {}

  // The ordinal that `has_name(ordinal)` among those that may.
  template <class HasName>
  std::optional<Ordinal> Find(std::string_view name, HasName has_name) const {
    if (shards_.empty()) return std::nullopt;
    const std::uint64_t hash = TieHash(name);
    return FindIn(*shards_[hash % kShards], hash, has_name);
  }

  template <class HasName>
  static std::optional<Ordinal> FindIn(const Shard& shard, std::uint64_t hash, HasName has_name) {
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    for (auto at = std::ranges::lower_bound(shard, tag, {}, &Entry::tag);
         at != shard.end() && at->tag == tag; ++at) {
      if (has_name(at->ordinal)) return at->ordinal;
    }
    return std::nullopt;
  }

 private:
  SharedBlocks<Shard> shards_;
};

class CowDirectory {
 public:
  CowDirectory() {
    for (std::size_t i = 0; i < DirectoryView::kShards; ++i) shards_.Append();
  }

  template <class HasName>
  std::optional<Ordinal> Find(std::string_view name, HasName has_name) const {
    const std::uint64_t hash = TieHash(name);
    return DirectoryView::FindIn(shards_[hash % DirectoryView::kShards], hash, has_name);
  }

  // `name` must not be there.
  void Add(std::string_view name, Ordinal ordinal) {
    const std::uint64_t hash = TieHash(name);
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    DirectoryView::Shard& shard = shards_.Mutable(hash % DirectoryView::kShards);
    shard.insert(std::ranges::upper_bound(shard, tag, {}, &DirectoryView::Entry::tag),
                 {tag, ordinal});
  }

  DirectoryView Publish() { return DirectoryView(shards_.Publish()); }

 private:
  CowBlocks<DirectoryView::Shard> shards_;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_COW_DIRECTORY_H_
