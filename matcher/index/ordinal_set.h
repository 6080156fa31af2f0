// Ordinals that wait to be dealt with, each once.
#ifndef THROUGHGATE_MATCHER_INDEX_ORDINAL_SET_H_
#define THROUGHGATE_MATCHER_INDEX_ORDINAL_SET_H_

#include <span>
#include <vector>

#include "matcher/index/cow_table.h"

namespace throughgate::matcher {

class OrdinalSet {
 public:
  void Add(Ordinal ordinal) {
    if (ordinal >= has_.size()) has_.resize(ordinal + 1);
    if (has_[ordinal]) return;
    has_[ordinal] = true;
    ordinals_.push_back(ordinal);
  }
  // In the order in which they came.
  std::span<const Ordinal> ordinals() const { return ordinals_; }
  void Clear() {
    for (Ordinal ordinal : ordinals_) has_[ordinal] = false;
    ordinals_.clear();
  }

 private:
  std::vector<bool> has_;
  std::vector<Ordinal> ordinals_;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_ORDINAL_SET_H_
