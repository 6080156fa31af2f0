// Candidates and what probation holds about them.
#include <algorithm>

#include "tests/oracle/edge_parts.h"
#include "tests/oracle/edge_places.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

// What must be known of anybody before a match can be ELIGIBLE.
void SetKnown(Dice& dice, Day today, RiskPlanTerms& plan) {
  plan.supervision =
      dice.OneOf({Supervision::kOnLicence, Supervision::kNotSupervised, Supervision::kInCustody});
  plan.reviewed_on = {today.since_epoch - 10};
  plan.rosh = {RoshLevel::kLow, RoshLevel::kLow, RoshLevel::kMedium, RoshLevel::kLow};
  plan.mappa_level = MappaLevel::kNotApplicable;
  plan.barred_lists = {Known::kNo, Known::kNo};
  plan.release_on = MaybeDayBeside(dice, {today.since_epoch + dice.OneOf({0, 5, 10})});
  if (dice.OneIn(2)) return;
  plan.supervision = dice.UpTo(Supervision::kNotSupervised);
  plan.reviewed_on = {today.since_epoch - dice.OneOf({-1, 0, 181, 182, 183})};
  for (RoshLevel* level :
       {&plan.rosh.children, &plan.rosh.to_public, &plan.rosh.known_adult, &plan.rosh.staff}) {
    if (dice.OneIn(4)) *level = dice.UpTo(RoshLevel::kVeryHigh);
  }
  plan.mappa_level = dice.UpTo(MappaLevel::kLevel3);
  plan.barred_lists = {dice.UpTo(Known::kYes), dice.UpTo(Known::kYes)};
}

WorkLimitEffect AnyEffect(Dice& dice) {
  return dice.OneOf({WorkLimitEffect::kBarred, WorkLimitEffect::kNeedsApproval});
}

void AddZones(Dice& dice, const PlainWorld& world, RiskPlanTerms& plan) {
  for (int i = dice.Between(0, 2); i > 0; --i) {
    Zone zone = AnyZone(dice);
    zone.id = "zone-" + std::to_string(i);
    if (dice.OneIn(4)) zone.windows = HoursBesideSomeShift(dice, world);
    if (dice.OneIn(3)) zone.ends_on = DayBeside(dice, world.today);
    if (dice.OneIn(4)) {
      zone.starts_on = DayBeside(dice, {world.today.since_epoch - dice.OneOf({0, 0, 13})});
    }
    plan.zones.push_back(std::move(zone));
  }
  for (const Zone& zone : plan.zones) {
    if (dice.OneIn(2)) continue;
    const int site = dice.Between(0, kSites - 1);
    plan.permissions.push_back({"for-" + zone.id,
                                zone.id,
                                {EmployerId(EmployerOf(site)), SiteId(site)},
                                MaybeDayBeside(dice, world.today)});
  }
}

void AddHours(Dice& dice, const PlainWorld& world, RiskPlanTerms& plan) {
  if (dice.OneIn(3)) {
    plan.curfews.push_back({.id = "curfew",
                            .windows = {{SpanFrom(dice, dice.Between(0, 7 * 24 * 60 - 1))}},
                            .ends_on = MaybeDayBeside(dice, world.today),
                            .variation_sought = dice.OneIn(3)});
  }
  if (dice.OneIn(3)) {
    Commitment commitment{.id = "programme", .kind = CommitmentKind::kProgramme};
    commitment.windows = {{SpanFrom(dice, dice.Between(0, 7 * 24 * 60 - 1))}};
    if (!dice.OneIn(3)) commitment.where = SomewherePlace(dice);
    commitment.starts_on = MaybeDayBeside(dice, {world.today.since_epoch - dice.OneOf({0, 6})});
    if (dice.OneIn(2)) {
      commitment.ends_on = DayBeside(dice, {world.today.since_epoch + dice.OneOf({0, 7, 13})});
    }
    plan.commitments.push_back(commitment);
  }
}

void AddLimits(Dice& dice, const PlainWorld& world, RiskPlanTerms& plan) {
  for (int i = dice.Between(0, 2); i > 0; --i) {
    const auto attribute = static_cast<WorkAttribute>(dice.Between(1, kWorkAttributeLast));
    plan.work_limits.push_back({attribute, AnyEffect(dice)});
  }
  for (const ContactGroup group : {ContactGroup::kChildren, ContactGroup::kAdultsAtRisk}) {
    if (!dice.OneIn(3)) continue;
    plan.contact_limits.push_back(
        {group,
         dice.OneOf({ContactDegree::kIncidental, ContactDegree::kSupervised,
                     ContactDegree::kUnsupervised}),
         AnyEffect(dice)});
  }
  if (dice.OneIn(3)) {
    VehicleLimit limit{.id = "driving"};
    if (dice.OneIn(2))
      limit.types = static_cast<VehicleMask>(dice.Between(1, kEveryVehicle / 2)) * 2;
    if (dice.OneIn(3)) limit.windows = HoursBesideSomeShift(dice, world);
    if (dice.OneIn(4) && !plan.zones.empty()) limit.within_zone = plan.zones.front().id;
    limit.effect = AnyEffect(dice);
    plan.vehicle_limits.push_back(limit);
  }
  if (dice.OneIn(4)) plan.cash_limit = 100;
  if (dice.OneIn(4)) {
    plan.tags.push_back(
        {static_cast<TagKind>(dice.Between(1, 3)), MaybeDayBeside(dice, world.today)});
  }
  if (dice.OneIn(3)) plan.home_county = dice.OneOf({"Cheshire", "cheshire", "Greater Manchester"});
}

void AddRecord(Dice& dice, const PlainWorld& world, RiskPlanTerms& plan) {
  for (int i = dice.Between(0, 2); i > 0; --i) {
    const auto category = static_cast<OffenceCategory>(dice.Between(1, kOffenceCategoryLast));
    plan.offences.push_back(
        {dice.OneIn(5) ? OffenceCategory::kOther : category, MaybeDayBeside(dice, world.today)});
  }
  if (!dice.OneIn(3)) return;
  CourtOrder order{.id = "shpo", .kind = OrderKind::kSexualHarmPrevention};
  for (int i = 1; i <= kWorkAttributeLast; ++i) {
    if (dice.OneIn(16)) order.barred_attributes.push_back(static_cast<WorkAttribute>(i));
  }
  for (const char* code : {"isco/7", "isco/75", "isco/7512", "isco/51", "isco/99"}) {
    if (dice.OneIn(6)) order.barred_occupations.push_back(code);
  }
  order.read_in_full = !dice.OneIn(4);
  order.ends_on = MaybeDayBeside(dice, world.today);
  plan.orders.push_back(order);
}

TemporaryRelease AnyRelease(Dice& dice, Day today) {
  TemporaryRelease release;
  release.release_class =
      dice.OneIn(3) ? dice.UpTo(ReleaseClass::kExcluded) : ReleaseClass::kStandard;
  if (!dice.OneIn(6)) {
    release.eligible_from = DayBeside(dice, {today.since_epoch + dice.OneOf({0, 0, 10})});
  }
  release.sub_types = dice.OneOf<AbsenceMask>({0, 2, 2, 4, 6, 14});
  release.paid_work = dice.UpTo(Known::kYes);
  if (dice.OneIn(2)) release.out_at = 9 * 60;
  if (dice.OneIn(2)) release.return_by = 17 * 60;
  release.nights = dice.UpTo(Known::kYes);
  return release;
}

// What the API would not take: a plan that says so little cannot be read.
void Spoil(Dice& dice, RiskPlanTerms& plan) {
  switch (dice.Between(0, 4)) {
    case 0:
      return plan.curfews.push_back({.id = "no-hours"});
    case 1:
      return plan.commitments.push_back({.id = "no-hours"});
    case 2:
      return plan.permissions.push_back({"for-nothing", "no-zone", {"e0", "s0"}, {}});
    case 3:
      return plan.vehicle_limits.push_back({.id = "nowhere", .within_zone = "no-zone"});
    default:
      if (!plan.zones.empty()) plan.zones.front().kind = ZoneKind::kUnspecified;
  }
}

RiskPlanTerms AnyPlan(Dice& dice, const PlainWorld& world) {
  RiskPlanTerms plan;
  SetKnown(dice, world.today, plan);
  plan.supervised_by = {"probation"};
  if (dice.OneIn(2)) plan.temporary_release = AnyRelease(dice, world.today);
  AddZones(dice, world, plan);
  AddHours(dice, world, plan);
  if (!dice.OneIn(3)) AddLimits(dice, world, plan);
  if (!dice.OneIn(3)) AddRecord(dice, world, plan);
  if (dice.OneIn(3)) AddAgreed(dice, world, plan);
  if (dice.OneIn(2)) AddLicence(dice, world.today, plan);
  if (dice.OneIn(30)) Spoil(dice, plan);
  return plan;
}

// Lasting to about today, or to about a day on which work starts.
std::vector<Qualification> SomeHeld(Dice& dice, Day today) {
  std::vector<Qualification> held;
  for (int kind = 1; kind <= kQualificationLast; ++kind) {
    if (dice.OneIn(3)) continue;
    held.push_back({static_cast<QualificationKind>(kind),
                    MaybeDayBeside(dice, {today.since_epoch + dice.OneOf({0, 5, 10})})});
  }
  return held;
}

}  // namespace

void AddCandidates(Dice& dice, PlainWorld& world) {
  for (int i = 0; i < kCandidates; ++i) {
    Candidate person;
    person.name = {"c" + std::to_string(i)};
    person.terms.custodian = {"broker"};
    person.terms.release_area = dice.OneIn(10) ? "ZZ9" : "M" + std::to_string(i % kDistricts);
    person.terms.reach = {dice.OneOf<std::int64_t>({3'000, 10'000, 25'000})};
    person.terms.travel_mode = dice.UpTo(TravelMode::kCar);
    person.terms.available_from =
        MaybeDayBeside(dice, {world.today.since_epoch + dice.OneOf({0, 5, 10})});
    person.terms.young_worker = dice.OneIn(4);
    person.terms.readiness =
        dice.OneIn(3) ? dice.UpTo(Readiness::kNoRightToWork) : Readiness::kReadyToWork;
    person.terms.qualifications = SomeHeld(dice, world.today);
    world.candidates.push_back(std::move(person));
  }
}

void AddPlans(Dice& dice, PlainWorld& world) {
  for (std::size_t i = 0; i < world.candidates.size(); ++i) {
    world.plans.emplace_back();
    if (!dice.OneIn(20)) world.plans.back() = AnyPlan(dice, world);
  }
}

}  // namespace throughgate::oracle
