// Who may call what: every method by every role, by nobody and by somebody malformed, through a
// generic client, so that a method cannot be forgotten.
#include <google/protobuf/descriptor.h>

#include <map>
#include <string>

#include "tests/service/test_server.h"
#include "tests/service/wire.h"

namespace throughgate {
namespace {

using google::protobuf::DescriptorPool;
using google::protobuf::MethodDescriptor;

// b a broker, e engagement, p probation, c custody. Written apart from the server's table.
const std::map<std::string, std::map<std::string, std::string>> kAllowed = {
    {"EmployerService",
     {{"CreateEmployer", "e"},
      {"GetEmployer", "bepc"},
      {"UpdateEmployer", "e"},
      {"ListEmployers", "bepc"},
      {"ImportEmployers", "e"},
      {"CreateSite", "e"},
      {"GetSite", "bepc"},
      {"UpdateSite", "e"},
      {"VerifySite", "ec"},
      {"ListPostingFlags", "p"},
      {"ListSites", "bepc"}}},
    {"VacancyService",
     {{"CreateVacancy", "e"},
      {"GetVacancy", "bepc"},
      {"UpdateVacancy", "e"},
      {"ListVacancies", "bepc"},
      {"CloseVacancy", "e"},
      {"ImportVacancies", "e"},
      {"CreateWorkTrialSlot", "e"},
      {"ListWorkTrialSlots", "bepc"},
      {"CancelWorkTrialSlot", "e"}}},
    {"CandidateService",
     {{"CreateCandidate", "bc"},
      {"GetCandidate", "bpc"},
      {"UpdateCandidate", "bc"},
      {"ListCandidates", "bpc"},
      {"ImportCandidates", "bc"}}},
    {"RiskPlanService",
     {{"GetRiskPlan", "p"},
      {"SetRiskPlan", "p"},
      {"ReviewRiskPlan", "p"},
      {"SetWorkApproval", "p"},
      {"SetZone", "p"},
      {"GetSharedEffects", "p"},
      {"SetSharedEffects", "p"},
      {"SuggestSharedEffects", "p"},
      {"ListRiskPlansDue", "p"},
      {"ImportRiskPlans", "p"}}},
    {"MatchService",
     {{"FindVacancies", "bpc"},
      {"FindCandidates", "bepc"},
      {"FindVacanciesBatch", "bpc"},
      {"ExplainMatch", "bpc"},
      {"PreviewSharedEffects", "p"}}},
    {"ReferenceService",
     {{"GetReferenceData", "bepc"},
      {"FindConcepts", "bepc"},
      {"ImportTaxonomy", "e"},
      {"ImportGazetteer", "e"},
      {"ImportPremises", "p"},
      {"ImportAreas", "p"}}},
};

const std::map<char, std::string> kRoleOf = {
    {'b', "broker"}, {'e', "engagement"}, {'p', "probation"}, {'c', "custody"}};

class Roles : public testing::Test {
 protected:
  // Calls `each(full name, roles)` for every method that the API describes.
  template <typename Each>
  void ForEachMethod(Each each) {
    for (const auto& [service_name, methods] : kAllowed) {
      const auto* service =
          DescriptorPool::generated_pool()->FindServiceByName("throughgate.v1." + service_name);
      ASSERT_EQ(service->method_count(), static_cast<int>(methods.size())) << service_name;
      for (int i = 0; i < service->method_count(); ++i) {
        const MethodDescriptor& method = *service->method(i);
        const std::string full_name = "/" + service->full_name() + "/" + method.name();
        SCOPED_TRACE(full_name);
        each(full_name, methods.at(method.name()));
      }
    }
  }

  grpc::Status CallEmpty(const std::string& method, const Metadata& metadata) {
    return CallRaw(server_.channel(), method, "", metadata).status;
  }

  TestServer server_;
};

TEST_F(Roles, EveryMethodAdmitsItsRolesAndNoOther) {
  ForEachMethod([&](const std::string& method, const std::string& allowed) {
    for (const auto& [letter, role] : kRoleOf) {
      const WireError error = Decode(CallEmpty(
          method, {{"throughgate-role", role}, {"throughgate-organisation", "somebody"}}));
      SCOPED_TRACE(role);
      EXPECT_NE(error.code, grpc::StatusCode::UNIMPLEMENTED);
      EXPECT_NE(error.code, grpc::StatusCode::UNAUTHENTICATED);
      const bool refused = error.reason == "ROLE_NOT_PERMITTED";
      EXPECT_EQ(refused, allowed.find(letter) == allowed.npos);
      if (!refused) continue;
      EXPECT_EQ(error.code, grpc::StatusCode::PERMISSION_DENIED);
      EXPECT_EQ(error.metadata.at("method"), method);
      EXPECT_EQ(error.metadata.at("role"), role);
    }
  });
}

TEST_F(Roles, NobodyIsAdmittedWhoDoesNotSayWhoTheyAre) {
  const std::string kRole = "throughgate-role";
  const std::string kOrganisation = "throughgate-organisation";
  const struct {
    Metadata metadata;
    std::string header;
  } kCases[] = {
      {{}, kRole},
      {{{kRole, "probation"}}, kOrganisation},
      {{{kOrganisation, "somebody"}}, kRole},
      {{{kRole, "Probation"}, {kOrganisation, "somebody"}}, kRole},
      {{{kRole, ""}, {kOrganisation, "somebody"}}, kRole},
      {{{kRole, "probation"}, {kRole, "broker"}, {kOrganisation, "somebody"}}, kRole},
      {{{kRole, "probation"}, {kOrganisation, "Some Body"}}, kOrganisation},
      {{{kRole, "probation"}, {kOrganisation, std::string(64, 'a')}}, kOrganisation},
  };
  ForEachMethod([&](const std::string& method, const std::string&) {
    for (const auto& unknown : kCases) {
      const WireError error = Decode(CallEmpty(method, unknown.metadata));
      EXPECT_EQ(error.code, grpc::StatusCode::UNAUTHENTICATED);
      EXPECT_EQ(error.reason, "CALLER_UNKNOWN");
      EXPECT_THAT(error.metadata, testing::ElementsAre(testing::Pair("header", unknown.header)));
    }
  });
}

}  // namespace
}  // namespace throughgate
