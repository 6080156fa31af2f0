// The limits of a generated risk plan; risk_plan_generators.cc includes it.
#ifndef THROUGHGATE_TESTS_SUPPORT_LIMIT_GENERATORS_H_
#define THROUGHGATE_TESTS_SUPPORT_LIMIT_GENERATORS_H_

#include "matcher/model/risk_plan.h"

namespace throughgate::generators {

// Gives `plan`, which has its zones already, limits, tags, orders and a record.
void SetLimits(matcher::RiskPlanTerms& plan);

}  // namespace throughgate::generators

#endif  // THROUGHGATE_TESTS_SUPPORT_LIMIT_GENERATORS_H_
