// Collects figures and prints them: a table for people, flat JSON for programs.
#ifndef THROUGHGATE_TESTS_BENCH_REPORT_H_
#define THROUGHGATE_TESTS_BENCH_REPORT_H_

#include <functional>
#include <string>
#include <vector>

namespace throughgate::bench {

class Report {
 public:
  // A figure by its flat name; `unit` and `what` are for people. Printed at once.
  void Add(const std::string& name, double value, const std::string& unit, const std::string& what);
  void Section(const std::string& title);
  // Errors: false when the file cannot be written.
  bool WriteJson(const std::string& path) const;

 private:
  struct Figure {
    std::string name;
    double value;
  };
  std::vector<Figure> figures_;
};

// Percentile `p` (0 … 100) of the samples, by nearest rank.
double Percentile(std::vector<double> samples, double p);

// Seconds that `work` takes.
double Seconds(const std::function<void()>& work);

}  // namespace throughgate::bench

#endif  // THROUGHGATE_TESTS_BENCH_REPORT_H_
