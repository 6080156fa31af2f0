// The taxonomy of occupations and skills, prepared for matching: dense indices, the relations
// between skills, and how close two occupations are.
#ifndef THROUGHGATE_MATCHER_INDEX_TAXONOMY_H_
#define THROUGHGATE_MATCHER_INDEX_TAXONOMY_H_

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "matcher/model/reference.h"

namespace throughgate::matcher {

using SkillIndex = std::uint16_t;
// Occupations and groups of them share one range, in the order of their ISCO groups: what is close
// stands close.
using OccupationIndex = std::uint16_t;
inline constexpr std::uint16_t kNoIndex = 0xFFFF;
inline constexpr std::size_t kTaxonomyIndicesMax = 65'000;

// One end of "holding one skill meets a need for another to `percent`".
struct SkillRelation {
  SkillIndex skill;
  std::uint8_t percent;
};

// Published steps of relation, in percent. RANKING.md explains them.
inline constexpr int kSameSkill = 100;
inline constexpr int kNarrowerSkill = 100;  // held is more specific than what is needed
inline constexpr int kBroaderSkill = 50;
inline constexpr int kSiblingSkill = 40;
inline constexpr int kEssentialForOccupationHeld = 40;
inline constexpr int kOptionalForOccupationHeld = 20;
// A group is narrow, and its members siblings, when it has at most this many.
inline constexpr std::size_t kNarrowGroupMax = 50;

inline constexpr int kSameOccupation = 100;
inline constexpr int kSameUnitGroup = 85;
inline constexpr int kSameMinorGroup = 60;
inline constexpr int kSameSubMajorGroup = 20;
inline constexpr int kSameMajorGroup = 15;

// Types of work that share essential skills, whatever their groups: a cook and a chef. Of all
// skills that either needs, at least so many in a hundred are needed by both.
struct SharedSkillsStep {
  int shared_percent;
  int percent;
};
inline constexpr std::array<SharedSkillsStep, 3> kSharedSkills = {{{40, 70}, {20, 45}, {10, 25}}};
// Sharing says little about work of which the taxonomy names fewer skills than this,
inline constexpr std::size_t kSharedSkillsMin = 5;
// or about work that takes a much longer education: ISCO's skill levels may differ by one.
inline constexpr int kSkillLevelsApart = 1;

// Immutable. Threads: any. Cost: Build is linear in the relations; look-ups are constant.
class Taxonomy {
 public:
  // `id` names it in answers. References to codes that are not among `concepts` are left out and
  // counted. More than kTaxonomyIndicesMax of either kind are the caller's to refuse.
  static std::shared_ptr<const Taxonomy> Build(std::string id, std::string attribution,
                                               std::vector<Concept> concepts);

  const std::string& id() const { return id_; }
  const std::string& attribution() const { return attribution_; }
  std::size_t skill_count() const { return skills_.size(); }
  std::size_t occupation_count() const { return occupations_.size(); }
  std::size_t dangling_references() const { return dangling_; }

  // kNoIndex when the taxonomy does not know the code.
  SkillIndex Skill(std::string_view code) const;
  OccupationIndex Occupation(std::string_view code) const;

  // Every concept, for labels: occupations and their groups, then skills. Groups of skills are
  // not kept.
  const Concept& skill(SkillIndex index) const { return skills_[index].source; }
  const Concept& occupation(OccupationIndex index) const { return occupations_[index].source; }

  // The skills that meet a need for `needed` in any degree; `needed` itself among them.
  std::span<const SkillRelation> MeetersOf(SkillIndex needed) const {
    return skills_[needed].met_by;
  }
  // The needs that holding `held` meets in any degree: the same relations the other way round.
  std::span<const SkillRelation> MetBy(SkillIndex held) const { return skills_[held].meets; }

  // Digits of its ISCO group, "9333"; empty when not known.
  const std::string& isco(OccupationIndex index) const { return occupations_[index].isco; }

  // Every type of work within any of the ISCO groups ("isco/23"), ascending.
  std::vector<OccupationIndex> OccupationsWithin(const std::vector<std::string>& groups) const;

  std::span<const SkillIndex> EssentialSkills(OccupationIndex occupation) const {
    return occupations_[occupation].essential;
  }
  std::span<const SkillIndex> OptionalSkills(OccupationIndex occupation) const {
    return occupations_[occupation].optional;
  }

  // The other way round: the occupations that always, or sometimes, need a skill.
  std::span<const OccupationIndex> EssentialFor(SkillIndex skill) const {
    return skills_[skill].essential_for;
  }
  std::span<const OccupationIndex> OptionalFor(SkillIndex skill) const {
    return skills_[skill].optional_for;
  }

  // How close two types of work are, in percent: by their groups or by the skills that they share,
  // whichever is closer. Symmetric.
  int OccupationPercent(OccupationIndex a, OccupationIndex b) const;
  // Raises each of `percents`, by occupation, to how close that one is to `of`.
  void RaiseToCloseness(OccupationIndex of, std::span<std::uint8_t> percents) const;

 private:
  struct SkillNode {
    Concept source;
    std::vector<SkillRelation> met_by;
    std::vector<SkillRelation> meets;
    std::vector<OccupationIndex> essential_for;
    std::vector<OccupationIndex> optional_for;
  };
  // Occupations with so many digits in common: [first, end).
  struct Group {
    OccupationIndex first = 0;
    OccupationIndex end = 0;
    std::size_t size() const { return end - first; }
    bool Has(OccupationIndex index) const { return first <= index && index < end; }
  };
  struct OccupationNode {
    Concept source;
    std::string isco;           // digits of the ISCO group, "9333"; empty when not known
    std::vector<Group> groups;  // that it stands in, the widest first
    std::vector<SkillIndex> essential;
    std::vector<SkillIndex> optional;
    absl::flat_hash_map<OccupationIndex, std::uint8_t> by_skills;  // percent; the others share less
  };
  using CodeMap = absl::flat_hash_map<std::string, std::uint16_t>;
  // The groups and skills directly above each skill, and the skills below each.
  struct Hierarchy;

  void AddConcepts(std::vector<Concept> concepts, Hierarchy& hierarchy);
  void OrderOccupations();
  void FindGroups(OccupationIndex index);
  void RelateSkills(const Hierarchy& hierarchy);
  void RelateOccupations();
  void RelateBySkills();
  int SharedSkillsPercent(OccupationIndex a, OccupationIndex b, std::size_t shared) const;
  std::vector<SkillIndex> Resolve(const std::vector<std::string>& codes);

  std::string id_;
  std::string attribution_;
  std::vector<SkillNode> skills_;
  std::vector<OccupationNode> occupations_;
  CodeMap skill_codes_;
  CodeMap occupation_codes_;
  std::size_t dangling_ = 0;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_TAXONOMY_H_
