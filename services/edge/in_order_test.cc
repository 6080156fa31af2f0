#include "services/edge/in_order.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <stdexcept>
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

// Beside the callers' own threads there are no more than processors, however many ask.
TEST(InOrder, SharesTheProcessorsWithOthers) {
  const int most = 8 + static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  std::atomic<int> working = 0;
  std::atomic<int> at_once = 0;
  std::vector<std::thread> callers;
  for (int caller = 0; caller < 8; ++caller) {
    callers.emplace_back([&] {
      int sum = 0;
      EXPECT_OK(InOrder<int>(
          200,
          [&](std::size_t i) {
            const int now = ++working;
            for (int seen = at_once; seen < now && !at_once.compare_exchange_weak(seen, now);) {
            }
            std::this_thread::sleep_for(std::chrono::microseconds(200));
            --working;
            return static_cast<int>(i);
          },
          [&](int one) {
            sum += one;
            return absl::OkStatus();
          }));
      EXPECT_EQ(sum, 200 * 199 / 2);
    });
  }
  for (std::thread& caller : callers) caller.join();
  EXPECT_LE(at_once, most);
}

TEST(InOrder, PassesOnWhatIsThrown) {
  const auto work = [](std::size_t i) -> int {
    if (i == 70) throw std::runtime_error("no memory");
    return static_cast<int>(i);
  };
  int emitted = 0;
  const auto emit = [&](int) {
    ++emitted;
    return absl::OkStatus();
  };
  EXPECT_THROW((void)InOrder<int>(100, work, emit), std::runtime_error);
  EXPECT_LE(emitted, 70);
  EXPECT_THROW((void)InOrder<int>(
                   100, [](std::size_t i) { return static_cast<int>(i); },
                   [](int) -> absl::Status { throw std::runtime_error("gone"); }),
               std::runtime_error);
  EXPECT_EQ(Squares(100).size(), 100u) << "every thread is given back";
}

}  // namespace
}  // namespace throughgate::services
