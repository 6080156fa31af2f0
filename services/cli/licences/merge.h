// Puts a licence into a plan, without taking anything out that a person has entered.
#ifndef THROUGHGATE_SERVICES_CLI_LICENCES_MERGE_H_
#define THROUGHGATE_SERVICES_CLI_LICENCES_MERGE_H_

#include <string>
#include <vector>

#include "services/cli/licences/licence.h"

namespace throughgate::cli {

struct MergeCounts {
  int added = 0;      // conditions and curfews that the plan did not have
  int changed = 0;    // that it had otherwise
  int unchanged = 0;  // that it had
  // Conditions that an earlier import brought and the licence no longer has, by their ids.
  std::vector<std::string> gone;
  bool lifted = false;  // whether they have been taken out

  bool any() const { return added + changed > 0 || lifted; }
};

// Conditions and curfews are found by their ids, which imports begin with kImportedPrefix. Version,
// code and what a condition was filled in with, and the hours of an imported curfew, follow the
// licence; what expresses a condition is a person's to say and stays, unless the condition has
// become another one. A condition that a person entered without an id, and that the licence has
// once, is the licence's. All else in the plan stays; what is gone from the licence goes only with
// `lift_gone`, and the curfew that was made of it too.
MergeCounts MergeLicence(const Licence& licence, bool lift_gone, v1::RiskPlan& plan);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_LICENCES_MERGE_H_
