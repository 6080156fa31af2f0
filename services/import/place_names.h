// The names in an advert's wording of a place.
#ifndef THROUGHGATE_SERVICES_IMPORT_PLACE_NAMES_H_
#define THROUGHGATE_SERVICES_IMPORT_PLACE_NAMES_H_

#include <string>
#include <string_view>
#include <vector>

namespace throughgate::services {

// "Leeds, West Yorkshire" -> "Leeds", "West Yorkshire"; a postcode is its district: "Leeds LS1 4AB"
// -> "Leeds", "LS1". Parts are separated by commas, slashes, bars, semicolons, brackets and " - ".
std::vector<std::string> PlaceNames(std::string_view location);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_PLACE_NAMES_H_
