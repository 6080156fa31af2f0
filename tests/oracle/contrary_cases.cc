#include "tests/oracle/contrary_cases.h"

#include <algorithm>
#include <array>
#include <optional>

#include "tests/oracle/licence_items.h"
#include "tests/oracle/places_of_work.h"
#include "tests/oracle/rules.h"
#include "tests/oracle/words.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

constexpr std::array kSpokenOf = {
    WorkAttribute::kChildren, WorkAttribute::kVulnerableAdults, WorkAttribute::kLicensedPremises,
    WorkAttribute::kAlcohol,  WorkAttribute::kGambling,         WorkAttribute::kWorship};

// Where the case is looked for, it is so or not.
void Count(ContraryTallies& tallies, const std::string& what, bool looked_for, bool is_so) {
  Sides& sides = tallies[what];
  if (looked_for) ++(is_so ? sides.is_so : sides.is_not);
}

bool Has(AttributeMask mask, WorkAttribute attribute) {
  return (mask >> static_cast<int>(attribute) & 1) != 0;
}

void CountWork(const PlainWorld& world, const Vacancy& vacancy, ContraryTallies& tallies) {
  const VacancyTerms& work = vacancy.terms;
  PremisesMask kinds = 0;
  for (const std::string& site : work.sites) {
    kinds |= KindsOfSite(world, {vacancy.name.employer, site});
  }
  for (int i = 1; i <= kPremisesKindLast; ++i) {
    const std::string kind = NameOf(static_cast<PremisesKind>(i));
    const bool there = (kinds >> i & 1) != 0;
    Count(tallies, "the work is at " + kind, !IsWorkAtHome(work), there);
    Count(tallies, "the work is at home, for " + kind, there, IsWorkAtHome(work));
  }
  for (const WorkAttribute attribute : kSpokenOf) {
    Count(tallies, "doubted is " + NameOf(attribute), Has(work.attributes_absent, attribute),
          IsDoubted(world, vacancy, attribute));
    Count(tallies, "at such a place, but involved is " + NameOf(attribute),
          IsAtSuchAPlace(world, vacancy, attribute), Has(work.attributes_present, attribute));
  }
}

void CountLimit(const PlainWorld& world, const RiskPlanTerms& plan, const Vacancy& vacancy,
                WorkAttribute attribute, ContraryTallies& tallies) {
  const bool absent = Has(vacancy.terms.attributes_absent, attribute);
  const bool doubted = IsDoubted(world, vacancy, attribute);
  const bool limited =
      std::any_of(plan.work_limits.begin(), plan.work_limits.end(),
                  [&](const WorkLimit& limit) { return limit.attribute == attribute; });
  const bool ordered =
      std::any_of(plan.orders.begin(), plan.orders.end(), [&](const CourtOrder& order) {
        return std::ranges::find(order.barred_attributes, attribute) !=
               order.barred_attributes.end();
      });
  const bool licensed = std::any_of(
      plan.conditions.begin(), plan.conditions.end(), [&](const LicenceCondition& condition) {
        const LicenceLine* const line = LineOf(condition.policy_version, condition.code);
        return line != nullptr &&
               std::ranges::find(line->needs_approval, attribute) != line->needs_approval.end();
      });
  const std::string name = NameOf(attribute);
  Count(tallies, "a limit, doubted is " + name, absent && limited, doubted);
  Count(tallies, "an order, doubted is " + name, absent && ordered, doubted);
  Count(tallies, "a condition, doubted is an attribute", absent && licensed, doubted);
}

void CountContact(const PlainWorld& world, const RiskPlanTerms& plan, const Vacancy& vacancy,
                  WorkAttribute attribute, ContraryTallies& tallies) {
  const VacancyTerms& work = vacancy.terms;
  const bool children = attribute == WorkAttribute::kChildren;
  const ContactGroup group = children ? ContactGroup::kChildren : ContactGroup::kAdultsAtRisk;
  const ContactDegree stated = children ? work.role.children : work.role.adults_at_risk;
  const bool limited = std::any_of(plan.contact_limits.begin(), plan.contact_limits.end(),
                                   [&](const ContactLimit& limit) { return limit.group == group; });
  const bool little = stated == ContactDegree::kNone || stated == ContactDegree::kIncidental;
  const bool nothing = stated == ContactDegree::kUnknown;
  const bool regulated = IsRegulated(work.role, attribute);
  const bool there = IsAtSuchAPlace(world, vacancy, attribute);
  const std::string name = NameOf(attribute);
  const bool absent = Has(work.attributes_absent, attribute);
  Count(tallies, "little stated, but regulated: " + name, limited && little, regulated);
  Count(tallies, "little stated, but such a place: " + name, limited && little && !regulated,
        there);
  Count(tallies, "nothing stated, but regulated: " + name, limited && nothing, regulated);
  Count(tallies, "nothing stated, free, but such a place: " + name,
        limited && nothing && absent && !regulated, there);
}

void CountPair(const PlainWorld& world, const RiskPlanTerms& plan, const Vacancy& vacancy,
               ContraryTallies& tallies) {
  for (const WorkAttribute attribute : kSpokenOf) {
    CountLimit(world, plan, vacancy, attribute, tallies);
  }
  for (const WorkAttribute group : {WorkAttribute::kChildren, WorkAttribute::kVulnerableAdults}) {
    CountContact(world, plan, vacancy, group, tallies);
  }
  const VacancyTerms& work = vacancy.terms;
  const bool none = work.role.cash_handled == std::int32_t{0};
  const bool cash = Has(work.attributes_present, WorkAttribute::kCash);
  Count(tallies, "no cash is handled of what there is", plan.cash_limit && cash, none);
  Count(tallies, "there is cash of which none is handled", plan.cash_limit && none, cash);
}

void CountUnsupervised(const RiskPlanTerms& plan, Day today, ContraryTallies& tallies) {
  const bool free = plan.supervision == Supervision::kNotSupervised && InDate(plan, today) &&
                    plan.conditions.empty();
  const bool out = !plan.release_on || *plan.release_on <= today;
  const bool prison = plan.temporary_release != TemporaryRelease();
  Count(tallies, "nobody supervises who is to be released", free && !prison, !out);
  Count(tallies, "nobody supervises who is out for a time", free && out, prison);
  const std::size_t held = plan.curfews.size() + plan.tags.size() + plan.commitments.size();
  const bool one = free && out && !prison && held == 1;
  const bool holds = IsToBeSeenTo(plan, today);
  Count(tallies, "nobody supervises a curfew", one && !plan.curfews.empty(), holds);
  Count(tallies, "nobody supervises a tag", one && !plan.tags.empty(), holds);
  Count(tallies, "nobody supervises a commitment", one && !plan.commitments.empty(), holds);
  for (const Curfew& curfew : plan.curfews) {
    Count(tallies, "nobody supervises the night after the last day",
          one && curfew.ends_on && *curfew.ends_on < today, holds);
  }
}

void CountTags(const RiskPlanTerms& plan, Day today, ContraryTallies& tallies) {
  for (const LicenceCondition& condition : plan.conditions) {
    const LicenceLine* const line = LineOf(condition.policy_version, condition.code);
    if (line == nullptr) continue;
    const WrittenCondition written{plan, condition, *line};
    const bool stood_for = StoodFor(written, today);
    const bool enough = stood_for && ForbidsAsMuch(written);
    for (const char* word : {"tag", "alcohol-tag", "location-tag"}) {
      Count(tallies, std::string("enough is what is named as ") + word,
            stood_for && line->Takes(word), enough);
    }
  }
}

void CountPremises(const PlainWorld& world, const RiskPlanTerms& plan, ContraryTallies& tallies) {
  const bool imported =
      std::any_of(world.premises.begin(), world.premises.end(),
                  [](const Premises& one) { return one.kind == PremisesKind::kOther; });
  for (const PremisesLimit& limit : plan.premises_limits) {
    const bool limited = (limit.kinds >> static_cast<int>(PremisesKind::kOther) & 1) != 0;
    Count(tallies, "the layer has some of another kind that is limited", limited, imported);
  }
}

}  // namespace

void CountContrary(const PlainWorld& world, ContraryTallies& tallies) {
  for (const Vacancy& vacancy : world.vacancies) CountWork(world, vacancy, tallies);
  for (const std::optional<RiskPlanTerms>& plan : world.plans) {
    if (!plan) continue;
    for (const Vacancy& vacancy : world.vacancies) CountPair(world, *plan, vacancy, tallies);
    CountUnsupervised(*plan, world.today, tallies);
    CountTags(*plan, world.today, tallies);
    CountPremises(world, *plan, tallies);
  }
}

}  // namespace throughgate::oracle
