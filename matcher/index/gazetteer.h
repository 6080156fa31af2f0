// The gazetteer: postcode districts, and the towns and regions that they make up.
#ifndef THROUGHGATE_MATCHER_INDEX_GAZETTEER_H_
#define THROUGHGATE_MATCHER_INDEX_GAZETTEER_H_

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "matcher/model/place.h"
#include "matcher/model/reference.h"

namespace throughgate::matcher {

// Immutable. Threads: any. Cost: Build compares every pair of districts; look-ups are constant.
class Gazetteer {
 public:
  // A district without an uncertainty of its own gets the distance to its third nearest
  // neighbour, at least 1 km: few addresses lie farther from the middle of their district.
  static std::shared_ptr<const Gazetteer> Build(std::string id, std::vector<District> districts);

  const std::string& id() const { return id_; }
  std::size_t district_count() const { return districts_.size(); }

  // The middle of a district, as uncertain as the district is wide.
  std::optional<Place> FindDistrict(std::string_view code) const;

  // The region (county or council) of the district whose middle is nearest to `place`; empty when
  // that is not known: none is as near as it is wide, or one of another region may be as near.
  // Cost: compares every district.
  std::string_view RegionAt(const Place& place) const;

  // Names are those of towns, regions and wider regions, and the codes of districts. Case, full
  // stops, apostrophes, hyphens, "City of" and leading compass words ("South East London") make no
  // difference.

  // Whether anything here is of this name, wherever it is.
  bool Knows(std::string_view name) const { return Named(name) != nullptr; }

  // How far a place of this name can lie from `at`, which a feed says is that place: far enough to
  // reach the far side of every district that it can mean there. A name can be that of a town, of a
  // region and of a wider region (Leeds is a city and a village in Kent); it means the narrowest of
  // them that is anywhere near `at`, and of towns of one name only the one that is. nullopt when no
  // place of that name is near.
  std::optional<Metres> ExtentOfName(std::string_view name, GeoPoint at) const;

  // Whether all that `name` can mean at `at` is part of what `wide` names, or right beside a region
  // of that name: Leeds in Yorkshire, but neither London in Kent nor Halifax in Leeds.
  bool IsIn(std::string_view name, std::string_view wide, GeoPoint at) const;

  // The middle of everything of that name, whatever it is, as uncertain as all of it is wide. Where
  // `beside` names other things, only what lies in or right beside one of each name known here:
  // "Newport" is in Wales, Shropshire and the Isle of Wight, "Newport, Shropshire" is not.
  std::optional<Place> FindName(std::string_view name,
                                std::span<const std::string> beside = {}) const;

 private:
  using Members = std::vector<std::uint32_t>;
  // The districts of one name, by what the name is of.
  struct Namesakes {
    Members of_town;
    Members of_region;
    Members of_wider_region;
  };
  const Namesakes* Named(std::string_view name) const;
  static Members AllOf(const Namesakes& namesakes);
  Members MeantAt(const Namesakes& namesakes, GeoPoint at) const;
  Members Near(const Members& members, GeoPoint at) const;
  bool Touches(std::uint32_t member, const Members& others) const;
  Members NearAny(const Members& members, const Members& others) const;
  Metres Extent(const Members& members, GeoPoint at) const;

  std::string id_;
  std::vector<District> districts_;
  absl::flat_hash_map<std::string, std::uint32_t> by_code_;
  absl::flat_hash_map<std::string, Namesakes> by_name_;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_GAZETTEER_H_
