// What is kept or shown under keys of the store: the names in no-contact entries, and the middles
// of shared areas.
#ifndef THROUGHGATE_SERVICES_EDGE_KEPT_NAMES_H_
#define THROUGHGATE_SERVICES_EDGE_KEPT_NAMES_H_

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "matcher/model/risk_plan.h"
#include "services/convert/field.h"
#include "storage/store.h"
#include "throughgate/v1/risk_plan_service.pb.h"

namespace throughgate::services {

// Puts the no-contact entries of `wire`, which is at `at`, into `terms`, names under the store's
// key.
//
// Errors  kUnavailable  names are given, and the store's key for them cannot be read.
absl::Status ReadKeptNames(const storage::Store& store, const v1::RiskPlan& wire, const Field& at,
                           matcher::RiskPlanTerms& terms);

// Shared effects of `plan` as `wire`, which is at `at`, says; the middles of areas are moved under
// the store's key.
//
// Errors  kUnavailable  areas are given, and the store's key for them cannot be read.
absl::StatusOr<matcher::SharedEffects> ReadEffects(const storage::Store& store,
                                                   const matcher::RiskPlan& plan,
                                                   const v1::SharedEffects& wire, const Field& at);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_KEPT_NAMES_H_
