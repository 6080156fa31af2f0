// What a generated risk plan approves and keeps apart; risk_plan_generators.cc includes it.
#ifndef THROUGHGATE_TESTS_SUPPORT_DISCLOSURE_GENERATORS_H_
#define THROUGHGATE_TESTS_SUPPORT_DISCLOSURE_GENERATORS_H_

#include "matcher/model/risk_plan.h"

namespace throughgate::generators {

// Gives `plan` approvals and no-contact entries.
void SetApprovals(matcher::RiskPlanTerms& plan);

}  // namespace throughgate::generators

#endif  // THROUGHGATE_TESTS_SUPPORT_DISCLOSURE_GENERATORS_H_
