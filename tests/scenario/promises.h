// What must hold of every scenario, whatever it is about.
#ifndef THROUGHGATE_TESTS_SCENARIO_PROMISES_H_
#define THROUGHGATE_TESTS_SCENARIO_PROMISES_H_

#include <string>
#include <vector>

#include "tests/scenario/scenario.h"
#include "tests/scenario/setting.h"

namespace throughgate::scenario {

// One sentence for each promise that is broken:
// - a search, either way round, lists the pair exactly when it is not NOT_AVAILABLE, with the
//   verdict, site and points that the explanation gives;
// - the SHARED answer is the same without a plan and with the harshest one, rests on no sealed
//   rule and always needs clearance;
// - what is NOT_AVAILABLE in the SHARED view is so in the FULL one.
std::vector<std::string> BrokenPromises(const Scenario& scenario, const Setting& setting);

}  // namespace throughgate::scenario

#endif  // THROUGHGATE_TESTS_SCENARIO_PROMISES_H_
