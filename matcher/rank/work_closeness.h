// How close the types of work of many can be, at most, to those of one.
#ifndef THROUGHGATE_MATCHER_RANK_WORK_CLOSENESS_H_
#define THROUGHGATE_MATCHER_RANK_WORK_CLOSENESS_H_

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "matcher/index/forest/mentions.h"
#include "matcher/index/forest/work_range.h"

namespace throughgate::matcher {

// Lifetime  of the percents that it is made of.
class WorkCloseness {
 public:
  // `percents` by type of work.
  explicit WorkCloseness(std::span<const std::uint8_t> percents)
      : percents_(percents), of_stretch_((percents.size() + kStretch - 1) / kStretch) {
    for (std::size_t i = 0; i < of_stretch_.size(); ++i) {
      of_stretch_[i] = Most(i * kStretch, std::min((i + 1) * kStretch, percents.size()));
      std::uint8_t& of_bit = of_bit_[i % WorkMask::kBits];
      of_bit = std::max(of_bit, of_stretch_[i]);
    }
  }

  std::uint8_t MostIn(const WorkRange& range) const {
    if (range.empty() || percents_.empty()) return 0;
    const std::size_t begin = range.first;
    const std::size_t end = std::min<std::size_t>(range.last + 1, percents_.size());
    const std::size_t whole_begin = (begin + kStretch - 1) / kStretch;
    const std::size_t whole_end = end / kStretch;
    if (whole_begin >= whole_end) return Most(begin, end);
    std::uint8_t most =
        std::max(Most(begin, whole_begin * kStretch), Most(whole_end * kStretch, end));
    for (std::size_t i = whole_begin; i < whole_end; ++i) most = std::max(most, of_stretch_[i]);
    return most;
  }

  std::uint8_t MostIn(const WorkMask& mask) const {
    std::uint8_t most = 0;
    for (std::uint64_t bits = mask.bits; bits != 0; bits &= bits - 1) {
      most = std::max(most, of_bit_[static_cast<std::size_t>(std::countr_zero(bits))]);
    }
    return most;
  }

  // Of those that are known.
  std::uint8_t MostOf(std::span<const OccupationIndex> works) const {
    const std::uint8_t* percents = percents_.data();
    std::uint8_t most = 0;
    for (const OccupationIndex work : works) most = std::max(most, percents[work]);
    return most;
  }

  // Of each spot of a block, the closest type of work that it names.
  std::array<std::uint8_t, kSpotsPerBlock> OfSpots(const Mentions::OfBlock& named) const {
    std::array<std::uint8_t, kSpotsPerBlock> percent = {};
    named.ForEach([&](std::size_t spot, OccupationIndex work, std::uint8_t) {
      percent[spot] = std::max(percent[spot], Of(work));
    });
    return percent;
  }

  std::uint8_t Of(OccupationIndex work) const { return work == kNoIndex ? 0 : percents_[work]; }

 private:
  static constexpr std::size_t kStretch = WorkMask::kStretch;

  std::uint8_t Most(std::size_t begin, std::size_t end) const {
    std::uint8_t most = 0;
    for (const std::uint8_t* at = percents_.data() + begin; at < percents_.data() + end; ++at) {
      most = std::max(most, *at);
    }
    return most;
  }

  std::span<const std::uint8_t> percents_;
  std::vector<std::uint8_t> of_stretch_;
  std::array<std::uint8_t, WorkMask::kBits> of_bit_ = {};
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RANK_WORK_CLOSENESS_H_
