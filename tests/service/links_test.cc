// How several organisations come to speak of one candidate, and what none of them learns by it.
#include <set>
#include <string>

#include "tests/service/samples.h"
#include "tests/service/wire.h"

namespace throughgate {
namespace {

using grpc::StatusCode;

class Links : public OnEveryStore {
 protected:
  Links() { LoadSamples(server); }

  auto Code(const Party& party, const std::string& candidate) {
    v1::CreateLinkCodeRequest request;
    request.set_candidate(candidate);
    return server.Call(party, &Candidates::CreateLinkCode, request);
  }
  auto Link(const Party& party, const std::string& code, const std::string& reference,
            const std::string& request_id = "") {
    v1::LinkCandidateRequest request;
    request.set_code(code);
    request.set_reference(reference);
    request.set_request_id(request_id);
    return server.Call(party, &Candidates::LinkCandidate, request);
  }
  auto Refer(const Party& party, const std::string& candidate, const std::string& reference) {
    v1::SetCandidateReferenceRequest request;
    request.set_candidate(candidate);
    request.set_reference(reference);
    return server.Call(party, &Candidates::SetCandidateReference, request);
  }
  auto Unlink(const Party& party, const std::string& candidate) {
    v1::UnlinkCandidateRequest request;
    request.set_candidate(candidate);
    return server.Call(party, &Candidates::UnlinkCandidate, request);
  }
  auto Get(const Party& party, const std::string& name) {
    v1::GetCandidateRequest request;
    request.set_name(name);
    return server.Call(party, &Candidates::GetCandidate, request);
  }
  auto Find(const Party& party) {
    v1::FindCandidatesRequest request;
    request.set_vacancy("employers/acme/vacancies/cook");
    return server.Call(party, &Matches::FindCandidates, request);
  }
  std::size_t Listed(const Party& party) {
    const auto listed =
        server.Call(party, &Candidates::ListCandidates, v1::ListCandidatesRequest());
    EXPECT_THAT(listed, Succeeds());
    return static_cast<std::size_t>(listed->candidates_size());
  }
  void Consent(const std::string& fields) {
    auto request = Parse<v1::UpdateCandidateRequest>(
        "candidate { name: 'candidates/first' " + fields + " } update_mask { paths: 'consent' }");
    ASSERT_THAT(server.Call(kBroker, &Candidates::UpdateCandidate, request), Succeeds());
  }
};
ON_EVERY_STORE(Links);

TEST_P(Links, AreMadeOnceByACode) {
  const auto code = Code(kBroker, "candidates/first");
  ASSERT_THAT(code, Succeeds());
  EXPECT_THAT(code->code(),
              testing::MatchesRegex("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}"));
  EXPECT_EQ(code->expires_at().seconds(), absl::ToUnixSeconds(server.Now()) + 14 * 24 * 60 * 60);
  const auto linked = Link(kCustody, code->code(), "c-1");
  ASSERT_THAT(linked, Succeeds());
  EXPECT_EQ(linked->candidate().name(), "candidates/c-1");
  EXPECT_THAT(Get(kCustody, "candidates/c-1"), Succeeds());
  EXPECT_THAT(Get(kCustody, "candidates/first"),
              Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
  EXPECT_THAT(Link(kOtherBroker, code->code(), ""),
              Fails(StatusCode::NOT_FOUND, "LINK_CODE_INVALID"));
}

// Wrong, used and expired codes are not told apart; what is mistyped is, since that tells nothing.
TEST_P(Links, WithoutACodeThatIsOneAreRefusedAlike) {
  const auto used = Code(kBroker, "candidates/first");
  ASSERT_THAT(Link(kCustody, used->code(), ""), Succeeds());
  const auto old = Code(kBroker, "candidates/first");
  server.Advance(absl::Hours(14 * 24));
  std::set<std::string> messages;
  for (const std::string& code : {used->code(), old->code(), std::string("0000-0000-0000-00")}) {
    const auto refused = Link(kOtherBroker, code, "");
    EXPECT_THAT(refused, Fails(StatusCode::NOT_FOUND, "LINK_CODE_INVALID"));
    messages.insert(refused.status.error_details());
  }
  EXPECT_EQ(messages.size(), 1u);
  EXPECT_THAT(Link(kOtherBroker, "0000-0000-0000-01", ""), Refuses(Fields{"code"}));
}

TEST_P(Links, MayBeTriedTenTimesAnHour) {
  for (int i = 0; i < 10; ++i) {
    EXPECT_THAT(Link(kOtherBroker, "0000-0000-0000-00", ""),
                Fails(StatusCode::NOT_FOUND, "LINK_CODE_INVALID"));
  }
  const auto code = Code(kBroker, "candidates/first");
  EXPECT_THAT(Link(kOtherBroker, code->code(), ""),
              Fails(StatusCode::RESOURCE_EXHAUSTED, "LIMIT_EXCEEDED"));
  EXPECT_THAT(Link(kCustody, code->code(), ""), Succeeds());
  server.Advance(absl::Hours(1));
  const auto later = Code(kBroker, "candidates/first");
  EXPECT_THAT(Link(kOtherBroker, later->code(), ""), Succeeds());
}

TEST_P(Links, AreToldAgainToWhoeverAsksAgain) {
  const auto code = Code(kBroker, "candidates/first");
  const auto first = Link(kCustody, code->code(), "c-1", "request-1");
  const auto again = Link(kCustody, code->code(), "c-1", "request-1");
  ASSERT_THAT(again, Succeeds());
  EXPECT_THAT(again->candidate(), Is(first->candidate()));
  EXPECT_EQ(again->revision(), first->revision());
}

TEST_P(Links, ByACodeOfWhoHasToDoWithTheCandidateNoLongerAreRefused) {
  LinkTo(server, kBroker, "candidates/first", kCustody, "c-1");
  const auto code = Code(kCustody, "candidates/c-1");
  ASSERT_THAT(Unlink(kCustody, "candidates/c-1"), Succeeds());
  EXPECT_THAT(Link(kOtherBroker, code->code(), ""),
              Fails(StatusCode::NOT_FOUND, "LINK_CODE_INVALID"));
}

TEST_P(Links, ShowNothingThatTwoOrganisationsHaveInCommon) {
  LinkTo(server, kBroker, "candidates/first", kOtherBroker, "");
  LinkTo(server, kBroker, "candidates/first", kCustody, "");
  const std::string other = Find(kOtherBroker)->matches(0).candidate();
  const std::string custody = Find(kCustody)->matches(0).candidate();
  EXPECT_NE(other, custody);
  EXPECT_THAT(Get(kCustody, other), Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
  const auto theirs = Get(kOtherBroker, other);
  EXPECT_EQ(theirs->candidate().custodian(), "");
  EXPECT_FALSE(theirs->candidate().has_consent());
  EXPECT_NE(theirs->candidate().etag(), Get(kCustody, custody)->candidate().etag());
}

TEST_P(Links, LetOthersReadAndTheCustodianWrite) {
  LinkTo(server, kBroker, "candidates/first", kOtherBroker, "x");
  EXPECT_THAT(
      server.Call(kOtherBroker, &Candidates::UpdateCandidate,
                  Parse<v1::UpdateCandidateRequest>("candidate { name: 'candidates/x' reach_m: 1 } "
                                                    "update_mask { paths: 'reach_m' }")),
      Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
}

TEST_P(Links, OfOthersAreListedWithConsentOnThatDay) {
  LinkTo(server, kBroker, "candidates/first", kOtherBroker, "x");
  EXPECT_EQ(Listed(kOtherBroker), 1u);
  EXPECT_EQ(Find(kOtherBroker)->matches_size(), 1);
  for (const char* none :
       {"",
        "consent { basis: CONSENT_BASIS_CONSENT counts: true given_on { year: 2025 month: 1 "
        "day: 2 } }",
        "consent { basis: CONSENT_BASIS_CONSENT lists: true given_on { year: 2025 month: 1 day: 2 "
        "} expires_on { year: 2025 month: 6 day: 1 } }"}) {
    Consent(none);
    EXPECT_EQ(Listed(kOtherBroker), 0u) << none;
    EXPECT_EQ(Find(kOtherBroker)->matches_size(), 0) << none;
    EXPECT_THAT(Get(kOtherBroker, "candidates/x"), Succeeds()) << "by name";
    EXPECT_EQ(Listed(kBroker), 1u);
    EXPECT_EQ(Listed(kProbation), 1u);
  }
}

TEST_P(Links, EndWithTheirReference) {
  LinkTo(server, kBroker, "candidates/first", kOtherBroker, "x");
  EXPECT_THAT(Unlink(kOtherBroker, "candidates/x"), Succeeds());
  EXPECT_THAT(Get(kOtherBroker, "candidates/x"),
              Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
  EXPECT_EQ(Listed(kOtherBroker), 0u);
  EXPECT_THAT(Unlink(kBroker, "candidates/first"), Refuses(Fields{"candidate"}));
  EXPECT_THAT(Get(kBroker, "candidates/first"), Succeeds());
}

TEST_P(Links, HaveReferencesThatCanBeChanged) {
  const auto renamed = Refer(kBroker, "candidates/first", "second");
  ASSERT_THAT(renamed, Succeeds());
  EXPECT_EQ(renamed->candidate().name(), "candidates/second");
  EXPECT_THAT(Get(kBroker, "candidates/first"), Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
  const auto none = Refer(kBroker, "candidates/second", "");
  EXPECT_THAT(none->candidate().name(), testing::MatchesRegex("candidates/[a-z2-7]{53}"));
  EXPECT_EQ(Get(kProbation, "candidates/first")->candidate().name(), "candidates/first")
      << "probation's own word";
  server.Call(kBroker, &Candidates::CreateCandidate, CandidateRequest("taken"));
  EXPECT_THAT(Refer(kBroker, none->candidate().name(), "taken"),
              Fails(StatusCode::ALREADY_EXISTS, "RESOURCE_EXISTS"));
  EXPECT_THAT(Refer(kBroker, none->candidate().name(), "a1234bc"),
              Fails(StatusCode::INVALID_ARGUMENT, "PERSONAL_DATA_REFUSED"));
}

TEST_P(Links, SurviveARestart) {
  if (GetParam() == StoreKind::kMemory) return;
  LinkTo(server, kBroker, "candidates/first", kOtherBroker, "");
  const std::string handle = Find(kOtherBroker)->matches(0).candidate();
  server.Restart();
  EXPECT_THAT(Get(kOtherBroker, handle), Succeeds());
  EXPECT_THAT(Get(kProbation, "candidates/first"), Succeeds());
}

}  // namespace
}  // namespace throughgate
