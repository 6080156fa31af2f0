// Dates: the vacancy must be open on the day, and the candidate available when work starts.
//
// Data     state, opens, closes and starts of the vacancy; the day that the candidate declares.
// Effect   closed, not yet open, past the closing day (which itself still counts), or available
//          only after work starts: NOT_AVAILABLE.
// Audience everyone: the release date is not read here (see release.cc).
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {

void CheckDates(const Pair& pair, Findings& findings) {
  const VacancyCard& vacancy = pair.vacancy;
  const std::int32_t today = pair.today.since_epoch;
  const std::int32_t available = pair.candidate.available_from;
  bool fits = true;
  const auto refuse = [&](Reason reason, std::int32_t amount, std::int32_t limit) {
    findings.Add({RuleId::kDates, Verdict::kNotAvailable, reason, -1, amount, limit});
    fits = false;
  };
  if (vacancy.state != VacancyState::kOpen) refuse(Reason::kVacancyClosed, 0, 0);
  if (vacancy.opens_on != kNoDay && today < vacancy.opens_on) {
    refuse(Reason::kNotYetOpen, today, vacancy.opens_on);
  }
  if (vacancy.closes_on != kNoDay && today > vacancy.closes_on) {
    refuse(Reason::kClosingDatePassed, today, vacancy.closes_on);
  }
  if (vacancy.starts_on != kNoDay && available != kNoDay && available > vacancy.starts_on) {
    refuse(Reason::kAvailableTooLate, available, vacancy.starts_on);
  }
  if (fits) findings.Add({RuleId::kDates, Verdict::kEligible, Reason::kDatesFit, -1, today, 0});
}

}  // namespace throughgate::matcher
