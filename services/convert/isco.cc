#include "services/convert/isco.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "services/convert/values.h"

namespace throughgate::services {
namespace {

constexpr std::string_view kIsco = "isco/";
constexpr std::size_t kIscoDigitsMax = 4;

bool IsIscoGroup(std::string_view code) {
  if (!code.starts_with(kIsco)) return false;
  code.remove_prefix(kIsco.size());
  return !code.empty() && code.size() <= kIscoDigitsMax &&
         std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::vector<std::string> ReadIscoGroups(const google::protobuf::RepeatedPtrField<std::string>& wire,
                                        std::size_t max, const Field& at) {
  CheckCount(static_cast<std::size_t>(wire.size()), max, at);
  std::set<std::string> seen;
  return ReadEach(wire, at, [&](const std::string& code, const Field& here) {
    if (!IsIscoGroup(code)) {
      here.Refuse("Must be an ISCO group: \"isco/\" and 1 to 4 digits, such as \"isco/23\".");
    }
    CheckOnce(seen, code, here);
    return code;
  });
}

}  // namespace throughgate::services
