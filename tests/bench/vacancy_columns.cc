#include <algorithm>
#include <array>

#include "matcher/rank/score.h"
#include "tests/bench/best_rows.h"
#include "tests/bench/columnar_scan.h"
#include "tests/bench/scan_tables.h"

namespace throughgate::bench {

using matcher::kNoDay;
using matcher::Ordinal;

VacancyColumns::VacancyColumns(const matcher::Catalogue& catalogue, matcher::Day today)
    : catalogue_(catalogue), today_(today) {
  need_begin_.push_back(0);
  for (const auto& block : catalogue.vacancies) {
    for (const matcher::VacancyCard& card : block->cards) {
      const matcher::SitePoint& site = block->SitesOf(card)[0];
      x_.push_back(site.ecef.x_cm);
      y_.push_back(site.ecef.y_cm);
      z_.push_back(site.ecef.z_cm);
      uncertainty_cm_.push_back(static_cast<std::int32_t>(site.uncertainty_m) * 100);
      opens_.push_back(card.opens_on);
      closes_.push_back(card.closes_on);
      starts_.push_back(card.starts_on);
      posted_.push_back(card.posted_on);
      pay_.push_back(card.pence_per_hour);
      occupation_.push_back(card.occupations[0]);
      pattern_.push_back(card.shifts);
      charter_.push_back(static_cast<std::uint8_t>(
          matcher::CharterPoints(catalogue.employers[card.employer]->pledges, today)));
      for (const matcher::SkillNeed& need : block->NeedsOf(card)) {
        need_skill_.push_back(need.skill);
        need_level_.push_back(static_cast<std::uint8_t>(need.level));
        need_weight_.push_back(need.weight);
      }
      need_begin_.push_back(static_cast<std::uint32_t>(need_skill_.size()));
      hash_.push_back(card.tie_hash);
    }
  }
}

std::vector<Ordinal> VacancyColumns::Best(Ordinal candidate, std::size_t k) const {
  const matcher::CandidateCard& person = catalogue_.CandidateOf(candidate);
  const HeldCredits credits(catalogue_, candidate);
  const std::vector<std::uint8_t> closeness = ClosenessToHeld(catalogue_, candidate);
  PatternShares shares(catalogue_);
  BestRows best(k);

  const std::int64_t reach = std::int64_t{person.reach_m} * 100;
  const std::int64_t home_far = reach + std::int64_t{person.home_uncertainty_m} * 100 + 1;
  const std::int32_t *x = x_.data(), *y = y_.data(), *z = z_.data(), *u = uncertainty_cm_.data();
  for (std::size_t i = 0, rows = x_.size(); i < rows; ++i) {
    const std::int64_t dx = x[i] - person.home.x_cm;
    const std::int64_t dy = y[i] - person.home.y_cm;
    const std::int64_t dz = z[i] - person.home.z_cm;
    const std::int64_t far = home_far + u[i];
    if (dx * dx + dy * dy + dz * dz >= far * far) continue;
    if (opens_[i] != kNoDay && today_.since_epoch < opens_[i]) continue;
    if (closes_[i] != kNoDay && today_.since_epoch > closes_[i]) continue;
    if (starts_[i] != kNoDay && person.available_from != kNoDay &&
        person.available_from > starts_[i])
      continue;
    matcher::ScoreInputs in;
    in.distance_cm = matcher::ChordCm({x[i], y[i], z[i]}, person.home);
    in.reach_cm = reach;
    for (std::uint32_t n = need_begin_[i]; n < need_begin_[i + 1]; ++n) {
      const matcher::SkillCredit credit = credits.Of(need_skill_[n], need_level_[n]);
      in.skill_weight += need_weight_[n];
      in.skill_weighted_credit += need_weight_[n] * credit.percent;
      in.requirements_met += credit.met ? 1 : 0;
    }
    in.occupation_percent = closeness[occupation_[i]];
    in.shift_percent = shares.Of(pattern_[i], person.availability, pattern_[i]);
    in.start_gap_days = matcher::StartGapDays(starts_[i], person.available_from, today_);
    in.pay = pay_[i];
    in.pay_floor = person.pay_floor;
    in.charter_points = charter_[i];
    const matcher::Points points = matcher::ScoreOf(in);
    best.Offer(matcher::MakeRankKey(points.total(), points.requirements_met, in.distance_cm,
                                    posted_[i], hash_[i]),
               i);
  }
  return best.Take();
}

}  // namespace throughgate::bench
