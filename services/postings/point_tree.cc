#include "services/postings/point_tree.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace throughgate::services {
namespace {

using matcher::Ecef;

constexpr int kAxes = 3;

std::int64_t Along(const Ecef& point, int axis) {
  return axis == 0 ? point.x_cm : axis == 1 ? point.y_cm : point.z_cm;
}

}  // namespace

// The nearest so far, the farthest of them on top.
struct PointTree::Found {
  const Ecef& at;
  std::size_t count;
  std::int64_t within_squared;
  std::vector<std::pair<std::int64_t, std::size_t>> heap = {};  // squared distance, point

  bool full() const { return heap.size() == count; }
  // Whether something so far away may still be among them.
  bool Reaches(std::int64_t squared) const {
    return squared <= (full() ? heap.front().first : within_squared);
  }
  void Offer(std::int64_t squared, std::size_t point) {
    if (squared > within_squared) return;
    const std::pair entry(squared, point);
    if (full()) {
      if (entry >= heap.front()) return;
      std::ranges::pop_heap(heap);
      heap.pop_back();
    }
    heap.push_back(entry);
    std::ranges::push_heap(heap);
  }
};

PointTree::PointTree(std::span<const Ecef> points) : points_(points), order_(points.size()) {
  std::iota(order_.begin(), order_.end(), std::size_t{0});
  Build(order_, 0);
}

void PointTree::Build(Range range, int axis) {
  if (range.size() < 2) return;
  const std::size_t middle = range.size() / 2;
  std::nth_element(range.begin(), range.begin() + static_cast<std::ptrdiff_t>(middle), range.end(),
                   [&](std::size_t a, std::size_t b) {
                     return std::pair(Along(points_[a], axis), a) <
                            std::pair(Along(points_[b], axis), b);
                   });
  const int next = (axis + 1) % kAxes;
  Build(range.first(middle), next);
  Build(range.subspan(middle + 1), next);
}

void PointTree::Search(ConstRange range, int axis, Found& found) const {
  if (range.empty()) return;
  const std::size_t middle = range.size() / 2;
  const std::size_t point = range[middle];
  found.Offer(matcher::ChordSquaredCm2(points_[point], found.at), point);
  const std::int64_t ahead = Along(found.at, axis) - Along(points_[point], axis);
  const int next = (axis + 1) % kAxes;
  const ConstRange below = range.first(middle);
  const ConstRange above = range.subspan(middle + 1);
  Search(ahead < 0 ? below : above, next, found);
  if (found.Reaches(ahead * ahead)) Search(ahead < 0 ? above : below, next, found);
}

std::vector<std::size_t> PointTree::Nearest(const Ecef& at, std::size_t count,
                                            std::int64_t within_cm) const {
  Found found{.at = at, .count = count, .within_squared = within_cm * within_cm};
  Search(order_, 0, found);
  std::ranges::sort_heap(found.heap);
  std::vector<std::size_t> nearest;
  for (const auto& [squared, point] : found.heap) nearest.push_back(point);
  return nearest;
}

}  // namespace throughgate::services
