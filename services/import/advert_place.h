// Where an advert's work is.
#ifndef THROUGHGATE_SERVICES_IMPORT_ADVERT_PLACE_H_
#define THROUGHGATE_SERVICES_IMPORT_ADVERT_PLACE_H_

#include <optional>

#include "matcher/index/gazetteer.h"
#include "matcher/model/place.h"
#include "services/import/advert.h"

namespace throughgate::services {

// The position stated, or else the middle of what the location names; never a guess.
//
// As uncertain as is stated, and as far as what is named can be from there: the narrowest name
// where the others name what it is in ("Leeds, West Yorkshire"), else the widest ("Leeds,
// Bradford"). A name that nobody knows makes it as uncertain as the feed says of such names.
//
// nullopt: not known, because nothing says how well the position is known, or because a name is of
// somewhere else. Of several places of one name, which nothing tells apart, it may be any.
//
// Why  "Scotland" is hundreds of kilometres wide, and still out of reach of somebody in Leeds.
std::optional<matcher::Place> PlaceOf(const Advert& advert, const matcher::Gazetteer& gazetteer);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_ADVERT_PLACE_H_
