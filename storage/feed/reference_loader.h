// Reads the taxonomy, the gazetteer and the premises in use.
#ifndef THROUGHGATE_STORAGE_FEED_REFERENCE_LOADER_H_
#define THROUGHGATE_STORAGE_FEED_REFERENCE_LOADER_H_

#include <memory>

#include "absl/status/statusor.h"
#include "matcher/index/gazetteer.h"
#include "matcher/index/premises_layer.h"
#include "matcher/index/taxonomy.h"
#include "storage/store.h"

namespace throughgate::storage {

// As of `revision`; an empty one when none has been imported, never null.
//
// Errors  those of the store and the format; kDataLoss when a chunk is missing.
absl::StatusOr<std::shared_ptr<const matcher::Taxonomy>> LoadTaxonomy(const Store& store,
                                                                      Revision revision);
absl::StatusOr<std::shared_ptr<const matcher::Gazetteer>> LoadGazetteer(const Store& store,
                                                                        Revision revision);
absl::StatusOr<std::shared_ptr<const matcher::PremisesLayer>> LoadPremises(const Store& store,
                                                                           Revision revision);

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_FEED_REFERENCE_LOADER_H_
