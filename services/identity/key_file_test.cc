#include "services/identity/key_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <vector>

#include "services/identity/testing/signing_key.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_directory.h"

namespace throughgate::identity {
namespace {

using absl::StatusCode;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class KeyFileTest : public testing::Test {
 protected:
  // As those who replace a file should: by renaming.
  void Replace(const std::string& bytes) {
    std::ofstream(path_ + ".new") << bytes;
    std::filesystem::rename(path_ + ".new", path_);
  }
  static std::string Jwks(const std::string& kid) { return JwksOf({SigningKey::Ec(kid).Jwk()}); }
  absl::StatusOr<std::unique_ptr<KeyFile>> Open() {
    return KeyFile::Open(
        path_, [this](const std::string& text) { reports_.push_back(text); },
        [this] { return now_; });
  }
  static bool Knows(const KeyFile& file, const char* kid) {
    return file.Current()->Find(kid) != nullptr;
  }

  TempDirectory directory_;
  const std::string path_ = directory_.path("keys.json");
  absl::Time now_ = absl::FromUnixSeconds(1'800'000'000);
  std::vector<std::string> reports_;
};

TEST_F(KeyFileTest, IsReadAgainWhenItIsReplaced) {
  Replace(Jwks("a"));
  ASSERT_OK_AND_ASSIGN(const auto file, Open());
  EXPECT_TRUE(Knows(*file, "a"));
  const std::shared_ptr<const KeySet> kept = file->Current();
  Replace(Jwks("b"));
  EXPECT_TRUE(Knows(*file, "a")) << "it is looked at once a second";
  now_ += absl::Seconds(1);
  EXPECT_TRUE(Knows(*file, "b"));
  EXPECT_FALSE(Knows(*file, "a"));
  EXPECT_NE(kept->Find("a"), nullptr) << "whoever has the set keeps it";
  EXPECT_THAT(reports_, IsEmpty());
}

TEST_F(KeyFileTest, IsReadAgainWhenItIsWrittenInPlace) {
  Replace(Jwks("a"));
  ASSERT_OK_AND_ASSIGN(const auto file, Open());
  std::ofstream(path_) << JwksOf({SigningKey::Ec("b").Jwk(), SigningKey::Ec("c").Jwk()});
  now_ += absl::Seconds(1);
  EXPECT_TRUE(Knows(*file, "c"));
}

TEST_F(KeyFileTest, IsNotReadAgainWhenNothingChanged) {
  Replace(Jwks("a"));
  ASSERT_OK_AND_ASSIGN(const auto file, Open());
  const std::shared_ptr<const KeySet> first = file->Current();
  now_ += absl::Seconds(5);
  EXPECT_EQ(file->Current(), first);
}

TEST_F(KeyFileTest, KeepsItsKeysWhileItIsBrokenAndSaysSoOnce) {
  Replace(Jwks("a"));
  ASSERT_OK_AND_ASSIGN(const auto file, Open());
  for (const std::string broken : {"{", ""}) {
    Replace(broken);
    for (int i = 0; i < 5; ++i) {
      now_ += absl::Seconds(1);
      EXPECT_TRUE(Knows(*file, "a"));
    }
  }
  EXPECT_THAT(reports_, ElementsAre(AllOf(HasSubstr(path_), HasSubstr("no JSON Web Key Set"),
                                          HasSubstr("before, if any, stay"))));
  Replace(Jwks("b"));
  now_ += absl::Seconds(1);
  EXPECT_TRUE(Knows(*file, "b"));
  EXPECT_EQ(reports_.size(), 2u);
  EXPECT_THAT(reports_.back(), HasSubstr("can be read again"));
}

TEST_F(KeyFileTest, KeepsItsKeysWhileItIsGone) {
  Replace(Jwks("a"));
  ASSERT_OK_AND_ASSIGN(const auto file, Open());
  std::filesystem::rename(path_, path_ + ".away");
  for (int i = 0; i < 3; ++i) {
    now_ += absl::Seconds(1);
    EXPECT_TRUE(Knows(*file, "a"));
  }
  EXPECT_THAT(reports_, ElementsAre(HasSubstr("cannot read")));
  std::filesystem::rename(path_ + ".away", path_);
  now_ += absl::Seconds(1);
  EXPECT_TRUE(Knows(*file, "a"));
  EXPECT_EQ(reports_.size(), 2u);
}

TEST_F(KeyFileTest, IsLookedAtWhenTheClockIsPutBack) {
  Replace(Jwks("a"));
  ASSERT_OK_AND_ASSIGN(const auto file, Open());
  file->Current();
  Replace(Jwks("b"));
  now_ -= absl::Hours(1);
  EXPECT_TRUE(Knows(*file, "b"));
}

TEST_F(KeyFileTest, MustBeGoodAtFirst) {
  EXPECT_THAT(Open(), StatusIs(StatusCode::kNotFound, HasSubstr(path_)));
  Replace("{}");
  EXPECT_THAT(Open(), StatusIs(StatusCode::kInvalidArgument,
                               AllOf(HasSubstr(path_), HasSubstr("no JSON Web Key Set"))));
  Replace(Jwks("a") + std::string(kKeySetBytesMax, ' '));
  EXPECT_THAT(Open(), StatusIs(StatusCode::kInvalidArgument,
                               HasSubstr(path_ + " has more than 65536 bytes")));
}

TEST_F(KeyFileTest, IsAFile) {
  std::filesystem::create_directory(path_);
  EXPECT_THAT(Open(), StatusIs(StatusCode::kInvalidArgument, HasSubstr("not a file")));
  std::filesystem::remove(path_);
  ASSERT_EQ(mkfifo(path_.c_str(), 0600), 0);
  EXPECT_THAT(Open(), StatusIs(StatusCode::kInvalidArgument, HasSubstr("not a file")))
      << "a pipe is not waited for";
}

}  // namespace
}  // namespace throughgate::identity
