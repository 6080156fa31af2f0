// Who may give which grant, and end it. Nobody grants anything to themselves.
#ifndef THROUGHGATE_SERVICES_GRANT_RULES_H_
#define THROUGHGATE_SERVICES_GRANT_RULES_H_

#include <span>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "services/edge/caller.h"
#include "services/edge/edit.h"
#include "storage/store.h"

namespace throughgate::services {

// Rests `edit` on the organisation giving grants of that role.
//
// Errors  GRANT_NOT_PERMITTED  it does not, or the grant is for the caller themselves.
//         RESOURCE_NOT_FOUND   there is no such organisation.
absl::Status CheckGiving(const storage::Store& store, const Caller& caller,
                         const format::Grant& grant, Edit& edit);

// Whether the caller may let somebody stand in: on a caseload that is their own, or as one who
// answers for others. Rests `edit` on the caseload being their own. Whoever stands in themselves
// lets nobody stand in: two could hand a caseload to each other for ever.
//
// Errors  GRANT_NOT_PERMITTED.
absl::Status CheckCover(const storage::Store& store, const Caller& caller,
                        const format::Grant& cover, absl::Time now, Edit& edit);

// Rests `edit` on whoever is to stand in having that role in that organisation of their own.
//
// Errors  GRANT_NOT_PERMITTED  they have not.
absl::Status RequireColleague(const storage::Store& store,
                              std::span<const storage::HeldGrant> colleague,
                              const format::Grant& cover, absl::Time now, Edit& edit);

// Whether the caller may end `grant`. Administrators end each other's grants and never their own:
// the commit rests on the grant of whoever ends another, so one administrator is always left.
//
// Errors  GRANT_NOT_PERMITTED.
absl::Status CheckRevoking(const Caller& caller, const format::GrantTerms& grant);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_GRANT_RULES_H_
