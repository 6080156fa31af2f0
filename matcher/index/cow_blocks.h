// A sequence of blocks that versions of the catalogue share: a version that is published never
// changes, and the next one copies only the blocks that it touches.
#ifndef THROUGHGATE_MATCHER_INDEX_COW_BLOCKS_H_
#define THROUGHGATE_MATCHER_INDEX_COW_BLOCKS_H_

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <vector>

namespace throughgate::matcher {

// What a published version holds. Reading needs no lock. Pointers to blocks stand in chunks, which
// versions share like the blocks themselves.
template <class Block>
class SharedBlocks {
 public:
  using Pointer = std::shared_ptr<const Block>;
  using Chunk = std::vector<Pointer>;
  static constexpr std::size_t kBlocksPerChunk = 64;

  SharedBlocks() = default;
  SharedBlocks(std::vector<std::shared_ptr<const Chunk>> chunks, std::size_t size)
      : chunks_(std::move(chunks)), size_(size) {}

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const Pointer& operator[](std::size_t i) const {
    return (*chunks_[i / kBlocksPerChunk])[i % kBlocksPerChunk];
  }

  class Iterator {
   public:
    Iterator(const SharedBlocks& blocks, std::size_t at) : blocks_(&blocks), at_(at) {}
    const Pointer& operator*() const { return (*blocks_)[at_]; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    const SharedBlocks* blocks_;
    std::size_t at_;
  };
  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, size_}; }

 private:
  std::vector<std::shared_ptr<const Chunk>> chunks_;
  std::size_t size_ = 0;
};

// The writer's side.
//
// Threads  one writer.
// Cost     a version costs the chunks of the blocks that have changed, and a pointer for each other
//          chunk.
template <class Block>
class CowBlocks {
 public:
  std::size_t size() const { return blocks_.size(); }
  const Block& operator[](std::size_t i) const { return *blocks_[i]; }

  Block& Append() {
    blocks_.push_back(std::make_shared<Block>());
    owned_.push_back(false);
    Own(blocks_.size() - 1);
    return *blocks_.back();
  }

  // The block to change: copied first if a published version shares it.
  Block& Mutable(std::size_t i) {
    if (!owned_[i]) {
      blocks_[i] = std::make_shared<Block>(*blocks_[i]);
      Own(i);
    }
    return *blocks_[i];
  }

  // Shares every block with the version being published.
  SharedBlocks<Block> Publish() {
    constexpr std::size_t kPerChunk = SharedBlocks<Block>::kBlocksPerChunk;
    chunks_.resize((blocks_.size() + kPerChunk - 1) / kPerChunk);
    for (std::size_t i : changed_) {
      owned_[i] = false;
      chunks_[i / kPerChunk] = nullptr;
    }
    for (std::size_t i : changed_) {
      std::shared_ptr<const Chunk>& chunk = chunks_[i / kPerChunk];
      if (chunk != nullptr) continue;
      const std::size_t begin = i / kPerChunk * kPerChunk;
      const std::size_t end = std::min(begin + kPerChunk, blocks_.size());
      chunk = std::make_shared<const Chunk>(blocks_.begin() + static_cast<std::ptrdiff_t>(begin),
                                            blocks_.begin() + static_cast<std::ptrdiff_t>(end));
    }
    changed_.clear();
    return {chunks_, blocks_.size()};
  }

 private:
  using Chunk = typename SharedBlocks<Block>::Chunk;

  void Own(std::size_t i) {
    owned_[i] = true;
    changed_.push_back(i);
  }

  std::vector<std::shared_ptr<Block>> blocks_;
  std::vector<std::shared_ptr<const Chunk>> chunks_;
  // Whether no published version has the block. Not use_count(): a reader may let go at any time.
  std::vector<bool> owned_;
  std::vector<std::size_t> changed_;  // those that are owned
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_COW_BLOCKS_H_
