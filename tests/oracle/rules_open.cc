// The rules that read nothing sealed.
#include <algorithm>

#include "tests/oracle/rules.h"
#include "tests/oracle/week.h"

namespace throughgate::oracle {

using namespace matcher;  // NOLINT: every word here is one of the model's

namespace {

Said ReachOfPlace(const Asked& asked) {
  if (!asked.home || !asked.place) return Review("PLACE_UNKNOWN");
  const double distance = asked.survey.Distance(asked.home->at, asked.place->at);
  const double u =
      static_cast<double>(asked.home->uncertainty.value + asked.place->uncertainty.value);
  // Places are rounded to a centimetre in each direction; the same place is none away from itself.
  const double band = distance == 0 ? 0 : 0.03;
  const double reach = static_cast<double>(asked.candidate.terms.reach.value);
  if (asked.doubt.AtMost(distance + u, reach, band)) return Passes("WITHIN_REACH");
  if (!asked.doubt.AtMost(distance - u, reach, band)) return Refuses("OUT_OF_REACH");
  return Review("REACH_UNCERTAIN");
}

}  // namespace

Sayings Dates(const Asked& asked) {
  const VacancyTerms& work = asked.work();
  const std::optional<Day>& available = asked.candidate.terms.available_from;
  Sayings says;
  if (work.state == VacancyState::kClosed) says.push_back(Refuses("VACANCY_CLOSED"));
  if (work.opens_on && asked.today() < *work.opens_on) says.push_back(Refuses("NOT_YET_OPEN"));
  if (!NotPast(work.closes_on, asked.today())) says.push_back(Refuses("CLOSING_DATE_PASSED"));
  if (available && work.starts_on && *available > *work.starts_on) {
    says.push_back(Refuses("AVAILABLE_TOO_LATE"));
  }
  if (says.empty()) says.push_back(Passes("DATES_FIT"));
  return says;
}

Sayings Reach(const Asked& asked) {
  if (asked.whereabouts == Whereabouts::kAtHome) return {Passes("WORK_AT_HOME")};
  Sayings says;
  if (asked.moves_about()) says.push_back(Review("WORK_MOVES_ABOUT"));
  says.push_back(ReachOfPlace(asked));
  return says;
}

Sayings YoungWorker(const Asked& asked) {
  constexpr int kDay = 24 * 60;
  if (!asked.candidate.terms.young_worker) return {};
  if (!asked.work().shifts.stated()) return {Review("YOUNG_HOURS_UNKNOWN")};
  const Week worked = MinutesOf(asked.work().shifts);
  int longest_day = 0;
  bool at_night = false;
  for (int day = 0; day < 7; ++day) {
    const int begin = day * kDay;
    // A shift counts to the day on which it begins.
    WeekPattern of_the_day;
    for (const WeekSpan& shift : asked.work().shifts.spans) {
      if (begin <= shift.begin && shift.begin < begin + kDay) of_the_day.spans.push_back(shift);
    }
    longest_day = std::max(longest_day, static_cast<int>(MinutesOf(of_the_day).count()));
    at_night = at_night || ShareAMinute(worked, Between(begin, begin + 6 * 60)) ||
               ShareAMinute(worked, Between(begin + 22 * 60, begin + kDay));
  }
  Sayings says;
  if (longest_day > 8 * 60) says.push_back(Refuses("TOO_LONG_A_DAY"));
  if (worked.count() > 40 * 60) says.push_back(Refuses("TOO_LONG_A_WEEK"));
  if (at_night) says.push_back(Refuses("NIGHT_WORK_UNDER_18"));
  if (says.empty()) says.push_back(Passes("HOURS_FOR_YOUNG_WORKER"));
  return says;
}

}  // namespace throughgate::oracle
