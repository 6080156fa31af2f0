// ./tests/bench/run: figures, as ratios within one run.
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>

#include <CLI/CLI.hpp>

#include "tests/bench/measure.h"

int main(int argc, char** argv) {
  using throughgate::bench::Report;
  using throughgate::bench::Scale;
  CLI::App app(
      "Measures Throughgate. Figures are ratios within one run; absolute times are of this "
      "machine.");
  Scale scale;
  bool quick = false;
  std::string json;
  app.add_flag("--quick", quick, "a smoke run: everything once, small");
  app.add_option("--json", json, "also write the figures, flat, to this file");
  app.add_option("--seed", scale.seed, "of the synthetic country");
  app.add_option("--vacancies", scale.vacancies, "to scan");
  app.add_option("--candidates", scale.candidates, "to scan");
  app.add_option("--stored", scale.stored, "vacancies to write to a store");
  CLI11_PARSE(app, argc, argv);
  if (quick) {
    scale = {.seed = scale.seed,
             .vacancies = 20'000,
             .candidates = 2'000,
             .stored = 2'000,
             .served = 200,
             .queries = 10,
             .calls = 200};
  }
  char pattern[] = "/tmp/throughgate-bench-XXXXXX";
  if (mkdtemp(pattern) == nullptr) {
    std::cerr << "no temporary directory can be made\n";
    return 2;
  }
  Report report;
  throughgate::bench::MeasureScan(scale, report);
  throughgate::bench::MeasureStore(scale, pattern, report);
  throughgate::bench::MeasureEndToEnd(scale, report);
  std::filesystem::remove_all(pattern);
  if (!json.empty() && !report.WriteJson(json)) {
    std::cerr << "cannot write " << json << "\n";
    return 2;
  }
  return 0;
}
