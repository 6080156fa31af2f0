// Looks for postings that look as if somebody probed with them, and keeps what it finds.
#ifndef THROUGHGATE_SERVICES_POSTINGS_FLAG_SWEEPER_H_
#define THROUGHGATE_SERVICES_POSTINGS_FLAG_SWEEPER_H_

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "matcher/index/catalogue.h"
#include "matcher/model/units.h"
#include "storage/store.h"

namespace throughgate::services {

// Of those whose places are known so well, and no others: who looks for where a zone ends must know
// where they stand, and a feed's towns are no branches.
inline constexpr matcher::Metres kProbeWithin{500};

// Flags each employer whose sites make a lattice, or whose vacancies are near-duplicates, until
// `should_stop` says so. A flag that is there stays, and grows with the places that are seen. Two
// servers that find the same at once write it once; the other's is left for the next time.
//
// Errors  those of the store and of the format.
// Cost    looks at every site and every vacancy; nothing that is sealed.
absl::Status SweepPostings(storage::Store& store, const matcher::Catalogue& catalogue,
                           matcher::Day today, absl::FunctionRef<bool()> should_stop);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_POSTINGS_FLAG_SWEEPER_H_
