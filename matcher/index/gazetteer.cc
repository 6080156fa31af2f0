#include "matcher/index/gazetteer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "matcher/geo/ecef.h"

namespace throughgate::matcher {
namespace {

constexpr Metres kDistrictUncertaintyMin{1'000};
constexpr std::size_t kNeighbours = 3;
// A position this far from every district of a name is not of that name, and districts of one town
// are no farther than this from any position in it.
constexpr std::int64_t kNearCm = 30'000'00;

std::string Lower(std::string_view text) {
  return absl::AsciiStrToLower(absl::string_view(text.data(), text.size()));
}

Metres RoundUp(std::int64_t centimetres) { return {(centimetres + 99) / 100}; }

// The distance from each district to its third nearest neighbour.
Metres DistanceToNeighbours(const std::vector<Ecef>& centres, std::size_t of) {
  std::array<std::int64_t, kNeighbours> nearest;
  nearest.fill(kUncertaintyMax.value * 100);
  for (std::size_t i = 0; i < centres.size(); ++i) {
    if (i == of) continue;
    const std::int64_t distance = ChordCm(centres[of], centres[i]);
    if (distance >= nearest.back()) continue;
    nearest.back() = distance;
    std::sort(nearest.begin(), nearest.end());
  }
  return std::max(RoundUp(nearest.back()), kDistrictUncertaintyMin);
}

// "south east london" -> "london"; "london" stays.
std::string_view WithoutCompassWords(std::string_view name) {
  static constexpr std::array<std::string_view, 7> kCompass = {
      "north ", "south ", "east ", "west ", "central ", "greater ", "mid "};
  for (bool again = true; again;) {
    again = false;
    for (std::string_view word : kCompass) {
      if (name.starts_with(word)) {
        name.remove_prefix(word.size());
        again = true;
      }
    }
  }
  return name;
}

GeoPoint Middle(const std::vector<District>& districts, const std::vector<std::uint32_t>& members) {
  std::int64_t latitude = 0;
  std::int64_t longitude = 0;
  for (std::uint32_t member : members) {
    latitude += districts[member].centre.latitude_e7;
    longitude += districts[member].centre.longitude_e7;
  }
  const auto count = static_cast<std::int64_t>(members.size());
  return {static_cast<std::int32_t>(latitude / count),
          static_cast<std::int32_t>(longitude / count)};
}

}  // namespace

std::shared_ptr<const Gazetteer> Gazetteer::Build(std::string id, std::vector<District> districts) {
  auto gazetteer = std::make_shared<Gazetteer>();
  gazetteer->id_ = std::move(id);
  gazetteer->districts_ = std::move(districts);
  std::vector<Ecef> centres;
  for (const District& district : gazetteer->districts_) centres.push_back(ToEcef(district.centre));

  const auto add = [&](const std::string& name, Members Namesakes::*members, std::uint32_t i) {
    if (!name.empty()) (gazetteer->by_name_[Lower(name)].*members).push_back(i);
  };
  for (std::uint32_t i = 0; i < centres.size(); ++i) {
    District& district = gazetteer->districts_[i];
    add(district.town, &Namesakes::of_town, i);
    add(district.region, &Namesakes::of_region, i);
    add(district.wider_region, &Namesakes::of_wider_region, i);
    if (district.uncertainty.value == 0) district.uncertainty = DistanceToNeighbours(centres, i);
    gazetteer->by_code_.try_emplace(district.code, i);
  }
  return gazetteer;
}

std::optional<Place> Gazetteer::FindDistrict(std::string_view code) const {
  const auto found = by_code_.find(absl::string_view(code.data(), code.size()));
  if (found == by_code_.end()) return std::nullopt;
  const District& district = districts_[found->second];
  return Place{district.centre, district.uncertainty};
}

const Gazetteer::Namesakes* Gazetteer::Named(std::string_view name) const {
  const std::string lower = Lower(name);
  auto found = by_name_.find(lower);
  if (found == by_name_.end()) found = by_name_.find(std::string(WithoutCompassWords(lower)));
  return found == by_name_.end() ? nullptr : &found->second;
}

Gazetteer::Members Gazetteer::Near(const Members& members, GeoPoint at) const {
  const Ecef from = ToEcef(at);
  Members near;
  for (std::uint32_t member : members) {
    if (ChordCm(from, ToEcef(districts_[member].centre)) <= kNearCm) near.push_back(member);
  }
  return near;
}

Metres Gazetteer::Extent(const Members& members, GeoPoint at) const {
  const Ecef from = ToEcef(at);
  Metres extent;
  for (std::uint32_t member : members) {
    const District& district = districts_[member];
    extent =
        std::max(extent, RoundUp(ChordCm(from, ToEcef(district.centre))) + district.uncertainty);
  }
  return std::min(extent, kUncertaintyMax);
}

std::optional<Metres> Gazetteer::ExtentOfName(std::string_view name, GeoPoint at) const {
  const Namesakes* namesakes = Named(name);
  if (namesakes == nullptr) return std::nullopt;
  if (const Members town = Near(namesakes->of_town, at); !town.empty()) return Extent(town, at);
  for (const Members* wide : {&namesakes->of_region, &namesakes->of_wider_region}) {
    if (!Near(*wide, at).empty()) return Extent(*wide, at);
  }
  return std::nullopt;
}

std::optional<Place> Gazetteer::FindName(std::string_view name) const {
  const Namesakes* namesakes = Named(name);
  if (namesakes == nullptr) return std::nullopt;
  Members all = namesakes->of_town;
  all.insert(all.end(), namesakes->of_region.begin(), namesakes->of_region.end());
  all.insert(all.end(), namesakes->of_wider_region.begin(), namesakes->of_wider_region.end());
  const GeoPoint middle = Middle(districts_, all);
  return Place{middle, Extent(all, middle)};
}

}  // namespace throughgate::matcher
