#include "tests/bench/columnar_scan.h"

#include <algorithm>
#include <queue>
#include <utility>

#include "matcher/rank/gather.h"
#include "matcher/rank/rank_key.h"

namespace throughgate::bench {

using matcher::kNoDay;
using matcher::Ordinal;

ColumnarScan::ColumnarScan(const matcher::Catalogue& catalogue) : catalogue_(catalogue) {
  need_begin_.push_back(0);
  for (const auto& block : catalogue.vacancies) {
    for (const matcher::VacancyCard& card : block->cards) {
      const matcher::SitePoint& site = block->SitesOf(card)[0];
      x_.push_back(site.ecef.x_cm);
      y_.push_back(site.ecef.y_cm);
      z_.push_back(site.ecef.z_cm);
      uncertainty_m_.push_back(static_cast<std::int32_t>(site.uncertainty_m));
      opens_.push_back(card.opens_on);
      closes_.push_back(card.closes_on);
      starts_.push_back(card.starts_on);
      posted_.push_back(card.posted_on);
      pay_.push_back(card.pence_per_hour);
      occupation_.push_back(card.occupations[0]);
      pattern_.push_back(card.shifts);
      employer_.push_back(card.employer);
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

std::vector<Ordinal> ColumnarScan::Best(Ordinal candidate, matcher::Day today,
                                        std::size_t k) const {
  const matcher::CandidateBlock& block = catalogue_.CandidateBlockOf(candidate);
  const matcher::CandidateCard& person = catalogue_.CandidateOf(candidate);
  // The tables that do not change from row to row are the matcher's own.
  matcher::VacancyScorer tables(catalogue_, block, person, today);
  using Entry = std::pair<matcher::RankKey, Ordinal>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> best;

  const std::int64_t reach = std::int64_t{person.reach_m} * 100;
  for (std::size_t i = 0; i < x_.size(); ++i) {
    const std::int64_t dx = x_[i] - person.home.x_cm;
    const std::int64_t dy = y_[i] - person.home.y_cm;
    const std::int64_t dz = z_[i] - person.home.z_cm;
    const std::int64_t far =
        reach + (std::int64_t{uncertainty_m_[i]} + person.home_uncertainty_m) * 100 + 1;
    if (dx * dx + dy * dy + dz * dz >= far * far) continue;
    if (opens_[i] != kNoDay && today.since_epoch < opens_[i]) continue;
    if (closes_[i] != kNoDay && today.since_epoch > closes_[i]) continue;
    if (starts_[i] != kNoDay && person.available_from != kNoDay &&
        person.available_from > starts_[i])
      continue;
    matcher::ScoreInputs in;
    in.distance_cm = matcher::ChordCm({x_[i], y_[i], z_[i]}, person.home);
    in.reach_cm = reach;
    for (std::uint32_t n = need_begin_[i]; n < need_begin_[i + 1]; ++n) {
      const matcher::SkillCredit credit = tables.CreditOf(
          {need_skill_[n], static_cast<matcher::SkillLevel>(need_level_[n]), need_weight_[n]});
      in.skill_weight += need_weight_[n];
      in.skill_weighted_credit += need_weight_[n] * credit.percent;
      in.requirements_met += credit.met ? 1 : 0;
    }
    in.occupation_percent = tables.OccupationPercentOf(occupation_[i]);
    in.shift_percent = tables.ShiftPercentOf(pattern_[i]);
    in.start_gap_days = matcher::StartGapDays(starts_[i], person.available_from, today);
    in.pay = pay_[i];
    in.pay_floor = person.pay_floor;
    in.charter_points = tables.CharterPointsOf(employer_[i]);
    const matcher::Points points = matcher::ScoreOf(in);
    const matcher::RankKey key = matcher::MakeRankKey(points.total(), points.requirements_met,
                                                      in.distance_cm, posted_[i], hash_[i]);
    if (best.size() == k && !(key > best.top().first)) continue;
    best.emplace(key, static_cast<Ordinal>(i));
    if (best.size() > k) best.pop();
  }
  std::vector<Ordinal> ordinals(best.size());
  for (std::size_t i = ordinals.size(); i > 0; --i) {
    ordinals[i - 1] = best.top().second;
    best.pop();
  }
  return ordinals;
}

}  // namespace throughgate::bench
