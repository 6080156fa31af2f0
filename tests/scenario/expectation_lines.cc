// Lines that say what the answer must be.
#include <array>

#include "absl/strings/str_split.h"
#include "tests/scenario/reading.h"

namespace throughgate::scenario {
namespace {

using matcher::Verdict;

void ReadFull(Reading& reading) {
  static constexpr std::array<Word<Verdict>, 3> kVerdicts = {
      {{"ELIGIBLE", Verdict::kEligible},
       {"REVIEW", Verdict::kReview},
       {"NOT_AVAILABLE", Verdict::kNotAvailable}}};
  reading.scenario().expected.full = reading.WordOf<Verdict>(reading.value(), kVerdicts);
}

void ReadShared(Reading& reading) {
  static constexpr std::array<Word<bool>, 2> kAnswers = {
      {{"MAY_BE_PROPOSED", true}, {"NOT_AVAILABLE", false}}};
  reading.scenario().expected.may_be_proposed = reading.WordOf<bool>(reading.value(), kAnswers);
}

void ReadClearance(Reading& reading) {
  static constexpr std::array<Word<bool>, 2> kAnswers = {{{"NEEDED", true}, {"NOT_NEEDED", false}}};
  reading.scenario().expected.clearance_needed = reading.WordOf<bool>(reading.value(), kAnswers);
}

void ReadSite(Reading& reading) {
  reading.scenario().expected.site = reading.LetterOf(reading.value());
}

// curfew CURFEW_BROKEN "overlaps curfew tag"
ExpectedFinding FindingOf(Reading& reading) {
  const std::vector<std::string> quoted = absl::StrSplit(reading.value(), '"');
  const std::vector<std::string> codes = absl::StrSplit(quoted[0], ' ', absl::SkipEmpty());
  if (codes.size() != 2 || quoted.size() == 2 || quoted.size() > 3) {
    reading.Complain(
        "a finding is a rule, a reason and, perhaps, some of its words: "
        "curfew CURFEW_BROKEN \"overlaps curfew tag\"");
    return {};
  }
  return {codes[0], codes[1], quoted.size() == 3 ? quoted[1] : ""};
}

void ReadBecause(Reading& reading) {
  reading.scenario().expected.because.push_back(FindingOf(reading));
}
void ReadAlso(Reading& reading) { reading.scenario().expected.also.push_back(FindingOf(reading)); }

constexpr std::array kKeys = {
    Key{"expect full", "ELIGIBLE | REVIEW | NOT_AVAILABLE", ReadFull},
    Key{"because", "curfew CURFEW_BROKEN \"overlaps curfew tag\"", ReadBecause, true},
    Key{"also", "curfew CURFEW_BROKEN \"overlaps curfew tag\"", ReadAlso, true},
    Key{"expect shared", "MAY_BE_PROPOSED | NOT_AVAILABLE", ReadShared},
    Key{"expect clearance", "NEEDED | NOT_NEEDED", ReadClearance},
    Key{"expect site", "s", ReadSite},
};

}  // namespace

std::span<const Key> ExpectationKeys() { return kKeys; }

}  // namespace throughgate::scenario
