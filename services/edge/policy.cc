#include "services/edge/policy.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <iterator>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "services/edge/errors.h"

namespace throughgate::services {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::DescriptorPool;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::MethodDescriptor;

constexpr RoleMask kEngagement = format::MaskOf(Role::kEngagement);
constexpr RoleMask kProbation = kProbationRoles;
// Who work with people: each with those of their own organisation.
constexpr RoleMask kCustodians = format::MaskOf(Role::kBroker) | format::MaskOf(Role::kCustody);
constexpr RoleMask kPractitioners = kCustodians | kProbation;
// Who check that sites are real establishments.
constexpr RoleMask kVerifiers = kEngagement | format::MaskOf(Role::kCustody);
constexpr RoleMask kAdministrator = format::MaskOf(Role::kAdministrator);
// Who answer for what others may do.
constexpr RoleMask kOverseers = kAdministrator | format::MaskOf(Role::kSeniorProbation);
constexpr RoleMask kReaders = kOverseers | format::MaskOf(Role::kAuditor);
constexpr RoleMask kEveryone =
    kPractitioners | kEngagement | kReaders | format::MaskOf(Role::kEvaluator);
// Who may ask about matches: engagement is told how many there are, and no more.
constexpr RoleMask kMatchers = kPractitioners | kEngagement;

constexpr std::string_view kOrganisations = "organisations/";

constexpr PolicyRow kTable[] = {
    {"/throughgate.v1.AccessService/GetCaller", kEveryone, Scope::kAnybody},
    {"/throughgate.v1.AccessService/CreateOrganisation", kAdministrator, Scope::kOperator},
    {"/throughgate.v1.AccessService/GetOrganisation", kEveryone, Scope::kAll},
    {"/throughgate.v1.AccessService/UpdateOrganisation", kAdministrator, Scope::kOperator},
    {"/throughgate.v1.AccessService/ListOrganisations", kEveryone, Scope::kAll},
    {"/throughgate.v1.AccessService/CreateGrant", kAdministrator, Scope::kOrganisation, "parent"},
    {"/throughgate.v1.AccessService/CoverCaseload", kPractitioners | kAdministrator,
     Scope::kOrganisation, "parent"},
    {"/throughgate.v1.AccessService/RevokeGrant", kEveryone, Scope::kOrganisation, "name"},
    {"/throughgate.v1.AccessService/GetGrant", kReaders, Scope::kOrganisation, "name"},
    {"/throughgate.v1.AccessService/ListGrants", kReaders, Scope::kOrganisation, "parent"},

    {"/throughgate.v1.EmployerService/CreateEmployer", kEngagement, Scope::kAll},
    {"/throughgate.v1.EmployerService/GetEmployer", kEveryone, Scope::kAll},
    {"/throughgate.v1.EmployerService/UpdateEmployer", kEngagement, Scope::kAll},
    {"/throughgate.v1.EmployerService/ListEmployers", kEveryone, Scope::kAll},
    {"/throughgate.v1.EmployerService/ImportEmployers", kEngagement, Scope::kAll},
    {"/throughgate.v1.EmployerService/CreateSite", kEngagement, Scope::kAll},
    {"/throughgate.v1.EmployerService/GetSite", kEveryone, Scope::kAll},
    {"/throughgate.v1.EmployerService/UpdateSite", kEngagement, Scope::kAll},
    {"/throughgate.v1.EmployerService/VerifySite", kVerifiers, Scope::kAll},
    {"/throughgate.v1.EmployerService/ListSites", kEveryone, Scope::kAll},
    {"/throughgate.v1.EmployerService/ListPostingFlags", kAdministrator, Scope::kOperator},

    {"/throughgate.v1.VacancyService/CreateVacancy", kEngagement, Scope::kAll},
    {"/throughgate.v1.VacancyService/GetVacancy", kEveryone, Scope::kAll},
    {"/throughgate.v1.VacancyService/UpdateVacancy", kEngagement, Scope::kAll},
    {"/throughgate.v1.VacancyService/ListVacancies", kEveryone, Scope::kAll},
    {"/throughgate.v1.VacancyService/CloseVacancy", kEngagement, Scope::kAll},
    {"/throughgate.v1.VacancyService/ImportVacancies", kEngagement, Scope::kAll},
    {"/throughgate.v1.VacancyService/CreateWorkTrialSlot", kEngagement, Scope::kAll},
    {"/throughgate.v1.VacancyService/ListWorkTrialSlots", kEveryone, Scope::kAll},
    {"/throughgate.v1.VacancyService/CancelWorkTrialSlot", kEngagement, Scope::kAll},

    {"/throughgate.v1.CandidateService/CreateCandidate", kCustodians, Scope::kCaseload},
    {"/throughgate.v1.CandidateService/GetCandidate", kPractitioners, Scope::kCaseload},
    {"/throughgate.v1.CandidateService/UpdateCandidate", kCustodians, Scope::kCaseload},
    {"/throughgate.v1.CandidateService/ListCandidates", kPractitioners, Scope::kCaseload},
    {"/throughgate.v1.CandidateService/ImportCandidates", kCustodians, Scope::kCaseload},
    {"/throughgate.v1.CandidateService/CreateLinkCode", kPractitioners, Scope::kCaseload},
    {"/throughgate.v1.CandidateService/LinkCandidate", kPractitioners, Scope::kCaseload},
    {"/throughgate.v1.CandidateService/SetCandidateReference", kPractitioners, Scope::kCaseload},
    {"/throughgate.v1.CandidateService/UnlinkCandidate", kPractitioners, Scope::kCaseload},

    {"/throughgate.v1.RiskPlanService/GetRiskPlan", kProbation, Scope::kCaseload},
    {"/throughgate.v1.RiskPlanService/SetRiskPlan", kProbation, Scope::kCaseload},
    {"/throughgate.v1.RiskPlanService/ReviewRiskPlan", kProbation, Scope::kCaseload},
    {"/throughgate.v1.RiskPlanService/SetWorkApproval", kProbation, Scope::kCaseload},
    {"/throughgate.v1.RiskPlanService/SetZone", kProbation, Scope::kCaseload},
    {"/throughgate.v1.RiskPlanService/GetSharedEffects", kProbation, Scope::kCaseload},
    {"/throughgate.v1.RiskPlanService/SetSharedEffects", kProbation, Scope::kCaseload},
    {"/throughgate.v1.RiskPlanService/SuggestSharedEffects", kProbation, Scope::kCaseload},
    {"/throughgate.v1.RiskPlanService/ListRiskPlansDue", kProbation, Scope::kCaseload},
    {"/throughgate.v1.RiskPlanService/ImportRiskPlans", kProbation, Scope::kCaseload},

    {"/throughgate.v1.MatchService/FindVacancies", kPractitioners, Scope::kCaseload},
    {"/throughgate.v1.MatchService/PreviewSharedEffects", kProbation, Scope::kCaseload},
    {"/throughgate.v1.MatchService/FindCandidates", kMatchers, Scope::kCaseload},
    {"/throughgate.v1.MatchService/FindVacanciesBatch", kPractitioners, Scope::kCaseload},
    {"/throughgate.v1.MatchService/ExplainMatch", kPractitioners, Scope::kCaseload},

    {"/throughgate.v1.ReferenceService/GetReferenceData", kEveryone, Scope::kAll},
    {"/throughgate.v1.ReferenceService/FindConcepts", kEveryone, Scope::kAll},
    {"/throughgate.v1.ReferenceService/ImportTaxonomy", kEngagement | kAdministrator, Scope::kAll},
    {"/throughgate.v1.ReferenceService/ImportGazetteer", kEngagement | kAdministrator, Scope::kAll},
    {"/throughgate.v1.ReferenceService/ImportPremises", kProbation, Scope::kAll},
    {"/throughgate.v1.ReferenceService/ImportAreas", kProbation, Scope::kAll},
};

using Rows = absl::flat_hash_map<const Descriptor*, const PolicyRow*>;

// The rows by the request that their method takes. A row whose method does not exist is left out.
Rows MakeRows() {
  Rows rows;
  for (const PolicyRow& row : kTable) {
    std::string name(row.method.substr(1));
    std::ranges::replace(name, '/', '.');
    const MethodDescriptor* method = DescriptorPool::generated_pool()->FindMethodByName(name);
    if (method != nullptr) rows.emplace(method->input_type(), &row);
  }
  return rows;
}

const PolicyRow* FindRow(const Descriptor& request) {
  static const Rows& rows = *new Rows(MakeRows());
  const auto row = rows.find(&request);
  return row == rows.end() ? nullptr : row->second;
}

// The text of the field `name` of a message.
std::string TextIn(const Message& message, std::string_view name) {
  const FieldDescriptor* field = message.GetDescriptor()->FindFieldByName(std::string(name));
  assert(field != nullptr && field->cpp_type() == FieldDescriptor::CPPTYPE_STRING);
  return message.GetReflection()->GetString(message, field);
}

// Whether `name` is that of another organisation, or of something in it. A name that is of none is
// for the handler to refuse.
bool IsOfAnother(const matcher::OrganisationId& organisation, const std::string& name) {
  const std::string own = organisation.ToString();
  return name.starts_with(kOrganisations) && name != own && !name.starts_with(own + "/");
}

}  // namespace

std::span<const PolicyRow> Policy() { return kTable; }

const PolicyRow& RowOf(const Descriptor& request) {
  const PolicyRow* row = FindRow(request);
  assert(row != nullptr);  // CheckPolicy has seen to it
  return *row;
}

absl::Status CheckPolicy(std::span<const std::string_view> services) {
  std::size_t methods = 0;
  for (const std::string_view name : services) {
    const auto* service = DescriptorPool::generated_pool()->FindServiceByName(std::string(name));
    assert(service != nullptr);
    for (int i = 0; i < service->method_count(); ++i) {
      if (FindRow(*service->method(i)->input_type()) == nullptr) {
        return absl::FailedPreconditionError("no row in the table of roles for " +
                                             service->method(i)->full_name());
      }
    }
    methods += static_cast<std::size_t>(service->method_count());
  }
  if (methods == std::size(kTable)) return absl::OkStatus();
  return absl::FailedPreconditionError("the table of roles has rows without a method");
}

std::string_view MethodOf(const Descriptor& request) { return RowOf(request).method; }

absl::Status CheckScope(const PolicyRow& row, const Caller& caller, const Message& request) {
  // Whoever does something else for the operating organisation is like anybody else's.
  if (caller.operates && caller.role == Role::kAdministrator) return absl::OkStatus();
  const bool refused = row.scope == Scope::kOperator ||
                       (row.scope == Scope::kOrganisation &&
                        IsOfAnother(caller.organisation, TextIn(request, row.names)));
  return refused ? GrantNotPermitted("another organisation") : absl::OkStatus();
}

}  // namespace throughgate::services
