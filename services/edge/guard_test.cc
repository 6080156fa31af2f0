#include "services/edge/guard.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/unknown_field_set.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "edge/guard_test.pb.h"
#include "services/edge/errors.h"
#include "services/edge/grpc_status.h"
#include "services/edge/guarded.h"
#include "throughgate/v1/candidate_service.pb.h"
#include "throughgate/v1/error_details.pb.h"
#include "throughgate/v1/match_service.pb.h"
#include "throughgate/v1/risk_plan_service.pb.h"

namespace throughgate::services {
namespace {

using google::protobuf::Message;
using guard_test::Leaf;
using guard_test::Tree;
using testing::HasSubstr;
using testing::Not;

constexpr Recipient kShared{matcher::View::kShared, "first-steps"};
constexpr Recipient kFull{matcher::View::kFull, "probation-north"};

// What `to` may not see of the message that `text` writes; empty when there is nothing.
template <class Type>
std::string Withheld(const std::string& text, const Recipient& to = kShared) {
  Type message;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &message)) << text;
  return GuardOf<Type>().FindWithheld(message, to).value_or("");
}

// One field each, and the path by which it is found.
using Cases = std::vector<std::pair<std::string, std::string>>;

template <class Type>
void ExpectWithheldFromSharedAlone(const Cases& cases) {
  for (const auto& [text, path] : cases) {
    EXPECT_EQ(Withheld<Type>(text), path) << text;
    EXPECT_EQ(Withheld<Type>(text, kFull), "") << text;
  }
}

template <class Type>
void ExpectSeen(const std::vector<std::string>& texts) {
  for (const std::string& text : texts) EXPECT_EQ(Withheld<Type>(text), "") << text;
}

TEST(Guard, LetsThroughWhatIsSharedOrNotSet) {
  ExpectSeen<Leaf>({"", "shared: 'a'", "sealed: ''", "sealed_bool: false"});
  ExpectSeen<Tree>({"leaf {}", "leaf { shared: 'a' }", "leaves { shared: 'a' } leaves {}",
                    "branch { branch { branch { leaf { shared: 'a' } } } }",
                    "shared_fruit { shared: 'a' }", "words { key: 'a' value: 'b' }",
                    "named { key: 'a' value { shared: 'b' } }", "at { seconds: 1 nanos: 2 }",
                    "mask { paths: 'a' }"});
}

TEST(Guard, WithholdsWhatIsSealedOrHasNoVisibility) {
  ExpectWithheldFromSharedAlone<Leaf>({
      {"sealed: 'a'", "sealed"},
      {"unspecified: 'a'", "unspecified"},
      {"without: 'a'", "without"},
      {"sealed_optional: 0", "sealed_optional"},
      {"sealed_bool: true", "sealed_bool"},
      {"sealed_numbers: 0", "sealed_numbers"},
      {"shared: 'a' sealed: 'b'", "sealed"},
  });
}

TEST(Guard, LooksIntoEveryKindOfField) {
  ExpectWithheldFromSharedAlone<Tree>({
      {"leaf { sealed: 'a' }", "leaf.sealed"},
      {"leaves {} leaves { without: 'a' }", "leaves[1].without"},
      {"branch { branch { leaves { sealed_numbers: 1 } } }",
       "branch.branch.leaves[0].sealed_numbers"},
      {"shared_fruit { sealed: 'a' }", "shared_fruit.sealed"},
      {"sealed_fruit {}", "sealed_fruit"},
      {"sealed_count: 0", "sealed_count"},
      {"named { key: 'a' value { sealed: 'b' } }", "named[0].value.sealed"},
      {"sealed_words { key: 'a' value: 'b' }", "sealed_words"},
      {"sealed_leaf {}", "sealed_leaf"},
      {"sealed_leaf { shared: 'a' }", "sealed_leaf"},
      {"lasts { seconds: 1 }", "lasts.seconds"},
  });
}

TEST(Guard, ShowsWhatIsTheOwnersToTheOwnerAlone) {
  ExpectSeen<Leaf>({"owner: 'first-steps'", "owners: ['first-steps', 'first-steps']"});
  ExpectWithheldFromSharedAlone<Leaf>({
      {"owner: 'second-chance'", "owner"},
      {"owner: 'First-steps'", "owner"},
      {"owners: ['first-steps', 'second-chance']", "owners"},
      {"owner_number: 1", "owner_number"},
  });
  EXPECT_EQ(Withheld<Leaf>("owner: 'first-steps'", {}), "owner") << "anybody is nobody's owner";
  EXPECT_EQ(Withheld<Leaf>("owners: ''", {}), "owners");
}

TEST(Guard, WithholdsWhatIsNotKnownHere) {
  Tree tree;
  const std::pair<Message*, std::string> kPlaces[] = {
      {&tree, "99"},
      {tree.mutable_leaf(), "leaf.99"},
      {tree.add_leaves(), "leaves[0].99"},
      {tree.mutable_at(), "at.99"},
      {tree.mutable_any(), "any.99"},
      {&(*tree.mutable_named())["a"], "named[0].value.99"},
  };
  tree.mutable_any()->set_type_url(kErrorInfoUrl);
  for (const auto& [message, path] : kPlaces) {
    auto& unknown = *message->GetReflection()->MutableUnknownFields(message);
    unknown.AddVarint(99, 1);
    tree.mutable_named();  // else what is looked into is a copy from before
    EXPECT_EQ(GuardOf<Tree>().FindWithheld(tree, kShared), path);
    EXPECT_EQ(GuardOf<Tree>().FindWithheld(tree, kFull), std::nullopt);
    unknown.Clear();
  }
  tree.mutable_named();
  EXPECT_EQ(GuardOf<Tree>().FindWithheld(tree, kShared), std::nullopt);
}

TEST(Guard, LetsAnAnyHoldTheDetailsOfErrorsAndNothingElse) {
  Tree tree;
  const auto withheld = [&] { return GuardOf<Tree>().FindWithheld(tree, kShared).value_or(""); };
  const auto hold = [&](const std::string& url, const Message& message) {
    tree.mutable_any()->set_type_url(url);
    tree.mutable_any()->set_value(message.SerializeAsString());
  };
  v1::ErrorInfo info;
  (*info.mutable_metadata())["resource"] = "employers/acme";
  hold(kErrorInfoUrl, info);
  EXPECT_EQ(withheld(), "");
  info.GetReflection()->MutableUnknownFields(&info)->AddVarint(99, 1);
  hold(kErrorInfoUrl, info);
  EXPECT_EQ(withheld(), "any.99");
  v1::BadRequest request;
  request.add_field_violations()->set_field("vacancy.title");
  hold(kBadRequestUrl, request);
  EXPECT_EQ(withheld(), "");
  tree.mutable_any()->set_value("no message");
  EXPECT_EQ(withheld(), "any.value");
  hold("type.googleapis.com/throughgate.v1.ErrorInfo", v1::ErrorInfo());
  EXPECT_EQ(withheld(), "any.type_url");
  hold("type.googleapis.com/throughgate.v1.RiskPlan", v1::RiskPlan());
  EXPECT_EQ(withheld(), "any.type_url");
  hold("", v1::ErrorInfo());
  EXPECT_EQ(withheld(), "any.type_url");
}

// The contract itself, at the places where a slip would be likeliest.
TEST(Guard, WithholdsWhatTheContractSeals) {
  ExpectSeen<v1::FindVacanciesResponse>(
      {"matches { vacancy: 'employers/a/vacancies/b' score: 900 "
       "proposal: PROPOSAL_MAY_BE_PROPOSED points { points: 9 } findings { rule: 'reach' } } "
       "next_page_token: '00' basis { revision: 'a-1' as_of { seconds: 1 } view: VIEW_SHARED }"});
  ExpectWithheldFromSharedAlone<v1::FindVacanciesResponse>({
      {"matches {} matches { verdict: VERDICT_ELIGIBLE }", "matches[1].verdict"},
      {"matches { clearance_required: true }", "matches[0].clearance_required"},
      {"work {}", "work"},
  });
  ExpectWithheldFromSharedAlone<v1::GetRiskPlanResponse>({{"risk_plan {}", "risk_plan"}});
  ExpectWithheldFromSharedAlone<v1::PreviewSharedEffectsResponse>(
      {{"broker_answer {}", "broker_answer"}});
  ExpectSeen<v1::ListCandidatesResponse>({"candidates { custodian: 'first-steps' }"});
  ExpectWithheldFromSharedAlone<v1::ListCandidatesResponse>(
      {{"candidates { custodian: 'first-steps' } candidates { custodian: 'second-chance' }",
        "candidates[1].custodian"}});
}

constexpr char kMethod[] = "/throughgate.v1.MatchService/ExplainMatch";
constexpr char kHidden[] = "employers/do-not-tell/vacancies/secret";

// An answer with a sealed field, handed to `caller`; and what the log says of it.
struct Handed {
  absl::Status status;
  v1::ExplainMatchResponse response;
  std::string log;
};
Handed HandTo(const Caller& caller) {
  Handed handed;
  testing::internal::CaptureStderr();
  const auto handler = [&](const Caller&) {
    handed.response.mutable_match()->set_vacancy(kHidden);
    handed.response.mutable_match()->set_verdict(v1::VERDICT_REVIEW);
    return absl::OkStatus();
  };
  grpc::ServerContext context;
  handed.status = Guarded(context, caller, kMethod, handed.response, handler);
  handed.log = testing::internal::GetCapturedStderr();
  return handed;
}

TEST(Guarded, AnAnswerThatMayNotBeSeenIsGoneAndTheLogNamesTheFieldAlone) {
  const Handed handed =
      HandTo({.subject = "somebody", .role = Role::kBroker, .organisation = {"first-steps"}});
  EXPECT_EQ(ReasonOf(handed.status), v1::ERROR_REASON_INTERNAL);
  EXPECT_EQ(handed.response.ByteSizeLong(), 0u);
  EXPECT_EQ(handed.log,
            std::string(kMethod) + ": withheld, since its caller may not see match.verdict\n");
}

TEST(Guarded, ProbationGetsItAll) {
  const Handed handed =
      HandTo({.subject = "somebody", .role = Role::kProbation, .organisation = {"north"}});
  EXPECT_TRUE(handed.status.ok());
  EXPECT_EQ(handed.response.match().vacancy(), kHidden);
  EXPECT_EQ(handed.log, "");
}

// Whoever makes an error out of more than errors.h gives.
TEST(Guarded, TheDetailsOfAnErrorAreLookedAtToo) {
  absl::Status status = NotFound("candidates/first");
  v1::ErrorInfo info;
  ASSERT_TRUE(info.ParseFromString(std::string(*status.GetPayload(kErrorInfoUrl))));
  info.GetReflection()->MutableUnknownFields(&info)->AddLengthDelimited(99, kHidden);
  status.SetPayload(kErrorInfoUrl, absl::Cord(info.SerializeAsString()));
  testing::internal::CaptureStderr();
  const grpc::Status sent = ToGrpc(status, kMethod);
  const std::string log = testing::internal::GetCapturedStderr();
  EXPECT_EQ(sent.error_code(), grpc::StatusCode::INTERNAL);
  EXPECT_THAT(sent.error_message(), Not(HasSubstr("candidates/first")));
  EXPECT_THAT(sent.error_details(), Not(HasSubstr(kHidden)));
  EXPECT_THAT(sent.error_details(), Not(HasSubstr("candidates/first")));
  EXPECT_THAT(log, HasSubstr("may not see details[0].99"));
  EXPECT_THAT(log, Not(HasSubstr(kHidden)));
}

}  // namespace
}  // namespace throughgate::services
