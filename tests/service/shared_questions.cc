#include "tests/service/shared_questions.h"

#include <google/protobuf/descriptor.h>
#include <grpcpp/generic/generic_stub.h>

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "tests/service/sealed_changes.h"
#include "tests/service/wire.h"

namespace throughgate {
namespace {

using google::protobuf::DescriptorPool;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::MessageFactory;

class Questions {
 public:
  template <class Request>
  void Add(const Party& who, const std::string& method, const std::string& text) {
    all_.push_back(
        {who, "/throughgate.v1." + method, std::make_shared<Request>(Parse<Request>(text))});
  }

  void AddMatches() {
    for (const auto& [who, candidate] :
         {std::pair(kBroker, "first"), {kBroker, "second"}, {kCustody, "inmate"}}) {
      const std::string about = absl::StrCat("candidate: 'candidates/", candidate, "' ");
      Add<v1::FindVacanciesRequest>(who, "MatchService/FindVacancies", about);
      Add<v1::FindVacanciesRequest>(who, "MatchService/FindVacancies",
                                    about + "row_view: ROW_VIEW_FULL_ROWS page_size: 2");
      for (const char* vacancy : kSealedVacancies) {
        Add<v1::ExplainMatchRequest>(who, "MatchService/ExplainMatch",
                                     absl::StrCat(about, "vacancy: '", vacancy, "'"));
      }
    }
    for (const Party& who : {kBroker, kCustody, kEngagement}) {
      Add<v1::FindCandidatesRequest>(
          who, "MatchService/FindCandidates",
          absl::StrCat("vacancy: '", kSealedVacancies[0], "' row_view: ROW_VIEW_FULL_ROWS"));
    }
    Add<v1::FindCandidatesRequest>(
        kBroker, "MatchService/FindCandidates",
        absl::StrCat("vacancy: '", kSealedVacancies[2], "' page_size: 1"));
    Add<v1::FindVacanciesBatchRequest>(
        kBroker, "MatchService/FindVacanciesBatch",
        "candidates: ['candidates/first', 'candidates/inmate', 'candidates/second'] page_size: 3");
  }

  void AddRecords() {
    Add<v1::GetCandidateRequest>(kBroker, "CandidateService/GetCandidate",
                                 "name: 'candidates/first'");
    Add<v1::ListCandidatesRequest>(kBroker, "CandidateService/ListCandidates", "page_size: 1");
    Add<v1::ListCandidatesRequest>(kCustody, "CandidateService/ListCandidates", "");
    Add<v1::ListVacanciesRequest>(kEngagement, "VacancyService/ListVacancies", "page_size: 2");
    Add<v1::ListWorkTrialSlotsRequest>(kBroker, "VacancyService/ListWorkTrialSlots",
                                       absl::StrCat("parent: '", kSealedVacancies[0], "'"));
    Add<v1::GetReferenceDataRequest>(kBroker, "ReferenceService/GetReferenceData", "");
    // Tried out, not done.
    Add<v1::UpdateCandidateRequest>(
        kBroker, "CandidateService/UpdateCandidate",
        "candidate { name: 'candidates/first' reach_m: 9000 } update_mask { paths: 'reach_m' } "
        "validate_only: true");
    Add<v1::CloseVacancyRequest>(
        kEngagement, "VacancyService/CloseVacancy",
        absl::StrCat("name: '", kSealedVacancies[0], "' validate_only: true"));
  }

  void AddErrors() {
    Add<v1::GetRiskPlanRequest>(kBroker, "RiskPlanService/GetRiskPlan",
                                "name: 'candidates/first/riskPlan'");
    Add<v1::GetSharedEffectsRequest>(kBroker, "RiskPlanService/GetSharedEffects",
                                     "name: 'candidates/second/sharedEffects'");
    Add<v1::ListRiskPlansDueRequest>(kCustody, "RiskPlanService/ListRiskPlansDue", "");
    Add<v1::SetRiskPlanRequest>(kBroker, "RiskPlanService/SetRiskPlan",
                                "risk_plan { name: 'candidates/first/riskPlan' }");
    Add<v1::FindVacanciesRequest>(kBroker, "MatchService/FindVacancies",
                                  "candidate: 'candidates/inmate'");
    Add<v1::FindVacanciesRequest>(kBroker, "MatchService/FindVacancies",
                                  "candidate: 'candidates/first' page_size: 2000 row_view: 7");
    Add<v1::FindVacanciesRequest>(kBroker, "MatchService/FindVacancies",
                                  "candidate: 'candidates/first' page_token: '00'");
    Add<v1::ExplainMatchRequest>(
        kBroker, "MatchService/ExplainMatch",
        "candidate: 'candidates/first' vacancy: 'employers/a/vacancies/b'");
    Add<v1::GetCandidateRequest>(kCustody, "CandidateService/GetCandidate",
                                 "name: 'candidates/first'");
    Add<v1::UpdateCandidateRequest>(
        kBroker, "CandidateService/UpdateCandidate",
        "candidate { name: 'candidates/first' etag: '00' reach_m: 9000 } "
        "update_mask { paths: 'reach_m' } validate_only: true");
    Add<v1::CreateCandidateRequest>(
        kBroker, "CandidateService/CreateCandidate",
        "candidate_id: 'inmate' validate_only: true candidate { release_area: 'M13' reach_m: 1 "
        "travel_mode: TRAVEL_MODE_WALK }");
  }

  std::vector<Question> take() { return std::move(all_); }

 private:
  std::vector<Question> all_;
};

// A whole message as it is on the wire.
std::string BytesOf(grpc::ByteBuffer& buffer) {
  grpc::Slice slice;
  EXPECT_TRUE(buffer.DumpToSingleSlice(&slice).ok());
  return {slice.begin(), slice.end()};
}

std::string EndingOf(const grpc::Status& status, const grpc::ClientContext& context) {
  std::string ending = absl::StrCat(static_cast<int>(status.error_code()), " ",
                                    status.error_message(), " ", status.error_details());
  for (const auto* metadata :
       {&context.GetServerInitialMetadata(), &context.GetServerTrailingMetadata()}) {
    for (const auto& [key, value] : *metadata) {
      absl::StrAppend(&ending, "\n", std::string(key.data(), key.size()), ": ",
                      std::string(value.data(), value.size()));
    }
  }
  return ending;
}

// Tokens are encrypted, the revision with the place: they are compared whole beside the twin, which
// is of the same revision. Here it is how long they are.
std::string LengthOf(const std::string& token) { return std::to_string(token.size()); }

void TakeRevisionOut(Message& message) {
  const auto& reflection = *message.GetReflection();
  std::vector<const FieldDescriptor*> set;
  reflection.ListFields(message, &set);
  for (const FieldDescriptor* field : set) {
    if (field->name() == "revision") {
      reflection.ClearField(&message, field);
    } else if (field->name() == "next_page_token") {
      reflection.SetString(&message, field, LengthOf(reflection.GetString(message, field)));
    } else if (field->name() == "basis") {
      TakeRevisionOut(*reflection.MutableMessage(&message, field));
    }
  }
}

}  // namespace

const std::vector<Question>& SharedQuestions() {
  static const auto* all = [] {
    Questions questions;
    questions.AddMatches();
    questions.AddRecords();
    questions.AddErrors();
    return new std::vector<Question>(questions.take());
  }();
  return *all;
}

Heard Ask(const std::shared_ptr<grpc::Channel>& channel, const Question& question) {
  grpc::ClientContext context;
  SetCaller(question.who, context);
  grpc::CompletionQueue queue;
  const auto finished = [&queue] {
    void* tag = nullptr;
    bool ok = false;
    return queue.Next(&tag, &ok) && ok;
  };
  const auto call = grpc::GenericStub(channel).PrepareCall(&context, question.method, &queue);
  call->StartCall(&context);
  finished();
  const grpc::Slice message(question.request->SerializeAsString());
  call->WriteLast(grpc::ByteBuffer(&message, 1), {}, &context);
  finished();
  Heard heard;
  grpc::ByteBuffer buffer;
  while (call->Read(&buffer, &context), finished()) heard.messages.push_back(BytesOf(buffer));
  grpc::Status status;
  call->Finish(&status, &context);
  finished();
  heard.ending = EndingOf(status, context);
  return heard;
}

std::unique_ptr<Message> ReadAnswer(const Question& question, const std::string& bytes) {
  std::string name = question.method.substr(1);
  std::ranges::replace(name, '/', '.');
  const auto* method = DescriptorPool::generated_pool()->FindMethodByName(name);
  std::unique_ptr<Message> answer(
      MessageFactory::generated_factory()->GetPrototype(method->output_type())->New());
  EXPECT_TRUE(answer->ParseFromString(bytes)) << question.method;
  return answer;
}

std::shared_ptr<Question> NextPage(const Question& question, const Heard& heard) {
  if (heard.messages.size() != 1) return nullptr;
  const auto answer = ReadAnswer(question, heard.messages[0]);
  const FieldDescriptor* field = answer->GetDescriptor()->FindFieldByName("next_page_token");
  if (field == nullptr) return nullptr;
  const std::string token = answer->GetReflection()->GetString(*answer, field);
  if (token.empty()) return nullptr;
  auto next = std::make_shared<Question>(question);
  next->request.reset(question.request->New());
  next->request->CopyFrom(*question.request);
  const FieldDescriptor* at = next->request->GetDescriptor()->FindFieldByName("page_token");
  next->request->GetReflection()->SetString(next->request.get(), at, token);
  return next;
}

Heard WithoutRevision(const Question& question, const Heard& heard) {
  Heard without = heard;
  for (std::string& bytes : without.messages) {
    const auto answer = ReadAnswer(question, bytes);
    TakeRevisionOut(*answer);
    bytes = answer->SerializePartialAsString();
  }
  return without;
}

}  // namespace throughgate
