// Compute and memory of the matcher alone: vacancies for candidates.
#include <cstdlib>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "absl/strings/str_cat.h"
#include "matcher/matcher.h"
#include "matcher/rank/exhaustive.h"
#include "tests/bench/catalogue_memory.h"
#include "tests/bench/columnar_scan.h"
#include "tests/bench/measure.h"

namespace throughgate::bench {
namespace {

using matcher::Catalogue;
using matcher::Match;
using matcher::Ordinal;
using matcher::Question;
using matcher::View;

constexpr std::size_t kTop = 20;

bool Never() { return false; }

Question Ask(View view) {
  return {.view = view, .today = kCountryToday, .limit = kTop, .after = std::nullopt};
}

bool SameOrder(const std::vector<Match>& found, const std::vector<Ordinal>& expected) {
  bool same = found.size() == expected.size();
  for (std::size_t i = 0; same && i < found.size(); ++i) same = found[i].ordinal == expected[i];
  return same;
}

// Samples of one size.
struct Samples {
  std::vector<double> shared, full, scan;                  // seconds
  std::vector<double> exhaustive_shared, exhaustive_full;  // likewise
  std::vector<double> opened, bounded, blocks, spots, looked_at, scored, judged;
  double mismatches = 0;

  void Add(const matcher::SearchWork& work) {
    opened.push_back(static_cast<double>(work.leaves_opened));
    bounded.push_back(static_cast<double>(work.blocks_bounded));
    blocks.push_back(static_cast<double>(work.blocks_opened));
    spots.push_back(static_cast<double>(work.spots_bounded));
    looked_at.push_back(static_cast<double>(work.spots_looked_at));
    scored.push_back(static_cast<double>(work.cards_scored));
    judged.push_back(static_cast<double>(work.pairs_judged));
  }
};

Samples Sample(const Scale& scale, const Catalogue& catalogue) {
  Samples samples;
  const VacancyColumns columns(catalogue, kCountryToday);
  for (std::size_t i = 0; i < scale.questions; ++i) {
    const auto candidate = static_cast<Ordinal>(i * 7919 % scale.askers);
    std::vector<Match> found;
    matcher::SearchWork work;
    samples.shared.push_back(Seconds([&] {
      found = *matcher::FindVacancies(catalogue, candidate, Ask(View::kShared), Never, &work);
    }));
    samples.Add(work);
    if (i < scale.scans) {
      std::vector<Ordinal> best;
      samples.scan.push_back(Seconds([&] { best = columns.Best(candidate, kTop); }));
      samples.mismatches += SameOrder(found, best) ? 0 : 1;
    }
    std::vector<Match> full;
    samples.full.push_back(Seconds(
        [&] { full = *matcher::FindVacancies(catalogue, candidate, Ask(View::kFull), Never); }));
    if (i >= scale.exhaustive) continue;
    for (const auto& [view, answer, seconds] :
         {std::tuple(View::kShared, &found, &samples.exhaustive_shared),
          {View::kFull, &full, &samples.exhaustive_full}}) {
      std::vector<Match> exact;
      seconds->push_back(Seconds([&] {
        exact = *matcher::FindVacanciesExhaustively(catalogue, candidate, Ask(view), Never);
      }));
      samples.mismatches += *answer == exact ? 0 : 1;
    }
  }
  return samples;
}

void ReportTimes(const std::string& n, const Samples& samples, Report& report) {
  const auto us = [](const std::vector<double>& seconds, double p) {
    return Percentile(seconds, p) * 1e6;
  };
  report.Add("compute_p50_us_" + n, us(samples.shared, 50), "us",
             absl::StrCat("FindVacancies, k = 20, SHARED, ", n, " vacancies"));
  report.Add("compute_p99_us_" + n, us(samples.shared, 99), "us", "");
  report.Add("compute_p999_us_" + n, us(samples.shared, 99.9), "us", "");
  report.Add("compute_full_p50_us_" + n, us(samples.full, 50), "us", "the same in the FULL view");
  report.Add("compute_full_p99_us_" + n, us(samples.full, 99), "us", "");
  report.Add("scan_p50_us_" + n, us(samples.scan, 50), "us", "plain scan of columns");
  report.Add("exhaustive_to_scan_" + n,
             Percentile(samples.exhaustive_shared, 50) / Percentile(samples.scan, 50), "",
             "every pair judged and scored, over the plain scan, medians");
  report.Add("exhaustive_full_to_scan_" + n,
             Percentile(samples.exhaustive_full, 50) / Percentile(samples.scan, 50), "",
             "the same in the FULL view: with every rule");
  report.Add("leaves_opened_" + n, Mean(samples.opened), "", "mean, of a SHARED question");
  report.Add("blocks_bounded_" + n, Mean(samples.bounded), "", "");
  report.Add("blocks_opened_" + n, Mean(samples.blocks), "", "");
  report.Add("spots_bounded_" + n, Mean(samples.spots), "", "");
  report.Add("spots_looked_at_" + n, Mean(samples.looked_at), "", "");
  report.Add("cards_scored_" + n, Mean(samples.scored), "", "");
  report.Add("cards_scored_p99_" + n, Percentile(samples.scored, 99), "", "");
  report.Add("pairs_judged_" + n, Mean(samples.judged), "", "");
}

void ReportMemory(const Catalogue& catalogue, std::size_t vacancies, double heap, Report& report) {
  const SideMemory memory = VacancyMemory(catalogue);
  const auto each = [&](double bytes) { return bytes / static_cast<double>(vacancies); };
  report.Add("bytes_vacancy_cards", each(memory.cards), "B", "card, sites and skills of a vacancy");
  report.Add("bytes_vacancy_spots", each(memory.spots), "B", "in leaves");
  report.Add("bytes_vacancy_lists", each(memory.named), "B", "what they name, in leaves");
  report.Add("bytes_vacancy_limits", each(memory.limits), "B", "of blocks, leaves and branches");
  report.AddAtMost("bytes_per_vacancy", each(memory.sum()), 200, "all of these");
  report.Add("heap_bytes_per_vacancy", each(heap), "B",
             "with names, titles, plans, the taxonomy and what only the writer keeps");
}

}  // namespace

std::vector<SearchPoint> MeasureVacancySearch(const Scale& scale, Report& report) {
  report.Section("vacancies for a candidate, matcher alone, one thread");
  const Country country(scale.country());
  std::vector<SearchPoint> points;
  double mismatches = 0;
  for (const std::size_t vacancies : scale.vacancies) {
    const double before = HeapBytes();
    const auto builder = country.Build(vacancies, scale.askers);
    std::shared_ptr<const Catalogue> catalogue;
    const double arranged = Seconds([&] { catalogue = builder->Publish(1); });
    const double heap = HeapBytes() - before;
    const Samples samples = Sample(scale, *catalogue);
    mismatches += samples.mismatches;
    ReportTimes(Short(vacancies), samples, report);
    const double scan = Percentile(samples.scan, 50);
    points.push_back({vacancies, Percentile(samples.shared, 50) * 1e6,
                      Percentile(samples.shared, 99) * 1e6, scan * 1e6, Mean(samples.scored)});
    if (vacancies != scale.main) continue;
    report.AddAtMost("compute_to_scan", Percentile(samples.shared, 50) / scan, 0.02,
                     "FindVacancies over the scan, medians");
    report.AddAtMost("compute_full_to_scan", Percentile(samples.full, 50) / scan, 0.02,
                     "the same in the FULL view");
    report.Add("arrange_s_per_million", arranged / (static_cast<double>(vacancies) / 1e6), "s",
               "arranging the forest and publishing");
    ReportMemory(*catalogue, vacancies, heap, report);
  }
  report.AddAtMost("vacancy_mismatches", mismatches, 0,
                   "answers other than the scan's or the exhaustive scan's");
  return points;
}

}  // namespace throughgate::bench
