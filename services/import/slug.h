// Ids for things that have only a name or an id of somebody else's.
//
// An id of ours is [a-z0-9-], 1 to 63. Where a text does not fit into that without loss, a short
// hash of the text follows, so that two texts never share an id by losing what sets them apart.
// The ids are stored: neither words, hash nor digits may ever be made in another way.
#ifndef THROUGHGATE_SERVICES_IMPORT_SLUG_H_
#define THROUGHGATE_SERVICES_IMPORT_SLUG_H_

#include <string>
#include <string_view>

#include "matcher/model/place.h"

namespace throughgate::services {

// "Hays" -> "hays", "P&C Recruitment Ltd" -> "p-and-c-recruitment-ltd-…". Case and how the words
// are spaced make no difference.
std::string SlugOfName(std::string_view name);

// "<name>-<digits of the place>": places of one name that are stated differently, be it only in how
// exact they are, have ids of their own.
std::string SlugOfPlace(std::string_view name, const matcher::Place& stated);

// "<feed>-<external id>". Every difference between external ids makes one. `feed` is an id of at
// most 40 bytes.
std::string SlugOfExternalId(const std::string& feed, std::string_view external_id);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_SLUG_H_
