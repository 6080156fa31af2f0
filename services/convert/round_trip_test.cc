// What was stored reads back: for any record that convert lets in, reading what is written gives
// the same record.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "services/convert/candidate.h"
#include "services/convert/disclosure.h"
#include "services/convert/employer.h"
#include "services/convert/risk_plan.h"
#include "services/convert/slot.h"
#include "services/convert/vacancy.h"
#include "tests/support/model_generators.h"

namespace throughgate::services {
namespace {

using matcher::WeekPattern;

// The generators make more than convert lets in; these make of it what it does.

template <typename Enum>
void State(Enum& value) {
  if (value == Enum{}) value = static_cast<Enum>(1);
}

void Tame(WeekPattern& pattern) {
  std::set<matcher::WeekSpan> spans;
  for (const auto& [begin, length] : pattern.spans) {
    spans.insert({begin, (length - 1) % matcher::kMinutesPerDay + 1});
  }
  pattern.spans.assign(spans.begin(), spans.end());
}

void Tame(std::string& text) {
  std::erase(text, '\n');
  text = "x" + text.substr(0, 60);
  // Not in the middle of a character.
  while (static_cast<unsigned char>(text.back()) >= 0x80) text.pop_back();
}

// Numbered ids can be a little too long.
void TameId(std::string& id) {
  if (id.size() > 63) id = "x" + id.substr(id.size() - 62);
}

// One of no policy; or policy 4.0's, filled in and expressed as far as the plan has the items: a
// curfew, or no alcohol with a tag.
void Tame(matcher::LicenceCondition& condition, const matcher::RiskPlanTerms& plan) {
  TameId(condition.id);
  const bool of_policy = condition.form == matcher::ConditionForm::kOfPolicy;
  condition.policy_version = of_policy ? "4.0" : "";
  condition.code = of_policy ? "52faefcf-15f0-42c5-b908-621b4a7ecdb9" : "";
  condition.parameters.clear();
  condition.expressed_by.clear();
  if (!of_policy) return;
  condition.parameters = {{"numberOfCurfews", {"One curfew"}}, {"oneCurfewStart", {"19:00"}}};
  for (const matcher::Curfew& curfew : plan.curfews) {
    condition.expressed_by.push_back({matcher::PlanItemKind::kCurfew, curfew.id});
  }
  if (plan.tags.empty()) return;
  condition.code = "d36a3b77-30ba-40ce-8953-83e761d3b487";
  condition.parameters = {{"endDate", {"2027-01-31"}}};
  const auto kind = static_cast<std::uint8_t>(plan.tags.front().kind);
  condition.expressed_by = {{matcher::PlanItemKind::kTag, "", kind}};
}

std::unique_ptr<matcher::Catalogue> CatalogueOf(const std::vector<std::string>& skills,
                                                const std::vector<std::string>& occupations) {
  std::vector<matcher::Concept> concepts;
  for (const std::string& code : skills) {
    concepts.push_back({.code = code,
                        .kind = matcher::ConceptKind::kSkill,
                        .label = code,
                        .other_labels = {},
                        .broader = {},
                        .essential_skills = {},
                        .optional_skills = {}});
  }
  for (const std::string& code : occupations) {
    concepts.push_back({.code = code,
                        .kind = matcher::ConceptKind::kOccupation,
                        .label = code,
                        .other_labels = {},
                        .broader = {},
                        .essential_skills = {},
                        .optional_skills = {}});
  }
  std::vector<matcher::District> districts;
  for (const char* code : {"M13", "LS1", "EC1A", "B1"}) {
    districts.push_back({.code = code,
                         .centre = {534'000'000, -22'000'000},
                         .uncertainty = {},
                         .town = {},
                         .region = {},
                         .wider_region = {}});
  }
  auto catalogue = std::make_unique<matcher::Catalogue>();
  catalogue->taxonomy = matcher::Taxonomy::Build("test", "", concepts);
  catalogue->gazetteer = matcher::Gazetteer::Build("test", districts);
  return catalogue;
}

template <typename Entry>
std::vector<std::string> CodesOf(const std::vector<Entry>& entries) {
  std::vector<std::string> codes;
  for (const Entry& entry : entries) codes.push_back(entry.code);
  return codes;
}

void ExpectNoFault(const Violations& violations) {
  if (!violations.empty()) {
    RC_FAIL(violations.found().empty()
                ? "reference data is missing"
                : violations.found()[0].field + ": " + violations.found()[0].description);
  }
}

RC_GTEST_PROP(RoundTrip, OfEmployers,
              (matcher::EmployerTerms terms, matcher::EmployerDetail detail)) {
  for (matcher::Pledge& pledge : terms.pledges) State(pledge.state);
  Tame(detail.display_name);
  detail.sector %= 20;
  const Stored<matcher::Employer> stored{{{"acme"}, terms, detail}, {1, 1}};
  matcher::Employer read{.name = {"acme"}, .terms = {}, .detail = {}};
  read.detail.corrected = detail.corrected;
  Violations violations;
  ReadEmployer(WriteEmployer(stored), FieldSet(kEmployerFields), Field(violations), read);
  ExpectNoFault(violations);
  RC_ASSERT(read == stored.record);
}

RC_GTEST_PROP(RoundTrip, OfSites, (matcher::SiteTerms terms, matcher::SiteDetail detail)) {
  Tame(detail.display_name);
  terms.verification = matcher::SiteVerification::kUnverified;
  terms.check.reset();
  if (terms.place && terms.place->uncertainty.value == 0) terms.place->uncertainty = {1};
  const Stored<matcher::Site> stored{{{"acme", "main"}, terms, detail}, {1, 1}};
  matcher::Site read{.name = {"acme", "main"}, .terms = {}, .detail = {}};
  read.terms.registered_by = terms.registered_by;
  read.detail.corrected = detail.corrected;
  Violations violations;
  ReadSite(WriteSite(stored), FieldSet(kSiteFields), Field(violations), read);
  ExpectNoFault(violations);
  RC_ASSERT(read == stored.record);
}

RC_GTEST_PROP(RoundTrip, OfVacancies,
              (matcher::VacancyTerms terms, matcher::VacancyDetail detail)) {
  State(terms.kind);
  State(terms.site_mode);
  terms.state = matcher::VacancyState::kOpen;
  for (std::string& site : terms.sites) TameId(site);
  if (terms.sites.empty()) terms.site_mode = matcher::SiteMode::kMobile;
  if (terms.work_base == matcher::WorkBase::kHome) {
    terms.sites.clear();
    terms.site_mode = matcher::SiteMode::kUnknown;
  }
  Tame(terms.shifts);
  if (terms.opens_on && terms.closes_on) {
    terms.closes_on = std::max(*terms.opens_on, *terms.closes_on);
  }
  Tame(detail.title);
  for (matcher::RequiredSkill& skill : detail.skills) State(skill.level);
  const Stored<matcher::Vacancy> stored{{{"acme", "cook"}, terms, detail}, {1, 1}};

  // What is output only is there already: the feed, and what was inferred.
  matcher::Vacancy read{.name = {"acme", "cook"}, .terms = {}, .detail = {}};
  read.terms.occupations = terms.occupations;
  read.detail.skills = detail.skills;
  read.detail.feed = detail.feed;
  read.detail.external_id = detail.external_id;
  read.detail.corrected = detail.corrected;
  const auto catalogue = CatalogueOf(CodesOf(detail.skills), CodesOf(terms.occupations));
  Violations violations;
  ReadVacancy(WriteVacancy(stored), FieldSet(kVacancyFields), ReferenceData(*catalogue),
              Field(violations), read);
  CheckVacancy(read.terms, Field(violations));
  ExpectNoFault(violations);
  RC_ASSERT(read == stored.record);
}

RC_GTEST_PROP(RoundTrip, OfSlots, (matcher::SlotTerms terms)) {
  if (terms.windows.empty()) terms.windows.push_back({{20'000}, 540, 480});
  terms.state = matcher::SlotState::kOpen;
  const matcher::SlotName name{{"acme", "cook"}, "july"};
  const Stored<matcher::WorkTrialSlot> stored{{name, terms}, {1, 0}};
  matcher::WorkTrialSlot read{.name = name, .terms = {}};
  Violations violations;
  ReadSlot(WriteSlot(stored), Field(violations), read);
  ExpectNoFault(violations);
  RC_ASSERT(read == stored.record);
}

RC_GTEST_PROP(RoundTrip, OfCandidates,
              (matcher::CandidateTerms terms, matcher::CandidateDetail detail)) {
  State(terms.travel_mode);
  Tame(detail.availability);
  for (matcher::CandidateSkill& skill : detail.skills) {
    State(skill.level);
    State(skill.evidence);
  }
  for (matcher::CandidateOccupation& occupation : detail.occupations) State(occupation.relation);
  const Stored<matcher::Candidate> stored{{{"x"}, terms, detail}, {1, 1}};
  matcher::Candidate read{.name = {"x"}, .terms = {}, .detail = {}};
  read.terms.custodian = terms.custodian;
  read.detail.registered_on = detail.registered_on;
  read.detail.corrected = detail.corrected;
  const auto catalogue = CatalogueOf(CodesOf(detail.skills), CodesOf(detail.occupations));
  Violations violations;
  ReadCandidate(WriteCandidate(stored), FieldSet(kCandidateFields), ReferenceData(*catalogue),
                Field(violations), read);
  ExpectNoFault(violations);
  RC_ASSERT(read == stored.record);
}

void TamePlaces(matcher::RiskPlanTerms& terms) {
  for (matcher::Zone& zone : terms.zones) {
    TameId(zone.id);
    State(zone.kind);
    if (zone.kind == matcher::ZoneKind::kRestriction) zone.buffer = {};
  }
  for (matcher::PlacePermission& permission : terms.permissions) {
    TameId(permission.id);
    TameId(permission.zone);
    TameId(permission.premises_limit);
  }
}

void TameLimits(matcher::RiskPlanTerms& terms) {
  for (matcher::Curfew& curfew : terms.curfews) {
    TameId(curfew.id);
    Tame(curfew.windows);
    if (curfew.windows.spans.empty()) curfew.windows.spans.push_back({1140, 720});
  }
  for (matcher::WorkLimit& limit : terms.work_limits) State(limit.effect);
  for (matcher::ContactLimit& limit : terms.contact_limits) State(limit.effect);
  for (matcher::VehicleLimit& limit : terms.vehicle_limits) {
    TameId(limit.id);
    Tame(limit.windows);
    TameId(limit.within_zone);
    State(limit.effect);
  }
  for (matcher::PremisesLimit& limit : terms.premises_limits) {
    TameId(limit.id);
    Tame(limit.windows);
    State(limit.effect);
  }
}

void TameCommitments(matcher::RiskPlanTerms& terms) {
  for (matcher::Commitment& commitment : terms.commitments) {
    TameId(commitment.id);
    State(commitment.kind);
    Tame(commitment.windows);
    if (commitment.windows.spans.empty()) commitment.windows.spans.push_back({600, 60});
  }
  for (matcher::Zone& zone : terms.zones) Tame(zone.windows);
  for (matcher::WorkApproval& approval : terms.work_approvals) {
    TameId(approval.id);
    Tame(approval.conditions);
  }
  for (matcher::NoContact& entry : terms.no_contact) {
    TameId(entry.id);
    State(entry.kind);
  }
}

void TameOrders(matcher::RiskPlanTerms& terms) {
  for (matcher::Offence& offence : terms.offences) State(offence.category);
  for (matcher::CourtOrder& order : terms.orders) {
    TameId(order.id);
    State(order.kind);
  }
}

RC_GTEST_PROP(RoundTrip, OfRiskPlans, (matcher::RiskPlanTerms terms)) {
  TamePlaces(terms);
  TameLimits(terms);
  TameCommitments(terms);
  TameOrders(terms);
  for (matcher::LicenceCondition& condition : terms.conditions) Tame(condition, terms);
  const Stored<matcher::RiskPlan> stored{{{"x"}, terms}, {1, 0}};
  Violations violations;
  const v1::RiskPlan wire = WriteRiskPlan(stored);
  const Field field(violations);
  matcher::RiskPlanTerms read = ReadRiskPlan(wire, terms.reviewed_on, field);
  read.supervised_by = terms.supervised_by;
  read.corrected_on = terms.corrected_on;
  // Names are kept under a key of the store, and approvals come one by one.
  const auto no_name = [](const std::string&) -> matcher::NameDigest {
    RC_FAIL("reads a name");
    return {};
  };
  read.no_contact = ReadNoContact(wire.no_contact(), no_name, field["no_contact"]);
  for (std::size_t i = 0; const v1::WorkApproval& approval : wire.work_approvals()) {
    read.work_approvals.push_back(
        ReadWorkApproval(approval, terms.work_approvals[i++].approved_on, field["work_approvals"]));
  }
  ReadConditions(wire, field, read);
  ExpectNoFault(violations);
  RC_ASSERT(read == terms);
}

}  // namespace
}  // namespace throughgate::services
