// A plan that leaves nothing open to anybody.
#ifndef THROUGHGATE_TESTS_SCENARIO_HARSHEST_PLAN_H_
#define THROUGHGATE_TESTS_SCENARIO_HARSHEST_PLAN_H_

#include "matcher/model/risk_plan.h"
#include "tests/scenario/scenario.h"

namespace throughgate::scenario {

// Everything that a plan can state, at its strictest; its zone covers the whole map.
matcher::RiskPlanTerms HarshestPlan(const Scenario& scenario);

}  // namespace throughgate::scenario

#endif  // THROUGHGATE_TESTS_SCENARIO_HARSHEST_PLAN_H_
