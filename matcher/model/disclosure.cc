#include "matcher/model/disclosure.h"

#include <algorithm>

namespace throughgate::matcher {
namespace {

constexpr std::size_t kHalf = std::tuple_size_v<HalfDigest>;

}  // namespace

NameDigest DigestOfName(std::string_view name,
                        absl::FunctionRef<HalfDigest(std::string_view name)> half) {
  NameDigest digest = {};
  const std::size_t site = name.find("/sites/");
  std::ranges::copy(half(name.substr(0, site)), digest.begin());
  if (site != std::string_view::npos) std::ranges::copy(half(name), digest.begin() + kHalf);
  return digest;
}

bool IsSiteOf(const NameDigest& site, const NameDigest& employer) {
  return site != employer && std::equal(site.begin(), site.begin() + kHalf, employer.begin());
}

}  // namespace throughgate::matcher
