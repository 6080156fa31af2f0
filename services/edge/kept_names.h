// The names in no-contact entries, which are kept under a key of the store.
#ifndef THROUGHGATE_SERVICES_EDGE_KEPT_NAMES_H_
#define THROUGHGATE_SERVICES_EDGE_KEPT_NAMES_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "matcher/model/risk_plan.h"
#include "services/convert/field.h"
#include "storage/secrets/keyed_hash.h"
#include "storage/store.h"
#include "throughgate/v1/risk_plan_service.pb.h"

namespace throughgate::services {

// The hash under the store's secret of that name.
//
// Errors  NAME_KEY_MISSING  it is lost, damaged, or of a newer program.
//         and those of the store.
absl::StatusOr<storage::KeyedHash> HashUnder(const storage::Store& store,
                                             const std::string& secret);

// Puts the no-contact entries of `wire`, which is at `at`, into `terms`, names under the store's
// key.
//
// Errors  NAME_KEY_MISSING  there are entries, and the key for them cannot be read.
//         and those of the store.
absl::Status ReadKeptNames(const storage::Store& store, const v1::RiskPlan& wire, const Field& at,
                           matcher::RiskPlanTerms& terms);

// Refuses the names in the entries of `wire` that are nobody's: employers and sites that do not
// exist, and kept names that `stored`, the plan that it replaces, does not keep.
//
// Errors  those of the store.
// Cost    a read for each employer and site.
// Why     a name of nobody agrees with nobody, so the entry would look as if it kept somebody
// apart.
//         A plan of another store has such names: they were made under another key.
absl::Status CheckKeptNames(const storage::Store& store, const v1::RiskPlan& wire,
                            const matcher::RiskPlanTerms& stored, const Field& at);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_KEPT_NAMES_H_
