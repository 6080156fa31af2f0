#include "services/match_page.h"

#include <gtest/gtest.h>

namespace throughgate::services {
namespace {

// A row for each of `many` matches, each of about `bytes`; the rows, and whether all had room.
std::pair<int, bool> Added(std::size_t many, std::size_t bytes) {
  const std::vector<matcher::Match> matches(many);
  google::protobuf::RepeatedPtrField<v1::VacancyMatch> rows;
  const auto write = [bytes](const matcher::Match&) {
    v1::VacancyMatch row;
    row.set_title(std::string(bytes, 'x'));
    return row;
  };
  const bool all = AddRows(matches, write, rows);
  return {rows.size(), all};
}

TEST(AddRows, StopsBeforeTheyAreMoreThanClientsTake) {
  constexpr std::size_t kThird = kMatchBytesMax / 3 - 100;
  EXPECT_EQ(Added(0, kThird), std::pair(0, true));
  EXPECT_EQ(Added(3, kThird), std::pair(3, true));
  EXPECT_EQ(Added(4, kThird), std::pair(3, false));
}

// Otherwise a page would have no row to go on behind.
TEST(AddRows, AddsOneHoweverLarge) { EXPECT_EQ(Added(2, 2 * kMatchBytesMax), std::pair(1, false)); }

}  // namespace
}  // namespace throughgate::services
