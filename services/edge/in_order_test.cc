#include "services/edge/in_order.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>
#include <vector>

#include "tests/support/status_matchers.h"

namespace throughgate::services {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<int> Squares(std::size_t count) {
  std::vector<int> emitted;
  EXPECT_OK(InOrder<int>(
      count,
      [](std::size_t i) {
        // The first take longest.
        if (i % 7 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
        return static_cast<int>(i * i);
      },
      [&](int square) {
        emitted.push_back(square);
        return absl::OkStatus();
      }));
  return emitted;
}

TEST(InOrder, EmitsEachOnceInOrder) {
  EXPECT_THAT(Squares(0), IsEmpty());
  EXPECT_THAT(Squares(1), ElementsAre(0));
  const std::vector<int> squares = Squares(500);
  ASSERT_EQ(squares.size(), 500u);
  for (int i = 0; i < 500; ++i) EXPECT_EQ(squares[i], i * i);
}

TEST(InOrder, EndsSoonAfterEmittingFails) {
  std::atomic<int> worked = 0;
  int emitted = 0;
  EXPECT_THAT(
      InOrder<int>(
          100'000,
          [&](std::size_t i) {
            ++worked;
            return static_cast<int>(i);
          },
          [&](int) { return ++emitted == 3 ? absl::CancelledError("gone") : absl::OkStatus(); }),
      StatusIs(absl::StatusCode::kCancelled));
  EXPECT_EQ(emitted, 3);
  EXPECT_LT(worked, 50'000);
}

TEST(InOrder, TakesResultsThatCanOnlyBeMoved) {
  int sum = 0;
  EXPECT_OK(InOrder<std::unique_ptr<int>>(
      50, [](std::size_t i) { return std::make_unique<int>(static_cast<int>(i)); },
      [&](std::unique_ptr<int> one) {
        sum += *one;
        return absl::OkStatus();
      }));
  EXPECT_EQ(sum, 50 * 49 / 2);
}

}  // namespace
}  // namespace throughgate::services
