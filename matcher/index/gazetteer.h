// The gazetteer: postcode districts, and the towns and regions that they make up.
#ifndef THROUGHGATE_MATCHER_INDEX_GAZETTEER_H_
#define THROUGHGATE_MATCHER_INDEX_GAZETTEER_H_

#include <memory>
#include <optional>
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

  // How far a place of this name can lie from `at`: far enough to reach the far side of every
  // district of the town, the region or the wider region of that name, whichever is found first.
  // nullopt when the name is of none. Case and leading compass words ("South East London") are
  // ignored.
  std::optional<Metres> ExtentOfName(std::string_view name, GeoPoint at) const;

  // The middle of everything of that name, as uncertain as it is wide.
  std::optional<Place> FindName(std::string_view name) const;

 private:
  using Members = std::vector<std::uint32_t>;
  const Members* Named(std::string_view name) const;

  std::string id_;
  std::vector<District> districts_;
  absl::flat_hash_map<std::string, std::uint32_t> by_code_;
  absl::flat_hash_map<std::string, Members> by_name_;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_GAZETTEER_H_
