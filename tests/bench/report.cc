#include "tests/bench/report.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numeric>

#include "absl/strings/str_cat.h"

namespace throughgate::bench {

void Report::Print(const std::string& name, double value, const std::string& unit,
                   const std::string& what) {
  figures_.push_back({name, value});
  std::printf("  %-34s %12.4g %-8s %s\n", name.c_str(), value, unit.c_str(), what.c_str());
  std::fflush(stdout);
}

void Report::Add(const std::string& name, double value, const std::string& unit,
                 const std::string& what) {
  Print(name, value, unit, what);
}

void Report::AddAtMost(const std::string& name, double value, double bar, const std::string& what) {
  Print(name, value, value <= bar ? "" : "MISSED", absl::StrCat(what, ": at most ", bar));
}

void Report::AddAtLeast(const std::string& name, double value, double bar,
                        const std::string& what) {
  Print(name, value, value >= bar ? "" : "MISSED", absl::StrCat(what, ": at least ", bar));
}

void Report::Section(const std::string& title) {
  std::printf("%s\n", title.c_str());
  std::fflush(stdout);
}

double Report::ValueOf(const std::string& name) const {
  for (const Figure& figure : figures_) {
    if (figure.name == name) return figure.value;
  }
  std::fprintf(stderr, "no figure %s\n", name.c_str());
  std::abort();
}

bool Report::WriteJson(const std::string& path) const {
  nlohmann::ordered_json json;
  for (const Figure& figure : figures_) json[figure.name] = figure.value;
  std::ofstream out(path);
  out << json.dump(2) << "\n";
  return out.good();
}

std::string Short(std::size_t number) {
  if (number % 1'000'000 == 0) return absl::StrCat(number / 1'000'000, "m");
  if (number % 1'000 == 0) return absl::StrCat(number / 1'000, "k");
  return absl::StrCat(number);
}

double Percentile(std::vector<double> samples, double p) {
  const auto rank =
      static_cast<std::size_t>(std::ceil(p / 100 * static_cast<double>(samples.size())));
  const std::size_t index = std::clamp<std::size_t>(rank, 1, samples.size()) - 1;
  std::nth_element(samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(index),
                   samples.end());
  return samples[index];
}

double Mean(const std::vector<double>& samples) {
  return std::accumulate(samples.begin(), samples.end(), 0.0) / static_cast<double>(samples.size());
}

double Seconds(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace throughgate::bench
