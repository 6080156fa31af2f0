#include "services/edge/policy.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <iterator>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "services/edge/errors.h"
#include "services/edge/status_macros.h"

namespace throughgate::services {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::DescriptorPool;
using google::protobuf::MethodDescriptor;

using Roles = std::uint8_t;
constexpr Roles Only(Role role) { return static_cast<Roles>(1 << static_cast<int>(role)); }

constexpr Roles kEngagement = Only(Role::kEngagement);
constexpr Roles kProbation = Only(Role::kProbation);
// Who work with people: a broker or a custody team with its own, probation with all.
constexpr Roles kCustodians = Only(Role::kBroker) | Only(Role::kCustody);
constexpr Roles kPractitioners = kCustodians | kProbation;
constexpr Roles kEveryone = kPractitioners | kEngagement;

struct Row {
  std::string_view method;
  Roles roles;
};

constexpr Row kTable[] = {
    {"/throughgate.v1.EmployerService/CreateEmployer", kEngagement},
    {"/throughgate.v1.EmployerService/GetEmployer", kEveryone},
    {"/throughgate.v1.EmployerService/UpdateEmployer", kEngagement},
    {"/throughgate.v1.EmployerService/ListEmployers", kEveryone},
    {"/throughgate.v1.EmployerService/ImportEmployers", kEngagement},
    {"/throughgate.v1.EmployerService/CreateSite", kEngagement},
    {"/throughgate.v1.EmployerService/GetSite", kEveryone},
    {"/throughgate.v1.EmployerService/UpdateSite", kEngagement},
    {"/throughgate.v1.EmployerService/VerifySite", kEngagement | Only(Role::kCustody)},
    {"/throughgate.v1.EmployerService/ListSites", kEveryone},
    // An administrator's, once there are grants.
    {"/throughgate.v1.EmployerService/ListPostingFlags", kProbation},

    {"/throughgate.v1.VacancyService/CreateVacancy", kEngagement},
    {"/throughgate.v1.VacancyService/GetVacancy", kEveryone},
    {"/throughgate.v1.VacancyService/UpdateVacancy", kEngagement},
    {"/throughgate.v1.VacancyService/ListVacancies", kEveryone},
    {"/throughgate.v1.VacancyService/CloseVacancy", kEngagement},
    {"/throughgate.v1.VacancyService/ImportVacancies", kEngagement},
    {"/throughgate.v1.VacancyService/CreateWorkTrialSlot", kEngagement},
    {"/throughgate.v1.VacancyService/ListWorkTrialSlots", kEveryone},
    {"/throughgate.v1.VacancyService/CancelWorkTrialSlot", kEngagement},

    {"/throughgate.v1.CandidateService/CreateCandidate", kCustodians},
    {"/throughgate.v1.CandidateService/GetCandidate", kPractitioners},
    {"/throughgate.v1.CandidateService/UpdateCandidate", kCustodians},
    {"/throughgate.v1.CandidateService/ListCandidates", kPractitioners},
    {"/throughgate.v1.CandidateService/ImportCandidates", kCustodians},

    {"/throughgate.v1.RiskPlanService/GetRiskPlan", kProbation},
    {"/throughgate.v1.RiskPlanService/SetRiskPlan", kProbation},
    {"/throughgate.v1.RiskPlanService/ReviewRiskPlan", kProbation},
    {"/throughgate.v1.RiskPlanService/SetWorkApproval", kProbation},
    {"/throughgate.v1.RiskPlanService/SetZone", kProbation},
    {"/throughgate.v1.RiskPlanService/GetSharedEffects", kProbation},
    {"/throughgate.v1.RiskPlanService/SetSharedEffects", kProbation},
    {"/throughgate.v1.RiskPlanService/SuggestSharedEffects", kProbation},
    {"/throughgate.v1.RiskPlanService/ListRiskPlansDue", kProbation},
    {"/throughgate.v1.RiskPlanService/ImportRiskPlans", kProbation},

    {"/throughgate.v1.MatchService/FindVacancies", kPractitioners},
    {"/throughgate.v1.MatchService/PreviewSharedEffects", kProbation},
    {"/throughgate.v1.MatchService/FindCandidates", kEveryone},
    {"/throughgate.v1.MatchService/FindVacanciesBatch", kPractitioners},
    {"/throughgate.v1.MatchService/ExplainMatch", kPractitioners},

    {"/throughgate.v1.ReferenceService/GetReferenceData", kEveryone},
    {"/throughgate.v1.ReferenceService/FindConcepts", kEveryone},
    {"/throughgate.v1.ReferenceService/ImportTaxonomy", kEngagement},
    {"/throughgate.v1.ReferenceService/ImportGazetteer", kEngagement},
    {"/throughgate.v1.ReferenceService/ImportPremises", kProbation},
    {"/throughgate.v1.ReferenceService/ImportAreas", kProbation},
};

using Rows = absl::flat_hash_map<const Descriptor*, const Row*>;

// The rows by the request that their method takes. A row whose method does not exist is left out.
Rows MakeRows() {
  Rows rows;
  for (const Row& row : kTable) {
    std::string name(row.method.substr(1));
    std::ranges::replace(name, '/', '.');
    const MethodDescriptor* method = DescriptorPool::generated_pool()->FindMethodByName(name);
    if (method != nullptr) rows.emplace(method->input_type(), &row);
  }
  return rows;
}

const Row* FindRow(const Descriptor& request) {
  static const Rows& rows = *new Rows(MakeRows());
  const auto row = rows.find(&request);
  return row == rows.end() ? nullptr : row->second;
}

const Row& RowOf(const Descriptor& request) {
  const Row* row = FindRow(request);
  assert(row != nullptr);  // CheckPolicy has seen to it
  return *row;
}

}  // namespace

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

bool MayCall(Role role, const Descriptor& request) {
  return (RowOf(request).roles & Only(role)) != 0;
}

absl::StatusOr<Caller> Admit(const grpc::ServerContextBase& context, const Descriptor& request) {
  ASSIGN_OR_RETURN(const Caller caller, ReadCaller(context));
  if (MayCall(caller.role, request)) return caller;
  return RoleNotPermitted(std::string(MethodOf(request)), std::string(RoleName(caller.role)));
}

}  // namespace throughgate::services
