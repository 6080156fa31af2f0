// What a file of rejected rows is in the end, whatever stopped the runs that wrote it, and when.
#include "services/cli/import/rejects_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/cli/rows/json_source.h"
#include "services/cli/testing/test_files.h"

namespace throughgate::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::int64_t kRows = 20;
constexpr std::int64_t kBatch = 5;

// Of every batch the last two rows and one more are rejected, the last on this side.
bool IsRejected(std::int64_t row) { return row % 7 == 0 || row % kBatch == 4 || row % kBatch == 0; }
std::int64_t LastSent(std::int64_t batch_end) { return batch_end - 1; }

class RejectsFileTest : public ::testing::Test {
 protected:
  // A run of the import from what is there to row `last`, by when the server has applied `applied`.
  // Returns the row behind which it went on.
  absl::StatusOr<std::int64_t> Run(std::int64_t applied, std::int64_t last = kRows,
                                   const std::string& import = "an import") {
    RejectsFile rejects(path_, import, source_);
    const absl::StatusOr<std::int64_t> begun = rejects.Begin(applied);
    if (!begun.ok()) return begun;
    for (std::int64_t row = *begun + 1; row <= last; ++row) {
      SourceRow rejected;
      rejected.number = rejected.line = row;
      rejected.original = {absl::StrCat("{\"n\":", row, "}")};
      if (IsRejected(row)) rejects.Add(rejected, {"", "is bad"});
      if (row % kBatch != 0) continue;
      const absl::Status settled = rejects.Settle(row, LastSent(row));
      if (!settled.ok()) return settled;
    }
    const absl::Status finished = last == kRows ? rejects.Finish() : absl::OkStatus();
    if (!finished.ok()) return finished;
    return begun;
  }
  std::string Rejects() const { return ReadFile(path_); }
  std::string Log() const { return ReadFile(log_path_); }

  TextStream nothing_{""};
  const JsonSource source_{nothing_};
  const TempFolder folder_;
  const std::string path_ = folder_.PathOf("rejects.jsonl");
  const std::string log_path_ = folder_.PathOf("rejects.jsonl.settled");
};

TEST_F(RejectsFileTest, LeavesNothingBesideACompleteFile) {
  EXPECT_EQ(*Run(0), 0);
  EXPECT_THAT(Rejects(), HasSubstr("{\"rejected\":{\"line\":4,"));
  EXPECT_FALSE(std::filesystem::exists(log_path_));
}

TEST_F(RejectsFileTest, GoesOnWhereBothSidesHaveCome) {
  const struct {
    std::int64_t applied;
    std::int64_t goes_on_behind;
  } kCases[] = {{0, 0}, {3, 0}, {4, 5}, {8, 5}, {9, 10}, {14, 15}, {20, 15}};
  for (const auto& c : kCases) {
    ASSERT_TRUE(Run(0, 15).ok());
    EXPECT_EQ(*Run(c.applied), c.goes_on_behind) << c.applied;
  }
}

// The files as a kill can leave them: a batch's rows are written, and then the line that says so.
TEST_F(RejectsFileTest, IsWholeWhateverByteAKillCameAt) {
  Run(0).IgnoreError();
  const std::string whole = Rejects();
  std::string rejects_before;
  std::string log_before;
  for (std::int64_t last = 0; last < kRows; last += kBatch) {
    ASSERT_TRUE(Run(0, last).ok());
    const std::string log_behind = Log();
    const std::string rejects_behind = Rejects();
    const auto resume = [&](const std::string& rejects, const std::string& log) {
      for (const std::int64_t applied : {std::int64_t{0}, std::int64_t{4}, last, kRows}) {
        folder_.Write("rejects.jsonl", rejects);
        folder_.Write("rejects.jsonl.settled", log);
        ASSERT_TRUE(Run(applied).ok());
        ASSERT_EQ(Rejects(), whole) << rejects.size() << " bytes, log " << log;
      }
    };
    for (std::size_t size = rejects_before.size(); size <= rejects_behind.size(); size += 9) {
      resume(rejects_behind.substr(0, size), log_before);
    }
    for (std::size_t size = log_before.size(); size <= log_behind.size(); size += 3) {
      resume(rejects_behind, log_behind.substr(0, size));
    }
    rejects_before = rejects_behind;
    log_before = log_behind;
  }
}

TEST_F(RejectsFileTest, WhatAnotherImportHasLeftIsNotTakenUp) {
  ASSERT_TRUE(Run(0, 15).ok());
  EXPECT_EQ(*Run(kRows, kRows, "another\nimport"), 0);
  ASSERT_TRUE(Run(0, 15, "another\nimport").ok());
  EXPECT_EQ(*Run(kRows, kRows, "another\nimport"), 15);
}

TEST_F(RejectsFileTest, IsListedAnewWhenItWasMovedAway) {
  Run(0).IgnoreError();
  const std::string whole = Rejects();
  ASSERT_TRUE(Run(0, 15).ok());
  std::filesystem::rename(path_, folder_.PathOf("mended.jsonl"));
  EXPECT_EQ(*Run(kRows), 0);
  EXPECT_EQ(Rejects(), whole);
}

// Somebody is mending it.
TEST_F(RejectsFileTest, IsNotAddedToOnceItWasChanged) {
  ASSERT_TRUE(Run(0, 15).ok());
  const std::string left = Rejects();
  for (const std::string& changed : {left.substr(1), "x" + left.substr(1), left.substr(0, 99)}) {
    folder_.Write("rejects.jsonl", changed);
    const auto refused = Run(kRows);
    EXPECT_TRUE(absl::IsFailedPrecondition(refused.status()));
    EXPECT_THAT(std::string(refused.status().message()), HasSubstr("move it away"));
    EXPECT_EQ(Rejects(), changed);
  }
  folder_.Write("rejects.jsonl", left);
  EXPECT_EQ(*Run(kRows), 15);
}

TEST_F(RejectsFileTest, CountsWhatWasThereAtTheBeginning) {
  ASSERT_TRUE(Run(0, 10).ok());
  RejectsFile rejects(path_, "an import", source_);
  ASSERT_EQ(*rejects.Begin(10), 10);
  EXPECT_EQ(rejects.rejected_earlier(), 5);
}

TEST_F(RejectsFileTest, IsOfOneProcessAtATime) {
  RejectsFile first(path_, "an import", source_);
  ASSERT_TRUE(first.Begin(0).ok());
  const auto refused = Run(0);
  EXPECT_TRUE(absl::IsFailedPrecondition(refused.status()));
  EXPECT_THAT(std::string(refused.status().message()), HasSubstr("another import"));
}

}  // namespace
}  // namespace throughgate::cli
