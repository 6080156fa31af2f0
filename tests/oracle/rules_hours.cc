// Hours that are spoken for: at the approved address, or somewhere else.
#include <algorithm>

#include "tests/oracle/journeys.h"
#include "tests/oracle/rules.h"
#include "tests/oracle/week.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

// The minutes of every shift, with the journeys before and after it.
Week Away(const Asked& asked, double metres) {
  const TravelMode mode = asked.candidate.terms.travel_mode;
  Week away;
  for (const WeekSpan& shift : asked.work().shifts.spans) {
    const int end = shift.begin + shift.length;
    away |= Between(shift.begin - MinutesToArrive(mode, metres, shift.begin, asked.doubt),
                    end + MinutesAfterLeaving(mode, metres, end, asked.doubt));
  }
  return away;
}

// How far apart two places are, at least and at most.
struct Span {
  double least = 0;
  double most = 0;
};

Span Apart(const Asked& asked, const Place& a, const Place& b) {
  const double distance = asked.survey.Distance(a.at, b.at);
  const double u = static_cast<double>(a.uncertainty.value + b.uncertainty.value);
  return {std::max(0.0, distance - u), distance + u};
}

Said UnderCurfew(const Asked& asked, const Curfew& curfew) {
  if (asked.whereabouts == Whereabouts::kAtHome) return Passes("AT_HOME_IN_CURFEW", curfew.id);
  if (!asked.work().shifts.stated()) return Review("SHIFTS_NOT_STATED", curfew.id);
  const bool placed = asked.home && asked.place;
  const Span apart = placed ? Apart(asked, *asked.home, *asked.place) : Span();
  const Week at_home = MinutesOf(curfew.windows);
  if (ShareAMinute(at_home, Away(asked, apart.least))) {
    return curfew.variation_sought ? Review("CURFEW_VARIATION_SOUGHT", curfew.id)
                                   : Refuses("CURFEW_BROKEN", curfew.id);
  }
  if (!placed) return Review("CURFEW_PLACE_UNKNOWN", curfew.id);
  if (ShareAMinute(at_home, Away(asked, apart.most))) return Review("CURFEW_UNCERTAIN", curfew.id);
  return Passes("OUTSIDE_CURFEW", curfew.id);
}

// The minutes of every shift, with some before and after it.
Week WithMargin(const WeekPattern& shifts, int minutes) {
  Week wide;
  for (const WeekSpan& shift : shifts.spans) {
    wide |= Between(shift.begin - minutes, shift.begin + shift.length + minutes);
  }
  return wide;
}

// Whether any day of the week has minutes of both.
bool OnOneDay(const Week& a, const Week& b) {
  constexpr int kDay = 24 * 60;
  for (int day = 0; day < 7; ++day) {
    const Week of_day = Between(day * kDay, (day + 1) * kDay);
    if (ShareAMinute(a, of_day) && ShareAMinute(b, of_day)) return true;
  }
  return false;
}

Said BesideCommitment(const Asked& asked, const Commitment& commitment) {
  constexpr int kOvernight = 120;
  const WeekPattern& shifts = asked.work().shifts;
  if (!shifts.stated()) return Review("COMMITMENT_SHIFTS_UNKNOWN", commitment.id);
  const Week taken = MinutesOf(commitment.windows);
  const Said clash = IsShort(commitment.starts_on, commitment.ends_on)
                         ? Review("COMMITMENT_ONCE", commitment.id)
                         : Refuses("COMMITMENT_CLASH", commitment.id);
  if (ShareAMinute(taken, MinutesOf(shifts))) return clash;
  const bool at_home = asked.whereabouts == Whereabouts::kAtHome;
  const std::optional<Place>& from = at_home ? asked.home : asked.place;
  if (!from || !commitment.where || asked.moves_about()) {
    return OnOneDay(taken, MinutesOf(shifts)) || ShareAMinute(taken, WithMargin(shifts, kOvernight))
               ? Review("COMMITMENT_UNCERTAIN", commitment.id)
               : Passes("COMMITMENT_FITS", commitment.id);
  }
  const Span apart = Apart(asked, *from, *commitment.where);
  if (ShareAMinute(taken, Away(asked, apart.least))) return clash;
  if (ShareAMinute(taken, Away(asked, apart.most))) {
    return Review("COMMITMENT_UNCERTAIN", commitment.id);
  }
  return Passes("COMMITMENT_FITS", commitment.id);
}

}  // namespace

bool NotPast(const std::optional<Day>& last, const WeekPattern& hours, Day today) {
  constexpr int kDay = 24 * 60;
  if (!last) return true;
  const int weekday = (last->since_epoch + 3) % 7;  // Monday is 0; the first day was a Thursday
  int days_after = 0;
  for (const WeekSpan& span : hours.spans) {
    if (span.begin / kDay != weekday) continue;
    days_after = std::max(days_after, (span.begin % kDay + span.length - 1) / kDay);
  }
  return today.since_epoch <= last->since_epoch + days_after;
}

bool IsShort(const std::optional<Day>& first, const std::optional<Day>& last) {
  return first && last && last->since_epoch - first->since_epoch + 1 <= 14;
}

bool ApartEvenWithJourneys(const Asked& asked, const WeekPattern& hours) {
  const Week taken = MinutesOf(hours);
  if (ShareAMinute(taken, MinutesOf(asked.work().shifts))) return false;
  if (!asked.home || !asked.place) return false;
  return !ShareAMinute(taken, Away(asked, Apart(asked, *asked.home, *asked.place).most));
}

Sayings Curfews(const Asked& asked, const RiskPlanTerms& plan) {
  Sayings says;
  for (const Curfew& curfew : plan.curfews) {
    if (NotPast(curfew.ends_on, curfew.windows, asked.today()))
      says.push_back(UnderCurfew(asked, curfew));
  }
  if (says.empty() && plan.supervision == Supervision::kHdc) {
    says.push_back(Review("CURFEW_NOT_RECORDED"));
  }
  return says;
}

Sayings Commitments(const Asked& asked, const RiskPlanTerms& plan) {
  Sayings says;
  for (const Commitment& commitment : plan.commitments) {
    if (NotPast(commitment.ends_on, commitment.windows, asked.today())) {
      says.push_back(BesideCommitment(asked, commitment));
    }
  }
  return says;
}

}  // namespace throughgate::oracle
