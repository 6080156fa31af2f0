// A risk plan as a request or a row of an import states it, on its way to taking another's place.
#ifndef THROUGHGATE_SERVICES_EDGE_STATED_PLAN_H_
#define THROUGHGATE_SERVICES_EDGE_STATED_PLAN_H_

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "matcher/model/risk_plan.h"
#include "matcher/model/units.h"
#include "services/convert/field.h"
#include "services/edge/records.h"
#include "storage/store.h"
#include "throughgate/v1/risk_plan_service.pb.h"

namespace throughgate::services {

// What `wire` states of the candidate whose name it has, supervised by `organisation`; what is
// wrong with it is refused at `at`, which is "risk_plan".
//
// Errors  PERSONAL_DATA_REFUSED  in what people word.
//         NAME_KEY_MISSING       there are no-contact entries, and the key for them cannot be read.
//         and those of the store.
absl::StatusOr<matcher::RiskPlan> ReadStatedPlan(const storage::Store& store,
                                                 const v1::RiskPlan& wire,
                                                 const matcher::OrganisationId& organisation,
                                                 matcher::Day today, const Field& at);

// Makes `plan` what takes the place of `stored`, nullopt for none: it keeps the approvals, which
// SetWorkApproval alone gives and replaces. Refuses, at `at`, one that was reviewed before that,
// and names that are nobody's (see kept_names.h).
//
// Errors  those of the store.
absl::Status Replace(const storage::Store& store,
                     const std::optional<Stored<matcher::RiskPlan>>& stored,
                     const v1::RiskPlan& wire, const Field& at, matcher::RiskPlan& plan);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_STATED_PLAN_H_
