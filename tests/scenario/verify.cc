#include "tests/scenario/verify.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "matcher/rules/reasons.h"
#include "matcher/rules/rulebook.h"
#include "tests/scenario/promises.h"
#include "tests/scenario/setting.h"

namespace throughgate::scenario {
namespace {

using matcher::Explanation;
using matcher::Verdict;
using matcher::View;

absl::string_view NameOf(Verdict verdict) {
  static constexpr absl::string_view kNames[] = {"ELIGIBLE", "REVIEW", "NOT_AVAILABLE"};
  return kNames[static_cast<std::size_t>(verdict)];
}

// A finding in words, as it is compared and shown.
struct Found {
  Verdict verdict;
  std::string rule;
  std::string code;
  std::string words;
};

std::vector<Found> FindingsOf(const Explanation& explanation, const matcher::RiskPlanTerms& plan) {
  std::vector<Found> found;
  for (const matcher::Finding& finding : explanation.findings) {
    found.push_back({finding.verdict, std::string(finding.rule->name),
                     std::string(finding.reason->code),
                     ReasonText(finding, SubjectOf(finding, &plan))});
  }
  return found;
}

bool IsAsExpected(const Found& found, const ExpectedFinding& expected) {
  return found.rule == expected.rule && found.code == expected.code &&
         absl::StrContains(found.words, expected.words);
}

std::string Show(const Found& found) {
  return absl::StrFormat("    %-13s %s %s \"%s\"\n", NameOf(found.verdict), found.rule, found.code,
                         found.words);
}

std::string Show(const ExpectedFinding& expected) {
  return absl::StrCat(expected.rule, " ", expected.code,
                      expected.words.empty() ? "" : absl::StrCat(" \"", expected.words, "\""));
}

// Takes the finding that is expected out of `unclaimed`.
void Claim(const ExpectedFinding& expected, absl::string_view key, std::vector<Found>& unclaimed,
           std::string& wrong) {
  const auto found = std::find_if(unclaimed.begin(), unclaimed.end(), [&](const Found& found) {
    return IsAsExpected(found, expected);
  });
  if (found == unclaimed.end()) {
    absl::StrAppend(&wrong, "  not found: ", key, ": ", Show(expected), "\n");
  } else {
    unclaimed.erase(found);
  }
}

// The reasons given must be all that there are at the verdict; reasons for ELIGIBLE may be left
// out.
void CompareFindings(const Expectations& expected, const std::vector<Found>& all, Verdict verdict,
                     std::string& wrong) {
  std::vector<Found> deciding;
  std::vector<Found> others;
  for (const Found& found : all) (found.verdict == verdict ? deciding : others).push_back(found);
  for (const ExpectedFinding& because : expected.because) {
    Claim(because, "because", deciding, wrong);
  }
  for (const ExpectedFinding& also : expected.also) Claim(also, "also", others, wrong);
  if (verdict == Verdict::kEligible) return;
  for (const Found& found : deciding) absl::StrAppend(&wrong, "  not expected:\n", Show(found));
}

void Compare(absl::string_view what, absl::string_view expected, absl::string_view found,
             std::string& wrong) {
  if (expected == found) return;
  absl::StrAppend(&wrong, "  ", what, ": expected ", expected, ", found ", found, "\n");
}

std::string SiteOf(const Setting& setting, const matcher::Match& match) {
  return match.site == matcher::kNoOrdinal ? "none"
                                           : setting.catalogue->sites[match.site]->name.site;
}

std::string Shared(bool may_be_proposed) {
  return may_be_proposed ? "MAY_BE_PROPOSED" : "NOT_AVAILABLE";
}
std::string Clearance(bool needed) { return needed ? "NEEDED" : "NOT_NEEDED"; }

}  // namespace

std::string Verify(const Scenario& scenario) {
  const Setting setting = SettingOf(scenario);
  const Expectations& expected = scenario.expected;
  const auto explain = [&](View view) {
    return Explain(*setting.catalogue, setting.candidate, setting.vacancy, view, scenario.today);
  };
  const Explanation full = explain(View::kFull);
  const Explanation shared = explain(View::kShared);
  const std::vector<Found> found = FindingsOf(full, scenario.plan);

  std::string wrong;
  const bool readable = scenario.plan_state != PlanState::kUnreadable;
  Compare("the risk plan", readable ? "can be read" : "cannot be read",
          setting.plan.ok() ? "can be read" : "cannot be read", wrong);
  Compare("the FULL view", NameOf(*expected.full), NameOf(full.match.verdict), wrong);
  CompareFindings(expected, found, full.match.verdict, wrong);
  Compare("the SHARED view", Shared(*expected.may_be_proposed),
          Shared(shared.match.verdict != Verdict::kNotAvailable), wrong);
  if (expected.clearance_needed) {
    Compare("clearance", Clearance(*expected.clearance_needed),
            Clearance(full.match.clearance_required), wrong);
  }
  if (expected.site) {
    Compare("the site that counts", std::string(1, *expected.site), SiteOf(setting, full.match),
            wrong);
  }
  for (const std::string& promise : BrokenPromises(scenario, setting)) {
    absl::StrAppend(&wrong, "  promise broken: ", promise, "\n");
  }
  if (wrong.empty()) return "";
  absl::StrAppend(&wrong, "  all that the FULL view found:\n");
  for (const Found& each : found) absl::StrAppend(&wrong, Show(each));
  if (!setting.plan.ok()) absl::StrAppend(&wrong, "  the plan: ", setting.plan.message(), "\n");
  return wrong;
}

}  // namespace throughgate::scenario
