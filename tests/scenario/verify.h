// Compares what a scenario expects with what the matcher answers.
#ifndef THROUGHGATE_TESTS_SCENARIO_VERIFY_H_
#define THROUGHGATE_TESTS_SCENARIO_VERIFY_H_

#include <string>

#include "matcher/matcher.h"
#include "tests/scenario/scenario.h"

namespace throughgate::scenario {

// Empty when all is as expected; otherwise what is wrong, followed by everything that was found.
std::string Verify(const Scenario& scenario);

}  // namespace throughgate::scenario

#endif  // THROUGHGATE_TESTS_SCENARIO_VERIFY_H_
