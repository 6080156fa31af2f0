#include "matcher/licence/condition_line.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "matcher/licence/condition_words.h"

namespace throughgate::matcher {
namespace {

enum Column {
  kVersions,
  kCode,
  kSet,
  kKind,
  kCategory,
  kInputs,
  kAbout,
  kReading,
  kLimits,
  kItems,
  kBearing,
  kColumns,
};

constexpr std::array<std::string_view, kColumns> kColumnNames = {
    "versions", "code",    "set",    "kind",  "category", "inputs",
    "about",    "reading", "limits", "items", "bearing",
};

constexpr std::array<std::string_view, 5> kPolicyVersions = {"1.0", "2.0", "2.1", "3.0", "4.0"};

// The first thing that is wrong with a line.
class Faults {
 public:
  void Add(Column column, std::string_view what) {
    if (!status_.ok()) return;
    status_ = absl::InvalidArgumentError(
        absl::StrCat(std::string(kColumnNames[column]), ": ", std::string(what)));
  }
  const absl::Status& status() const { return status_; }

 private:
  absl::Status status_;
};

std::vector<std::string> Words(const std::string& cell) {
  return absl::StrSplit(cell, ' ', absl::SkipEmpty());
}

// The value of a word, or its type's first when there is no such word.
template <typename Value>
Value FromWord(std::optional<Value> value, Column column, const std::string& word, Faults& faults) {
  if (!value) faults.Add(column, absl::StrCat("\"", word, "\" is not a word of this column"));
  return value.value_or(Value{});
}

std::vector<std::string> ReadVersions(const std::string& cell, Faults& faults) {
  std::vector<std::string> versions = Words(cell);
  if (versions.empty()) faults.Add(kVersions, "there must be at least one");
  for (const std::string& version : versions) {
    if (std::ranges::find(kPolicyVersions, version) == kPolicyVersions.end()) {
      faults.Add(kVersions, absl::StrCat("\"", version, "\" is not 1.0, 2.0, 2.1, 3.0 or 4.0"));
    }
  }
  return versions;
}

std::vector<ConditionInput> ReadInputs(const std::string& cell, Faults& faults) {
  std::vector<ConditionInput> inputs;
  for (const std::string& word : Words(cell)) {
    const std::size_t sign = word.find('=');
    const std::string kind = sign == std::string::npos ? "" : word.substr(sign + 1);
    inputs.push_back({.name = word.substr(0, sign),
                      .kind = FromWord(InputKindOfWord(kind), kInputs, word, faults)});
  }
  return inputs;
}

// "approval children internet", "barred gambling approval cash".
void ReadLimits(const std::string& cell, ConditionReading& reading, Faults& faults) {
  AttributeMask* mask = nullptr;
  for (const std::string& word : Words(cell)) {
    if (word == "approval") {
      mask = &reading.needs_approval;
    } else if (word == "barred") {
      mask = &reading.barred;
    } else if (mask == nullptr) {
      faults.Add(kLimits, "begins with neither \"approval\" nor \"barred\"");
    } else {
      *mask |= MaskOf(FromWord(AttributeOfWord(word), kLimits, word, faults));
    }
  }
}

void ReadItems(const std::string& cell, ConditionReading& reading, Faults& faults) {
  constexpr int kEvening = 17 * 60;
  for (const std::string& word : Words(cell)) {
    reading.items |= KindsOf(FromWord(ItemOfWord(word), kItems, word, faults));
    ItemDemands& demands = reading.demands;
    if (word == "event-zone") demands.event = true;
    if (word == "alcohol-tag") demands.tag = TagKind::kAlcohol;
    if (word == "location-tag") demands.tag = TagKind::kLocation;
    if (word == "contact-limit-from-supervised") demands.contact_from = ContactDegree::kSupervised;
    if (word == "curfew-from-17:00") demands.hours = DailyHours(kEvening, kMinutesPerDay);
  }
}

// Each reading has what it needs, and nothing that nobody would look at.
void CheckWhole(const ConditionReading& reading, Faults& faults) {
  const bool limits = (reading.barred | reading.needs_approval) != 0;
  const bool items = reading.items != 0;
  const bool may_have_items = reading.read_as == ReadAs::kLimit || reading.read_as == ReadAs::kItem;
  const bool may_limit = may_have_items || reading.read_as == ReadAs::kNotice;
  if (limits && !may_limit) faults.Add(kLimits, "only \"limit\", \"item\" and \"notice\" have any");
  if (!limits && reading.read_as == ReadAs::kLimit) faults.Add(kLimits, "\"limit\" needs some");
  if (items && !may_have_items) faults.Add(kItems, "only \"limit\" and \"item\" have any");
  if (!items && reading.read_as == ReadAs::kItem) faults.Add(kItems, "\"item\" needs some");
  if (reading.about.empty()) faults.Add(kAbout, "is empty");
  if (reading.bearing.empty() != (reading.read_as == ReadAs::kNoBearing)) {
    faults.Add(kBearing, "stands exactly where the reading is not \"none\"");
  }
}

}  // namespace

absl::StatusOr<std::vector<std::string>> SplitCsvLine(std::string_view line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') {
      cells.back() += line[i++];
    } else if (line[i] == '"') {
      quoted = !quoted;
    } else if (line[i] == ',' && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += line[i];
    }
  }
  if (quoted) return absl::InvalidArgumentError("a quotation mark is not closed");
  return cells;
}

std::vector<std::string> ConditionColumns() { return {kColumnNames.begin(), kColumnNames.end()}; }

absl::StatusOr<ConditionReading> ReadConditionLine(const std::vector<std::string>& cells) {
  if (cells.size() != kColumns) {
    return absl::InvalidArgumentError(
        absl::StrCat("has ", cells.size(), " columns instead of ", int{kColumns}));
  }
  Faults faults;
  ConditionReading reading;
  reading.versions = ReadVersions(cells[kVersions], faults);
  reading.code = cells[kCode];
  reading.set = FromWord(SetOfWord(cells[kSet]), kSet, cells[kSet], faults);
  reading.kind = FromWord(KindOfWord(cells[kKind]), kKind, cells[kKind], faults);
  reading.category = cells[kCategory];
  reading.inputs = ReadInputs(cells[kInputs], faults);
  reading.about = cells[kAbout];
  reading.read_as = FromWord(ReadAsOfWord(cells[kReading]), kReading, cells[kReading], faults);
  ReadLimits(cells[kLimits], reading, faults);
  ReadItems(cells[kItems], reading, faults);
  reading.bearing = cells[kBearing];
  CheckWhole(reading, faults);
  if (!faults.status().ok()) return faults.status();
  return reading;
}

}  // namespace throughgate::matcher
