#include <algorithm>
#include <array>

#include "matcher/model/week_pattern.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kHoursForYoungWorker{"HOURS_FOR_YOUNG_WORKER",
                                      "The hours are lawful for somebody under 18.", ""};
constexpr Reason kTooLongADay{"TOO_LONG_A_DAY",
                              "A day of {n} minutes is longer than the law allows under 18.",
                              "At most 8 hours a day."};
constexpr Reason kTooLongAWeek{"TOO_LONG_A_WEEK",
                               "A week of {n} minutes is longer than the law allows under 18.",
                               "At most 40 hours a week."};
constexpr Reason kNightWork{"NIGHT_WORK_UNDER_18",
                            "The work goes on after 22:00 or before 06:00, which the law does not "
                            "allow under 18.",
                            "No work between 22:00 and 06:00."};
constexpr Reason kYoungHoursUnknown{"YOUNG_HOURS_UNKNOWN",
                                    "The shifts are not stated, and the law limits them under 18.",
                                    "The shifts."};
constexpr std::array kReasons = {&kHoursForYoungWorker, &kTooLongADay, &kTooLongAWeek, &kNightWork,
                                 &kYoungHoursUnknown};

constexpr int kDayMax = 8 * 60;
constexpr int kWeekMax = 40 * 60;

const WeekPattern& Nights() {
  static const WeekPattern nights = [] {
    WeekPattern pattern;
    for (int day = 0; day < 7; ++day) {
      pattern.spans.push_back({day * kMinutesPerDay + 22 * 60, 8 * 60});
    }
    return pattern;
  }();
  return nights;
}

// The longest day's work: shifts count to the day on which they begin, a minute in two of them
// once.
int LongestDay(const WeekPattern& shifts) {
  std::array<WeekPattern, 7> days;
  for (const WeekSpan& shift : shifts.spans) {
    days[shift.begin / kMinutesPerDay].spans.push_back(shift);
  }
  int longest = 0;
  for (const WeekPattern& day : days) longest = std::max(longest, MinutesCovered(day));
  return longest;
}

void Check(const Pair& pair, Findings& findings) {
  if (!pair.candidate.young_worker) return;
  const auto add = [&](Verdict verdict, const Reason* reason, int amount) {
    findings.Add({&kYoungWorker, verdict, reason, -1, amount, 0});
  };
  if (!pair.shifts.stated()) return add(Verdict::kReview, &kYoungHoursUnknown, 0);
  const int day = LongestDay(pair.shifts);
  const int week = MinutesCovered(pair.shifts);
  const bool night = Meet(pair.shifts, Nights());
  if (day > kDayMax) add(Verdict::kNotAvailable, &kTooLongADay, day);
  if (week > kWeekMax) add(Verdict::kNotAvailable, &kTooLongAWeek, week);
  if (night) add(Verdict::kNotAvailable, &kNightWork, 0);
  if (day <= kDayMax && week <= kWeekMax && !night) {
    add(Verdict::kEligible, &kHoursForYoungWorker, week);
  }
}

}  // namespace

constinit const OpenRule kYoungWorker = {
    {
        .name = "young-worker",
        .scope = RuleScope::kVacancy,
        .audience = Audience::kEveryone,
        .condition = "Somebody under 18 works no longer, and no later, than the law allows.",
        .data = "whether the candidate is under 18; shifts",
        .effect =
            "more than 8 hours on a day, more than 40 in a week, or any work between 22:00 and "
            "06:00 is NOT_AVAILABLE; shifts not stated is REVIEW; a shift counts to the day on "
            "which it begins",
        .source = "policy rule 26; Working Time Regulations 1998",
        .reasons = kReasons,
    },
    Check};

}  // namespace throughgate::matcher
