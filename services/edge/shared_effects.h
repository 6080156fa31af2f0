// What probation discloses of a plan, as it is set, previewed and looked at again.
#ifndef THROUGHGATE_SERVICES_EDGE_SHARED_EFFECTS_H_
#define THROUGHGATE_SERVICES_EDGE_SHARED_EFFECTS_H_

#include <optional>

#include "absl/status/statusor.h"
#include "matcher/model/risk_plan.h"
#include "services/convert/field.h"
#include "services/convert/stored.h"
#include "storage/store.h"
#include "throughgate/v1/risk_plan_service.pb.h"

namespace throughgate::services {

// The candidate's plan if `wire` gives areas, which are of its zones; nullopt if it needs none.
//
// Errors  RESOURCE_NOT_FOUND  there is no plan; and those of the store and of the format.
absl::StatusOr<std::optional<Stored<matcher::RiskPlan>>> PlanOfAreas(
    const storage::Store& store, const matcher::CandidateName& candidate,
    const v1::SharedEffects& wire);

// Shared effects as `wire`, which is at `at`, says. `plan` is what PlanOfAreas gave; the middles of
// areas are moved under the store's key, unless one that is shown of the zone already will do.
//
// Errors  NAME_KEY_MISSING  areas are given, and the key for them cannot be read.
//         and those of the store.
absl::StatusOr<matcher::SharedEffects> ReadEffects(
    const storage::Store& store, const std::optional<Stored<matcher::RiskPlan>>& plan,
    const v1::SharedEffects& wire, const Field& at);

// What of `disclosed` would not be suggested on `today`, because the plan does not say it, or not
// any more: limits that were lifted or have ended, other hours, zones that are gone or do not
// lie within what is shown, or have another size. All of it when there is no plan, or none that can
// be read.
//
// Errors  those of the store.
absl::StatusOr<matcher::SharedEffects> OutdatedEffects(const storage::Store& store,
                                                       const matcher::CandidateEffects& disclosed,
                                                       matcher::Day today);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_SHARED_EFFECTS_H_
