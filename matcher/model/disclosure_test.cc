#include "matcher/model/disclosure.h"

#include <gtest/gtest.h>

#include <string>

namespace throughgate::matcher {
namespace {

HalfDigest Half(std::string_view name) {
  HalfDigest half = {};
  for (std::size_t i = 0; i < name.size(); ++i) {
    half[i % half.size()] = static_cast<std::uint8_t>(half[i % half.size()] * 31 + name[i]);
  }
  return half;
}

NameDigest Of(std::string_view name) { return DigestOfName(name, Half); }

TEST(NameDigests, KeepNamesApart) {
  EXPECT_EQ(Of("employers/acme"), Of("employers/acme"));
  EXPECT_NE(Of("employers/acme"), Of("employers/acme/sites/leeds"));
  EXPECT_NE(Of("employers/acme/sites/leeds"), Of("employers/acme/sites/york"));
  EXPECT_NE(Of("employers/acme/sites/leeds"), Of("employers/bolt/sites/leeds"));
}

TEST(NameDigests, SayWhoseASiteIs) {
  EXPECT_TRUE(IsSiteOf(Of("employers/acme/sites/leeds"), Of("employers/acme")));
  EXPECT_FALSE(IsSiteOf(Of("employers/bolt/sites/leeds"), Of("employers/acme")));
  EXPECT_FALSE(IsSiteOf(Of("employers/acme"), Of("employers/acme"))) << "an employer is no site";
}

}  // namespace
}  // namespace throughgate::matcher
