#include "matcher/licence/condition_table.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "matcher/licence/condition_line.h"
#include "matcher/licence/conditions_text.h"

namespace throughgate::matcher {
namespace {

std::string KeyOf(std::string_view policy_version, std::string_view code) {
  return absl::StrCat(std::string(policy_version), " ",
                      absl::AsciiStrToLower(absl::string_view(code.data(), code.size())));
}

absl::Status AtLine(std::size_t line, const absl::Status& status) {
  return absl::InvalidArgumentError(
      absl::StrCat("conditions.csv, line ", line, ": ", status.message()));
}

// How many digits `text` begins with.
std::size_t DigitsAtFront(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && absl::ascii_isdigit(static_cast<unsigned char>(text[count]))) {
    ++count;
  }
  return count;
}

}  // namespace

bool IsPolicyVersion(std::string_view text) {
  constexpr std::size_t kDigitsMax = 2;
  const std::size_t whole = DigitsAtFront(text);
  if (whole < 1 || whole > kDigitsMax || whole == text.size() || text[whole] != '.') return false;
  text.remove_prefix(whole + 1);
  return !text.empty() && text.size() <= kDigitsMax && DigitsAtFront(text) == text.size();
}

absl::Status ConditionTable::Add(ConditionReading reading) {
  for (const std::string& version : reading.versions) {
    if (!by_version_and_code_.emplace(KeyOf(version, reading.code), readings_.size()).second) {
      return absl::InvalidArgumentError(
          absl::StrCat(reading.code, " of policy ", version, " stands there twice"));
    }
  }
  readings_.push_back(std::move(reading));
  return absl::OkStatus();
}

absl::StatusOr<ConditionTable> ConditionTable::Parse(std::string_view text) {
  ConditionTable table;
  bool headed = false;
  std::size_t number = 0;
  for (const absl::string_view line :
       absl::StrSplit(absl::string_view(text.data(), text.size()), '\n')) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const auto cells = SplitCsvLine({line.data(), line.size()});
    if (!cells.ok()) return AtLine(number, cells.status());
    if (!std::exchange(headed, true)) {
      if (*cells == ConditionColumns()) continue;
      return AtLine(number, absl::InvalidArgumentError("is not the names of the columns"));
    }
    absl::StatusOr<ConditionReading> reading = ReadConditionLine(*cells);
    if (!reading.ok()) return AtLine(number, reading.status());
    if (const absl::Status added = table.Add(*std::move(reading)); !added.ok()) {
      return AtLine(number, added);
    }
  }
  return table;
}

const ConditionReading* ConditionTable::Find(std::string_view policy_version,
                                             std::string_view code) const {
  const auto found = by_version_and_code_.find(KeyOf(policy_version, code));
  return found == by_version_and_code_.end() ? nullptr : &readings_[found->second];
}

const ConditionTable& LicenceConditions() {
  // It was built in, and a test reads it: a fault cannot reach anybody.
  static const auto* table = new ConditionTable(ConditionTable::Parse(kConditionsText).value());
  return *table;
}

}  // namespace throughgate::matcher
