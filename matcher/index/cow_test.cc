// What a version shares with the next one, and what it does not.
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "matcher/index/cow_blocks.h"
#include "matcher/index/cow_table.h"

namespace throughgate::matcher {
namespace {

TEST(CowBlocks, ChangesBlocksInPlaceUntilTheyArePublished) {
  CowBlocks<int> blocks;
  blocks.Append() = 1;
  int* const block = &blocks.Mutable(0);
  EXPECT_EQ(&blocks.Mutable(0), block);
}

TEST(CowBlocks, CopiesABlockOnceForEachVersionThatHasIt) {
  CowBlocks<int> blocks;
  blocks.Append() = 1;
  const SharedBlocks<int> first = blocks.Publish();
  int* const copy = &blocks.Mutable(0);
  *copy = 2;
  EXPECT_EQ(&blocks.Mutable(0), copy);
  EXPECT_EQ(*first[0], 1);
  const SharedBlocks<int> second = blocks.Publish();
  blocks.Mutable(0) = 3;
  EXPECT_EQ(*second[0], 2);
  EXPECT_EQ(blocks[0], 3);
}

TEST(CowBlocks, SharesWhatDoesNotChange) {
  CowBlocks<int> blocks;
  blocks.Append();
  blocks.Append();
  const SharedBlocks<int> first = blocks.Publish();
  blocks.Mutable(1) = 5;
  blocks.Append();
  const SharedBlocks<int> second = blocks.Publish();
  EXPECT_EQ(first[0], second[0]);
  EXPECT_NE(first[1], second[1]);
  EXPECT_EQ(first.size(), 2u);
  EXPECT_EQ(second.size(), 3u);
}

TEST(CowTable, KeepsRowsOfAVersionThroughAppendsAndChanges) {
  constexpr Ordinal kRows = CowTable<int>::kRowsPerBlock + 1;
  CowTable<int> table;
  for (Ordinal i = 0; i < kRows; ++i) EXPECT_EQ(table.Append(static_cast<int>(i)), i);
  const TableView<int> view = table.Publish();
  table.Mutable(0) = -1;
  table.Mutable(kRows - 1) = -2;
  EXPECT_EQ(table.Append(7), kRows);
  EXPECT_EQ(view.size, kRows);
  for (Ordinal i = 0; i < kRows; ++i) EXPECT_EQ(view[i], static_cast<int>(i));
  EXPECT_EQ(table[0], -1);
  EXPECT_EQ(table[kRows - 1], -2);
}

TEST(CowDirectory, FindsInEachVersionWhatWasThere) {
  constexpr Ordinal kNames = 3 * DirectoryView::kShards;
  CowDirectory directory;
  for (Ordinal i = 0; i < kNames; ++i) directory.Set(absl::StrCat("name-", i), i);
  const DirectoryView view = directory.Publish();
  directory.Set("name-0", 9);
  directory.Set("later", 1);
  for (Ordinal i = 0; i < kNames; ++i) EXPECT_EQ(view.Find(absl::StrCat("name-", i)), i);
  EXPECT_EQ(view.Find("later"), std::nullopt);
  EXPECT_EQ(directory.Find("name-0"), 9u);
  EXPECT_EQ(directory.Publish().Find("later"), 1u);
}

TEST(CowDirectory, FindsNothingInAVersionThatWasNeverPublished) {
  EXPECT_EQ(DirectoryView().Find("anything"), std::nullopt);
}

}  // namespace
}  // namespace throughgate::matcher
