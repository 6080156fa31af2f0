// What the second implementation cannot call: two numbers that lie closer together than either side
// promises to measure.
#ifndef THROUGHGATE_TESTS_ORACLE_DOUBT_H_
#define THROUGHGATE_TESTS_ORACLE_DOUBT_H_

#include <cmath>

namespace throughgate::oracle {

class Doubt {
 public:
  // Whether `a` is at most `b`; in doubt where they are within `band` of each other. A band of 0
  // says that both are exact.
  bool AtMost(double a, double b, double band) {
    if (band > 0 && std::abs(a - b) <= band) raised_ = true;
    return a <= b;
  }
  void Raise() { raised_ = true; }
  bool raised() const { return raised_; }

 private:
  bool raised_ = false;
};

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_DOUBT_H_
