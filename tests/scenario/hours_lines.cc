// Lines about hours and days: of zones, of curfews that may be varied, and of what the person must
// be somewhere else for; and about temporary release, with the slots that it is for.
#include <algorithm>
#include <array>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "matcher/model/absence.h"
#include "tests/scenario/reading.h"
#include "tests/scenario/role_words.h"

namespace throughgate::scenario {
namespace {

using matcher::CommitmentKind;
using matcher::ReleaseClass;

template <class Item>
Item& Named(Reading& reading, std::vector<Item>& items) {
  const auto found = std::ranges::find(items, reading.name(), &Item::id);
  if (found != items.end()) return *found;
  reading.Complain("nothing of that name stands above it");
  items.emplace_back();
  return items.back();
}

matcher::Zone& ZoneOf(Reading& reading) { return Named(reading, reading.scenario().plan.zones); }
matcher::Commitment& CommitmentOf(Reading& reading) {
  return Named(reading, reading.scenario().plan.commitments);
}

void ReadZoneHours(Reading& reading) { ZoneOf(reading).windows = reading.WeekOf(reading.value()); }
void ReadZoneFirst(Reading& reading) { ZoneOf(reading).starts_on = reading.DayOf(reading.value()); }
void ReadZoneLast(Reading& reading) { ZoneOf(reading).ends_on = reading.DayOf(reading.value()); }

void ReadVariation(Reading& reading) {
  if (reading.value() != "sought") reading.Complain("a variation is \"sought\"");
  Named(reading, reading.scenario().plan.curfews).variation_sought = true;
}

// "PROGRAMME, Mon 12:00-13:00".
void ReadCommitment(Reading& reading) {
  static constexpr std::array<Word<CommitmentKind>, 4> kKinds = {
      {{"REPORTING", CommitmentKind::kReporting},
       {"APPOINTMENT", CommitmentKind::kAppointment},
       {"PROGRAMME", CommitmentKind::kProgramme},
       {"TESTING", CommitmentKind::kTesting}}};
  const std::vector<std::string> parts = absl::StrSplit(reading.value(), absl::MaxSplits(", ", 1));
  if (parts.size() != 2) return reading.Complain("such as \"PROGRAMME, Mon 12:00-13:00\"");
  reading.scenario().plan.commitments.push_back(
      {.id = reading.name(),
       .kind = reading.WordOf<CommitmentKind>(parts[0], kKinds),
       .windows = reading.WeekOf(parts[1])});
}

// "c, known to 100 m".
void ReadCommitmentPlace(Reading& reading) {
  const std::vector<std::string> parts = reading.Parts();
  absl::string_view extent = parts.back();
  if (parts.size() != 2 || !absl::ConsumePrefix(&extent, "known to ")) {
    return reading.Complain("a place is such as \"c, known to 100 m\"");
  }
  CommitmentOf(reading).where =
      matcher::Place{reading.PlaceOf(parts.front()), reading.MetresOf(extent)};
}
void ReadCommitmentFirst(Reading& reading) {
  CommitmentOf(reading).starts_on = reading.DayOf(reading.value());
}
void ReadCommitmentLast(Reading& reading) {
  CommitmentOf(reading).ends_on = reading.DayOf(reading.value());
}

std::int32_t MinuteOf(Reading& reading, absl::string_view text) {
  const matcher::WeekPattern week = reading.WeekOf(absl::StrCat("Mon ", text, "-24:00"));
  return week.spans.empty() ? 0 : week.spans.front().begin;
}

matcher::AbsenceMask SubTypesOf(absl::string_view text) {
  matcher::AbsenceMask mask = 0;
  for (absl::string_view code : absl::StrSplit(text, ' ')) {
    mask |= MaskOf(matcher::SubTypeOf({code.data(), code.size()}));
  }
  return mask;
}

// "STANDARD; from 2026-11-01; for RDR ROR; paid work YES; nights NO; out 08:00; back 19:00": all
// but the class may be left out.
void ReadRelease(Reading& reading) {
  static constexpr std::array<Word<ReleaseClass>, 5> kClasses = {
      {{"UNKNOWN", ReleaseClass::kUnknown},
       {"STANDARD", ReleaseClass::kStandard},
       {"RESTRICTED", ReleaseClass::kRestricted},
       {"YOUTH", ReleaseClass::kYouth},
       {"EXCLUDED", ReleaseClass::kExcluded}}};
  std::vector<std::string> clauses = reading.Clauses();
  matcher::TemporaryRelease& release = reading.scenario().plan.temporary_release;
  release.release_class = reading.WordOf<ReleaseClass>(clauses.front(), kClasses);
  clauses.erase(clauses.begin());
  for (const std::string& clause : clauses) {
    absl::string_view text = clause;
    if (absl::ConsumePrefix(&text, "from ")) {
      release.eligible_from = reading.DayOf(text);
    } else if (absl::ConsumePrefix(&text, "for ")) {
      release.sub_types = SubTypesOf(text);
    } else if (absl::ConsumePrefix(&text, "paid work ")) {
      release.paid_work = KnownOf(reading, text);
    } else if (absl::ConsumePrefix(&text, "nights ")) {
      release.nights = KnownOf(reading, text);
    } else if (absl::ConsumePrefix(&text, "out ")) {
      release.out_at = MinuteOf(reading, text);
    } else if (absl::ConsumePrefix(&text, "back ")) {
      release.return_by = MinuteOf(reading, text);
    } else {
      reading.Complain("temporary release is such as \"STANDARD; from 2026-11-01; for RDR\"");
    }
  }
}

// "2026-11-30 09:00-17:00, RDR, R20, at t": all but the window may be left out.
void ReadSlot(Reading& reading) {
  const std::vector<std::string> parts = reading.Parts();
  const std::vector<std::string> window = absl::StrSplit(parts.front(), absl::MaxSplits(' ', 1));
  if (window.size() != 2) return reading.Complain("such as \"2026-11-30 09:00-17:00, RDR, R20\"");
  const matcher::WeekPattern hours = reading.WeekOf(absl::StrCat("Mon ", window[1]));
  if (hours.spans.empty()) return;
  matcher::SlotTerms slot;
  slot.site = "s";
  slot.capacity = 1;
  slot.windows = {{reading.DayOf(window[0]), hours.spans[0].begin, hours.spans[0].length}};
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (absl::StartsWith(parts[i], "at ")) {
      slot.site = parts[i].substr(3);
      continue;
    }
    (absl::StartsWith(parts[i], "R1") || absl::StartsWith(parts[i], "R2") ? slot.absence_reason
                                                                          : slot.absence_sub_type) =
        parts[i];
  }
  reading.scenario().slots[reading.name()] = slot;
}

void ReadHomeCounty(Reading& reading) { reading.scenario().plan.home_county = reading.value(); }
void ReadCountyOfHome(Reading& reading) { reading.scenario().county = reading.value(); }

constexpr std::array kKeys = {
    Key{"hours of zone NAME", "Mon-Fri 09:00-17:00", ReadZoneHours},
    Key{"first day of zone NAME", "a day", ReadZoneFirst},
    Key{"last day of zone NAME", "a day", ReadZoneLast},
    Key{"variation of curfew NAME", "sought", ReadVariation},
    Key{"commitment NAME", "REPORTING | APPOINTMENT | PROGRAMME | TESTING, Mon 12:00-13:00",
        ReadCommitment},
    Key{"place of commitment NAME", "c, known to 100 m", ReadCommitmentPlace},
    Key{"first day of commitment NAME", "a day", ReadCommitmentFirst},
    Key{"last day of commitment NAME", "a day", ReadCommitmentLast},
    Key{"temporary release",
        "STANDARD[; from 2026-11-01][; for RDR ROR][; paid work YES][; nights NO][; out 08:00]"
        "[; back 19:00]",
        ReadRelease},
    Key{"slot NAME", "2026-11-30 09:00-17:00[, RDR][, R20][, at SITE]", ReadSlot},
    Key{"home county", "North", ReadHomeCounty},
    Key{"county hereabouts", "North", ReadCountyOfHome},
};

}  // namespace

std::span<const Key> HoursKeys() { return kKeys; }

}  // namespace throughgate::scenario
