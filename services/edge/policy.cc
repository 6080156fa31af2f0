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
    {"/throughgate.v1.AccessService/GetCaller", kEveryone, Reach::kAnybody},
    {"/throughgate.v1.AccessService/CreateOrganisation", kAdministrator, Reach::kOperator},
    {"/throughgate.v1.AccessService/GetOrganisation", kEveryone, Reach::kAll},
    {"/throughgate.v1.AccessService/UpdateOrganisation", kAdministrator, Reach::kOperator},
    {"/throughgate.v1.AccessService/ListOrganisations", kEveryone, Reach::kAll},
    {"/throughgate.v1.AccessService/CreateGrant", kAdministrator, Reach::kOrganisation, "parent"},
    {"/throughgate.v1.AccessService/CoverCaseload", kPractitioners | kAdministrator,
     Reach::kOrganisation, "parent"},
    {"/throughgate.v1.AccessService/RevokeGrant", kEveryone, Reach::kOrganisation, "name"},
    {"/throughgate.v1.AccessService/GetGrant", kReaders, Reach::kOrganisation, "name"},
    {"/throughgate.v1.AccessService/ListGrants", kReaders, Reach::kOrganisation, "parent"},

    {"/throughgate.v1.EmployerService/CreateEmployer", kEngagement, Reach::kAll},
    {"/throughgate.v1.EmployerService/GetEmployer", kEveryone, Reach::kAll},
    {"/throughgate.v1.EmployerService/UpdateEmployer", kEngagement, Reach::kAll},
    {"/throughgate.v1.EmployerService/ListEmployers", kEveryone, Reach::kAll},
    {"/throughgate.v1.EmployerService/ImportEmployers", kEngagement, Reach::kAll},
    {"/throughgate.v1.EmployerService/CreateSite", kEngagement, Reach::kAll},
    {"/throughgate.v1.EmployerService/GetSite", kEveryone, Reach::kAll},
    {"/throughgate.v1.EmployerService/UpdateSite", kEngagement, Reach::kAll},
    {"/throughgate.v1.EmployerService/VerifySite", kVerifiers, Reach::kAll},
    {"/throughgate.v1.EmployerService/ListSites", kEveryone, Reach::kAll},
    {"/throughgate.v1.EmployerService/ListPostingFlags", kAdministrator, Reach::kOperator},

    {"/throughgate.v1.VacancyService/CreateVacancy", kEngagement, Reach::kAll},
    {"/throughgate.v1.VacancyService/GetVacancy", kEveryone, Reach::kAll},
    {"/throughgate.v1.VacancyService/UpdateVacancy", kEngagement, Reach::kAll},
    {"/throughgate.v1.VacancyService/ListVacancies", kEveryone, Reach::kAll},
    {"/throughgate.v1.VacancyService/CloseVacancy", kEngagement, Reach::kAll},
    {"/throughgate.v1.VacancyService/ImportVacancies", kEngagement, Reach::kAll},
    {"/throughgate.v1.VacancyService/CreateWorkTrialSlot", kEngagement, Reach::kAll},
    {"/throughgate.v1.VacancyService/ListWorkTrialSlots", kEveryone, Reach::kAll},
    {"/throughgate.v1.VacancyService/CancelWorkTrialSlot", kEngagement, Reach::kAll},

    {"/throughgate.v1.CandidateService/CreateCandidate", kCustodians, Reach::kCaseload},
    {"/throughgate.v1.CandidateService/GetCandidate", kPractitioners, Reach::kCaseload},
    {"/throughgate.v1.CandidateService/UpdateCandidate", kCustodians, Reach::kCaseload},
    {"/throughgate.v1.CandidateService/ListCandidates", kPractitioners, Reach::kCaseload},
    {"/throughgate.v1.CandidateService/ImportCandidates", kCustodians, Reach::kCaseload},

    {"/throughgate.v1.RiskPlanService/GetRiskPlan", kProbation, Reach::kCaseload},
    {"/throughgate.v1.RiskPlanService/SetRiskPlan", kProbation, Reach::kCaseload},
    {"/throughgate.v1.RiskPlanService/ReviewRiskPlan", kProbation, Reach::kCaseload},
    {"/throughgate.v1.RiskPlanService/SetWorkApproval", kProbation, Reach::kCaseload},
    {"/throughgate.v1.RiskPlanService/SetZone", kProbation, Reach::kCaseload},
    {"/throughgate.v1.RiskPlanService/GetSharedEffects", kProbation, Reach::kCaseload},
    {"/throughgate.v1.RiskPlanService/SetSharedEffects", kProbation, Reach::kCaseload},
    {"/throughgate.v1.RiskPlanService/SuggestSharedEffects", kProbation, Reach::kCaseload},
    {"/throughgate.v1.RiskPlanService/ListRiskPlansDue", kProbation, Reach::kCaseload},
    {"/throughgate.v1.RiskPlanService/ImportRiskPlans", kProbation, Reach::kCaseload},

    {"/throughgate.v1.MatchService/FindVacancies", kPractitioners, Reach::kCaseload},
    {"/throughgate.v1.MatchService/PreviewSharedEffects", kProbation, Reach::kCaseload},
    {"/throughgate.v1.MatchService/FindCandidates", kMatchers, Reach::kCaseload},
    {"/throughgate.v1.MatchService/FindVacanciesBatch", kPractitioners, Reach::kCaseload},
    {"/throughgate.v1.MatchService/ExplainMatch", kPractitioners, Reach::kCaseload},

    {"/throughgate.v1.ReferenceService/GetReferenceData", kEveryone, Reach::kAll},
    {"/throughgate.v1.ReferenceService/FindConcepts", kEveryone, Reach::kAll},
    {"/throughgate.v1.ReferenceService/ImportTaxonomy", kEngagement | kAdministrator, Reach::kAll},
    {"/throughgate.v1.ReferenceService/ImportGazetteer", kEngagement | kAdministrator, Reach::kAll},
    {"/throughgate.v1.ReferenceService/ImportPremises", kProbation, Reach::kAll},
    {"/throughgate.v1.ReferenceService/ImportAreas", kProbation, Reach::kAll},
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

absl::Status CheckReach(const PolicyRow& row, const Caller& caller, const Message& request) {
  // Whoever does something else for the operating organisation is like anybody else's.
  if (caller.operates && caller.role == Role::kAdministrator) return absl::OkStatus();
  const bool refused = row.reach == Reach::kOperator ||
                       (row.reach == Reach::kOrganisation &&
                        IsOfAnother(caller.organisation, TextIn(request, row.names)));
  return refused ? GrantNotPermitted("another organisation") : absl::OkStatus();
}

}  // namespace throughgate::services
