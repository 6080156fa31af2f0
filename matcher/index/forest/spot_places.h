// In which leaves the spots of each ordinal stand.
#ifndef THROUGHGATE_MATCHER_INDEX_FOREST_SPOT_PLACES_H_
#define THROUGHGATE_MATCHER_INDEX_FOREST_SPOT_PLACES_H_

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "matcher/index/cow_table.h"

namespace throughgate::matcher {

using LeafId = std::uint32_t;
inline constexpr LeafId kNoLeaf = 0xFFFFFFFF;

// A leaf counts once for each spot in it.
//
// Threads: one writer. Cost: four bytes an ordinal, more only for those with several spots.
class SpotPlaces {
 public:
  void Add(Ordinal ordinal, LeafId leaf) {
    if (ordinal >= first_.size()) first_.resize(ordinal + 1, kNoLeaf);
    if (first_[ordinal] == kNoLeaf) {
      first_[ordinal] = leaf;
    } else {
      further_[ordinal].push_back(leaf);
    }
  }

  // One spot of `ordinal` no longer stands in `leaf`, where it must have stood.
  void Remove(Ordinal ordinal, LeafId leaf) {
    const auto further = further_.find(ordinal);
    if (further == further_.end()) {
      first_[ordinal] = kNoLeaf;
      return;
    }
    std::vector<LeafId>& others = further->second;
    if (first_[ordinal] == leaf) {
      first_[ordinal] = others.back();
      others.pop_back();
    } else {
      others.erase(std::find(others.begin(), others.end(), leaf));
    }
    if (others.empty()) further_.erase(further);
  }

  // Forgets where `ordinal` stands, and says where it did.
  std::vector<LeafId> Take(Ordinal ordinal) {
    if (ordinal >= first_.size() || first_[ordinal] == kNoLeaf) return {};
    std::vector<LeafId> leaves = {std::exchange(first_[ordinal], kNoLeaf)};
    if (const auto further = further_.find(ordinal); further != further_.end()) {
      leaves.insert(leaves.end(), further->second.begin(), further->second.end());
      further_.erase(further);
    }
    return leaves;
  }

 private:
  std::vector<LeafId> first_;  // by ordinal
  absl::flat_hash_map<Ordinal, std::vector<LeafId>> further_;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_FOREST_SPOT_PLACES_H_
