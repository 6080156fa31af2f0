// What a version shares with the next one, and what it does not.
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "matcher/index/cow_blocks.h"
#include "matcher/index/cow_directory.h"
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

// More blocks than a chunk has, walked through in order.
TEST(CowBlocks, AreTheSameHoweverTheyAreRead) {
  constexpr std::size_t kMany = 2 * SharedBlocks<int>::kBlocksPerChunk + 1;
  CowBlocks<int> blocks;
  for (std::size_t i = 0; i < kMany; ++i) blocks.Append() = static_cast<int>(i);
  const SharedBlocks<int> first = blocks.Publish();
  blocks.Mutable(1) = -1;
  blocks.Append() = -2;
  const SharedBlocks<int> second = blocks.Publish();
  std::size_t i = 0;
  for (const std::shared_ptr<const int>& block : first) {
    EXPECT_EQ(*block, static_cast<int>(i));
    EXPECT_EQ(block, first[i]);
    EXPECT_EQ(i != 1, block == second[i]);
    ++i;
  }
  EXPECT_EQ(i, kMany);
  EXPECT_EQ(*second[1], -1);
  EXPECT_EQ(*second[kMany], -2);
  EXPECT_EQ(second.size(), kMany + 1);
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

std::string Numbered(Ordinal i) { return absl::StrCat("name-", i); }

TEST(CowDirectory, FindsInEachVersionWhatWasThere) {
  constexpr Ordinal kNames = 3 * DirectoryView::kShards;
  CowDirectory directory;
  for (Ordinal i = 0; i < kNames; ++i) directory.Add(Numbered(i), i);
  const DirectoryView view = directory.Publish();
  directory.Add("later", kNames);
  const auto any = [](Ordinal) { return true; };
  for (Ordinal i = 0; i < kNames; ++i) {
    EXPECT_EQ(view.Find(Numbered(i), [&](Ordinal found) { return found == i; }), i);
  }
  EXPECT_EQ(view.Find("later", any), std::nullopt);
  EXPECT_EQ(directory.Find("later", any), kNames);
  EXPECT_EQ(directory.Publish().Find("later", any), kNames);
}

// Two names with one hash are told apart by whoever knows the names.
TEST(CowDirectory, AsksWhichOfThoseThatMayHaveTheNameHasIt) {
  CowDirectory directory;
  for (const Ordinal i : {4, 5, 6}) directory.Add("same", i);
  const DirectoryView view = directory.Publish();
  for (const Ordinal i : {4, 5, 6}) {
    EXPECT_EQ(view.Find("same", [&](Ordinal found) { return found == i; }), i);
  }
  EXPECT_EQ(view.Find("same", [](Ordinal) { return false; }), std::nullopt);
}

TEST(CowDirectory, FindsNothingInAVersionThatWasNeverPublished) {
  EXPECT_EQ(DirectoryView().Find("anything", [](Ordinal) { return true; }), std::nullopt);
}

}  // namespace
}  // namespace throughgate::matcher
