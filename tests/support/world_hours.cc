// What a small world says of hours, days and absences, of who is ready, and of what probation
// approves, keeps apart and discloses.
#include "absl/strings/str_cat.h"
#include "matcher/index/tie_hash.h"
#include "tests/support/world_parts.h"

namespace throughgate {
namespace {

using generators::Between;
using generators::EnumUpTo;
using namespace matcher;  // NOLINT: every word here is one of the model's

WeekPattern StatedHours() { return OneIn(2) ? EveryDay(9, 8) : EveryDay(18, 2); }

Commitment AnyCommitment() {
  Commitment commitment{
      .id = "commitment", .kind = *EnumUpTo(CommitmentKind::kTesting), .windows = StatedHours()};
  if (!OneIn(3)) {
    commitment.where = Place{PointNearby(), {OneOf<std::int64_t>({100, 100, 6'000})}};
  }
  commitment.starts_on = MaybeDayNearby();
  if (commitment.starts_on && OneIn(2)) {
    commitment.ends_on = Day{commitment.starts_on->since_epoch + OneOf({0, 13, 30})};
  }
  return commitment;
}

TemporaryRelease AnyRelease() {
  TemporaryRelease release;
  release.release_class =
      OneOf({ReleaseClass::kUnknown, ReleaseClass::kStandard, ReleaseClass::kStandard,
             ReleaseClass::kStandard, ReleaseClass::kRestricted, ReleaseClass::kExcluded});
  release.eligible_from = MaybeDayNearby();
  release.sub_types = OneOf<AbsenceMask>(
      {0, MaskOf(AbsenceSubType::kResettlementDay),
       MaskOf(AbsenceSubType::kResettlementDay) | MaskOf(AbsenceSubType::kResettlementOvernight)});
  release.paid_work = *EnumUpTo(Known::kYes);
  if (OneIn(2)) release.out_at = OneOf({8 * 60, 10 * 60});
  if (OneIn(2)) release.return_by = OneOf({16 * 60, 19 * 60});
  release.nights = *EnumUpTo(Known::kYes);
  return release;
}

}  // namespace

void AddHoursAndDays(Zone& zone) {
  if (OneIn(4)) zone.windows = StatedHours();
  if (OneIn(6)) zone.ends_on = DayNearby();
  if (OneIn(6)) {
    zone.starts_on = DayNearby();
    zone.ends_on = Day{zone.starts_on->since_epoch + OneOf({0, 5})};
  }
}

void AddAbsences(RiskPlanTerms& terms) {
  if (OneIn(6)) terms.commitments.push_back(AnyCommitment());
  if (OneIn(2)) terms.temporary_release = AnyRelease();
  if (OneIn(4)) terms.home_county = "North";
}

void AddDisclosures(const std::vector<Site>& sites, RiskPlanTerms& terms) {
  if (OneIn(4)) {
    WorkApproval approval{
        .id = "approval", .approved_on = {kWorldToday.since_epoch - 1}, .valid_to = DayNearby()};
    if (OneIn(3)) {
      approval.vacancy = VacancyName{"e0", "v0"};
    } else {
      approval.occupations = {"isco/75"};
    }
    terms.work_approvals.push_back(approval);
  }
  if (!sites.empty() && OneIn(5)) {
    const SiteName& site = (*rc::gen::elementOf(sites)).name;
    const std::string name = OneIn(2) ? site.ToString() : EmployerName{site.employer}.ToString();
    terms.no_contact.push_back(
        {.id = "nobody", .kind = NoContactKind::kVictim, .names = {WorldDigest(name)}});
  }
}

std::vector<Qualification> SomeQualifications() {
  std::vector<Qualification> held;
  for (const QualificationKind kind :
       {QualificationKind::kCscsCard, QualificationKind::kForkLift}) {
    if (OneIn(2)) held.push_back({.kind = kind, .expires_on = MaybeDayNearby()});
  }
  return held;
}

std::vector<RequiredQualification> SomeRequired() {
  std::vector<RequiredQualification> required;
  for (const QualificationKind kind :
       {QualificationKind::kCscsCard, QualificationKind::kForkLift}) {
    if (OneIn(12)) required.push_back({.kind = kind, .by_law = OneIn(2)});
  }
  return required;
}

SlotTerms AnySlot() {
  SlotTerms slot;
  const std::int32_t first = DayNearby().since_epoch;
  for (int i = *Between(1, 3); i > 0; --i) {
    slot.windows.push_back({.date = {first + 3 - i},
                            .start_minute = OneOf({7 * 60, 9 * 60, 11 * 60}),
                            .length = OneOf({4 * 60, 8 * 60, 14 * 60})});
  }
  slot.capacity = 1;
  slot.absence_sub_type = OneOf<const char*>({"", "RDR", "RDR", "ROR", "SPL"});
  slot.absence_reason = OneOf<const char*>({"", "R12", "R20", "R20"});
  slot.state = OneIn(6) ? SlotState::kCancelled : SlotState::kOpen;
  return slot;
}

SharedEffects AnyEffects() {
  SharedEffects effects;
  if (OneIn(2)) return effects;
  if (OneIn(3)) effects.attributes = MaskOf(WorkAttribute::kCash);
  if (OneIn(3)) effects.occupations = {"isco/75"};
  if (OneIn(3)) effects.hours = EveryDay(8, 10);
  if (OneIn(3)) effects.areas.push_back({.id = "area", .centre = PointNearby(), .radius = {4'000}});
  return effects;
}

NameDigest WorldDigest(const std::string& name) {
  return DigestOfName(name, [](std::string_view part) {
    HalfDigest half = {};
    for (std::size_t i = 0; i < half.size(); ++i) {
      half[i] = static_cast<std::uint8_t>(TieHash(part) >> (8 * i));
    }
    return half;
  });
}

}  // namespace throughgate
