// What is known of a person: the record, the risk, and who must agree.
#include <array>
#include <set>
#include <utility>

#include "tests/oracle/rules.h"
#include "tests/oracle/words.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

bool Spent(const Offence& offence, Day today) {
  return offence.spent_on && offence.spent_on->since_epoch <= today.since_epoch;
}

bool In(OffenceMask mask, OffenceCategory category) {
  return (mask >> static_cast<int>(category) & 1) != 0;
}

using Group = std::pair<std::string, RoshLevel>;
std::array<Group, 4> GroupsOf(const Rosh& rosh) {
  return {{{"children", rosh.children},
           {"the public", rosh.to_public},
           {"a known adult", rosh.known_adult},
           {"staff", rosh.staff}}};
}

}  // namespace

Sayings OffenceExclusion(const Asked& asked, const RiskPlanTerms& plan) {
  const std::string kAny = "any offence";
  const Role& role = asked.work().role;
  switch (role.offence_policy) {
    case OffencePolicy::kUnknown:
      return {};
    case OffencePolicy::kNoExclusions:
      return {Passes("NO_OFFENCE_EXCLUDED", kAny)};
    case OffencePolicy::kCaseByCase:
      return {Review("OFFENCE_CASE_BY_CASE", kAny)};
    case OffencePolicy::kListed:
      break;
  }
  if (plan.offences.empty()) return {Review("OFFENCES_NOT_RECORDED", kAny)};
  Sayings says;
  std::set<OffenceCategory> counted;
  for (const Offence& offence : plan.offences) {
    if (Spent(offence, asked.today()) && role.exempt != Known::kYes) continue;
    counted.insert(offence.category);
    const std::string name = NameOf(offence.category);
    const bool excluded = In(role.excluded_offences, offence.category);
    const bool vague = offence.category == OffenceCategory::kOther;
    if (excluded && !vague) {
      says.push_back(Refuses("OFFENCE_EXCLUDED", name));
    } else if (excluded || In(role.case_by_case_offences, offence.category)) {
      says.push_back(Review("OFFENCE_CASE_BY_CASE", name));
    }
  }
  // Spent ones may count as well where nobody has said that they do not.
  for (const Offence& offence : plan.offences) {
    if (role.exempt != Known::kUnknown || counted.contains(offence.category)) continue;
    if (In(role.excluded_offences, offence.category) ||
        In(role.case_by_case_offences, offence.category)) {
      says.push_back(Review("SPENT_MAY_COUNT", NameOf(offence.category)));
    }
  }
  if (says.empty()) says.push_back(Passes("NO_OFFENCE_EXCLUDED", kAny));
  return says;
}

Sayings Disclosure(const Asked& asked, const RiskPlanTerms& plan) {
  const Role& role = asked.work().role;
  Sayings says;
  const bool lists_for_nothing = role.dbs_level == DbsLevel::kEnhancedWithList &&
                                 role.regulated_with_children == Known::kNo &&
                                 role.regulated_with_adults == Known::kNo;
  const bool spent_for_nothing = role.dbs_level >= DbsLevel::kStandard && role.exempt == Known::kNo;
  if (lists_for_nothing || spent_for_nothing) says.push_back(Review("DBS_LEVEL_BEYOND_ROLE"));

  bool any_unspent = false;
  for (const Offence& offence : plan.offences) {
    any_unspent = any_unspent || !Spent(offence, asked.today());
  }
  if (role.dbs_level == DbsLevel::kNone) {
    says.push_back(Passes("RECORD_WILL_NOT_SHOW"));
  } else if (role.dbs_level != DbsLevel::kUnknown) {
    if (plan.offences.empty()) {
      says.push_back(Passes("RECORD_MAY_SHOW"));
    } else if (any_unspent || role.dbs_level >= DbsLevel::kStandard) {
      says.push_back(Passes("RECORD_WILL_SHOW"));
    } else {
      says.push_back(Passes("RECORD_WILL_NOT_SHOW"));
    }
  }
  if (role.disclosure_stage == DisclosureStage::kApplication ||
      role.disclosure_stage == DisclosureStage::kInterview) {
    says.push_back(Passes("ASKED_BEFORE_OFFER"));
  }
  return says;
}

Sayings RiskData(const Asked& asked, const RiskPlanTerms& plan) {
  Sayings says;
  if (plan.supervision == Supervision::kUnknown) says.push_back(Review("SUPERVISION_UNKNOWN"));
  bool any_unknown = false;
  for (const auto& [group, level] : GroupsOf(plan.rosh)) {
    any_unknown = any_unknown || level == RoshLevel::kUnknown;
  }
  if (any_unknown) says.push_back(Review("ROSH_UNKNOWN"));
  if (plan.mappa_level == MappaLevel::kUnknown) says.push_back(Review("MAPPA_UNKNOWN"));
  if (!InDate(plan, asked.today())) says.push_back(Review("RISK_PLAN_STALE"));
  return says;
}

bool InDate(const RiskPlanTerms& plan, Day today) {
  constexpr int kReviewsHoldForDays = 182;
  const int age = today.since_epoch - plan.reviewed_on.since_epoch;
  return 0 <= age && age <= kReviewsHoldForDays;
}

bool IsToBeSeenTo(const RiskPlanTerms& plan, Day today) {
  bool any = !plan.conditions.empty();
  for (const Curfew& curfew : plan.curfews) {
    any = any || NotPast(curfew.ends_on, curfew.windows, today);
  }
  for (const Tag& tag : plan.tags) any = any || NotPast(tag.ends_on, today);
  for (const Commitment& commitment : plan.commitments) {
    any = any || NotPast(commitment.ends_on, commitment.windows, today);
  }
  return any;
}

Sayings SeniorApproval(const Asked&, const RiskPlanTerms& plan) {
  Sayings says;
  for (const auto& [group, level] : GroupsOf(plan.rosh)) {
    if (level == RoshLevel::kHigh) says.push_back(Review("ROSH_HIGH", group));
    if (level == RoshLevel::kVeryHigh) says.push_back(Review("ROSH_VERY_HIGH", group));
  }
  if (plan.mappa_level == MappaLevel::kLevel2) says.push_back(Review("MAPPA_LEVEL_2"));
  if (plan.mappa_level == MappaLevel::kLevel3) says.push_back(Review("MAPPA_LEVEL_3"));
  return says;
}

}  // namespace throughgate::oracle
