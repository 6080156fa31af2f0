#include "matcher/index/taxonomy.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "absl/strings/string_view.h"

namespace throughgate::matcher {
namespace {

constexpr std::string_view kGroupPrefix = "isco/";

// By one digit less than are shared.
constexpr std::array<int, 4> kByDigitsShared = {kSameMajorGroup, kSameSubMajorGroup,
                                                kSameMinorGroup, kSameUnitGroup};
constexpr std::size_t kGroupDigits = kByDigitsShared.size();

// The digits of an ISCO group's code, or nothing when it is the code of something else.
std::string_view GroupDigits(std::string_view code) {
  return code.starts_with(kGroupPrefix) ? code.substr(kGroupPrefix.size()) : std::string_view();
}

// The digits of the ISCO group that a type of work is, or stands in; none when not known.
std::string GroupOf(const Concept& occupation) {
  std::string_view digits = GroupDigits(occupation.code);
  for (const std::string& code : occupation.broader) {
    if (digits.empty()) digits = GroupDigits(code);
  }
  return std::string(digits);
}

// ISCO's skill level, 1 to 4, from the major group; managers count as professionals.
int SkillLevelOf(const std::string& isco) {
  if (isco.empty()) return 2;
  switch (isco.front()) {
    case '1':
    case '2':
      return 4;
    case '3':
      return 3;
    case '9':
      return 1;
    default:
      return 2;
  }
}

template <class Map>
std::uint16_t IndexOf(const Map& codes, std::string_view code) {
  const auto found = codes.find(absl::string_view(code.data(), code.size()));
  return found == codes.end() ? kNoIndex : found->second;
}

}  // namespace

struct Taxonomy::Hierarchy {
  // code of a group or skill -> the skills directly below it
  absl::flat_hash_map<std::string, std::vector<SkillIndex>> below;
  absl::flat_hash_map<std::string, ConceptKind> kinds;
};

std::shared_ptr<const Taxonomy> Taxonomy::Build(std::string id, std::string attribution,
                                                std::vector<Concept> concepts) {
  auto taxonomy = std::make_shared<Taxonomy>();
  taxonomy->id_ = std::move(id);
  taxonomy->attribution_ = std::move(attribution);
  Hierarchy hierarchy;
  taxonomy->AddConcepts(std::move(concepts), hierarchy);
  taxonomy->OrderOccupations();
  taxonomy->RelateSkills(hierarchy);
  taxonomy->RelateOccupations();
  taxonomy->RelateBySkills();
  return taxonomy;
}

void Taxonomy::AddConcepts(std::vector<Concept> concepts, Hierarchy& hierarchy) {
  for (Concept& concept_ : concepts) {
    hierarchy.kinds[concept_.code] = concept_.kind;
    switch (concept_.kind) {
      case ConceptKind::kSkill: {
        const auto index = static_cast<SkillIndex>(skills_.size());
        if (!skill_codes_.try_emplace(concept_.code, index).second) break;
        for (const std::string& code : concept_.broader) hierarchy.below[code].push_back(index);
        skills_.emplace_back().source = std::move(concept_);
        break;
      }
      case ConceptKind::kOccupation:
      case ConceptKind::kOccupationGroup: {
        const auto index = static_cast<OccupationIndex>(occupations_.size());
        if (!occupation_codes_.try_emplace(concept_.code, index).second) break;
        occupations_.emplace_back().source = std::move(concept_);
        break;
      }
      case ConceptKind::kSkillGroup:
      case ConceptKind::kUnspecified:
        break;
    }
  }
}

void Taxonomy::RelateSkills(const Hierarchy& hierarchy) {
  for (SkillIndex needed = 0; needed < skills_.size(); ++needed) {
    absl::flat_hash_map<SkillIndex, int> percent;
    const auto relate = [&](SkillIndex held, int value) {
      int& best = percent[held];
      best = std::max(best, value);
    };
    relate(needed, kSameSkill);
    if (const auto below = hierarchy.below.find(skills_[needed].source.code);
        below != hierarchy.below.end()) {
      for (SkillIndex narrower : below->second) relate(narrower, kNarrowerSkill);
    }
    for (const std::string& code : skills_[needed].source.broader) {
      if (!hierarchy.kinds.contains(code)) {
        ++dangling_;
        continue;
      }
      if (const auto parent = skill_codes_.find(code); parent != skill_codes_.end()) {
        relate(parent->second, kBroaderSkill);
      }
      const std::vector<SkillIndex>& siblings = hierarchy.below.at(code);
      if (siblings.size() > kNarrowGroupMax) continue;
      for (SkillIndex sibling : siblings) relate(sibling, kSiblingSkill);
    }
    for (const auto& [held, value] : percent) {
      skills_[needed].met_by.push_back({held, static_cast<std::uint8_t>(value)});
      skills_[held].meets.push_back({needed, static_cast<std::uint8_t>(value)});
    }
  }
  const auto by_index = [](const SkillRelation& a, const SkillRelation& b) {
    return a.skill < b.skill;
  };
  for (SkillNode& node : skills_) {
    std::sort(node.met_by.begin(), node.met_by.end(), by_index);
    std::sort(node.meets.begin(), node.meets.end(), by_index);
  }
}

void Taxonomy::OrderOccupations() {
  for (OccupationNode& node : occupations_) node.isco = GroupOf(node.source);
  std::stable_sort(
      occupations_.begin(), occupations_.end(),
      [](const OccupationNode& a, const OccupationNode& b) { return a.isco < b.isco; });
  for (OccupationIndex index = 0; index < occupations_.size(); ++index) {
    occupation_codes_[occupations_[index].source.code] = index;
    FindGroups(index);
  }
}

void Taxonomy::FindGroups(OccupationIndex index) {
  OccupationNode& node = occupations_[index];
  const auto alike = [&](const OccupationNode& other, std::size_t digits) {
    return other.isco.compare(0, digits, node.isco, 0, digits) == 0;
  };
  for (std::size_t digits = 1; digits <= std::min(kGroupDigits, node.isco.size()); ++digits) {
    const auto first = std::partition_point(
        occupations_.begin(), occupations_.end(), [&](const OccupationNode& other) {
          return other.isco.compare(0, digits, node.isco, 0, digits) < 0;
        });
    const auto end =
        std::partition_point(first, occupations_.end(),
                             [&](const OccupationNode& other) { return alike(other, digits); });
    node.groups.push_back({static_cast<OccupationIndex>(first - occupations_.begin()),
                           static_cast<OccupationIndex>(end - occupations_.begin())});
  }
}

void Taxonomy::RelateOccupations() {
  for (OccupationIndex index = 0; index < occupations_.size(); ++index) {
    OccupationNode& node = occupations_[index];
    node.essential = Resolve(node.source.essential_skills);
    node.optional = Resolve(node.source.optional_skills);
    for (SkillIndex skill : node.essential) skills_[skill].essential_for.push_back(index);
    for (SkillIndex skill : node.optional) skills_[skill].optional_for.push_back(index);
    for (const std::string& code : node.source.broader) {
      if (!occupation_codes_.contains(code)) ++dangling_;
    }
  }
}

void Taxonomy::RelateBySkills() {
  std::vector<std::size_t> shared(occupations_.size());
  for (OccupationIndex a = 0; a < occupations_.size(); ++a) {
    std::fill(shared.begin(), shared.end(), 0);
    for (SkillIndex skill : occupations_[a].essential) {
      for (OccupationIndex b : skills_[skill].essential_for) ++shared[b];
    }
    for (OccupationIndex b = 0; b < occupations_.size(); ++b) {
      const int percent = SharedSkillsPercent(a, b, shared[b]);
      if (percent > 0) occupations_[a].by_skills[b] = static_cast<std::uint8_t>(percent);
    }
  }
}

int Taxonomy::SharedSkillsPercent(OccupationIndex a, OccupationIndex b, std::size_t shared) const {
  const OccupationNode& x = occupations_[a];
  const OccupationNode& y = occupations_[b];
  if (std::min(x.essential.size(), y.essential.size()) < kSharedSkillsMin) return 0;
  if (std::abs(SkillLevelOf(x.isco) - SkillLevelOf(y.isco)) > kSkillLevelsApart) return 0;
  const auto of_hundred =
      static_cast<int>(100 * shared / (x.essential.size() + y.essential.size() - shared));
  for (const SharedSkillsStep& step : kSharedSkills) {
    if (of_hundred >= step.shared_percent) return step.percent;
  }
  return 0;
}

std::vector<SkillIndex> Taxonomy::Resolve(const std::vector<std::string>& codes) {
  std::vector<SkillIndex> indices;
  indices.reserve(codes.size());
  for (const std::string& code : codes) {
    if (const SkillIndex index = Skill(code); index != kNoIndex) {
      indices.push_back(index);
    } else {
      ++dangling_;
    }
  }
  std::sort(indices.begin(), indices.end());
  indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
  return indices;
}

SkillIndex Taxonomy::Skill(std::string_view code) const { return IndexOf(skill_codes_, code); }

OccupationIndex Taxonomy::Occupation(std::string_view code) const {
  return IndexOf(occupation_codes_, code);
}

std::vector<OccupationIndex> Taxonomy::OccupationsWithin(
    const std::vector<std::string>& groups) const {
  constexpr std::string_view kScheme = "isco/";
  const auto within = [&](const std::string& isco) {
    return std::ranges::any_of(groups, [&](std::string_view group) {
      return group.starts_with(kScheme) && isco.starts_with(group.substr(kScheme.size()));
    });
  };
  std::vector<OccupationIndex> found;
  if (groups.empty()) return found;
  for (std::size_t i = 0; i < occupations_.size(); ++i) {
    if (within(occupations_[i].isco)) found.push_back(static_cast<OccupationIndex>(i));
  }
  return found;
}

int Taxonomy::OccupationPercent(OccupationIndex a, OccupationIndex b) const {
  if (a == b) return kSameOccupation;
  const OccupationNode& node = occupations_[a];
  int percent = 0;
  for (std::size_t i = 0; i < node.groups.size(); ++i) {
    if (node.groups[i].Has(b)) percent = kByDigitsShared[i];
  }
  const auto by_skills = node.by_skills.find(b);
  return by_skills == node.by_skills.end() ? percent : std::max<int>(percent, by_skills->second);
}

void Taxonomy::RaiseToCloseness(OccupationIndex of, std::span<std::uint8_t> percents) const {
  const OccupationNode& node = occupations_[of];
  const auto raise = [](std::uint8_t& percent, int to) {
    percent = std::max(percent, static_cast<std::uint8_t>(to));
  };
  for (std::size_t i = 0; i < node.groups.size(); ++i) {
    for (std::uint8_t& percent : percents.subspan(node.groups[i].first, node.groups[i].size())) {
      raise(percent, kByDigitsShared[i]);
    }
  }
  for (const auto& [other, percent] : node.by_skills) raise(percents[other], percent);
  raise(percents[of], kSameOccupation);
}

}  // namespace throughgate::matcher
