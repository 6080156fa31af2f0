// The cards of a catalogue in the making, as the forests take them.
#ifndef THROUGHGATE_MATCHER_INDEX_CARD_SEEDS_H_
#define THROUGHGATE_MATCHER_INDEX_CARD_SEEDS_H_

#include <cstddef>
#include <memory>

#include "matcher/index/cards.h"
#include "matcher/index/catalogue.h"
#include "matcher/index/cow_blocks.h"
#include "matcher/index/cow_table.h"
#include "matcher/index/forest/candidate_spot.h"
#include "matcher/index/forest/forest_builder.h"
#include "matcher/index/forest/vacancy_spot.h"

namespace throughgate::matcher {

// Lifetime  refers to what it is made of.
class VacancySeeds final : public SeedSource<VacancySide> {
 public:
  VacancySeeds(const CowBlocks<VacancyBlock>& vacancies,
               const CowTable<std::shared_ptr<const WorkProfile>>& profiles,
               const CowTable<std::shared_ptr<const EmployerRow>>& employers)
      : vacancies_(vacancies), profiles_(profiles), employers_(employers) {}

  // None for a vacancy that is closed: no rule lets it be found, on whatever day.
  std::size_t SpotsOf(Ordinal vacancy) const override;
  VacancySeed SeedOf(Ordinal vacancy, std::size_t number) const override;

 private:
  bool IsAtHome(const VacancyCard& card) const {
    return IsDoneAtHome(profiles_[card.profile]->work_base, card.site_mode);
  }

  const CowBlocks<VacancyBlock>& vacancies_;
  const CowTable<std::shared_ptr<const WorkProfile>>& profiles_;
  const CowTable<std::shared_ptr<const EmployerRow>>& employers_;
};

class CandidateSeeds final : public SeedSource<CandidateSide> {
 public:
  explicit CandidateSeeds(const CowBlocks<CandidateBlock>& candidates) : candidates_(candidates) {}

  std::size_t SpotsOf(Ordinal candidate) const override;
  CandidateSeed SeedOf(Ordinal candidate, std::size_t number) const override;

 private:
  const CowBlocks<CandidateBlock>& candidates_;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_CARD_SEEDS_H_
