#include "services/concept_search.h"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"

namespace throughgate::services {
namespace {

using matcher::Concept;
using matcher::ConceptKind;

enum class Fit { kExact, kPrefix, kContaining };

// How well a concept answers; the less the better.
struct Hit {
  Fit fit;
  bool by_other_label;
  std::size_t label_bytes;
  const Concept* found;

  auto rank() const {
    return std::tuple(fit, by_other_label, label_bytes, std::string_view(found->label),
                      std::string_view(found->code));
  }
};

std::string Lower(std::string_view text) {
  return absl::AsciiStrToLower(absl::string_view(text.data(), text.size()));
}

std::optional<Fit> FitOf(std::string_view label, std::string_view lower_text) {
  if (label.size() < lower_text.size()) return std::nullopt;
  const std::size_t at = Lower(label).find(lower_text);
  if (at == std::string::npos) return std::nullopt;
  if (at > 0) return Fit::kContaining;
  return label.size() == lower_text.size() ? Fit::kExact : Fit::kPrefix;
}

// The best of the labels.
std::optional<Hit> HitOf(const Concept& concept_, std::string_view lower_text) {
  std::optional<Hit> best;
  const auto consider = [&](const std::string& label, bool other) {
    const std::optional<Fit> fit = FitOf(label, lower_text);
    if (!fit) return;
    const Hit hit{*fit, other, label.size(), &concept_};
    if (!best || hit.rank() < best->rank()) best = hit;
  };
  consider(concept_.label, false);
  for (const std::string& label : concept_.other_labels) consider(label, true);
  return best;
}

bool IsAskedFor(ConceptKind kind, ConceptKind asked) {
  if (asked != ConceptKind::kUnspecified) return kind == asked;
  return kind == ConceptKind::kOccupation || kind == ConceptKind::kSkill;
}

}  // namespace

std::vector<const Concept*> FindConcepts(const matcher::Taxonomy& taxonomy,
                                         const ConceptQuery& query) {
  const std::string text = Lower(query.text);
  std::vector<Hit> hits;
  const auto look_at = [&](const Concept& concept_) {
    if (!IsAskedFor(concept_.kind, query.kind)) return;
    if (const std::optional<Hit> hit = HitOf(concept_, text)) hits.push_back(*hit);
  };
  for (std::size_t i = 0; i < taxonomy.occupation_count(); ++i) {
    look_at(taxonomy.occupation(static_cast<matcher::OccupationIndex>(i)));
  }
  for (std::size_t i = 0; i < taxonomy.skill_count(); ++i) {
    look_at(taxonomy.skill(static_cast<matcher::SkillIndex>(i)));
  }
  std::ranges::sort(hits, {}, &Hit::rank);
  hits.resize(std::min(hits.size(), query.limit));
  std::vector<const Concept*> found;
  for (const Hit& hit : hits) found.push_back(hit.found);
  return found;
}

}  // namespace throughgate::services
