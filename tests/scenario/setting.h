// A scenario as the matcher sees it: a catalogue with one candidate and one vacancy.
#ifndef THROUGHGATE_TESTS_SCENARIO_SETTING_H_
#define THROUGHGATE_TESTS_SCENARIO_SETTING_H_

#include <memory>
#include <optional>

#include "absl/status/status.h"
#include "matcher/index/catalogue.h"
#include "tests/scenario/scenario.h"

namespace throughgate::scenario {

struct Setting {
  std::shared_ptr<const matcher::Catalogue> catalogue;
  matcher::Ordinal candidate = 0;
  matcher::Ordinal vacancy = 0;
  absl::Status plan;  // whether the plan could be prepared
};

// With `plan` for the risk plan, whatever the scenario says of it; none when nullopt.
Setting SettingWith(const Scenario& scenario, const std::optional<matcher::RiskPlanTerms>& plan);

// With the scenario's own.
Setting SettingOf(const Scenario& scenario);

}  // namespace throughgate::scenario

#endif  // THROUGHGATE_TESTS_SCENARIO_SETTING_H_
