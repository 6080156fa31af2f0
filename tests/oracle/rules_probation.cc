// What probation approves, keeps apart and discloses.
#include <algorithm>

#include "tests/oracle/rules.h"
#include "tests/oracle/types_of_work.h"
#include "tests/oracle/week.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

// Whether an approval is about the vacancy, or about each type of its work.
bool IsAbout(const Asked& asked, const WorkApproval& approval) {
  if (approval.vacancy) return *approval.vacancy == asked.vacancy.name;
  bool each = !asked.work().occupations.empty();
  for (const VacancyOccupation& type : asked.work().occupations) {
    each =
        each && WithinGroups(asked.world.concepts, type.code, approval.occupations) == Within::kYes;
  }
  return each;
}

bool Names(const NoContact& entry, const NameDigest& name) {
  return std::find(entry.names.begin(), entry.names.end(), name) != entry.names.end();
}

// Whether the entry names a site of the employer. The first half of a name is the employer's own.
bool NamesSiteOf(const NoContact& entry, const NameDigest& employer) {
  return std::any_of(entry.names.begin(), entry.names.end(), [&](const NameDigest& name) {
    return name != employer && std::equal(name.begin(), name.begin() + 8, employer.begin());
  });
}

Said OnNoContact(const Asked& asked, const NoContact& entry) {
  if (!asked.world.digest) return Review("NO_CONTACT_UNREADABLE", entry.id);
  const EmployerName employer{asked.vacancy.name.employer};
  const bool named = Names(entry, asked.world.digest(employer.ToString())) ||
                     (asked.whereabouts == Whereabouts::kAtSite &&
                      Names(entry, asked.world.digest(asked.site.ToString())));
  if (named) return Refuses("SOMEBODY_TO_AVOID", entry.id);
  const bool anywhere = asked.whereabouts != Whereabouts::kAtSite || asked.moves_about();
  if (anywhere && NamesSiteOf(entry, asked.world.digest(employer.ToString()))) {
    return Review("MAY_MEET_SOMEBODY", entry.id);
  }
  return Passes("NOBODY_TO_AVOID", entry.id);
}

bool InvolvesAny(const Asked& asked, AttributeMask attributes) {
  for (int i = 0; i <= kWorkAttributeLast; ++i) {
    const auto attribute = static_cast<WorkAttribute>(i);
    const bool disclosed = (attributes >> i & 1) != 0;
    if (disclosed && asked.Involves(attribute) && !asked.CanAvoid(attribute)) return true;
  }
  return false;
}

bool IsOfAny(const Asked& asked, const std::vector<std::string>& groups) {
  for (const VacancyOccupation& type : asked.work().occupations) {
    if (WithinGroups(asked.world.concepts, type.code, groups) == Within::kYes) return true;
  }
  return false;
}

bool LeavesHours(const WeekPattern& shifts, const WeekPattern& hours) {
  return hours.stated() && (MinutesOf(shifts) & ~MinutesOf(hours)).any();
}

bool SurelyIn(const Asked& asked, const SharedArea& area) {
  constexpr double kCentimetres = 0.03;
  if (asked.whereabouts != Whereabouts::kAtSite || !asked.place) return false;
  const double distance = asked.survey.Distance(asked.place->at, area.centre);
  const double u = static_cast<double>(asked.place->uncertainty.value);
  return asked.doubt.AtMost(distance + u, static_cast<double>(area.radius.value), kCentimetres);
}

}  // namespace

Sayings WorkApprovals(const Asked& asked, const RiskPlanTerms& plan) {
  if (plan.supervision == Supervision::kNotSupervised) return {};
  for (const WorkApproval& approval : plan.work_approvals) {
    const bool in_force =
        approval.approved_on <= asked.today() && NotPast(approval.valid_to, asked.today());
    if (in_force && IsAbout(asked, approval)) return {Passes("WORK_APPROVED", approval.id)};
  }
  return {Passes("WORK_NOT_APPROVED")};
}

Sayings NoContactWith(const Asked& asked, const RiskPlanTerms& plan) {
  Sayings says;
  for (const NoContact& entry : plan.no_contact) says.push_back(OnNoContact(asked, entry));
  return says;
}

Sayings Disclosed(const Asked& asked, const SharedEffects& effects) {
  if (effects == SharedEffects{}) return {};  // nothing is disclosed
  bool against = InvolvesAny(asked, effects.attributes) || IsOfAny(asked, effects.occupations) ||
                 (asked.whereabouts != Whereabouts::kAtHome &&
                  LeavesHours(asked.work().shifts, effects.hours));
  for (const SharedArea& area : effects.areas) against = SurelyIn(asked, area) || against;
  return {against ? Refuses("NOT_TO_BE_PROPOSED") : Passes("NOTHING_DISCLOSED_AGAINST")};
}

}  // namespace throughgate::oracle
