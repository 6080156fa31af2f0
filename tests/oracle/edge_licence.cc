// Licence conditions, filled in with values at the edge of what the items of the plan say.
#include <algorithm>

#include "tests/oracle/edge_parts.h"
#include "tests/oracle/edge_places.h"
#include "tests/oracle/licence_lines.h"
#include "tests/oracle/name_digest.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

std::string AnyValue(Dice& dice, const std::string& name, const std::string& kind) {
  if (kind == "time") return dice.OneOf({"17:00", "19:00", "07:00", "09:00", "00:00", "7:00"});
  if (kind == "last-day" || kind == "date") {  // about the day 20,000
    return dice.OneOf({"2024-10-03", "2024-10-04", "2024-10-05", "2024-13-01", "soon"});
  }
  if (kind == "pounds") return dice.OneOf({"99", "100", "101", "1,000"});
  if (name == "numberOfCurfews") {
    return dice.OneOf({"One curfew", "Two curfews", "Three curfews", "Curfews"});
  }
  if (name == "numberOfReportingTimes") return dice.OneOf({"Once a day", "Twice a day", "Often"});
  if (name == "reportingFrequency") {
    return dice.OneOf({"Daily", "Monday to Friday", "Other", "Weekly"});
  }
  if (name == "vehicleTypes") return dice.OneOf({"Any motor vehicle", "Types of motor vehicle"});
  if (name == "locationRestriction") {
    return dice.OneOf({"At any location", "In specified locations"});
  }
  if (name == "timeRestriction") return dice.OneOf({"At any time", "Between specified times"});
  if (name == "electronicMonitoringTypes") {
    return dice.OneOf({"alcohol abstinence", "No ALCOHOL", "your Curfew", "attendance"});
  }
  return "something";
}

void FillIn(Dice& dice, const LicenceLine& line, LicenceCondition& condition) {
  for (const auto& [name, kind] : line.inputs) {
    if (dice.OneIn(3)) continue;
    std::vector<std::string> values = {AnyValue(dice, name, kind)};
    if (dice.OneIn(8)) values.push_back(AnyValue(dice, name, kind));
    condition.parameters.push_back({name, std::move(values)});
  }
}

using Input = std::pair<std::string, std::string>;

// Whether a time is one of those that are filled in where there are so many.
bool IsOneOf(int number, const LicenceLine& line, const std::string& name) {
  if (name.starts_with("one") || name.starts_with("two") || name.starts_with("three")) {
    return name.starts_with(number == 1 ? "one" : number == 2 ? "two" : "three");
  }
  if (name == "reportingTime") {
    return number == 1 ||
           std::ranges::find(line.inputs, "reportingTime1", &Input::first) == line.inputs.end();
  }
  if (name.starts_with("reportingTime")) return number > 1;
  if (name.ends_with('3')) return number > 2;
  return (!name.ends_with('2') && !name.starts_with("second")) || number > 1;
}

std::string FittingTime(Dice& dice, const std::string& name) {
  if (name.find("Start") != std::string::npos) return dice.OneOf({"19:00", "20:00", "23:00"});
  if (name.find("End") != std::string::npos) return dice.OneOf({"07:00", "06:00"});
  return dice.OneOf({"09:00", "09:01", "09:59", "10:00"});
}

// With what belongs together, so that the items decide; or with hours of one curfew in the place of
// the second of several.
void FillInWell(Dice& dice, const LicenceLine& line, LicenceCondition& condition) {
  const int number = dice.Between(1, 3);
  const bool mixed = dice.OneIn(4);
  const auto is_there = [&](const std::string& name) {
    if (!mixed) return IsOneOf(number, line, name);
    return name.starts_with("one") || (IsOneOf(number, line, name) && !name.ends_with('2'));
  };
  for (const auto& [name, kind] : line.inputs) {
    if (dice.OneIn(20) || (kind == "time" && !is_there(name))) continue;
    std::string value = AnyValue(dice, name, kind);
    if (kind == "time") value = FittingTime(dice, name);
    if (kind == "date") value = dice.OneOf({"2024-10-03", "2024-10-04", "2024-10-05"});
    if (name == "numberOfReportingTimes") value = number == 1 ? "Once a day" : "Twice a day";
    if (name == "numberOfCurfews") {
      value = number == 1 ? "One curfew" : number == 2 ? "Two curfews" : "Three curfews";
    }
    if (name == "vehicleTypes") value = "Types of motor vehicle";
    if (name == "timeRestriction") value = "Between specified times";
    condition.parameters.push_back({name, {value}});
  }
}

// Some item of the plan, whether it can stand for anything or not; or one that is not there.
PlanItem AnyItem(Dice& dice, const RiskPlanTerms& plan) {
  std::vector<PlanItem> items = {{PlanItemKind::kCurfew, "nobodys", 0},
                                 {PlanItemKind::kCashLimit, "", 0},
                                 {PlanItemKind::kHomeCounty, "", 0},
                                 {PlanItemKind::kExclusionZone, "no-zone", 0}};
  const auto add_ids = [&](PlanItemKind kind, const auto& entries) {
    for (const auto& entry : entries) items.push_back({kind, entry.id, 0});
  };
  add_ids(PlanItemKind::kExclusionZone, plan.zones);
  add_ids(PlanItemKind::kRestrictionZone, plan.zones);
  add_ids(PlanItemKind::kCurfew, plan.curfews);
  add_ids(PlanItemKind::kCommitment, plan.commitments);
  add_ids(PlanItemKind::kNoContact, plan.no_contact);
  add_ids(PlanItemKind::kVehicleLimit, plan.vehicle_limits);
  add_ids(PlanItemKind::kPremisesLimit, plan.premises_limits);
  const auto add_about = [&](PlanItemKind kind, auto value) {
    items.push_back({kind, "", static_cast<std::uint8_t>(value)});
  };
  for (const WorkLimit& limit : plan.work_limits) {
    add_about(PlanItemKind::kWorkLimit, limit.attribute);
  }
  for (const ContactLimit& limit : plan.contact_limits) {
    add_about(PlanItemKind::kContactLimit, limit.group);
  }
  for (const Tag& tag : plan.tags) add_about(PlanItemKind::kTag, tag.kind);
  return dice.Pick(items);
}

bool CanStandFor(const LicenceLine& line, PlanItemKind kind) {
  switch (kind) {
    case PlanItemKind::kExclusionZone:
      return line.Takes("exclusion-zone") || line.Takes("event-zone");
    case PlanItemKind::kRestrictionZone:
      return line.Takes("restriction-zone");
    case PlanItemKind::kCurfew:
      return line.Takes("curfew") || line.Takes("curfew-from-17:00");
    case PlanItemKind::kCommitment:
      return line.Takes("commitment");
    case PlanItemKind::kWorkLimit:
      return line.Takes("work-limit");
    case PlanItemKind::kContactLimit:
      return line.Takes("contact-limit") || line.Takes("contact-limit-from-supervised");
    case PlanItemKind::kNoContact:
      return line.Takes("no-contact");
    case PlanItemKind::kVehicleLimit:
      return line.Takes("vehicle");
    case PlanItemKind::kCashLimit:
      return line.Takes("cash");
    case PlanItemKind::kTag:
      return line.Takes("tag") || line.Takes("alcohol-tag") || line.Takes("location-tag");
    case PlanItemKind::kHomeCounty:
      return line.Takes("home-county");
    case PlanItemKind::kPremisesLimit:
      return line.Takes("premises-limit");
    case PlanItemKind::kUnspecified:
      break;
  }
  return false;
}

// Items that stand for the condition, as often as not.
void Express(Dice& dice, const RiskPlanTerms& plan, const LicenceLine& line,
             LicenceCondition& condition) {
  for (int turn = 0; turn < 30 && condition.expressed_by.empty(); ++turn) {
    const PlanItem item = AnyItem(dice, plan);
    if (CanStandFor(line, item.kind) || dice.OneIn(200)) condition.expressed_by.push_back(item);
  }
  if (dice.OneIn(8)) condition.expressed_by.push_back(AnyItem(dice, plan));
}

// From one minute of the day to another, on most days or on all.
WeekPattern Daily(Dice& dice, int begin, int end) {
  WeekPattern hours;
  const int days = dice.OneOf({5, 6, 7, 7, 7, 7});
  for (int day = 0; day < days; ++day) {
    hours.spans.push_back({day * 24 * 60 + begin, end - begin});
  }
  return hours;
}

int MinuteBeside(Dice& dice, int hour) { return hour * 60 + dice.OneOf({0, 0, 0, -1, 1}); }

template <typename Entry>
bool Has(const std::vector<Entry>& entries, const std::string& id) {
  for (const Entry& entry : entries) {
    if (entry.id == id) return true;
  }
  return false;
}

void AddZone(Dice& dice, Day today, const LicenceLine& line, RiskPlanTerms& plan) {
  if (Has(plan.zones, "licence-zone")) return;
  Zone zone = AnyZone(dice);
  zone.id = "licence-zone";
  zone.kind = line.Takes("restriction-zone") ? ZoneKind::kRestriction : ZoneKind::kExclusion;
  if (dice.OneIn(3)) {
    zone.starts_on = Day{today.since_epoch - 6};
    zone.ends_on = Day{today.since_epoch + dice.Between(6, 8)};
  }
  plan.zones.push_back(std::move(zone));
}

// Hours that are enough for whatever the condition may have been filled in with.
void AddLongHours(const LicenceLine& line, RiskPlanTerms& plan) {
  const auto daily = [](int begin, int end) {
    WeekPattern hours;
    for (int day = 0; day < 7; ++day) {
      hours.spans.push_back({(day * 24 + begin) * 60, (end - begin) * 60});
    }
    return hours;
  };
  if (line.Takes("commitment") && !Has(plan.commitments, "mornings")) {
    plan.commitments.push_back({.id = "mornings",
                                .kind = CommitmentKind::kReporting,
                                .windows = daily(9, 11),
                                .ends_on = {}});
  }
  const bool curfew = line.Takes("curfew-from-17:00") || line.Takes("curfew");
  if (curfew && !Has(plan.curfews, "long-nights")) {
    plan.curfews.push_back({.id = "long-nights", .windows = daily(16, 32), .ends_on = {}});
  }
}

void AddHours(Dice& dice, Day today, const LicenceLine& line, RiskPlanTerms& plan) {
  if (dice.OneIn(2)) return AddLongHours(line, plan);
  const std::optional<Day> last = dice.OneIn(2) ? std::nullopt : MaybeDayBeside(dice, today);
  if (line.Takes("commitment") && !Has(plan.commitments, "reporting")) {
    Commitment commitment{.id = "reporting", .kind = CommitmentKind::kReporting};
    commitment.windows = Daily(dice, MinuteBeside(dice, 9), MinuteBeside(dice, 10));
    commitment.ends_on = last;
    plan.commitments.push_back(commitment);
  }
  const bool evenings = line.Takes("curfew-from-17:00");
  if ((evenings || line.Takes("curfew")) && !Has(plan.curfews, "nights")) {
    plan.curfews.push_back(
        {.id = "nights",
         .windows = Daily(dice, MinuteBeside(dice, evenings ? 17 : 19), MinuteBeside(dice, 31)),
         .ends_on = last});
  }
}

void AddPremisesLimit(Dice& dice, Day today, RiskPlanTerms& plan) {
  if (Has(plan.premises_limits, "sight")) return;
  PremisesLimit limit{.id = "sight", .kinds = MaskOf(PremisesKind::kSchool)};
  limit.distance = {dice.OneOf<std::int64_t>({0, 1, 300})};
  if (dice.OneIn(4)) limit.windows = Daily(dice, 8 * 60, 16 * 60);
  limit.effect = dice.OneOf({WorkLimitEffect::kBarred, WorkLimitEffect::kNeedsApproval});
  limit.ends_on = MaybeDayBeside(dice, today);
  plan.premises_limits.push_back(limit);
}

// Something that can stand for the condition, where the plan has no such thing.
void AddItem(Dice& dice, Day today, const LicenceLine& line, RiskPlanTerms& plan) {
  AddHours(dice, today, line, plan);
  const auto can = [&](PlanItemKind kind) { return CanStandFor(line, kind); };
  if (can(PlanItemKind::kExclusionZone) || can(PlanItemKind::kRestrictionZone)) {
    AddZone(dice, today, line, plan);
  } else if (can(PlanItemKind::kWorkLimit) && plan.work_limits.empty()) {
    plan.work_limits.push_back({WorkAttribute::kSupervisesOthers, WorkLimitEffect::kNeedsApproval});
  } else if (can(PlanItemKind::kContactLimit) && plan.contact_limits.empty()) {
    plan.contact_limits.push_back(
        {ContactGroup::kChildren,
         dice.OneOf({ContactDegree::kSupervised, ContactDegree::kUnsupervised}),
         WorkLimitEffect::kNeedsApproval});
  } else if (can(PlanItemKind::kNoContact) && plan.no_contact.empty()) {
    plan.no_contact.push_back({.id = "nadir",
                               .kind = NoContactKind::kVictim,
                               .names = {DigestOf("employers/elsewhere")}});
  } else if (can(PlanItemKind::kVehicleLimit) && plan.vehicle_limits.empty()) {
    plan.vehicle_limits.push_back({.id = "driving"});
    plan.vehicle_limits.back().effect = WorkLimitEffect::kNeedsApproval;
  } else if (can(PlanItemKind::kCashLimit)) {
    plan.cash_limit = 100;
  } else if (line.Takes("alcohol-tag")) {
    if (dice.OneIn(4)) plan.tags.clear();
    if (plan.tags.empty()) plan.tags.push_back({TagKind::kAlcohol, std::nullopt});
  } else if (line.Takes("location-tag") && plan.tags.empty()) {
    plan.tags.push_back(
        {dice.OneOf({TagKind::kLocation, TagKind::kLocation, TagKind::kCurfew, TagKind::kAlcohol}),
         std::nullopt});
  } else if (can(PlanItemKind::kTag) && plan.tags.empty()) {
    plan.tags.push_back({static_cast<TagKind>(dice.Between(1, 3)), std::nullopt});
  } else if (can(PlanItemKind::kPremisesLimit)) {
    AddPremisesLimit(dice, today, plan);
  } else if (can(PlanItemKind::kHomeCounty)) {
    plan.home_county = "Cheshire";
  }
}

LicenceCondition AnyCondition(Dice& dice, Day today, RiskPlanTerms& plan) {
  LicenceCondition condition{.policy_version = {}, .code = {}};
  if (dice.OneIn(30)) {
    condition.form = dice.OneIn(2) ? ConditionForm::kBespoke : ConditionForm::kImageOnly;
    if (dice.OneIn(2)) condition.id = "own";
    return condition;
  }
  const LicenceLine& line = dice.Pick(LicenceLines());
  // Now and then of a version in which the code means something else, or nothing.
  condition.policy_version = dice.OneIn(10) ? dice.OneOf({"1.0", "2.0", "2.1", "3.0", "4.0", "5.0"})
                                            : dice.Pick(line.versions);
  condition.code = line.code;
  dice.OneIn(2) ? FillIn(dice, line, condition) : FillInWell(dice, line, condition);
  if (dice.OneIn(4)) return condition;
  if (!dice.OneIn(3)) AddItem(dice, today, line, plan);
  Express(dice, plan, line, condition);
  return condition;
}

}  // namespace

void AddLicence(Dice& dice, Day today, RiskPlanTerms& plan) {
  for (int i = dice.Between(1, 4); i > 0; --i) {
    plan.conditions.push_back(AnyCondition(dice, today, plan));
  }
}

}  // namespace throughgate::oracle
