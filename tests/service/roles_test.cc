// Who may call what: every method by every role, by nobody and by somebody malformed, through a
// generic client, so that a method cannot be forgotten.
#include <google/protobuf/descriptor.h>
#include <grpcpp/generic/generic_stub.h>

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
      {"ImportRiskPlans", "p"}}},
    {"MatchService",
     {{"FindVacancies", "bpc"},
      {"FindCandidates", "bepc"},
      {"FindVacanciesBatch", "bpc"},
      {"ExplainMatch", "bpc"}}},
    {"ReferenceService",
     {{"GetReferenceData", "bepc"},
      {"FindConcepts", "bepc"},
      {"ImportTaxonomy", "e"},
      {"ImportGazetteer", "e"}}},
};

const std::map<char, std::string> kRoleOf = {
    {'b', "broker"}, {'e', "engagement"}, {'p', "probation"}, {'c', "custody"}};

// One call with an empty message, whatever kind of call the method is.
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

  grpc::Status CallEmpty(const std::string& method,
                         const std::vector<std::pair<std::string, std::string>>& metadata) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(30));
    for (const auto& [key, value] : metadata) context.AddMetadata(key, value);
    grpc::CompletionQueue queue;
    const auto call = stub_.PrepareCall(&context, method, &queue);
    call->StartCall(Tag(1));
    Wait(queue);
    grpc::Slice empty("");
    call->WriteLast(grpc::ByteBuffer(&empty, 1), {}, Tag(2));
    Wait(queue);
    // A status comes after the messages.
    grpc::ByteBuffer answer;
    do {
      call->Read(&answer, Tag(3));
    } while (Wait(queue));
    grpc::Status status;
    call->Finish(&status, Tag(4));
    Wait(queue);
    return status;
  }

  static void* Tag(std::intptr_t number) { return reinterpret_cast<void*>(number); }
  static bool Wait(grpc::CompletionQueue& queue) {
    void* tag = nullptr;
    bool ok = false;
    return queue.Next(&tag, &ok) && ok;
  }

  TestServer server_;
  grpc::GenericStub stub_{server_.channel()};
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
    std::vector<std::pair<std::string, std::string>> metadata;
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
