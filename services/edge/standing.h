// What a caller may do, compared in the commit that rests on it.
#ifndef THROUGHGATE_SERVICES_EDGE_STANDING_H_
#define THROUGHGATE_SERVICES_EDGE_STANDING_H_

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "services/edge/caller.h"
#include "services/edge/edit.h"
#include "storage/store.h"

namespace throughgate::services {

// Whether `organisation` gives such a grant as `grant`, and that is in force.
bool IsInForce(const format::GrantTerms& grant, const format::OrganisationTerms& organisation,
               absl::Time now);

// Rests `edit` on one of the caller's standing grants, and on their organisation, as they are
// stored now. Between the call and the commit a grant may have been ended, or its organisation
// suspended: then nothing is written. For each candidate that the caller speaks of it rests on the
// link, too, and on a grant that reaches its caseload: a person may be handed over meanwhile.
//
// Errors  ROLE_NOT_PERMITTED  none of these grants is in force any more; names `method`.
//         and those of the store.
absl::Status RestOnGrant(const storage::Store& store, const Caller& caller, std::string_view method,
                         absl::Time now, Edit& edit);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_STANDING_H_
