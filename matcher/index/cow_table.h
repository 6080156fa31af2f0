// Rows by dense ordinal, and ordinals by name, shared between versions of the catalogue.
#ifndef THROUGHGATE_MATCHER_INDEX_COW_TABLE_H_
#define THROUGHGATE_MATCHER_INDEX_COW_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/hash/hash.h"
#include "matcher/index/cow_blocks.h"

namespace throughgate::matcher {

using Ordinal = std::uint32_t;
inline constexpr Ordinal kNoOrdinal = 0xFFFFFFFF;

// Rows of type T; ordinals are given in order and never reused.
template <class T>
struct TableView {
  static constexpr std::size_t kRowsPerBlock = 256;
  SharedBlocks<std::vector<T>> blocks;
  std::size_t size = 0;

  const T& operator[](Ordinal ordinal) const {
    return (*blocks[ordinal / kRowsPerBlock])[ordinal % kRowsPerBlock];
  }
};

template <class T>
class CowTable {
 public:
  static constexpr std::size_t kRowsPerBlock = TableView<T>::kRowsPerBlock;
  std::size_t size() const { return size_; }

  Ordinal Append(T row) {
    if (size_ % kRowsPerBlock == 0) blocks_.Append().reserve(kRowsPerBlock);
    blocks_.Mutable(blocks_.size() - 1).push_back(std::move(row));
    return static_cast<Ordinal>(size_++);
  }
  const T& operator[](Ordinal ordinal) const {
    return blocks_[ordinal / kRowsPerBlock][ordinal % kRowsPerBlock];
  }
  T& Mutable(Ordinal ordinal) {
    return blocks_.Mutable(ordinal / kRowsPerBlock)[ordinal % kRowsPerBlock];
  }
  TableView<T> Publish() { return {blocks_.Publish(), size_}; }

 private:
  CowBlocks<std::vector<T>> blocks_;
  std::size_t size_ = 0;
};

// Which ordinal a name has. A fixed number of shards, so that a version costs one copy of the
// shards that changed.
class DirectoryView {
 public:
  using Shard = absl::flat_hash_map<std::string, Ordinal>;
  static constexpr std::size_t kShards = 1024;
  static std::size_t ShardOf(const std::string& name) { return absl::HashOf(name) % kShards; }

  DirectoryView() = default;
  explicit DirectoryView(SharedBlocks<Shard> shards) : shards_(std::move(shards)) {}

  std::optional<Ordinal> Find(const std::string& name) const {
    if (shards_.empty()) return std::nullopt;
    const Shard& shard = *shards_[ShardOf(name)];
    const auto found = shard.find(name);
    if (found == shard.end()) return std::nullopt;
    return found->second;
  }

 private:
  SharedBlocks<Shard> shards_;
};

class CowDirectory {
 public:
  CowDirectory() {
    for (std::size_t i = 0; i < DirectoryView::kShards; ++i) shards_.Append();
  }
  std::optional<Ordinal> Find(const std::string& name) const {
    const DirectoryView::Shard& shard = shards_[DirectoryView::ShardOf(name)];
    const auto found = shard.find(name);
    if (found == shard.end()) return std::nullopt;
    return found->second;
  }
  void Set(const std::string& name, Ordinal ordinal) {
    shards_.Mutable(DirectoryView::ShardOf(name))[name] = ordinal;
  }
  DirectoryView Publish() { return DirectoryView(shards_.Publish()); }

 private:
  CowBlocks<DirectoryView::Shard> shards_;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_COW_TABLE_H_
