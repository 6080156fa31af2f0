#include "matcher/index/gazetteer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "matcher/geo/ecef.h"

namespace throughgate::matcher {
namespace {

constexpr Metres kDistrictUncertaintyMin{1'000};
constexpr std::size_t kNeighbours = 3;
// A position this far from every district of a name is not of that name, and districts of one town
// are no farther than this from any position in it.
constexpr std::int64_t kNearCm = 30'000'00;

// "St. Stoke-on-Trent" -> "st stoke on trent"; "City of Edinburgh", "Aberdeen City" -> the city.
std::string Folded(std::string_view text) {
  std::string folded;
  for (const char c : text) {
    if (c == '.' || c == '\'') continue;
    folded += c == '-' ? ' ' : absl::ascii_tolower(static_cast<unsigned char>(c));
  }
  absl::RemoveExtraAsciiWhitespace(&folded);
  absl::string_view name = folded;
  if (!absl::ConsumePrefix(&name, "city of ")) absl::ConsumeSuffix(&name, " city");
  return std::string(name.empty() ? absl::string_view(folded) : name);
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
    if (!name.empty()) (gazetteer->by_name_[Folded(name)].*members).push_back(i);
  };
  for (std::uint32_t i = 0; i < centres.size(); ++i) {
    District& district = gazetteer->districts_[i];
    add(district.code, &Namesakes::of_town, i);
    add(district.town, &Namesakes::of_town, i);
    add(district.region, &Namesakes::of_region, i);
    add(district.wider_region, &Namesakes::of_wider_region, i);
    if (district.uncertainty.value == 0) district.uncertainty = DistanceToNeighbours(centres, i);
    gazetteer->by_code_.try_emplace(district.code, i);
  }
  return gazetteer;
}

std::string_view Gazetteer::RegionAt(const Place& place) const {
  const Ecef point = ToEcef(place.at);
  const auto distance = [&](const District& district) {
    return ChordCm(point, ToEcef(district.centre));
  };
  const auto nearest = std::ranges::min_element(districts_, {}, distance);
  if (nearest == districts_.end()) return {};
  const std::int64_t uncertainty = place.uncertainty.value * 100;
  if (distance(*nearest) > nearest->uncertainty.value * 100 + uncertainty) return {};
  const std::int64_t as_near = distance(*nearest) + 2 * uncertainty;
  const bool doubtful = std::ranges::any_of(districts_, [&](const District& other) {
    return other.region != nearest->region && distance(other) <= as_near;
  });
  return doubtful ? std::string_view() : std::string_view(nearest->region);
}

std::optional<Place> Gazetteer::FindDistrict(std::string_view code) const {
  const auto found = by_code_.find(absl::string_view(code.data(), code.size()));
  if (found == by_code_.end()) return std::nullopt;
  const District& district = districts_[found->second];
  return Place{district.centre, district.uncertainty};
}

const Gazetteer::Namesakes* Gazetteer::Named(std::string_view name) const {
  const std::string folded = Folded(name);
  auto found = by_name_.find(folded);
  if (found == by_name_.end()) found = by_name_.find(std::string(WithoutCompassWords(folded)));
  return found == by_name_.end() ? nullptr : &found->second;
}

// The districts of the narrowest that is anywhere near; none when nothing is.
Gazetteer::Members Gazetteer::MeantAt(const Namesakes& namesakes, GeoPoint at) const {
  Members town = Near(namesakes.of_town, at);
  if (!town.empty()) return town;
  for (const Members* wide : {&namesakes.of_region, &namesakes.of_wider_region}) {
    if (!Near(*wide, at).empty()) return *wide;
  }
  return {};
}

Gazetteer::Members Gazetteer::Near(const Members& members, GeoPoint at) const {
  const Ecef from = ToEcef(at);
  Members near;
  for (std::uint32_t member : members) {
    if (ChordCm(from, ToEcef(districts_[member].centre)) <= kNearCm) near.push_back(member);
  }
  return near;
}

Gazetteer::Members Gazetteer::AllOf(const Namesakes& namesakes) {
  Members all = namesakes.of_town;
  all.insert(all.end(), namesakes.of_region.begin(), namesakes.of_region.end());
  all.insert(all.end(), namesakes.of_wider_region.begin(), namesakes.of_wider_region.end());
  return all;
}

// Whether the district can reach one of the others.
bool Gazetteer::Touches(std::uint32_t member, const Members& others) const {
  const District& district = districts_[member];
  const Ecef from = ToEcef(district.centre);
  return std::any_of(others.begin(), others.end(), [&](std::uint32_t i) {
    const Metres reach = district.uncertainty + districts_[i].uncertainty;
    return ChordCm(from, ToEcef(districts_[i].centre)) <= reach.value * 100;
  });
}

// Those that are near one of the others at least.
Gazetteer::Members Gazetteer::NearAny(const Members& members, const Members& others) const {
  Members near;
  for (std::uint32_t member : members) {
    if (!Near(others, districts_[member].centre).empty()) near.push_back(member);
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
  const Members meant = MeantAt(*namesakes, at);
  return meant.empty() ? std::nullopt : std::optional(Extent(meant, at));
}

bool Gazetteer::IsIn(std::string_view name, std::string_view wide, GeoPoint at) const {
  const Namesakes* inner = Named(name);
  const Namesakes* outer = Named(wide);
  if (inner == nullptr || outer == nullptr) return false;
  const Members meant = MeantAt(*inner, at);
  const Members all = AllOf(*outer);
  const auto is_in = [&](std::uint32_t member) {
    if (std::find(all.begin(), all.end(), member) != all.end()) return true;
    return Touches(member, outer->of_region) || Touches(member, outer->of_wider_region);
  };
  return !meant.empty() && std::all_of(meant.begin(), meant.end(), is_in);
}

std::optional<Place> Gazetteer::FindName(std::string_view name,
                                         std::span<const std::string> beside) const {
  const Namesakes* namesakes = Named(name);
  if (namesakes == nullptr) return std::nullopt;
  Members all = AllOf(*namesakes);
  for (const std::string& other : beside) {
    if (const Namesakes* others = Named(other)) all = NearAny(all, AllOf(*others));
  }
  if (all.empty()) return std::nullopt;
  const GeoPoint middle = Middle(districts_, all);
  return Place{middle, Extent(all, middle)};
}

}  // namespace throughgate::matcher
