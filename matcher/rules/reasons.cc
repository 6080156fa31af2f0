#include "matcher/rules/reasons.h"

#include <array>
#include <cstdlib>

#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "absl/time/civil_time.h"

namespace throughgate::matcher {
namespace {

// In the texts: {s} the subject, {d} and {D} `amount` and `limit` as distances, {t} and {T} as
// days.
struct Words {
  Reason reason;
  std::string_view code;
  std::string_view text;
  std::string_view change;
};

constexpr std::array kWords = {
    Words{Reason::kWithinReach, "WITHIN_REACH", "{d} away, within the reach of {D}.", ""},
    Words{Reason::kOutOfReach, "OUT_OF_REACH", "{d} away, beyond the reach of {D}.",
          "A reach of at least {d}, or a nearer site."},
    Words{Reason::kReachUncertain, "REACH_UNCERTAIN",
          "About {d} away; how exactly the places are known decides whether that is within the "
          "reach of {D}.",
          "A more exact position of the site."},
    Words{Reason::kPlaceUnknown, "PLACE_UNKNOWN",
          "Where the work or the person would be is not known, so neither is the distance.",
          "The position of the site."},
    Words{Reason::kWorkMovesAbout, "WORK_MOVES_ABOUT",
          "The work moves about, or nobody has said where it is.", "A complete list of the sites."},
    Words{Reason::kDatesFit, "DATES_FIT", "Open on {t}, and the person is available in time.", ""},
    Words{Reason::kVacancyClosed, "VACANCY_CLOSED", "The vacancy is closed.", ""},
    Words{Reason::kNotYetOpen, "NOT_YET_OPEN", "The vacancy opens on {T}.", "Wait until {T}."},
    Words{Reason::kClosingDatePassed, "CLOSING_DATE_PASSED", "The vacancy closed on {T}.",
          "A later closing day."},
    Words{Reason::kAvailableTooLate, "AVAILABLE_TOO_LATE",
          "Available from {t}; the work starts on {T}.", "A start on {t} or later."},
    Words{Reason::kOutsideExclusionZone, "OUTSIDE_EXCLUSION_ZONE",
          "{d} outside exclusion zone {s} (buffer {D}).", ""},
    Words{Reason::kInsideExclusionZone, "INSIDE_EXCLUSION_ZONE",
          "Inside exclusion zone {s} or its buffer of {D}.",
          "Another site, or a written permission for this one."},
    Words{Reason::kExclusionZoneUncertain, "EXCLUSION_ZONE_UNCERTAIN",
          "The site's position is known to {D} only; it may be inside exclusion zone {s} or its "
          "buffer.",
          "A more exact position of the site."},
    Words{Reason::kInsideRestrictionZone, "INSIDE_RESTRICTION_ZONE",
          "{d} inside restriction zone {s}.", ""},
    Words{Reason::kOutsideRestrictionZone, "OUTSIDE_RESTRICTION_ZONE",
          "{d} outside restriction zone {s}, which the person must not leave.",
          "A site inside the zone, or a written permission for this one."},
    Words{Reason::kRestrictionZoneUncertain, "RESTRICTION_ZONE_UNCERTAIN",
          "The site's position is known to {D} only; it may be outside restriction zone {s}.",
          "A more exact position of the site."},
    Words{Reason::kPermittedInSpiteOfZone, "PERMITTED_IN_SPITE_OF_ZONE",
          "Zone {s} forbids the site, but a written permission names it.",
          "Confirmation that the permission covers this work."},
    Words{Reason::kZonePlaceUnknown, "ZONE_PLACE_UNKNOWN",
          "The site's position is not known, so zone {s} cannot be tested.",
          "The position of the site."},
    Words{Reason::kZoneMobileWork, "ZONE_MOBILE_WORK",
          "The work moves about, so zone {s} cannot be ruled out.",
          "A complete list of the sites."},
    Words{Reason::kZoneNoSiteList, "ZONE_NO_SITE_LIST",
          "No site is listed, and zone {s} applies wherever the work is.",
          "A complete list of the sites."},
    Words{Reason::kOutsideCurfew, "OUTSIDE_CURFEW",
          "The shifts and the journeys leave curfew {s} free.", ""},
    Words{Reason::kCurfewBroken, "CURFEW_BROKEN",
          "A shift, with the journey to and from it, overlaps curfew {s}.",
          "Other hours, or a variation of the curfew."},
    Words{Reason::kCurfewUncertain, "CURFEW_UNCERTAIN",
          "How exactly the places are known decides whether the journey overlaps curfew {s}.",
          "A more exact position of the site."},
    Words{Reason::kShiftsNotStated, "SHIFTS_NOT_STATED",
          "The shifts are not stated, so curfew {s} cannot be tested.", "The shifts."},
    Words{Reason::kCurfewPlaceUnknown, "CURFEW_PLACE_UNKNOWN",
          "The journey is not known, so curfew {s} cannot be tested.", "The position of the site."},
    Words{Reason::kCurfewNotRecorded, "CURFEW_NOT_RECORDED",
          "On home detention curfew, but no curfew in force is recorded.", "The curfew's hours."},
    Words{Reason::kAttributeBarred, "ATTRIBUTE_BARRED", "The work involves {s}, which is barred.",
          "Work without it."},
    Words{Reason::kAttributeNeedsApproval, "ATTRIBUTE_NEEDS_APPROVAL",
          "The work involves {s}, which needs approval.", "Approval, or work without it."},
    Words{Reason::kAttributeUnknown, "ATTRIBUTE_UNKNOWN",
          "Whether the work involves {s}, which is limited, is not known.",
          "Whether the work involves it."},
    Words{Reason::kReleasedInTime, "RELEASED_IN_TIME",
          "Release is expected on {t}, in time for the work.", ""},
    Words{Reason::kReleaseUnknown, "RELEASE_UNKNOWN",
          "In custody, and no day of release to come is known.", "The expected day of release."},
    Words{Reason::kStartNotStated, "START_NOT_STATED",
          "Release is expected on {t}, but when the work starts is not stated.",
          "The day on which the work starts."},
    Words{Reason::kReleasedTooLate, "RELEASED_TOO_LATE",
          "Release is expected on {t}; the work starts on {T}.", "A start on {t} or later."},
    Words{Reason::kInCustodyWorkTrial, "IN_CUSTODY_WORK_TRIAL",
          "In custody: a work trial rests on temporary licence, which the prison decides.",
          "The prison's authorisation."},
    Words{Reason::kRiskPlanMissing, "RISK_PLAN_MISSING", "There is no risk plan to be read.",
          "A risk plan."},
    Words{Reason::kSupervisionUnknown, "SUPERVISION_UNKNOWN",
          "Under what supervision the person is, is not known.", "The supervision."},
    Words{Reason::kRoshUnknown, "ROSH_UNKNOWN",
          "The risk of serious harm is not known for every group.", "The RoSH levels."},
    Words{Reason::kMappaUnknown, "MAPPA_UNKNOWN",
          "The MAPPA level is not known, which is not the same as not applicable.",
          "The MAPPA level."},
    Words{Reason::kRiskPlanStale, "RISK_PLAN_STALE",
          "The risk plan's last review, on {t}, does not hold on this day: reviews hold for 182 "
          "days.",
          "A review of the plan."},
    Words{Reason::kConditionNotUnderstood, "CONDITION_NOT_UNDERSTOOD",
          "Licence condition {s} is recorded but not understood by these rules.",
          "A person's judgement of the condition."},
};

const Words& WordsOf(Reason reason) { return kWords[static_cast<std::size_t>(reason)]; }

constexpr bool InOrder() {
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    if (kWords[i].reason != static_cast<Reason>(i)) return false;
  }
  return true;
}
static_assert(InOrder(), "one entry for each Reason, in its order");
static_assert(kWords.size() == static_cast<std::size_t>(Reason::kConditionNotUnderstood) + 1);

std::string Fill(std::string_view words, const Finding& finding, std::string_view subject) {
  const std::string amount_day = DayText({static_cast<std::int32_t>(finding.amount)});
  const std::string limit_day = DayText({static_cast<std::int32_t>(finding.limit)});
  return absl::StrReplaceAll(absl::string_view(words.data(), words.size()),
                             {{"{s}", absl::string_view(subject.data(), subject.size())},
                              {"{d}", DistanceText(finding.amount)},
                              {"{D}", DistanceText(finding.limit)},
                              {"{t}", amount_day},
                              {"{T}", limit_day}});
}

}  // namespace

std::string_view ReasonCode(Reason reason) { return WordsOf(reason).code; }

std::string ReasonText(const Finding& finding, std::string_view subject) {
  return Fill(WordsOf(finding.reason).text, finding, subject);
}

std::string ReasonChange(const Finding& finding, std::string_view subject) {
  return Fill(WordsOf(finding.reason).change, finding, subject);
}

std::string_view AttributeName(WorkAttribute attribute) {
  static constexpr std::array<std::string_view, kWorkAttributeLast + 1> kNames = {
      "something unspecified",
      "contact with children",
      "adults at risk",
      "the internet",
      "driving",
      "cash",
      "keys",
      "licensed premises",
      "lone work",
      "customers' homes",
      "nights away",
      "blades and tools",
      "supervising others",
      "gambling",
      "public events",
      "personal data",
      "controlled drugs",
  };
  return kNames[static_cast<std::size_t>(attribute)];
}

std::string DayText(Day day) {
  const absl::CivilDay civil = absl::CivilDay(1970, 1, 1) + day.since_epoch;
  return absl::StrFormat("%04d-%02d-%02d", civil.year(), civil.month(), civil.day());
}

std::string DistanceText(std::int64_t metres) {
  const std::int64_t size = std::abs(metres);
  if (size < 1000) return absl::StrFormat("%d m", size);
  const std::int64_t tenths = (size + 50) / 100;
  return absl::StrFormat("%d.%d km", tenths / 10, tenths % 10);
}

}  // namespace throughgate::matcher
