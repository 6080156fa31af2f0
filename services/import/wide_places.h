// What adverts give for a place and a gazetteer of districts may not have: the old counties and
// their short names, the regions, the parts of the country, and "nationwide".
#ifndef THROUGHGATE_SERVICES_IMPORT_WIDE_PLACES_H_
#define THROUGHGATE_SERVICES_IMPORT_WIDE_PLACES_H_

#include <optional>
#include <string_view>

#include "matcher/model/units.h"

namespace throughgate::services {

// How far from its middle a place of this name reaches, generously: from the middle to the farthest
// corner, rounded up. nullopt for any other name. Case, full stops, hyphens and "&" for "and" make
// no difference.
//
// Why  the position of "Berkshire" is a point in Berkshire; to take it for a town would put a site
//      where it is not, and pass zones that it may be in.
std::optional<matcher::Metres> ExtentOfWidePlace(std::string_view name);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_WIDE_PLACES_H_
