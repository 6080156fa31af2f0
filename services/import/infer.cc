#include "services/import/infer.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <tuple>
#include <utility>

#include "services/import/job_title.h"

namespace throughgate::services {
namespace {

bool Overlap(const LabelMatch& a, const LabelMatch& b) {
  return a.begin < b.end && b.begin < a.end;
}

// Whether `inner` is a part of `outer`, and not all of it.
bool IsPartOf(const LabelMatch& inner, const LabelMatch& outer) {
  return outer.begin <= inner.begin && inner.end <= outer.end &&
         inner.end - inner.begin < outer.end - outer.begin;
}

// Those of the matches that count: see the header.
std::vector<LabelMatch> Longest(std::vector<LabelMatch> matches) {
  std::vector<LabelMatch> vague;
  std::ranges::copy_if(matches, std::back_inserter(vague),
                       [](const LabelMatch& match) { return match.kind == LabelKind::kVague; });
  std::erase_if(matches, [&](const LabelMatch& match) {
    const auto hides = [&](const LabelMatch& phrase) { return IsPartOf(match, phrase); };
    return match.kind == LabelKind::kVague || std::ranges::any_of(vague, hides);
  });
  std::ranges::sort(matches, {}, [](const LabelMatch& match) {
    const bool occupation = match.kind == LabelKind::kOccupation;
    return std::tuple(!occupation, match.gap, match.begin - match.end, match.kind, match.begin);
  });
  std::vector<LabelMatch> longest;
  for (const LabelMatch& match : matches) {
    const auto overlaps = [&](const LabelMatch& other) { return Overlap(match, other); };
    if (std::ranges::none_of(longest, overlaps)) longest.push_back(match);
  }
  return longest;
}

void DropWhatOthersSayMoreExactly(const matcher::Taxonomy& taxonomy,
                                  std::vector<matcher::VacancyOccupation>& occupations) {
  const std::vector<matcher::VacancyOccupation> all = occupations;
  std::erase_if(occupations, [&](const matcher::VacancyOccupation& wide) {
    return std::ranges::any_of(all, [&](const matcher::VacancyOccupation& other) {
      return SaysMore(taxonomy, other.code, wide.code);
    });
  });
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
  const auto read = [&](std::string_view field, std::string_view text, TextKind kind) {
    std::vector<LabelMatch> matches =
        NamingTheWork(text, kind, *index.taxonomy(), Longest(index.Find(text)));
    if (kind == TextKind::kProse) std::ranges::sort(matches, {}, &LabelMatch::begin);
    const std::size_t occupations_max =
        kind == TextKind::kTitle ? matcher::kVacancyOccupationsMax : 1;
    for (const LabelMatch& match : matches) {
      if (match.kind == LabelKind::kSkill) {
        Add(inferred.skills, matcher::kVacancySkillsMax, match, field);
      } else {
        Add(inferred.occupations, occupations_max, match, field);
      }
    }
  };
  read("title", title, TextKind::kTitle);
  DropWhatOthersSayMoreExactly(*index.taxonomy(), inferred.occupations);
  read("description", description, TextKind::kProse);
  return inferred;
}

}  // namespace throughgate::services
