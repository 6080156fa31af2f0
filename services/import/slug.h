// Ids for things that have only a name or an id of somebody else's.
//
// An id of ours is [a-z0-9-], 1 to 63. Where a text does not fit into that without loss, a short
// hash of the text follows, so that two texts never share an id by losing what sets them apart.
// The ids are stored: neither the words nor the hash may ever be made in another way.
#ifndef THROUGHGATE_SERVICES_IMPORT_SLUG_H_
#define THROUGHGATE_SERVICES_IMPORT_SLUG_H_

#include <string>
#include <string_view>

namespace throughgate::services {

// "Hays" -> "hays", "P&C Recruitment Ltd" -> "p-and-c-recruitment-ltd-…". Case and how the words
// are spaced make no difference.
std::string SlugOfName(std::string_view name);

// "<feed>-<external id>". Every difference between external ids makes one. `feed` is an id of at
// most 40 bytes.
std::string SlugOfExternalId(const std::string& feed, std::string_view external_id);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_SLUG_H_
