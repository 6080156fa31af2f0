// Compact cards: what a scan reads of a vacancy or a candidate, without pointers or strings.
//
// Cards stand in blocks together with the pools that they index into, so that a scan walks memory
// in order whatever the number of sites or skills: no overflow form, no special case.
#ifndef THROUGHGATE_MATCHER_INDEX_CARDS_H_
#define THROUGHGATE_MATCHER_INDEX_CARDS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "matcher/geo/ecef.h"
#include "matcher/index/cow_table.h"
#include "matcher/index/link_card.h"
#include "matcher/index/prepared_effects.h"
#include "matcher/index/sealed_plan.h"
#include "matcher/index/taxonomy.h"
#include "matcher/index/work_profile.h"
#include "matcher/model/candidate.h"
#include "matcher/model/vacancy.h"

namespace throughgate::matcher {

inline constexpr std::size_t kCardsPerBlock = 512;

// A place that nobody has stated has this for its uncertainty.
inline constexpr std::uint32_t kPlaceUnknown = std::numeric_limits<std::uint32_t>::max();
inline constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();

// Where one site of a vacancy is.
struct SitePoint {
  Ecef ecef;
  GeoPoint at;
  std::uint32_t uncertainty_m = kPlaceUnknown;
  Ordinal site = kNoOrdinal;  // in Catalogue::sites
  bool known() const { return uncertainty_m != kPlaceUnknown; }
};

inline constexpr std::uint8_t kEssentialWeight = 3;
inline constexpr std::uint8_t kOtherWeight = 1;

// One skill that a vacancy needs.
struct SkillNeed {
  SkillIndex skill = kNoIndex;
  SkillLevel level = SkillLevel::kWorking;
  std::uint8_t weight = kOtherWeight;
};

// A card takes the terms and the detail of its record as they come; it is complete, and scanned,
// once both are there.
enum CardPart : std::uint8_t { kTermsPart = 1, kDetailPart = 2, kAllParts = 3 };

// Best first; those that the taxonomy knows stand in front, kNoIndex behind.
using VacancyOccupations = std::array<OccupationIndex, kVacancyOccupationsMax>;

struct VacancyCard {
  std::uint64_t tie_hash = 0;
  Ordinal employer = kNoOrdinal;  // in Catalogue::employers
  Ordinal shifts = 0;             // in Catalogue::patterns
  Ordinal profile = 0;            // in Catalogue::profiles
  std::int32_t opens_on = kNoDay;
  std::int32_t closes_on = kNoDay;
  std::int32_t starts_on = kNoDay;
  std::int32_t posted_on = kNoDay;
  std::int32_t pence_per_hour = 0;
  VacancyOccupations occupations = {kNoIndex, kNoIndex, kNoIndex, kNoIndex};
  std::uint16_t first_site = 0;
  std::uint16_t first_need = 0;
  std::uint8_t site_count = 0;
  std::uint8_t need_count = 0;
  VacancyKind kind = VacancyKind::kUnspecified;
  VacancyState state = VacancyState::kOpen;
  SiteMode site_mode = SiteMode::kUnspecified;
  std::uint8_t parts = 0;
  bool complete() const { return parts == kAllParts; }
  void Lose(CardPart part) { parts &= static_cast<std::uint8_t>(~part); }
};
static_assert(sizeof(VacancyCard) == 64, "one cache line");

struct NamedSlot {
  std::string slot;  // the last part of its name
  SlotTerms terms;
};
struct SlotsOfCard {
  std::uint16_t position = 0;  // of the card in its block
  std::shared_ptr<const std::vector<NamedSlot>> slots;
};

// Ordinal of a vacancy = block number * kCardsPerBlock + position.
struct VacancyBlock {
  std::vector<VacancyCard> cards;
  std::vector<SitePoint> sites;
  std::vector<SkillNeed> needs;
  // Of those few cards that have any, ascending by position.
  std::vector<SlotsOfCard> slots;

  std::span<const SitePoint> SitesOf(const VacancyCard& card) const {
    return {sites.data() + card.first_site, card.site_count};
  }
  std::span<const SkillNeed> NeedsOf(const VacancyCard& card) const {
    return {needs.data() + card.first_need, card.need_count};
  }
  // The work-trial slots of a card of this block.
  std::span<const NamedSlot> SlotsOf(const VacancyCard& card) const;
};

struct HeldSkill {
  SkillIndex skill = kNoIndex;
  SkillLevel level = SkillLevel::kWorking;
  SkillEvidence evidence = SkillEvidence::kSelfDeclared;
};

struct HeldOccupation {
  OccupationIndex occupation = kNoIndex;
  OccupationRelation relation = OccupationRelation::kSought;
};

struct CandidateCard {
  std::uint64_t tie_hash = 0;
  Ecef home;
  GeoPoint home_at;
  std::uint32_t home_uncertainty_m = kPlaceUnknown;
  std::uint32_t reach_m = 0;
  Ordinal availability = 0;        // in Catalogue::patterns
  Ordinal custodian = kNoOrdinal;  // in Catalogue::organisations
  std::int32_t available_from = kNoDay;
  std::int32_t registered_on = 0;
  std::int32_t pay_floor = 0;  // pence per hour
  std::uint16_t first_skill = 0;
  std::uint16_t first_occupation = 0;
  std::uint8_t skill_count = 0;
  std::uint8_t occupation_count = 0;
  TravelMode travel_mode = TravelMode::kUnspecified;
  bool young_worker : 1 = false;
  std::uint8_t parts : 2 = 0;
  bool complete() const { return parts == kAllParts; }
  void Lose(CardPart part) { parts &= static_cast<std::uint8_t>(~part); }
  bool home_known() const { return home_uncertainty_m != kPlaceUnknown; }
};
static_assert(sizeof(CandidateCard) == 64, "one cache line");

struct CandidateBlock {
  std::vector<CandidateCard> cards;
  std::vector<HeldSkill> skills;
  std::vector<HeldOccupation> occupations;
  // Beside the cards, not in them: a SHARED answer never touches it.
  std::vector<std::shared_ptr<const SealedPlan>> plans;
  // What probation has disclosed of them; a SHARED answer reads this and no more.
  std::vector<std::shared_ptr<const PreparedEffects>> effects;
  std::vector<std::shared_ptr<const PersonProfile>> profiles;  // never null
  std::vector<ConsentCard> consents;
  std::vector<LinkCard> links;  // ascending by position, then by organisation

  std::span<const LinkCard> LinksOf(std::size_t position) const;
  std::span<const HeldSkill> SkillsOf(const CandidateCard& card) const {
    return {skills.data() + card.first_skill, card.skill_count};
  }
  std::span<const HeldOccupation> OccupationsOf(const CandidateCard& card) const {
    return {occupations.data() + card.first_occupation, card.occupation_count};
  }
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_CARDS_H_
