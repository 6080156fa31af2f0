// The keys that a store keeps for itself. They are in the store like all else, and not encrypted:
// they protect what leaves it, and the logs, not the store.
#ifndef THROUGHGATE_STORAGE_SECRETS_SECRETS_H_
#define THROUGHGATE_STORAGE_SECRETS_SECRETS_H_

#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "storage/format/secret.h"
#include "storage/report.h"
#include "storage/store.h"

namespace throughgate::storage {

// Under which the names in no-contact entries are kept: see keyed_hash.h.
inline constexpr std::string_view kNoContactSecret = "no-contact";
// Under which the middles of shared areas are moved.
inline constexpr std::string_view kSharedAreasSecret = "shared-areas";
// Under which candidates have handles, etags of their records and page tokens are hidden, and link
// codes are kept: see handles.h.
inline constexpr std::string_view kHandlesSecret = "handles";

// Makes the secrets that are not there yet. Whoever starts a server calls it before it opens the
// feed, which reads them once.
//
// A secret is never replaced, not even one that cannot be read: with another in its place, names
// kept under the first would agree with nobody's, and pass. Nor is kNoContactSecret made for a
// store in which plans keep names already. It has been lost then, which is reported, and those
// plans are REVIEW until it is put back. A kHandlesSecret that was lost is made anew, which is
// reported where there are links: from then on candidates have other handles, so that who has kept
// one must find the person anew, by a reference, a list or a new link code; etags, page tokens and
// link codes that were given before are of no use. Nothing else is lost, and references stay.
//
// Errors  those of the store; kUnavailable also when the source of random numbers gives none.
// Cost    a read of each; without kNoContactSecret, every risk plan is read.
absl::Status EnsureSecrets(Store& store, const Report& report);

// The secret of that name, as of `revision` (0 = latest).
//
// Errors  those of the store and of the format, naming the key.
//         kNotFound  there is none.
//         kDataLoss  also when it is not a key of kSecretBytes.
absl::StatusOr<format::Secret> ReadSecret(const Store& store, std::string_view name,
                                          Revision revision = 0);

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_SECRETS_SECRETS_H_
