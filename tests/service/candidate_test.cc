// Candidates: whose they are, and what may not be said of them.
#include <google/protobuf/descriptor.h>

#include "tests/service/samples.h"
#include "tests/service/wire.h"

namespace throughgate {
namespace {

using grpc::StatusCode;

class CandidateService : public OnEveryStore {
 protected:
  CandidateService() { server.LoadReferenceData(); }
  auto Create(const Party& party, const v1::CreateCandidateRequest& request) {
    return server.Call(party, &Candidates::CreateCandidate, request);
  }
  auto Get(const Party& party, const std::string& name) {
    v1::GetCandidateRequest request;
    request.set_name(name);
    return server.Call(party, &Candidates::GetCandidate, request);
  }
  auto Update(const Party& party, const std::string& text) {
    return server.Call(party, &Candidates::UpdateCandidate,
                       Parse<v1::UpdateCandidateRequest>(text));
  }
  std::vector<std::string> List(const Party& party) {
    const auto listed =
        server.Call(party, &Candidates::ListCandidates, v1::ListCandidatesRequest());
    EXPECT_THAT(listed, Succeeds());
    std::vector<std::string> names;
    for (const auto& candidate : listed->candidates()) names.push_back(candidate.name());
    return names;
  }
};
ON_EVERY_STORE(CandidateService);

TEST_P(CandidateService, KeepsWhatItIsGiven) {
  const auto request = CandidateRequest("first");
  const auto created = Create(kBroker, request);
  ASSERT_THAT(created, Succeeds());
  v1::Candidate expected = request.candidate();
  expected.set_name("candidates/first");
  expected.mutable_skills(0)->set_evidence(v1::SKILL_EVIDENCE_SELF_DECLARED);
  expected.set_custodian(kBroker.organisation);
  *expected.mutable_registered_on() = Parse<v1::Date>("year: 2025 month: 6 day: 2");
  expected.set_corrected(true);  // a person's
  expected.set_etag(created->candidate().etag());
  EXPECT_THAT(created->candidate(), Is(expected));
  EXPECT_THAT(Get(kBroker, "candidates/first")->candidate(), Is(expected));
  // Probation sees the same, but for the etag, which is its own.
  LinkTo(server, kBroker, "candidates/first", kProbation, "first");
  const auto seen = Get(kProbation, "candidates/first");
  EXPECT_NE(seen->candidate().etag(), expected.etag());
  expected.set_etag(seen->candidate().etag());
  EXPECT_THAT(seen->candidate(), Is(expected));
}

TEST_P(CandidateService, GivesHandlesToThoseWithoutAReference) {
  const auto first = Create(kBroker, CandidateRequest(""));
  const auto second = Create(kBroker, CandidateRequest(""));
  ASSERT_THAT(first, Succeeds());
  ASSERT_THAT(second, Succeeds());
  EXPECT_THAT(first->candidate().name(), testing::MatchesRegex("candidates/[a-z2-7]{53}"));
  EXPECT_NE(first->candidate().name(), second->candidate().name());
  EXPECT_THAT(Get(kBroker, first->candidate().name()), Succeeds());
  EXPECT_THAT(Get(kOtherBroker, first->candidate().name()),
              Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
}

TEST_P(CandidateService, AReferenceIsAnOrganisationsOwn) {
  ASSERT_THAT(Create(kBroker, CandidateRequest("first")), Succeeds());
  EXPECT_THAT(Create(kBroker, CandidateRequest("first")),
              Fails(StatusCode::ALREADY_EXISTS, "RESOURCE_EXISTS"));
  // Another organisation is not told that there is one already.
  EXPECT_THAT(Create(kOtherBroker, CandidateRequest("first")), Succeeds());
  EXPECT_EQ(List(kBroker), std::vector<std::string>{"candidates/first"});
  EXPECT_EQ(List(kOtherBroker), std::vector<std::string>{"candidates/first"});
}

TEST_P(CandidateService, SomebodyElsesLooksLikeNone) {
  ASSERT_THAT(Create(kBroker, CandidateRequest("first")), Succeeds());
  const auto missing = Get(kOtherBroker, "candidates/missing");
  const auto hidden = Get(kOtherBroker, "candidates/first");
  EXPECT_THAT(hidden, Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
  EXPECT_EQ(Decode(hidden.status).message.size() - std::string("first").size(),
            Decode(missing.status).message.size() - std::string("missing").size());
  EXPECT_THAT(Get(kCustody, "candidates/first"), Names("candidates/first"));
  // Not even that an etag is stale may be told.
  EXPECT_THAT(Update(kOtherBroker, R"pb(
                candidate { name: "candidates/first" reach_m: 1 etag: "stale" }
                update_mask { paths: "reach_m" }
              )pb"),
              Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
  EXPECT_THAT(Update(kBroker, R"pb(
                candidate { name: "candidates/first" reach_m: 1 etag: "stale" }
                update_mask { paths: "reach_m" }
              )pb"),
              Fails(StatusCode::ABORTED, "ETAG_MISMATCH"));
}

TEST_P(CandidateService, ListsTheCallersOwn) {
  Create(kBroker, CandidateRequest("first"));
  Create(kOtherBroker, CandidateRequest("second"));
  Create(kCustody, CandidateRequest("third"));
  EXPECT_EQ(List(kBroker), std::vector<std::string>{"candidates/first"});
  EXPECT_EQ(List(kOtherBroker), std::vector<std::string>{"candidates/second"});
  EXPECT_EQ(List(kProbation), std::vector<std::string>{});
  LinkTo(server, kCustody, "candidates/third", kProbation, "b");
  LinkTo(server, kBroker, "candidates/first", kProbation, "c");
  LinkTo(server, kOtherBroker, "candidates/second", kProbation, "a");
  EXPECT_EQ(List(kProbation),
            (std::vector<std::string>{"candidates/a", "candidates/b", "candidates/c"}));
}

TEST_P(CandidateService, KeepsCustodianAndRegistrationThroughUpdates) {
  const auto created = Create(kBroker, CandidateRequest("first"));
  server.Advance(absl::Hours(48));
  const auto updated = Update(kBroker, R"pb(
    candidate {
      name: "candidates/first"
      release_area: "ls1"
      reach_m: 500
      travel_mode: TRAVEL_MODE_WALK
      custodian: "somebody-else"
    }
  )pb");
  ASSERT_THAT(updated, Succeeds());
  EXPECT_EQ(updated->candidate().custodian(), kBroker.organisation);
  EXPECT_EQ(updated->candidate().release_area(), "LS1");
  EXPECT_THAT(updated->candidate().registered_on(), Is(created->candidate().registered_on()));
  EXPECT_THAT(Update(kBroker, R"pb(
                candidate { name: "candidates/first" custodian: "somebody-else" }
                update_mask { paths: "custodian" }
              )pb"),
              Refuses(Fields{"update_mask.paths[0]"}));
}

TEST_P(CandidateService, TellsEveryFaultAtOnce) {
  EXPECT_THAT(
      Create(kBroker, Parse<v1::CreateCandidateRequest>(R"pb(
               candidate_id: "first-"
               candidate {
                 skills { code: "skill/unheard-of" evidence: 9 }
                 skills {}
                 occupations { code: "occupation/chef" relation: 9 }
                 occupations { code: "occupation/chef" }
                 release_area: "ZZ9"
                 availability { days: WEEKDAY_MONDAY start: "10:00" end: "12:00" }
                 availability { days: WEEKDAY_MONDAY start: "10:00" end: "12:00" }
                 available_from { year: 2025 }
                 pay_floor_pence_per_hour: -1
               }
             )pb")),
      Refuses(Fields{"candidate_id", "candidate.skills[0].code", "candidate.skills[0].evidence",
                     "candidate.skills[1].code", "candidate.occupations[0].relation",
                     "candidate.occupations[1].code", "candidate.release_area", "candidate.reach_m",
                     "candidate.travel_mode", "candidate.availability", "candidate.available_from",
                     "candidate.pay_floor_pence_per_hour"}));
}

// Personal data in every string field of every request about candidates, found by looking through
// the messages, so that a new field cannot be forgotten.
class PersonalData : public testing::Test {
 protected:
  using Message = google::protobuf::Message;
  using FieldDescriptor = google::protobuf::FieldDescriptor;

  // Calls `each(path)` with one string field of `message` after the other set to `value`.
  template <typename Each>
  static void SetEachString(Message& message, const std::string& prefix, const std::string& value,
                            const Each& each) {
    for (int i = 0; i < message.GetDescriptor()->field_count(); ++i) {
      const FieldDescriptor& field = *message.GetDescriptor()->field(i);
      const auto& reflection = *message.GetReflection();
      const std::string path = prefix + field.name() + (field.is_repeated() ? "[0]" : "");
      const std::unique_ptr<Message> before(message.New());
      before->CopyFrom(message);
      reflection.ClearField(&message, &field);
      if (field.cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
        if (field.is_repeated()) {
          reflection.AddString(&message, &field, value);
        } else {
          reflection.SetString(&message, &field, value);
        }
        each(path);
      } else if (field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
        Message& child = field.is_repeated() ? *reflection.AddMessage(&message, &field)
                                             : *reflection.MutableMessage(&message, &field);
        SetEachString(child, path + ".", value, each);
      }
      message.CopyFrom(*before);
    }
  }

  template <typename Request, typename Method>
  int RefusesEverywhere(Method method) {
    int fields = 0;
    Request request;
    SetEachString(request, "", "a1234bc", [&](const std::string& path) {
      ++fields;
      const WireError error = Decode(server_.Call(kBroker, method, request).status);
      EXPECT_EQ(error.code, StatusCode::INVALID_ARGUMENT) << path;
      EXPECT_EQ(error.reason, "PERSONAL_DATA_REFUSED") << path;
      EXPECT_EQ(error.metadata.at("field"), path);
      EXPECT_EQ(error.metadata.at("kind"), "prison number");
      EXPECT_EQ(error.fields, Fields{path});
      EXPECT_EQ(error.message.find("1234"), std::string::npos);
    });
    return fields;
  }

  TestServer server_;
};

TEST_F(PersonalData, IsRefusedInEveryStringFieldOfACandidate) {
  EXPECT_GE(RefusesEverywhere<v1::CreateCandidateRequest>(&Candidates::CreateCandidate), 10);
  EXPECT_GE(RefusesEverywhere<v1::UpdateCandidateRequest>(&Candidates::UpdateCandidate), 10);
  EXPECT_EQ(RefusesEverywhere<v1::GetCandidateRequest>(&Candidates::GetCandidate), 1);
  EXPECT_EQ(RefusesEverywhere<v1::ListCandidatesRequest>(&Candidates::ListCandidates), 1);
}

TEST_P(CandidateService, AFieldIsAtFaultOnce) {
  auto request = CandidateRequest("twice");
  v1::CandidateSkill& skill = *request.mutable_candidate()->add_skills();
  skill.set_code("skill/none");
  *request.mutable_candidate()->add_skills() = skill;
  EXPECT_THAT(Create(kBroker, request),
              Refuses(Fields{"candidate.skills[1].code", "candidate.skills[2].code"}));
  EXPECT_THAT(server.Call(kBroker, &Reference::FindConcepts, v1::FindConceptsRequest()),
              Refuses(Fields{"text"}));
}

}  // namespace
}  // namespace throughgate
