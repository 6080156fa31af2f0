// Rows by dense ordinal, shared between versions of the catalogue.
#ifndef THROUGHGATE_MATCHER_INDEX_COW_TABLE_H_
#define THROUGHGATE_MATCHER_INDEX_COW_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

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

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_COW_TABLE_H_
