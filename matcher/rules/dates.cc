#include <array>

#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kDatesFit{"DATES_FIT", "Open on {t}, and the person is available in time.", ""};
constexpr Reason kVacancyClosed{"VACANCY_CLOSED", "The vacancy is closed.", ""};
constexpr Reason kNotYetOpen{"NOT_YET_OPEN", "The vacancy opens on {T}.", "Wait until {T}."};
constexpr Reason kClosingDatePassed{"CLOSING_DATE_PASSED", "The vacancy closed on {T}.",
                                    "A later closing day."};
constexpr Reason kAvailableTooLate{"AVAILABLE_TOO_LATE",
                                   "Available from {t}; the work starts on {T}.",
                                   "A start on {t} or later."};
constexpr std::array kReasons = {&kDatesFit, &kVacancyClosed, &kNotYetOpen, &kClosingDatePassed,
                                 &kAvailableTooLate};

void Check(const Pair& pair, Findings& findings) {
  const VacancyCard& vacancy = pair.vacancy;
  const std::int32_t today = pair.today.since_epoch;
  const std::int32_t available = pair.candidate.available_from;
  bool fits = true;
  const auto refuse = [&](const Reason* reason, std::int32_t amount, std::int32_t limit) {
    findings.Add({&kDates, Verdict::kNotAvailable, reason, -1, amount, limit});
    fits = false;
  };
  if (vacancy.state != VacancyState::kOpen) refuse(&kVacancyClosed, 0, 0);
  if (vacancy.opens_on != kNoDay && today < vacancy.opens_on) {
    refuse(&kNotYetOpen, today, vacancy.opens_on);
  }
  if (vacancy.closes_on != kNoDay && today > vacancy.closes_on) {
    refuse(&kClosingDatePassed, today, vacancy.closes_on);
  }
  if (vacancy.starts_on != kNoDay && available != kNoDay && available > vacancy.starts_on) {
    refuse(&kAvailableTooLate, available, vacancy.starts_on);
  }
  if (fits) findings.Add({&kDates, Verdict::kEligible, &kDatesFit, -1, today, 0});
}

}  // namespace

constinit const OpenRule kDates = {
    {
        .name = "dates",
        .scope = RuleScope::kVacancy,
        .audience = Audience::kEveryone,
        .condition =
            "The vacancy is open on the day, and the person is available when work starts.",
        .data = "the vacancy's state, opening, closing and starting day; the day from which the "
                "candidate is available",
        .effect = "NOT_AVAILABLE when closed, not yet open, past the closing day (which itself "
                  "still counts), or when the candidate is available only after the start",
        .source = "the vacancy's and the candidate's own statements",
        .reasons = kReasons,
    },
    Check};

}  // namespace throughgate::matcher
