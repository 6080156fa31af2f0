// What tells that somebody is supervised, whatever a plan says of supervision.
#ifndef THROUGHGATE_MATCHER_RULES_SUPERVISION_H_
#define THROUGHGATE_MATCHER_RULES_SUPERVISION_H_

#include "matcher/model/risk_plan.h"

namespace throughgate::matcher {

// Whether a plan has licence conditions, or a curfew, a tag or a commitment that has not ended.
bool IsBound(const RiskPlanTerms& plan, Day today);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RULES_SUPERVISION_H_
