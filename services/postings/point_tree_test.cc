#include "services/postings/point_tree.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <utility>

namespace throughgate::services {
namespace {

using matcher::Ecef;

// Close together, so that many are as near as each other.
Ecef AnyPoint() {
  const auto number = rc::gen::inRange<std::int32_t>(-4, 5);
  return {*number, *number, *number};
}

RC_GTEST_PROP(PointTree, FindsWhatALookAtEveryPointFinds, ()) {
  const auto points = *rc::gen::container<std::vector<Ecef>>(rc::gen::exec(AnyPoint));
  const Ecef at = AnyPoint();
  const auto count = *rc::gen::inRange<std::size_t>(1, 12);
  const auto within = *rc::gen::inRange<std::int64_t>(0, 10);

  std::vector<std::pair<std::int64_t, std::size_t>> all;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const std::int64_t squared = matcher::ChordSquaredCm2(points[i], at);
    if (squared <= within * within) all.emplace_back(squared, i);
  }
  std::ranges::sort(all);
  std::vector<std::size_t> expected;
  for (const auto& [squared, i] : all) expected.push_back(i);
  expected.resize(std::min(count, expected.size()));
  RC_ASSERT(PointTree(points).Nearest(at, count, within) == expected);
}

}  // namespace
}  // namespace throughgate::services
