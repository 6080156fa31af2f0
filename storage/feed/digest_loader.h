// Reads how the names of employers and sites are compared with those that plans keep.
#ifndef THROUGHGATE_STORAGE_FEED_DIGEST_LOADER_H_
#define THROUGHGATE_STORAGE_FEED_DIGEST_LOADER_H_

#include <functional>
#include <string>

#include "absl/status/statusor.h"
#include "matcher/model/disclosure.h"
#include "storage/report.h"
#include "storage/store.h"

namespace throughgate::storage {

// As CatalogueBuilder takes it.
using NameDigester = std::function<matcher::NameDigest(const std::string& name)>;

// As of `revision`; null when there is no key for it, or none that can be read, which is reported.
//
// Errors   those of the store.
// Threads  as KeyedHash.
absl::StatusOr<NameDigester> LoadDigester(const Store& store, Revision revision,
                                          const Report& report);

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_FEED_DIGEST_LOADER_H_
