#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "matcher/index/sealed_plan.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kNobodyToAvoid{"NOBODY_TO_AVOID",
                                "Nobody is known at this employer or site whom {s} is about.", ""};
constexpr Reason kSomebodyToAvoid{
    "SOMEBODY_TO_AVOID",
    "Somebody whom {s} is about has to do with this employer or site. Do not tell anybody else.",
    "Another employer or site."};
constexpr Reason kNoContactUnreadable{
    "NO_CONTACT_UNREADABLE", "Whom {s} is about cannot be compared with employers and sites here.",
    "The service's key for names."};
constexpr Reason kMayMeetSomebody{"MAY_MEET_SOMEBODY",
                                  "Somebody whom {s} is about has to do with a site of this "
                                  "employer, and the work may be there or "
                                  "with the people there. Do not tell anybody else.",
                                  "Where the work is and with whom, from the employer."};
constexpr std::array kReasons = {&kNobodyToAvoid, &kSomebodyToAvoid, &kMayMeetSomebody,
                                 &kNoContactUnreadable};

std::string EntryId(std::int32_t entry, const RiskPlanTerms& plan) {
  return plan.no_contact[static_cast<std::size_t>(entry)].id;
}

bool Names(const NoContact& entry, const std::optional<NameDigest>& digest) {
  return digest && std::ranges::binary_search(entry.names, *digest);
}

// Whether the entry names a site of this employer.
bool NamesSiteOf(const NoContact& entry, const NameDigest& employer) {
  return std::ranges::any_of(entry.names,
                             [&](const NameDigest& name) { return IsSiteOf(name, employer); });
}

void Check(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  const EmployerRow& employer = *pair.catalogue.employers[pair.vacancy.employer];
  const SitePoint* site = pair.place.site;
  for (std::size_t i = 0; i < plan.terms.no_contact.size(); ++i) {
    const NoContact& entry = plan.terms.no_contact[i];
    const auto add = [&](Verdict verdict, const Reason* reason) {
      findings.Add({&kNoContact, verdict, reason, static_cast<std::int32_t>(i), 0, 0});
    };
    if (!employer.digest) {
      add(Verdict::kReview, &kNoContactUnreadable);
    } else if (Names(entry, employer.digest) ||
               (site != nullptr && Names(entry, pair.catalogue.sites[site->site]->digest))) {
      add(Verdict::kNotAvailable, &kSomebodyToAvoid);
    } else if ((site == nullptr || pair.moves_about()) && NamesSiteOf(entry, *employer.digest)) {
      add(Verdict::kReview, &kMayMeetSomebody);
    } else {
      add(Verdict::kEligible, &kNobodyToAvoid);
    }
    if (findings.settled()) return;
  }
}

}  // namespace

constinit const SealedRule kNoContact = {
    {
        .name = "no-contact",
        .scope = RuleScope::kSite,
        .audience = Audience::kProbation,
        .condition = "The work is not where somebody is whom the person must not meet.",
        .data =
            "the plan's no-contact entries, which keep the names of employers and sites under a "
            "key, one way; the employer and the site",
        .effect =
            "a name that agrees is NOT_AVAILABLE; work at home, with no site listed or that moves "
            "about, "
            "for an employer one of whose sites is named, is REVIEW; so is all work without the "
            "key; nothing tells whom an "
            "entry is about, or that it is the cause, to anybody else",
        .source = "policy rule 12",
        .reasons = kReasons,
        .subject = EntryId,
    },
    Check};

}  // namespace throughgate::matcher
