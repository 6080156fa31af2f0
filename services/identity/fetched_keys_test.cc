#include "services/identity/fetched_keys.h"

#include <gtest/gtest.h>

#include <optional>
#include <vector>

#include "absl/time/clock.h"
#include "services/identity/testing/signing_key.h"
#include "tests/support/status_matchers.h"

namespace throughgate::identity {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr absl::Duration kSoon = absl::Seconds(20);  // far more than anything here takes

std::string Jwks(const std::string& kid) { return JwksOf({SigningKey::Ec(kid).Jwk()}); }

class FetchedKeysTest : public testing::Test {
 protected:
  void Start(FetchedKeys::Pace pace) {
    keys_.emplace(
        "an issuer", [this](absl::FunctionRef<bool()> stopped) { return Fetch(stopped); }, pace,
        [this](const std::string& text) {
          const absl::MutexLock lock(&mutex_);
          reports_.push_back(text);
        });
  }
  absl::StatusOr<std::string> Fetch(absl::FunctionRef<bool()> stopped) {
    {
      const absl::MutexLock lock(&mutex_);
      ++fetches_;
      if (!hangs_) return answer_;
    }
    while (!stopped()) absl::SleepFor(absl::Milliseconds(1));
    return absl::CancelledError();
  }
  void SetAnswer(absl::StatusOr<std::string> answer) {
    const absl::MutexLock lock(&mutex_);
    answer_ = std::move(answer);
  }
  // Whether there come to be as many fetches, within reason.
  bool AreFetched(int fetches) {
    const absl::MutexLock lock(&mutex_);
    const auto enough = [&]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return fetches_ >= fetches; };
    return mutex_.AwaitWithTimeout(absl::Condition(&enough), kSoon);
  }
  bool ComesToKnow(const char* kid) {
    const absl::Time end = absl::Now() + kSoon;
    while (keys_->Current()->Find(kid) == nullptr) {
      if (absl::Now() > end) return false;
      absl::SleepFor(absl::Milliseconds(1));
    }
    return true;
  }
  int fetches() {
    const absl::MutexLock lock(&mutex_);
    return fetches_;
  }
  std::vector<std::string> reports() {
    const absl::MutexLock lock(&mutex_);
    return reports_;
  }

  absl::Mutex mutex_;
  absl::StatusOr<std::string> answer_ ABSL_GUARDED_BY(mutex_) = Jwks("a");
  bool hangs_ ABSL_GUARDED_BY(mutex_) = false;
  int fetches_ ABSL_GUARDED_BY(mutex_) = 0;
  std::vector<std::string> reports_ ABSL_GUARDED_BY(mutex_);
  std::optional<FetchedKeys> keys_;
};

TEST_F(FetchedKeysTest, AreThereFromTheBeginningAndReplacedNowAndThen) {
  Start({.refresh = absl::Milliseconds(30), .apart = absl::Milliseconds(1)});
  EXPECT_NE(keys_->Current()->Find("a"), nullptr);
  SetAnswer(Jwks("b"));
  EXPECT_TRUE(ComesToKnow("b"));
  EXPECT_EQ(keys_->Current()->Find("a"), nullptr);
  EXPECT_THAT(reports(), IsEmpty());
}

TEST_F(FetchedKeysTest, AreFetchedForAnUnknownKey) {
  Start({.refresh = absl::Hours(1), .apart = absl::Milliseconds(1)});
  SetAnswer(Jwks("b"));
  keys_->NoteUnknownKey();
  EXPECT_TRUE(ComesToKnow("b"));
}

TEST_F(FetchedKeysTest, AreFetchedOnceForManyUnknownKeys) {
  Start({.refresh = absl::Hours(1), .apart = absl::Milliseconds(200)});
  const absl::Time begin = absl::Now();
  int noted = 0;
  while (fetches() < 3) {
    keys_->NoteUnknownKey();
    ++noted;
    ASSERT_LT(absl::Now(), begin + kSoon);
  }
  EXPECT_GE(absl::Now() - begin, absl::Milliseconds(350)) << noted << " unknown keys";
}

TEST_F(FetchedKeysTest, WaitForAnHourWhenNothingIsUnknown) {
  Start({.refresh = absl::Hours(1), .apart = absl::Milliseconds(1)});
  absl::SleepFor(absl::Milliseconds(50));
  EXPECT_EQ(fetches(), 1);
  keys_->NoteUnknownKey();
  ASSERT_TRUE(AreFetched(2));
  absl::SleepFor(absl::Milliseconds(50));
  EXPECT_EQ(fetches(), 2) << "once is enough";
}

TEST_F(FetchedKeysTest, StayWhenFetchingFailsWhichIsSaidOnceAndTriedAgain) {
  Start({.refresh = absl::Hours(1), .apart = absl::Milliseconds(2)});
  SetAnswer(absl::UnavailableError("the line is dead"));
  keys_->NoteUnknownKey();
  ASSERT_TRUE(AreFetched(5));
  EXPECT_NE(keys_->Current()->Find("a"), nullptr);
  EXPECT_THAT(reports(), ElementsAre(AllOf(HasSubstr("an issuer"), HasSubstr("the line is dead"),
                                           HasSubstr("before, if any, stay"))));
  SetAnswer(Jwks("b"));
  EXPECT_TRUE(ComesToKnow("b"));
  EXPECT_THAT(reports(), ElementsAre(HasSubstr("dead"), HasSubstr("can be read again")));
}

TEST_F(FetchedKeysTest, MayBeMissingAtFirst) {
  SetAnswer(absl::UnavailableError("the line is dead"));
  Start({.refresh = absl::Hours(1), .apart = absl::Milliseconds(2)});
  EXPECT_EQ(keys_->Current()->size(), 0u);
  EXPECT_EQ(reports().size(), 1u);
  SetAnswer(Jwks("a"));
  EXPECT_TRUE(ComesToKnow("a"));
}

TEST_F(FetchedKeysTest, StayWhenWhatIsFetchedIsNoKeySet) {
  Start({.refresh = absl::Hours(1), .apart = absl::Milliseconds(2)});
  SetAnswer("<html>Welcome</html>");
  keys_->NoteUnknownKey();
  ASSERT_TRUE(AreFetched(3));
  EXPECT_NE(keys_->Current()->Find("a"), nullptr);
  EXPECT_THAT(reports(), ElementsAre(HasSubstr("no JSON Web Key Set")));
}

TEST_F(FetchedKeysTest, StopAtOnce) {
  const absl::Time begin = absl::Now();
  Start({.refresh = absl::Hours(1), .apart = absl::Hours(1)});
  keys_.reset();
  Start({.refresh = absl::Hours(1), .apart = absl::Milliseconds(1)});
  {
    const absl::MutexLock lock(&mutex_);
    hangs_ = true;
  }
  keys_->NoteUnknownKey();
  ASSERT_TRUE(AreFetched(3));
  keys_.reset();
  EXPECT_LT(absl::Now() - begin, kSoon) << "in the middle of a fetch, too";
  EXPECT_THAT(reports(), IsEmpty());
}

}  // namespace
}  // namespace throughgate::identity
