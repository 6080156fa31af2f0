#include "services/import/infer.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <tuple>
#include <utility>

namespace throughgate::services {
namespace {

bool Overlap(const LabelMatch& a, const LabelMatch& b) {
  return a.begin < b.end && b.begin < a.end;
}

// Those of the matches that count: see the header.
std::vector<LabelMatch> Longest(std::vector<LabelMatch> matches) {
  std::ranges::sort(matches, {}, [](const LabelMatch& match) {
    return std::tuple(match.kind, match.begin - match.end, match.begin);
  });
  std::vector<LabelMatch> longest;
  for (const LabelMatch& match : matches) {
    const auto overlaps = [&](const LabelMatch& other) { return Overlap(match, other); };
    if (std::ranges::none_of(longest, overlaps)) longest.push_back(match);
  }
  return longest;
}

// Adds what `match` stands for, unless there are `most` or its code is among them.
template <class Entry>
void Add(std::vector<Entry>& entries, std::size_t most, const LabelMatch& match,
         std::string_view field) {
  const auto same = [&](const Entry& entry) { return entry.code == match.code; };
  if (entries.size() >= most || std::ranges::any_of(entries, same)) return;
  Entry& entry = entries.emplace_back();
  entry.code = match.code;
  entry.inferred_from = {std::string(match.label), std::string(field), match.begin, match.end};
}

}  // namespace

Inferred Infer(const LabelIndex& index, std::string_view title, std::string_view description) {
  Inferred inferred;
  const auto read = [&](std::string_view field, std::string_view text,
                        std::size_t occupations_max) {
    for (const LabelMatch& match : Longest(index.Find(text))) {
      if (match.kind == LabelKind::kOccupation) {
        Add(inferred.occupations, occupations_max, match, field);
      } else {
        Add(inferred.skills, matcher::kVacancySkillsMax, match, field);
      }
    }
  };
  read("title", title, matcher::kVacancyOccupationsMax);
  read("description", description, 1);
  return inferred;
}

}  // namespace throughgate::services
