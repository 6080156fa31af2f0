// The real data that tests read where it is at hand: all of ESCO, all districts, 72,908 adverts. It
// is not part of the project: THROUGHGATE_DATA names its folder, and tests skip without it.
#ifndef THROUGHGATE_SERVICES_IMPORT_REAL_DATA_FOR_TEST_H_
#define THROUGHGATE_SERVICES_IMPORT_REAL_DATA_FOR_TEST_H_

#include <memory>
#include <vector>

#include "absl/functional/function_ref.h"
#include "matcher/index/taxonomy.h"
#include "matcher/model/reference.h"
#include "services/import/advert.h"

namespace throughgate::services {

bool HasRealData();
std::shared_ptr<const matcher::Taxonomy> Esco();
std::vector<matcher::District> Outcodes();
// Those that can be read, in the order of the file.
void ForEachRealAdvert(absl::FunctionRef<void(const Advert&)> visit);

// The feed that they are read as being of.
inline constexpr char kRealFeed[] = "adzuna";

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_REAL_DATA_FOR_TEST_H_
