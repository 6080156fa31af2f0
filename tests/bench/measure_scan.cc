// Compute and memory of the matcher alone.
#include <malloc.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <vector>

#include "matcher/matcher.h"
#include "tests/bench/columnar_scan.h"
#include "tests/bench/measure.h"
#include "tests/bench/synthetic.h"

namespace throughgate::bench {
namespace {

constexpr std::size_t kTop = 20;

bool Never() { return false; }

double HeapBytes() { return static_cast<double>(mallinfo2().uordblks + mallinfo2().hblkhd); }

matcher::Question Ask(matcher::View view) {
  return {.view = view, .today = kToday, .limit = kTop, .after = std::nullopt};
}

void MeasureForward(const Scale& scale, const matcher::Catalogue& catalogue, Report& report) {
  const ColumnarScan columns(catalogue);
  std::vector<double> shared, full, plain;
  double mismatches = 0;
  for (std::size_t q = 0; q < scale.queries; ++q) {
    const auto candidate = static_cast<matcher::Ordinal>(q * 7919 % scale.candidates);
    std::vector<matcher::Match> found;
    shared.push_back(Seconds([&] {
      found = *matcher::FindVacancies(catalogue, candidate, Ask(matcher::View::kShared), Never);
    }));
    full.push_back(Seconds([&] {
      if (!matcher::FindVacancies(catalogue, candidate, Ask(matcher::View::kFull), Never).ok())
        std::abort();
    }));
    std::vector<matcher::Ordinal> best;
    plain.push_back(Seconds([&] { best = columns.Best(candidate, kToday, kTop); }));
    bool same = best.size() == found.size();
    for (std::size_t i = 0; same && i < best.size(); ++i) same = best[i] == found[i].ordinal;
    mismatches += same ? 0 : 1;
  }
  const double millions = static_cast<double>(scale.vacancies) / 1e6;
  report.Add("scan_shared_ms_per_million", Percentile(shared, 50) * 1e3 / millions, "ms",
             "FindVacancies, k = 20, SHARED, median");
  report.Add("scan_full_ms_per_million", Percentile(full, 50) * 1e3 / millions, "ms",
             "the same in the FULL view, with zones and curfews");
  report.Add("columnar_ms_per_million", Percentile(plain, 50) * 1e3 / millions, "ms",
             "plain columnar scan, the denominator");
  report.Add("compute_to_scan", Percentile(shared, 50) / Percentile(plain, 50), "x",
             "FindVacancies over the columnar scan");
  report.Add("mismatches", mismatches, "", "answers that differ from the columnar scan's");
}

void MeasureReverse(const Scale& scale, const matcher::Catalogue& catalogue, Report& report) {
  std::vector<double> full;
  const auto everyone = [](const matcher::CandidateBlock&, std::size_t) { return true; };
  for (std::size_t q = 0; q < scale.queries; ++q) {
    const auto vacancy = static_cast<matcher::Ordinal>(q * 104'729 % scale.vacancies);
    full.push_back(Seconds([&] {
      if (!matcher::FindCandidates(catalogue, vacancy, Ask(matcher::View::kFull), everyone, Never)
               .ok())
        std::abort();
    }));
  }
  report.Add("reverse_full_ms_per_100k",
             Percentile(full, 50) * 1e3 / (static_cast<double>(scale.candidates) / 1e5), "ms",
             "FindCandidates, k = 20, FULL, median");
}

// Bytes of the cards themselves and of the pools beside them, without strings and zone shapes.
void MeasureMemory(const Scale& scale, const matcher::Catalogue& catalogue, double heap,
                   Report& report) {
  double vacancy_bytes = 0;
  for (const auto& block : catalogue.vacancies) {
    vacancy_bytes += static_cast<double>(block->cards.capacity() * sizeof(matcher::VacancyCard) +
                                         block->sites.capacity() * sizeof(matcher::SitePoint) +
                                         block->needs.capacity() * sizeof(matcher::SkillNeed));
  }
  double candidate_bytes = 0;
  for (const auto& block : catalogue.candidates) {
    candidate_bytes +=
        static_cast<double>(block->cards.capacity() * sizeof(matcher::CandidateCard) +
                            block->skills.capacity() * sizeof(matcher::HeldSkill) +
                            block->occupations.capacity() * sizeof(matcher::HeldOccupation));
  }
  report.Add("bytes_per_vacancy", vacancy_bytes / static_cast<double>(scale.vacancies), "B",
             "card, sites and skills of a vacancy");
  report.Add("bytes_per_candidate", candidate_bytes / static_cast<double>(scale.candidates), "B",
             "card, skills and occupations of a candidate");
  report.Add("heap_mb", heap / 1e6, "MB",
             "whole catalogue, with names, titles, plans and the taxonomy");
}

}  // namespace

void MeasureScan(const Scale& scale, Report& report) {
  report.Section("matcher alone, one thread");
  const double before = HeapBytes();
  std::unique_ptr<matcher::CatalogueBuilder> builder;
  const double build =
      Seconds([&] { builder = Synthetic(scale.seed).Build(scale.vacancies, scale.candidates); });
  const std::shared_ptr<const matcher::Catalogue> catalogue = builder->Publish(1);
  report.Add("build_s_per_million", build / (static_cast<double>(scale.vacancies) / 1e6), "s",
             "generating and building the catalogue");
  MeasureMemory(scale, *catalogue, HeapBytes() - before, report);
  MeasureForward(scale, *catalogue, report);
  MeasureReverse(scale, *catalogue, report);
}

}  // namespace throughgate::bench
