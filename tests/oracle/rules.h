// Every rule a second time, written from what the rules say of themselves (RULES.md), from
// RANKING.md and from the comments of the model, and not from how the matcher does it. Plain, slow
// and short.
#ifndef THROUGHGATE_TESTS_ORACLE_RULES_H_
#define THROUGHGATE_TESTS_ORACLE_RULES_H_

#include <optional>
#include <string>
#include <vector>

#include "matcher/model/verdict.h"
#include "tests/oracle/doubt.h"
#include "tests/oracle/places_of_work.h"
#include "tests/oracle/plain_world.h"
#include "tests/oracle/survey.h"

namespace throughgate::oracle {

// What a rule says.
struct Said {
  matcher::Verdict verdict = matcher::Verdict::kEligible;
  std::string code;
  std::string subject = {};
};
using Sayings = std::vector<Said>;

inline Said Passes(std::string code, std::string subject = {}) {
  return {matcher::Verdict::kEligible, std::move(code), std::move(subject)};
}
inline Said Review(std::string code, std::string subject = {}) {
  return {matcher::Verdict::kReview, std::move(code), std::move(subject)};
}
inline Said Refuses(std::string code, std::string subject = {}) {
  return {matcher::Verdict::kNotAvailable, std::move(code), std::move(subject)};
}

// Where the work of a vacancy is done.
enum class Whereabouts { kAtHome, kNoSiteListed, kAtSite };

// What a rule is asked about.
struct Asked {
  const PlainWorld& world;
  const matcher::Candidate& candidate;
  const matcher::Vacancy& vacancy;
  const std::optional<matcher::Place>& home;
  Survey& survey;
  Doubt& doubt;
  Whereabouts whereabouts = Whereabouts::kAtSite;
  matcher::SiteName site = {};               // kAtSite only
  std::optional<matcher::Place> place = {};  // of the site; not known

  const matcher::VacancyTerms& work() const { return vacancy.terms; }
  matcher::Day today() const { return world.today; }
  bool moves_about() const {
    return whereabouts != Whereabouts::kAtHome &&
           work().site_mode != matcher::SiteMode::kChooseOne &&
           work().site_mode != matcher::SiteMode::kAll;
  }
  bool GoesByCar() const {
    return candidate.terms.travel_mode == matcher::TravelMode::kCar && !IsWorkAtHome(work());
  }
  bool Involves(matcher::WorkAttribute attribute) const {
    return (work().attributes_present >> static_cast<int>(attribute) & 1) != 0;
  }
  // As the employer says, and nothing speaks against it.
  bool IsFreeOf(matcher::WorkAttribute attribute) const {
    const bool said = (work().attributes_absent >> static_cast<int>(attribute) & 1) != 0;
    return said && !IsDoubted(world, vacancy, attribute);
  }
  bool CanAvoid(matcher::WorkAttribute attribute) const {
    return (work().attributes_avoidable >> static_cast<int>(attribute) & 1) != 0;
  }
};

// Whether something whose last day is `last` still holds.
inline bool NotPast(const std::optional<matcher::Day>& last, matcher::Day today) {
  return !last || last->since_epoch >= today.since_epoch;
}

// The same of what has hours: those that begin on the last day may run on into the next.
bool NotPast(const std::optional<matcher::Day>& last, const matcher::WeekPattern& hours,
             matcher::Day today);

// Whether something is known to last no longer than a fortnight, the first and the last day
// counted.
bool IsShort(const std::optional<matcher::Day>& first, const std::optional<matcher::Day>& last);

// Whether no shift meets `hours`, with the journeys to and from the place of work as long as they
// may be; no when that is not known.
bool ApartEvenWithJourneys(const Asked& asked, const matcher::WeekPattern& hours);

// One rule. Just one of the three ways of asking is there: a sealed rule reads the plan, and one of
// what is disclosed reads that in place of it.
struct PlainRule {
  std::string name;
  bool at_each_site = false;
  Sayings (*open)(const Asked&) = nullptr;
  Sayings (*sealed)(const Asked&, const matcher::RiskPlanTerms&) = nullptr;
  Sayings (*disclosed)(const Asked&, const matcher::SharedEffects&) = nullptr;
};
const std::vector<PlainRule>& PlainRules();

// Whether the last review of the plan holds on a day.
bool InDate(const matcher::RiskPlanTerms& plan, matcher::Day today);

// Whether somebody is to see to what the plan holds: licence conditions, or a curfew, a tag or a
// commitment that has not ended.
bool IsToBeSeenTo(const matcher::RiskPlanTerms& plan, matcher::Day today);

Sayings Dates(const Asked& asked);
Sayings Qualifications(const Asked& asked);
Sayings Reach(const Asked& asked);
Sayings ReadyToWork(const Asked& asked);
Sayings YoungWorker(const Asked& asked);
Sayings Disclosed(const Asked& asked, const matcher::SharedEffects& effects);
Sayings BarredList(const Asked& asked, const matcher::RiskPlanTerms& plan);
Sayings CashLimit(const Asked& asked, const matcher::RiskPlanTerms& plan);
Sayings Commitments(const Asked& asked, const matcher::RiskPlanTerms& plan);
Sayings Contact(const Asked& asked, const matcher::RiskPlanTerms& plan);
Sayings Corridor(const Asked& asked, const matcher::RiskPlanTerms& plan);
Sayings CourtOrders(const Asked& asked, const matcher::RiskPlanTerms& plan);
Sayings Curfews(const Asked& asked, const matcher::RiskPlanTerms& plan);
Sayings Disclosure(const Asked& asked, const matcher::RiskPlanTerms& plan);
Sayings ExclusionZones(const Asked& asked, const matcher::RiskPlanTerms& plan);
Sayings HomeCounty(const Asked& asked, const matcher::RiskPlanTerms& plan);
Sayings LicenceConditions(const Asked& asked, const matcher::RiskPlanTerms& plan);
Sayings NoContactWith(const Asked& asked, const matcher::RiskPlanTerms& plan);
Sayings OffenceExclusion(const Asked& asked, const matcher::RiskPlanTerms& plan);
Sayings NearPremises(const Asked& asked, const matcher::RiskPlanTerms& plan);
Sayings Release(const Asked& asked, const matcher::RiskPlanTerms& plan);
Sayings RestrictionZones(const Asked& asked, const matcher::RiskPlanTerms& plan);
Sayings RiskData(const Asked& asked, const matcher::RiskPlanTerms& plan);
Sayings SeniorApproval(const Asked& asked, const matcher::RiskPlanTerms& plan);
Sayings Tags(const Asked& asked, const matcher::RiskPlanTerms& plan);
Sayings TemporaryReleaseSlots(const Asked& asked, const matcher::RiskPlanTerms& plan);
Sayings Vehicles(const Asked& asked, const matcher::RiskPlanTerms& plan);
Sayings WorkApprovals(const Asked& asked, const matcher::RiskPlanTerms& plan);
Sayings WorkAttributes(const Asked& asked, const matcher::RiskPlanTerms& plan);

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_RULES_H_
