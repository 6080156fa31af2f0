// ./tests/bench/run: figures, as ratios within one run.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "absl/synchronization/mutex.h"
#include "tests/bench/measure.h"
#include "tests/bench/plot.h"

namespace throughgate::bench {
namespace {

// Everything once, small.
Scale Quick(std::uint64_t seed) {
  return {.seed = seed,
          .vacancies = {2'000, 20'000},
          .candidates = {2'000, 10'000},
          .main = 20'000,
          .askers = 200,
          .twins = 20,
          .loaded = 2'000,
          .restarted = 2'000,
          .questions = 60,
          .scans = 60,
          .exhaustive = 10,
          .calls = 200};
}

// In a directory of its own, which it takes away again.
bool MeasureStoreApart(const Scale& scale, const std::string& parent, Report& report) {
  std::string pattern = parent + "/throughgate-bench-XXXXXX";
  if (mkdtemp(pattern.data()) == nullptr) return false;
  MeasureStore(scale, pattern, report);
  std::filesystem::remove_all(pattern);
  return true;
}

}  // namespace
}  // namespace throughgate::bench

int main(int argc, char** argv) {
  // As throughgated does.
  absl::SetMutexDeadlockDetectionMode(absl::OnDeadlockCycle::kIgnore);
  using throughgate::bench::Report;
  using throughgate::bench::Scale;
  using throughgate::bench::SearchPoint;
  CLI::App app(
      "Measures Throughgate. Figures are ratios within one run; absolute times are of this "
      "machine.");
  Scale scale;
  bool quick = false;
  std::string json, plot, directory = "/tmp";
  std::vector<std::string> parts = {"vacancies", "candidates", "store", "calls"};
  app.add_flag("--quick", quick, "a smoke run: everything once, small");
  app.add_option("--json", json, "also write the figures, flat, to this file");
  app.add_option("--plot", plot, "also draw latency and cards scored against size, as SVG");
  app.add_option("--seed", scale.seed, "of the country");
  app.add_option("--directory", directory, "where databases are made, and taken away again");
  app.add_option("--vacancies", scale.vacancies, "sizes of catalogue; 1000000 is that of the bars");
  app.add_option("--parts", parts, "of: vacancies candidates store calls")
      ->check(CLI::IsMember({"vacancies", "candidates", "store", "calls"}));
  CLI11_PARSE(app, argc, argv);
  if (quick) scale = throughgate::bench::Quick(scale.seed);
  const auto wanted = [&](const std::string& part) {
    return std::find(parts.begin(), parts.end(), part) != parts.end();
  };

  Report report;
  std::vector<SearchPoint> points;
  double mismatches = 0;
  if (wanted("vacancies")) {
    points = throughgate::bench::MeasureVacancySearch(scale, report);
    mismatches += report.ValueOf("vacancy_mismatches");
  }
  if (wanted("candidates")) {
    throughgate::bench::MeasureCandidateSearch(scale, report);
    mismatches += report.ValueOf("candidate_mismatches");
  }
  report.AddAtMost("mismatches", mismatches, 0, "in all");
  if (wanted("store") && !throughgate::bench::MeasureStoreApart(scale, directory, report)) {
    std::cerr << "no directory can be made in " << directory << "\n";
    return 2;
  }
  if (wanted("calls")) throughgate::bench::MeasureEndToEnd(scale, report);
  if (!json.empty() && !report.WriteJson(json)) {
    std::cerr << "cannot write " << json << "\n";
    return 2;
  }
  if (!plot.empty() && !points.empty() && !throughgate::bench::WritePlot(plot, points)) {
    std::cerr << "cannot write " << plot << "\n";
    return 2;
  }
  // Times are for people to judge; a wrong answer is not.
  return mismatches == 0 ? 0 : 1;
}
