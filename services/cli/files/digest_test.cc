#include "services/cli/files/digest.h"

#include <gtest/gtest.h>

#include "services/cli/testing/test_files.h"

namespace throughgate::cli {
namespace {

// The SHA-256 of "abc", FIPS 180-4.
TEST(ContentDigest, IsTheBeginningOfTheSha256) {
  const TempFolder folder;
  EXPECT_EQ(*ContentDigest(folder.Write("a", "abc"), ""), "ba7816bf8f01cfea");
}

TEST(ContentDigest, DependsOnHowTheFileIsRead) {
  const TempFolder folder;
  const std::string path = folder.Write("a", "ab");
  EXPECT_NE(*ContentDigest(path, ""), *ContentDigest(path, "title=Job"));
  EXPECT_FALSE(ContentDigest("/nowhere", "").ok());
}

}  // namespace
}  // namespace throughgate::cli
