// What giving a site another place counts as, and when there is none left.
#include "services/edge/move_budget.h"

#include <gmock/gmock.h>

#include "absl/strings/str_cat.h"
#include "services/edge/errors.h"
#include "storage/memory/memory_store.h"
#include "tests/support/status_matchers.h"

namespace throughgate::services {
namespace {

using matcher::Place;
using testing::HasSubstr;

// So far north of a place in Leeds; a metre is 90 of its units.
Place North(int metres, int uncertainty_m) {
  return {{538'000'000 + metres * 90, -15'500'000}, {uncertainty_m}};
}

TEST(PlaceChange, IsNoneWhereTheSiteMayHaveBeenBefore) {
  const Place town = North(0, 3'000);
  EXPECT_EQ(ChangeOf(std::nullopt, std::nullopt), PlaceChange::kNone);
  EXPECT_EQ(ChangeOf(town, town), PlaceChange::kNone);
  EXPECT_EQ(ChangeOf(town, North(2'800, 30)), PlaceChange::kNone);
  EXPECT_EQ(ChangeOf(town, North(0, 2'999)), PlaceChange::kNone);
}

TEST(PlaceChange, IsAPlacingWhereItIsFirstOrPutRight) {
  EXPECT_EQ(ChangeOf(std::nullopt, North(0, 30)), PlaceChange::kPlacing);
  EXPECT_EQ(ChangeOf(North(0, 30), North(90, 30)), PlaceChange::kPlacing);
  EXPECT_EQ(ChangeOf(North(0, 30), North(0, 3'000)), PlaceChange::kPlacing);
}

TEST(PlaceChange, IsAMoveBeyondThatOrWhenAPlaceIsTakenAway) {
  EXPECT_EQ(ChangeOf(North(0, 30), North(110, 30)), PlaceChange::kMove);
  EXPECT_EQ(ChangeOf(North(0, 3'000), North(2'980, 30)), PlaceChange::kMove);
  EXPECT_EQ(ChangeOf(North(0, 3'000), North(200, 3'000)), PlaceChange::kMove);
  EXPECT_EQ(ChangeOf(North(0, 30), std::nullopt), PlaceChange::kMove);
}

class MoveBudget : public testing::Test {
 protected:
  // Commits what the change takes of acme's budget.
  absl::Status Spend(const std::optional<Place>& before, const std::optional<Place>& after,
                     PlacedBy by, int day) {
    Edit edit;
    const absl::Status spent =
        SpendOnPlace(*store_, {"acme"}, before, after, by, {20'000 + day}, edit);
    if (!spent.ok() || edit.empty()) return spent;
    return store_->Commit(edit.transaction()).status();
  }
  absl::Status Move(int day, PlacedBy by = PlacedBy::kHand) {
    return Spend(North(0, 30), North(5'000, 30), by, day);
  }
  void PutSites(int count) {
    for (int i = 0; i < count; ++i) {
      Edit edit;
      edit.Put({},
               matcher::Site{.name = {"acme", absl::StrCat("s", i)}, .terms = {}, .detail = {}});
      ASSERT_OK(store_->Commit(edit.transaction()));
    }
  }

  const std::unique_ptr<storage::Store> store_ = storage::MakeMemoryStore();
};

TEST_F(MoveBudget, IsThreeMovesInAYearByHand) {
  for (const int day : {0, 0, 100}) EXPECT_OK(Move(day));
  const absl::Status refused = Move(364);
  EXPECT_EQ(ReasonOf(refused), v1::ERROR_REASON_LIMIT_EXCEEDED);
  // Day 20,000 was 2024-10-04.
  EXPECT_THAT(refused.message(),
              HasSubstr("More than 3 moves of an employer's sites by hand in 365 days. The budget "
                        "frees on 2025-10-04"));
  EXPECT_OK(Move(365));
  EXPECT_OK(Move(365));
  EXPECT_FALSE(Move(365).ok());
  EXPECT_FALSE(Move(464).ok());
  EXPECT_OK(Move(465));
}

TEST_F(MoveBudget, IsTwentyPlacingsInAMonthByHandBesides) {
  for (int i = 0; i < kPlacingsMax; ++i) {
    EXPECT_OK(i % 2 == 0 ? Spend(std::nullopt, North(0, 30), PlacedBy::kHand, 1)
                         : Spend(North(0, 30), North(50, 30), PlacedBy::kHand, 1));
  }
  EXPECT_EQ(ReasonOf(Spend(std::nullopt, North(0, 30), PlacedBy::kHand, 30)),
            v1::ERROR_REASON_LIMIT_EXCEEDED);
  EXPECT_OK(Spend(North(0, 3'000), North(50, 30), PlacedBy::kHand, 30)) << "is free";
  EXPECT_OK(Move(30));
  EXPECT_OK(Spend(std::nullopt, North(0, 30), PlacedBy::kHand, 31));
}

TEST_F(MoveBudget, OfImportsIsATenthOfTheSites) {
  const auto moves_until_refused = [&](int day) {
    int moves = 0;
    while (moves < 1'000 && Move(day, PlacedBy::kImport).ok()) ++moves;
    return moves;
  };
  PutSites(70);
  EXPECT_EQ(moves_until_refused(0), 7);
  EXPECT_EQ(moves_until_refused(29), 0);
  EXPECT_EQ(moves_until_refused(30), 7);
  EXPECT_OK(Move(0)) << "by hand is another";
  for (int i = 0; i < 100; ++i) {
    EXPECT_OK(Spend(std::nullopt, North(0, 30), PlacedBy::kImport, 0)) << "feeds make many sites";
  }
}

TEST_F(MoveBudget, OfImportsIsThreeForTheSmallAndAHundredForTheLarge) {
  for (int i = 0; i < kImportMovesMin; ++i) EXPECT_OK(Move(0, PlacedBy::kImport));
  EXPECT_FALSE(Move(0, PlacedBy::kImport).ok());
  PutSites(1'200);
  int moves = kImportMovesMin;
  while (moves < 1'000 && Move(0, PlacedBy::kImport).ok()) ++moves;
  EXPECT_EQ(moves, kImportMovesMax);
}

// Two that were decided on the same budget cannot both be committed.
TEST_F(MoveBudget, IsGuardedInTheCommit) {
  Edit first;
  Edit second;
  for (Edit* edit : {&first, &second}) {
    ASSERT_OK(SpendOnPlace(*store_, {"acme"}, North(0, 30), std::nullopt, PlacedBy::kHand, {20'000},
                           *edit));
  }
  EXPECT_OK(store_->Commit(first.transaction()));
  EXPECT_TRUE(absl::IsAborted(store_->Commit(second.transaction()).status()));
}

// However often it is spent, a record holds no more than counts.
TEST_F(MoveBudget, ForgetsWhatNoLongerCounts) {
  for (int day = 0; day < 10'000; day += 365) EXPECT_OK(Move(day));
  const auto record = store_->Get(format::MoveBudgetKey({"acme"}));
  ASSERT_OK(record);
  const auto budget = format::Decode<format::MoveBudget>((*record)->key, (*record)->value);
  ASSERT_OK(budget);
  EXPECT_EQ(budget->moved_on.size(), 1u);
}

}  // namespace
}  // namespace throughgate::services
