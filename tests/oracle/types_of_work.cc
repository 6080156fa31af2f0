#include "tests/oracle/types_of_work.h"

#include <algorithm>

namespace throughgate::oracle {
namespace {

using matcher::Concept;
using matcher::ConceptKind;

constexpr std::string_view kIsco = "isco/";

// The digits of the ISCO groups that a type of work stands in, by the taxonomy: "7512". None when
// the taxonomy does not know it.
std::vector<std::string> DigitsOf(const std::vector<Concept>& concepts, const std::string& code) {
  std::vector<std::string> digits;
  for (const Concept& one : concepts) {
    const bool is_work =
        one.kind == ConceptKind::kOccupation || one.kind == ConceptKind::kOccupationGroup;
    if (one.code != code || !is_work) continue;
    if (code.starts_with(kIsco)) digits.push_back(code.substr(kIsco.size()));
    for (const std::string& above : one.broader) {
      if (above.starts_with(kIsco)) digits.push_back(above.substr(kIsco.size()));
    }
  }
  return digits;
}

Within WithinGroup(const std::vector<std::string>& of_work, const std::string& group) {
  if (!group.starts_with(kIsco)) return Within::kPerhaps;
  const std::string digits = group.substr(kIsco.size());
  Within within = of_work.empty() ? Within::kPerhaps : Within::kNo;
  for (const std::string& known : of_work) {
    if (known.starts_with(digits)) return Within::kYes;
    if (digits.starts_with(known)) within = Within::kPerhaps;
  }
  return within;
}

}  // namespace

Within WithinGroups(const std::vector<Concept>& concepts, const std::string& code,
                    const std::vector<std::string>& groups) {
  const std::vector<std::string> of_work = DigitsOf(concepts, code);
  Within closest = Within::kNo;
  for (const std::string& group : groups) closest = std::max(closest, WithinGroup(of_work, group));
  return closest;
}

}  // namespace throughgate::oracle
