// Compute and memory of the matcher alone: candidates for vacancies.
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "matcher/matcher.h"
#include "matcher/rank/exhaustive.h"
#include "tests/bench/catalogue_memory.h"
#include "tests/bench/columnar_scan.h"
#include "tests/bench/measure.h"

namespace throughgate::bench {
namespace {

using matcher::CandidateBlock;
using matcher::Catalogue;
using matcher::Match;
using matcher::Ordinal;
using matcher::View;

constexpr std::size_t kTop = 20;
constexpr std::size_t kVacancies = 20'000;

bool Never() { return false; }
bool Everybody(const CandidateBlock&, std::size_t) { return true; }

matcher::Question Ask(View view) {
  return {.view = view, .today = kCountryToday, .limit = kTop, .after = std::nullopt};
}

// A vacancy that is open, for question `i`.
Ordinal OpenVacancy(const Catalogue& catalogue, std::size_t i) {
  auto vacancy = static_cast<Ordinal>(i * 104'729 % kVacancies);
  const auto open = [&] {
    const matcher::VacancyCard& card = catalogue.VacancyOf(vacancy);
    return card.opens_on <= kCountryToday.since_epoch &&
           (card.closes_on == matcher::kNoDay || card.closes_on >= kCountryToday.since_epoch);
  };
  while (!open()) vacancy = static_cast<Ordinal>((vacancy + 1) % kVacancies);
  return vacancy;
}

struct Samples {
  std::vector<double> shared, full, scan, large_caseload, small_caseload, scored;
  double mismatches = 0;
};

Samples Sample(const Scale& scale, const Catalogue& catalogue) {
  Samples samples;
  const CandidateColumns columns(catalogue, kCountryToday);
  const auto seconds_for = [&](const std::string& holder, Ordinal vacancy) {
    matcher::Question question = Ask(View::kShared);
    question.holder = catalogue.OrdinalOf(matcher::OrganisationId{holder}).value();
    return Seconds(
        [&] { (void)matcher::FindCandidates(catalogue, vacancy, question, Everybody, Never); });
  };
  for (std::size_t i = 0; i < scale.questions; ++i) {
    const Ordinal vacancy = OpenVacancy(catalogue, i);
    std::vector<Match> found;
    matcher::SearchWork work;
    samples.shared.push_back(Seconds([&] {
      found =
          *matcher::FindCandidates(catalogue, vacancy, Ask(View::kShared), Everybody, Never, &work);
    }));
    samples.scored.push_back(static_cast<double>(work.cards_scored));
    if (i < scale.scans) {
      std::vector<Ordinal> best;
      samples.scan.push_back(Seconds([&] { best = columns.Best(vacancy, kTop); }));
      bool same = best.size() == found.size();
      for (std::size_t j = 0; same && j < best.size(); ++j) same = best[j] == found[j].ordinal;
      samples.mismatches += same ? 0 : 1;
    }
    std::vector<Match> full;
    samples.full.push_back(Seconds([&] {
      full = *matcher::FindCandidates(catalogue, vacancy, Ask(View::kFull), Everybody, Never);
    }));
    samples.large_caseload.push_back(seconds_for("broker-7", vacancy));
    samples.small_caseload.push_back(seconds_for(Country::kSmallCustodian, vacancy));
    if (i >= scale.exhaustive) continue;
    for (const auto& [view, answer] : {std::pair(View::kShared, &found), {View::kFull, &full}}) {
      const auto exact =
          *matcher::FindCandidatesExhaustively(catalogue, vacancy, Ask(view), Everybody, Never);
      samples.mismatches += *answer == exact ? 0 : 1;
    }
  }
  return samples;
}

}  // namespace

void MeasureCandidateSearch(const Scale& scale, Report& report) {
  report.Section("candidates for a vacancy, matcher alone, one thread");
  const Country country(scale.country());
  double mismatches = 0;
  for (const std::size_t candidates : scale.candidates) {
    const double before = HeapBytes();
    const auto catalogue = country.Build(kVacancies, candidates)->Publish(1);
    const double heap = HeapBytes() - before;
    const Samples samples = Sample(scale, *catalogue);
    mismatches += samples.mismatches;
    const std::string n = Short(candidates);
    const auto add = [&](const std::string& name, const std::vector<double>& seconds, double p,
                         const std::string& what) {
      report.Add(absl::StrCat(name, "_us_", n), Percentile(seconds, p) * 1e6, "us", what);
    };
    add("reverse_p50", samples.shared, 50,
        absl::StrCat("FindCandidates, k = 20, SHARED, ", n, " candidates"));
    add("reverse_p99", samples.shared, 99, "");
    add("reverse_p999", samples.shared, 99.9, "");
    add("reverse_full_p50", samples.full, 50, "the same in the FULL view");
    add("reverse_caseload_p50", samples.large_caseload, 50,
        "among a fiftieth of them: one broker's");
    add("reverse_small_caseload_p50", samples.small_caseload, 50, "among a thousandth of them");
    add("reverse_scan_p50", samples.scan, 50, "plain scan of columns");
    report.Add("reverse_cards_scored_" + n, Mean(samples.scored), "", "mean");
    if (candidates != scale.candidates.back()) continue;
    report.AddAtMost("reverse_to_scan",
                     Percentile(samples.shared, 50) / Percentile(samples.scan, 50), 0.1,
                     "FindCandidates over the scan, medians");
    const SideMemory memory = CandidateMemory(*catalogue);
    report.AddAtMost("bytes_per_candidate", memory.sum() / static_cast<double>(candidates), 300,
                     "cards, skills, leaves, what they name and limits of a candidate");
    report.Add("heap_bytes_per_candidate", heap / static_cast<double>(candidates), "B",
               "with names, plans, profiles, effects, the vacancies and the taxonomy");
  }
  report.AddAtMost("candidate_mismatches", mismatches, 0,
                   "answers other than the scan's or the exhaustive scan's");
}

}  // namespace throughgate::bench
