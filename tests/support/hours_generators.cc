#include "tests/support/hours_generators.h"

#include <algorithm>

#include "tests/support/generator_parts.h"

namespace throughgate::generators {
namespace {

using matcher::Known;
using rc::gen::arbitrary;

matcher::Curfew AnyCurfew(int i) {
  return {.id = IdNumber(i),
          .windows = *arbitrary<matcher::WeekPattern>(),
          .ends_on = MaybeDay(),
          .variation_sought = *arbitrary<bool>()};
}

// A place within nothing at all would be one that nobody has stated.
matcher::Place PlaceWithin() {
  matcher::Place place = *arbitrary<matcher::Place>();
  place.uncertainty = {std::max<std::int64_t>(1, place.uncertainty.value)};
  return place;
}

matcher::Commitment AnyCommitment(int i) {
  matcher::Commitment commitment;
  commitment.id = IdNumber(i);
  commitment.kind = *EnumUpTo(matcher::CommitmentKind::kTesting);
  commitment.windows = *arbitrary<matcher::WeekPattern>();
  if (*arbitrary<bool>()) commitment.where = PlaceWithin();
  commitment.starts_on = MaybeDay();
  commitment.ends_on = MaybeDayFrom(commitment.starts_on);
  return commitment;
}

// Out before back.
void SetTimes(matcher::TemporaryRelease& release) {
  const int out_at = *Between(0, matcher::kMinutesPerDay - 2);
  if (*arbitrary<bool>()) release.out_at = out_at;
  if (*arbitrary<bool>()) release.return_by = *Between(out_at + 1, matcher::kMinutesPerDay - 1);
}

// Of some nothing is known.
matcher::TemporaryRelease AnyRelease() {
  matcher::TemporaryRelease release;
  if (*Between(0, 2) == 0) return release;
  release.release_class = *EnumUpTo(matcher::ReleaseClass::kExcluded);
  release.eligible_from = MaybeDay();
  release.sub_types = SomeBitsOf((matcher::AbsenceMask{2} << matcher::kAbsenceSubTypeLast) - 2);
  release.paid_work = *EnumUpTo(Known::kYes);
  SetTimes(release);
  release.nights = *EnumUpTo(Known::kYes);
  return release;
}

}  // namespace

void SetHours(matcher::RiskPlanTerms& plan) {
  plan.curfews = Few(2, AnyCurfew);
  plan.commitments = Few(2, AnyCommitment);
  plan.temporary_release = AnyRelease();
  plan.home_county = *rc::gen::element<std::string>("", "Greater Manchester", "Sir y Fflint");
}

}  // namespace throughgate::generators
