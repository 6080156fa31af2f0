#include <algorithm>
#include <array>

#include "matcher/rank/score.h"
#include "tests/bench/best_rows.h"
#include "tests/bench/columnar_scan.h"
#include "tests/bench/scan_tables.h"

namespace throughgate::bench {

using matcher::kNoDay;
using matcher::Ordinal;

CandidateColumns::CandidateColumns(const matcher::Catalogue& catalogue, matcher::Day today)
    : catalogue_(catalogue), today_(today) {
  skill_begin_.push_back(0);
  occupation_begin_.push_back(0);
  for (const auto& block : catalogue.candidates) {
    for (const matcher::CandidateCard& card : block->cards) {
      x_.push_back(card.home.x_cm);
      y_.push_back(card.home.y_cm);
      z_.push_back(card.home.z_cm);
      uncertainty_cm_.push_back(static_cast<std::int32_t>(card.home_uncertainty_m) * 100);
      reach_cm_.push_back(static_cast<std::int32_t>(card.reach_m) * 100);
      available_.push_back(card.available_from);
      registered_.push_back(card.registered_on);
      pay_floor_.push_back(card.pay_floor);
      pattern_.push_back(card.availability);
      for (const matcher::HeldSkill& held : block->SkillsOf(card)) {
        skill_.push_back(held.skill);
        skill_level_.push_back(static_cast<std::uint8_t>(held.level));
        skill_evidence_.push_back(static_cast<std::uint8_t>(held.evidence));
      }
      skill_begin_.push_back(static_cast<std::uint32_t>(skill_.size()));
      for (const matcher::HeldOccupation& held : block->OccupationsOf(card)) {
        occupation_.push_back(held.occupation);
        occupation_relation_.push_back(static_cast<std::uint8_t>(held.relation));
      }
      occupation_begin_.push_back(static_cast<std::uint32_t>(occupation_.size()));
      hash_.push_back(card.tie_hash);
    }
  }
}

std::vector<Ordinal> CandidateColumns::Best(Ordinal vacancy, std::size_t k) const {
  const matcher::VacancyBlock& block = catalogue_.VacancyBlockOf(vacancy);
  const matcher::VacancyCard& work = catalogue_.VacancyOf(vacancy);
  const matcher::SitePoint& site = block.SitesOf(work)[0];
  const std::vector<NeedRelations> needs = RelationsOfNeeds(catalogue_, vacancy);
  const std::vector<std::uint8_t> closeness = ClosenessToWork(catalogue_, vacancy);
  PatternShares shares(catalogue_);
  BestRows best(k);
  if (work.opens_on != kNoDay && today_.since_epoch < work.opens_on) return {};
  if (work.closes_on != kNoDay && today_.since_epoch > work.closes_on) return {};

  matcher::ScoreInputs in;
  for (const NeedRelations& need : needs) in.skill_weight += need.weight;
  in.pay = work.pence_per_hour;
  in.charter_points = matcher::CharterPoints(catalogue_.employers[work.employer]->pledges, today_);
  const std::int64_t site_far = std::int64_t{site.uncertainty_m} * 100 + 1;
  const std::int32_t *x = x_.data(), *y = y_.data(), *z = z_.data();
  const std::int32_t *u = uncertainty_cm_.data(), *reach = reach_cm_.data();
  for (std::size_t i = 0, rows = x_.size(); i < rows; ++i) {
    const std::int64_t dx = x[i] - site.ecef.x_cm;
    const std::int64_t dy = y[i] - site.ecef.y_cm;
    const std::int64_t dz = z[i] - site.ecef.z_cm;
    const std::int64_t far = site_far + reach[i] + u[i];
    if (dx * dx + dy * dy + dz * dz >= far * far) continue;
    if (work.starts_on != kNoDay && available_[i] != kNoDay && available_[i] > work.starts_on)
      continue;
    in.distance_cm = matcher::ChordCm({x[i], y[i], z[i]}, site.ecef);
    in.reach_cm = reach[i];
    in.skill_weighted_credit = 0;
    in.requirements_met = 0;
    in.occupation_percent = 0;
    for (const NeedRelations& need : needs) {
      matcher::SkillCredit credit;
      for (std::uint32_t s = skill_begin_[i]; s < skill_begin_[i + 1]; ++s) {
        const int relation = need.by_skill[skill_[s]];
        if (relation == 0) continue;
        credit.Improve(matcher::CreditFor(
            relation, static_cast<matcher::SkillLevel>(skill_level_[s]), need.level,
            static_cast<matcher::SkillEvidence>(skill_evidence_[s])));
      }
      for (std::uint32_t o = occupation_begin_[i]; o < occupation_begin_[i + 1]; ++o) {
        if (occupation_relation_[o] != static_cast<int>(matcher::OccupationRelation::kHeld))
          continue;
        credit.percent = std::max(credit.percent, need.inferred[occupation_[o]]);
      }
      in.skill_weighted_credit += need.weight * credit.percent;
      in.requirements_met += credit.met ? 1 : 0;
    }
    for (std::uint32_t o = occupation_begin_[i]; o < occupation_begin_[i + 1]; ++o) {
      in.occupation_percent =
          std::max<std::int32_t>(in.occupation_percent, closeness[occupation_[o]]);
    }
    in.shift_percent = shares.Of(work.shifts, pattern_[i], pattern_[i]);
    in.start_gap_days = matcher::StartGapDays(work.starts_on, available_[i], today_);
    in.pay_floor = pay_floor_[i];
    const matcher::Points points = matcher::ScoreOf(in);
    best.Offer(matcher::MakeRankKey(points.total(), points.requirements_met, in.distance_cm,
                                    registered_[i], hash_[i]),
               i);
  }
  return best.Take();
}

}  // namespace throughgate::bench
