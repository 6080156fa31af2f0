#ifndef THROUGHGATE_SERVICES_CONVERT_STORED_H_
#define THROUGHGATE_SERVICES_CONVERT_STORED_H_

#include <string>

#include "storage/store.h"

namespace throughgate::services {

// The versions of the two parts of a record; 0 for a part that it does not have.
struct Versions {
  storage::Revision terms = 0;
  storage::Revision detail = 0;
  bool operator==(const Versions&) const = default;
};

// A record as it was found. It has no versions when it would be written but is not.
template <typename Model>
struct Stored {
  Model record;
  Versions versions;
};

// Opaque to callers, compared whole; empty for a record that is not stored.
//
// Why  one run of hexadecimal digits, which cannot look like personal data in a request.
std::string FormatEtag(const Versions& versions);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_STORED_H_
