#include "services/convert/area.h"

#include <algorithm>

#include "services/convert/values.h"
#include "services/convert/zone.h"

namespace throughgate::services {
namespace {

constexpr std::size_t kKindMax = 63;
constexpr TextLimits kName{.max = 100, .required = true};

bool IsKind(std::string_view text) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; };
  return !text.empty() && text.size() <= kKindMax && std::ranges::all_of(text, fits);
}

}  // namespace

std::string ReadAreaName(const std::string& wire, const Field& at) {
  const std::size_t slash = wire.find('/');
  if (slash == std::string::npos || !IsKind(std::string_view(wire).substr(0, slash))) {
    at.Refuse(
        "Must be a kind of area in small letters, a slash and a name, like "
        "\"local-authority/Manchester\" or \"district/M13\".");
    return {};
  }
  ReadText(wire.substr(slash + 1), kName, at);
  return wire;
}

matcher::NamedArea ReadNamedArea(const v1::NamedArea& wire, const Field& at) {
  const std::size_t faults = at.faults();
  matcher::NamedArea area{.name = ReadAreaName(wire.name(), at["name"]),
                          .area = ReadArea(wire.area(), at["area"])};
  if (area.name.starts_with(kDistrictKind)) {
    at["name"].Refuse("Districts are the gazetteer's: import them there.");
  }
  if (at.faults() == faults) CheckShape(area.area, at);
  return area;
}

}  // namespace throughgate::services
