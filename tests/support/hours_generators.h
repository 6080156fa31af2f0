// Where a generated risk plan has the person be, and when; risk_plan_generators.cc includes it.
#ifndef THROUGHGATE_TESTS_SUPPORT_HOURS_GENERATORS_H_
#define THROUGHGATE_TESTS_SUPPORT_HOURS_GENERATORS_H_

#include "matcher/model/risk_plan.h"

namespace throughgate::generators {

// Gives `plan` curfews, commitments, temporary release and a home county.
void SetHours(matcher::RiskPlanTerms& plan);

}  // namespace throughgate::generators

#endif  // THROUGHGATE_TESTS_SUPPORT_HOURS_GENERATORS_H_
