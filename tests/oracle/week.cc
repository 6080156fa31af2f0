#include "tests/oracle/week.h"

namespace throughgate::oracle {

Week Between(int begin, int end) {
  constexpr int kWeek = 7 * 24 * 60;
  Week week;
  if (end - begin >= kWeek) return week.set();
  for (int minute = begin; minute < end; ++minute) week.set(((minute % kWeek) + kWeek) % kWeek);
  return week;
}

Week MinutesOf(const matcher::WeekPattern& pattern) {
  Week week;
  for (const matcher::WeekSpan& span : pattern.spans) {
    week |= Between(span.begin, span.begin + span.length);
  }
  return week;
}

}  // namespace throughgate::oracle
