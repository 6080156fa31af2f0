// A sequence of blocks that versions of the catalogue share: a version that is published never
// changes, and the next one copies only the blocks that it touches.
#ifndef THROUGHGATE_MATCHER_INDEX_COW_BLOCKS_H_
#define THROUGHGATE_MATCHER_INDEX_COW_BLOCKS_H_

#include <cstddef>
#include <memory>
#include <vector>

namespace throughgate::matcher {

// What a published version holds. Reading needs no lock.
template <class Block>
using SharedBlocks = std::vector<std::shared_ptr<const Block>>;

// The writer's side. Threads: one writer.
template <class Block>
class CowBlocks {
 public:
  std::size_t size() const { return blocks_.size(); }
  const Block& operator[](std::size_t i) const { return *blocks_[i]; }

  Block& Append() {
    blocks_.push_back(std::make_shared<Block>());
    owned_.push_back(true);
    return *blocks_.back();
  }

  // The block to change: copied first if a published version shares it.
  Block& Mutable(std::size_t i) {
    if (!owned_[i]) {
      blocks_[i] = std::make_shared<Block>(*blocks_[i]);
      owned_[i] = true;
    }
    return *blocks_[i];
  }

  // Shares every block with the version being published.
  SharedBlocks<Block> Publish() {
    owned_.assign(owned_.size(), false);
    return SharedBlocks<Block>(blocks_.begin(), blocks_.end());
  }

 private:
  std::vector<std::shared_ptr<Block>> blocks_;
  // Whether no published version has the block. Not use_count(): a reader may let go at any time.
  std::vector<bool> owned_;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_COW_BLOCKS_H_
