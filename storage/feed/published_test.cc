#include "storage/feed/published.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace throughgate::storage {
namespace {

TEST(Published, IsNothingAtFirstAndThenTheNewest) {
  Published<int> published;
  EXPECT_EQ(published.Get(), nullptr);
  for (const int value : {1, 2, 3}) {
    published.Set(std::make_shared<const int>(value));
    EXPECT_EQ(*published.Get(), value);
    EXPECT_EQ(*published.Get(), value);
  }
}

// At most the newest and the one before are held.
TEST(Published, LetsGoOfWhatIsOld) {
  Published<int> published;
  const auto first = std::make_shared<const int>(1);
  published.Set(first);
  EXPECT_EQ(first.use_count(), 2);
  published.Set(std::make_shared<const int>(2));
  published.Set(std::make_shared<const int>(3));
  EXPECT_EQ(first.use_count(), 1);
}

// For the thread sanitizer as much as for the count: nobody sees a value go back.
TEST(Published, NeverGoesBackForAReader) {
  Published<int> published;
  published.Set(std::make_shared<const int>(0));
  std::atomic<bool> done = false;
  std::atomic<int> went_back = 0;
  std::vector<std::thread> readers;
  for (int i = 0; i < 3; ++i) {
    readers.emplace_back([&] {
      int last = 0;
      while (!done) {
        const int value = *published.Get();
        if (value < last) ++went_back;
        last = value;
      }
    });
  }
  for (int value = 1; value <= 20'000; ++value) published.Set(std::make_shared<const int>(value));
  done = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(went_back, 0);
  EXPECT_EQ(*published.Get(), 20'000);
}

}  // namespace
}  // namespace throughgate::storage
