// The table of licence conditions: how each is read, by policy version and code.
//
// A code alone means nothing: the policies reuse codes for other conditions.
#ifndef THROUGHGATE_MATCHER_LICENCE_CONDITION_TABLE_H_
#define THROUGHGATE_MATCHER_LICENCE_CONDITION_TABLE_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "matcher/licence/condition_reading.h"

namespace throughgate::matcher {

// Whether `text` has the form of a policy's version, "4.0", known here or not.
bool IsPolicyVersion(std::string_view text);

class ConditionTable {
 public:
  // Reads the text of conditions.csv.
  //
  // Errors  kInvalidArgument  names the line, and what is wrong with it.
  static absl::StatusOr<ConditionTable> Parse(std::string_view text);

  // Null when the policy has no such condition. Case of the code does not matter.
  //
  // Lifetime  of the table.
  const ConditionReading* Find(std::string_view policy_version, std::string_view code) const;

  // In the order of the file.
  std::span<const ConditionReading> readings() const { return readings_; }

 private:
  absl::Status Add(ConditionReading reading);

  std::vector<ConditionReading> readings_;
  absl::flat_hash_map<std::string, std::size_t> by_version_and_code_;
};

// The table of this rule set: conditions.csv as it was when this program was built.
//
// Threads  any. Cost  reads the table once.
const ConditionTable& LicenceConditions();

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_LICENCE_CONDITION_TABLE_H_
