#include "tests/scenario/occupations.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"

namespace throughgate::scenario {
namespace {

constexpr absl::string_view kGroupPrefix = "isco/";
constexpr std::size_t kUnitGroupDigits = 4;

// With the digits of the ISCO unit group.
constexpr std::array<Word<absl::string_view>, 12> kOccupations = {
    {{"managing director", "1120"},
     {"secondary school teacher", "2330"},
     {"primary school teacher", "2341"},
     {"photographer", "3431"},
     {"cook", "5120"},
     {"childcare worker", "5311"},
     {"teaching assistant", "5312"},
     {"bricklayer", "7112"},
     {"van driver", "8322"},
     {"bus driver", "8331"},
     {"cleaner", "9112"},
     {"something new", ""}}};

std::string CodeOf(absl::string_view word) {
  return absl::StrCat("occupation/", absl::StrReplaceAll(word, {{" ", "-"}}));
}

std::string GroupCode(absl::string_view digits) { return absl::StrCat(kGroupPrefix, digits); }

matcher::Concept ConceptOf(std::string code, matcher::ConceptKind kind, absl::string_view label,
                           absl::string_view group_above) {
  matcher::Concept entry;
  entry.code = std::move(code);
  entry.kind = kind;
  entry.label = std::string(label);
  if (!group_above.empty()) entry.broader.push_back(GroupCode(group_above));
  return entry;
}

}  // namespace

std::string OccupationCodeOf(Reading& reading, absl::string_view text) {
  if (absl::StartsWith(text, kGroupPrefix)) return IscoGroupOf(reading, text);
  reading.WordOf<absl::string_view>(text, kOccupations);
  return CodeOf(text);
}

std::string IscoGroupOf(Reading& reading, absl::string_view text) {
  absl::string_view digits = text;
  const bool group = absl::ConsumePrefix(&digits, kGroupPrefix) && !digits.empty() &&
                     digits.size() <= kUnitGroupDigits &&
                     std::all_of(digits.begin(), digits.end(),
                                 [](unsigned char digit) { return absl::ascii_isdigit(digit); });
  if (!group) reading.Complain(absl::StrCat("\"", text, "\" is not a group such as \"isco/23\""));
  return std::string(text);
}

std::vector<matcher::Concept> OccupationConcepts() {
  using matcher::ConceptKind;
  std::vector<matcher::Concept> concepts;
  for (const auto& [word, digits] : kOccupations) {
    if (digits.empty()) continue;
    concepts.push_back(ConceptOf(CodeOf(word), ConceptKind::kOccupation, word, digits));
    for (std::size_t size = 1; size <= kUnitGroupDigits; ++size) {
      const absl::string_view group = digits.substr(0, size);
      concepts.push_back(ConceptOf(GroupCode(group), ConceptKind::kOccupationGroup, group,
                                   group.substr(0, size - 1)));
    }
  }
  return concepts;
}

}  // namespace throughgate::scenario
