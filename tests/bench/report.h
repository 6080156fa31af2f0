// Collects figures and prints them: a table for people, flat JSON for programs.
#ifndef THROUGHGATE_TESTS_BENCH_REPORT_H_
#define THROUGHGATE_TESTS_BENCH_REPORT_H_

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace throughgate::bench {

class Report {
 public:
  // A figure by its flat name; `unit` and `what` are for people. Printed at once.
  void Add(const std::string& name, double value, const std::string& unit, const std::string& what);
  // The same with what it should be at the most, or at the least.
  void AddAtMost(const std::string& name, double value, double bar, const std::string& what);
  void AddAtLeast(const std::string& name, double value, double bar, const std::string& what);
  void Section(const std::string& title);
  // Of a figure that has been added.
  double ValueOf(const std::string& name) const;
  // Errors: false when the file cannot be written.
  bool WriteJson(const std::string& path) const;

 private:
  void Print(const std::string& name, double value, const std::string& unit,
             const std::string& what);

  struct Figure {
    std::string name;
    double value;
  };
  std::vector<Figure> figures_;
};

// "10k", "1m", "2500": a number as it stands in the name of a figure.
std::string Short(std::size_t number);

// Percentile `p` (0 … 100) of the samples, by nearest rank.
double Percentile(std::vector<double> samples, double p);
double Mean(const std::vector<double>& samples);

// Seconds that `work` takes.
double Seconds(const std::function<void()>& work);

}  // namespace throughgate::bench

#endif  // THROUGHGATE_TESTS_BENCH_REPORT_H_
