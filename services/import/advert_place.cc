#include "services/import/advert_place.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "services/import/place_names.h"
#include "services/import/wide_places.h"

namespace throughgate::services {
namespace {

using matcher::Gazetteer;
using matcher::Metres;
using matcher::Place;

// What one name says of where the place is.
struct Named {
  std::string_view name;
  Metres extent;  // from the position
  bool in_gazetteer = false;
};

// What all of them say.
struct Wording {
  std::vector<Named> known;
  bool contradicts = false;  // a name is of nothing near the position
  bool has_unknown = false;
};

Wording Read(const std::vector<std::string>& names, matcher::GeoPoint at,
             const Gazetteer& gazetteer) {
  Wording wording;
  for (const std::string& name : names) {
    const bool in_gazetteer = gazetteer.Knows(name);
    const std::optional<Metres> extent =
        in_gazetteer ? gazetteer.ExtentOfName(name, at) : ExtentOfWidePlace(name);
    if (extent) {
      wording.known.push_back({name, *extent, in_gazetteer});
    } else {
      (in_gazetteer ? wording.contradicts : wording.has_unknown) = true;
    }
  }
  return wording;
}

// Whether `wide` names what `narrow` is a part of, instead of another place: the county of a town,
// not the town next to it.
bool Holds(const Named& wide, const Named& narrow, matcher::GeoPoint at,
           const Gazetteer& gazetteer) {
  const bool wider = wide.extent.value * 2 >= narrow.extent.value * 3;
  const bool placed = wide.in_gazetteer && narrow.in_gazetteer;
  return wider && (!placed || gazetteer.IsIn(narrow.name, wide.name, at));
}

// How far the place can be from `at` by all names that are known: the narrowest, and whatever it is
// no part of.
Metres ExtentOfAll(const std::vector<Named>& known, matcher::GeoPoint at,
                   const Gazetteer& gazetteer) {
  const Named& narrowest = *std::ranges::min_element(known, {}, &Named::extent);
  Metres extent = narrowest.extent;
  for (const Named& other : known) {
    if (!Holds(other, narrowest, at, gazetteer)) extent = std::max(extent, other.extent);
  }
  return extent;
}

// Where the names say that it is: what the narrowest of them names, near what all others do.
std::optional<Place> PlaceNamed(const std::vector<std::string>& names, const Gazetteer& gazetteer) {
  std::optional<Place> narrowest;
  for (const std::string& name : names) {
    if (!gazetteer.Knows(name)) continue;
    const std::optional<Place> place = gazetteer.FindName(name, names);
    if (!place) return std::nullopt;  // nothing of this name is near the others
    if (!narrowest || place->uncertainty < narrowest->uncertainty) narrowest = place;
  }
  return narrowest;
}

}  // namespace

std::optional<Place> PlaceOf(const Advert& advert, const Gazetteer& gazetteer) {
  const std::vector<std::string> names = PlaceNames(advert.location);
  std::optional<Place> place = advert.stated ? advert.stated : PlaceNamed(names, gazetteer);
  if (!place) return std::nullopt;
  const Wording wording = Read(names, place->at, gazetteer);
  // The middle of what is named may be far from all of it: that of Wales from any of its towns.
  if (advert.stated && wording.contradicts) return std::nullopt;
  if (!wording.known.empty()) {
    place->uncertainty =
        std::max(place->uncertainty, ExtentOfAll(wording.known, place->at, gazetteer));
  }
  if (wording.known.empty() || wording.has_unknown) {
    place->uncertainty = std::max(place->uncertainty, advert.unknown_name_uncertainty);
  }
  return place->uncertainty.value > 0 ? place : std::nullopt;
}

}  // namespace throughgate::services
