// Grants that end: who may end one, what a call that is under way comes to, and that somebody is
// always left who can give others.
#include <functional>
#include <memory>
#include <string>

#include "services/edge/edit.h"
#include "tests/service/access_fixture.h"
#include "tests/service/faulty_store.h"
#include "tests/service/samples.h"
#include "tests/support/status_matchers.h"

namespace throughgate {
namespace {

using grpc::StatusCode;

const auto kNoLonger = [] { return Fails(StatusCode::PERMISSION_DENIED, "ROLE_NOT_PERMITTED"); };
const auto kNotTheirs = [] { return Fails(StatusCode::PERMISSION_DENIED, "GRANT_NOT_PERMITTED"); };

class Revocation : public AccessTest {};
ON_EVERY_STORE(Revocation);

TEST_P(Revocation, HoldsAtTheNextCallAndAtItsRevision) {
  const std::string grant = access.Give("wren");
  ASSERT_THAT(access.Ask("wren"), Succeeds());
  server.Advance(absl::Seconds(5));
  const auto before = access.Get(grant);
  const auto revoked = access.Revoke(grant);
  ASSERT_THAT(revoked, Succeeds());
  EXPECT_THAT(access.Ask("wren"), kNoLonger());
  v1::Grant expected = before->grant();
  *expected.mutable_until() = access.In(absl::ZeroDuration());
  expected.set_revoked_by("administrator@first-steps");
  expected.set_etag(revoked->grant().etag());
  EXPECT_THAT(revoked->grant(), Is(expected));
  EXPECT_NE(revoked->grant().etag(), before->grant().etag());
  EXPECT_THAT(access.Get(grant)->grant(), Is(expected)) << "it is kept";
  EXPECT_THAT(access.Revoke(grant), Fails(StatusCode::FAILED_PRECONDITION, "RESOURCE_CLOSED"));
  EXPECT_THAT(access.Revoke("organisations/first-steps/grants/nobodys"),
              Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
  EXPECT_THAT(access.Revoke("organisations/first-steps"), Refuses(Fields{"name"}));
}

TEST_P(Revocation, OfAGrantThatHasNotBegunKeepsItFromBeginning) {
  auto request = access.GrantRequest("wren");
  *request.mutable_grant()->mutable_from() = access.In(absl::Hours(1));
  const std::string grant = access.Give(request)->grant().name();
  EXPECT_THAT(access.Ask("wren"), kNoLonger());
  ASSERT_THAT(access.Revoke(grant), Succeeds());
  server.Advance(absl::Hours(2));
  EXPECT_THAT(access.Ask("wren"), kNoLonger());
}

TEST_P(Revocation, IsAsItWasAskedFor) {
  const auto given = access.Give(access.GrantRequest("wren"));
  v1::RevokeGrantRequest request;
  request.set_name(given->grant().name());
  request.set_etag("0000");
  const auto revoke = [&] { return server.Call(kOwnAdministrator, &Access::RevokeGrant, request); };
  EXPECT_THAT(revoke(), Fails(StatusCode::ABORTED, "ETAG_MISMATCH"));
  request.set_etag(given->grant().etag());
  request.set_validate_only(true);
  EXPECT_THAT(revoke(), Succeeds());
  EXPECT_THAT(access.Ask("wren"), Succeeds());
  request.set_validate_only(false);
  request.set_request_id("0f0d7c2e-2f5c-4d0e-9f1b-52a6d1a7c001");
  const auto first = revoke();
  ASSERT_THAT(first, Succeeds());
  EXPECT_THAT(revoke().response, Is(first.response)) << "instead of RESOURCE_CLOSED";
  request.set_name(AccessCalls::NameOf(kBroker));
  EXPECT_THAT(revoke(), Fails(StatusCode::ALREADY_EXISTS, "REQUEST_ID_REUSED"));
}

TEST_P(Revocation, IsByWhoeverHasGivenOrAnswersForIt) {
  const Party senior{"senior-probation", kBroker.organisation};
  const Party officer{"probation", kBroker.organisation};
  const std::string brokers = access.Give("wren");
  const std::string officers = access.Give("finch", v1::GRANT_ROLE_PROBATION);
  EXPECT_THAT(access.Revoke(brokers, kBroker), kNotTheirs()) << "a colleague";
  EXPECT_THAT(access.Revoke(brokers, senior), kNotTheirs());
  EXPECT_THAT(access.Revoke(officers, officer), kNotTheirs());
  EXPECT_THAT(access.Revoke(officers, {"administrator", kOtherBroker.organisation}), kNotTheirs());
  EXPECT_THAT(access.Revoke(officers, senior), Succeeds());
  EXPECT_THAT(access.Revoke(brokers, "wren", kBroker), Succeeds()) << "one's own";

  access.Give("robin", v1::GRANT_ROLE_BROKER, "east");
  access.Give("wren");
  const auto cover = access.Cover(access.CoverRequest("wren", "east"), "robin");
  ASSERT_THAT(cover, Succeeds());
  EXPECT_THAT(access.Revoke(cover->grant().name(), kBroker), kNotTheirs());
  EXPECT_THAT(access.Revoke(cover->grant().name(), "robin", kBroker), Succeeds());
}

// What one gave in another role, one answers for in that role only.
TEST_P(Revocation, OfWhatOneGaveIsNotInAnotherRole) {
  access.Give("robin", v1::GRANT_ROLE_ADMINISTRATOR);
  const auto brokers =
      server.CallAs("robin", kOwnAdministrator, &Access::CreateGrant, access.GrantRequest("finch"));
  const auto administrators =
      server.CallAs("robin", kOwnAdministrator, &Access::CreateGrant,
                    access.GrantRequest("swift", v1::GRANT_ROLE_ADMINISTRATOR));
  ASSERT_THAT(brokers, Succeeds());
  ASSERT_THAT(administrators, Succeeds());
  access.Give("robin");
  // As a broker, which is what robin is left with.
  EXPECT_THAT(access.Revoke(administrators->grant().name(), "robin", kBroker), kNotTheirs());
  EXPECT_THAT(access.Revoke(brokers->grant().name(), "robin", kBroker), Succeeds())
      << "a broker's grant";
}

TEST_P(Revocation, LeavesAnAdministrator) {
  EXPECT_THAT(access.Revoke(AccessCalls::NameOf(kAdministrator), kAdministrator), kNotTheirs());
  EXPECT_THAT(access.Revoke(AccessCalls::NameOf(kOwnAdministrator)), kNotTheirs());
  auto request = access.GrantRequest("wren", v1::GRANT_ROLE_ADMINISTRATOR);
  request.set_parent("organisations/operations");
  ASSERT_THAT(access.Give(request, kAdministrator), Succeeds());
  EXPECT_THAT(access.Revoke(AccessCalls::NameOf(kAdministrator), "wren", kAdministrator),
              Succeeds());
  EXPECT_THAT(access.Give(access.GrantRequest("robin"), kAdministrator), kNoLonger());
}

TEST_P(Revocation, ComesByItselfWithTheClock) {
  auto request = access.GrantRequest("wren");
  *request.mutable_grant()->mutable_from() = access.In(absl::Seconds(10));
  *request.mutable_grant()->mutable_until() = access.In(absl::Seconds(20));
  ASSERT_THAT(access.Give(request), Succeeds());
  const storage::Revision revision = server.store().latest();
  server.Advance(absl::Seconds(9));
  EXPECT_THAT(access.Ask("wren"), kNoLonger());
  server.Advance(absl::Seconds(1));
  EXPECT_THAT(access.Ask("wren"), Succeeds());
  server.Advance(absl::Seconds(9));
  EXPECT_THAT(access.Ask("wren"), Succeeds());
  server.Advance(absl::Seconds(1));
  EXPECT_THAT(access.Ask("wren"), kNoLonger());
  EXPECT_EQ(server.store().latest(), revision) << "nobody wrote anything";
}

// A store in which something happens between a call's admission and its commit.
class WhileACallIsUnderWay : public testing::Test {
 protected:
  WhileACallIsUnderWay()
      : server_(StoreKind::kMemory, [this](auto base) {
          auto faulty = std::make_unique<FaultyStore>(std::move(base));
          store_ = faulty.get();
          return faulty;
        }) {}

  // Ends the grant of `party`, as somebody does whose commit comes first.
  void EndGrant(const Party& party) {
    const auto found =
        *services::Find<format::Grant>(store_->base(), {{party.organisation}, party.role});
    format::Grant ended = found->record;
    ended.terms.until = server_.Now();
    services::Edit edit;
    edit.Put(found, ended);
    ASSERT_OK(store_->base().Commit(edit.transaction()).status());
  }
  void Suspend(const Party& party) {
    const auto found = *services::Find<format::Organisation>(store_->base(), {party.organisation});
    format::Organisation suspended = found->record;
    suspended.terms.suspended = true;
    services::Edit edit;
    edit.Put(found, suspended);
    ASSERT_OK(store_->base().Commit(edit.transaction()).status());
  }
  // Before the next commit, and once.
  void BeforeCommit(std::function<void()> happens) {
    store_->before_commit = [this, happens] {
      store_->before_commit = nullptr;
      happens();
      written_before_ = store_->base().latest();
      return absl::OkStatus();
    };
  }
  // Whether nothing was written since.
  void ExpectNothingWritten() { EXPECT_EQ(store_->base().latest(), written_before_); }

  FaultyStore* store_ = nullptr;
  storage::Revision written_before_ = 0;
  TestServer server_;
  AccessCalls access_{server_};
};

TEST_F(WhileACallIsUnderWay, AWriteIsNotMadeWhoseGrantHasEnded) {
  BeforeCommit([this] { EndGrant(kEngagement); });
  EXPECT_THAT(server_.Call(kEngagement, &Employers::CreateEmployer, EmployerRequest("acme")),
              kNoLonger());
  ExpectNothingWritten();
}

TEST_F(WhileACallIsUnderWay, AWriteIsNotMadeOfAnOrganisationThatIsSuspended) {
  BeforeCommit([this] { Suspend(kEngagement); });
  EXPECT_THAT(server_.Call(kEngagement, &Employers::CreateEmployer, EmployerRequest("acme")),
              kNoLonger());
  ExpectNothingWritten();
}

TEST_F(WhileACallIsUnderWay, AWriteIsMadeByAnotherGrantOfTheRole) {
  auto request = access_.GrantRequest(SubjectOf(kBroker), v1::GRANT_ROLE_BROKER, "east");
  request.set_grant_id("second");
  ASSERT_THAT(access_.Give(request), Succeeds());
  server_.LoadReferenceData();
  BeforeCommit([this] { EndGrant(kBroker); });
  EXPECT_THAT(server_.Call(kBroker, &Candidates::CreateCandidate, CandidateRequest("first")),
              Succeeds());
}

// Two administrators who end each other's grants: one of them is left.
TEST_F(WhileACallIsUnderWay, AnAdministratorWhoIsEndedEndsNobody) {
  auto request = access_.GrantRequest("wren", v1::GRANT_ROLE_ADMINISTRATOR);
  request.set_parent("organisations/operations");
  const auto wrens = access_.Give(request, kAdministrator);
  ASSERT_THAT(wrens, Succeeds());
  BeforeCommit([this] {
    EXPECT_THAT(access_.Revoke(AccessCalls::NameOf(kAdministrator), "wren", kAdministrator),
                Succeeds());
  });
  EXPECT_THAT(access_.Revoke(wrens->grant().name(), kAdministrator), kNoLonger());
  ExpectNothingWritten();
  EXPECT_THAT(access_.Ask("wren", kAdministrator), Succeeds());
}

// The caseload was the giver's when they were admitted.
TEST_F(WhileACallIsUnderWay, ACoverIsNotGivenOfACaseloadThatIsTakenAway) {
  const std::string east = access_.Give("robin", v1::GRANT_ROLE_BROKER, "east");
  access_.Give("robin", v1::GRANT_ROLE_BROKER, "west");
  access_.Give("wren");
  BeforeCommit([&] { EXPECT_THAT(access_.Revoke(east), Succeeds()); });
  EXPECT_THAT(access_.Cover(access_.CoverRequest("wren", "east"), "robin"), kNotTheirs());
  ExpectNothingWritten();
}

TEST_F(WhileACallIsUnderWay, ACoverIsNotGivenToAColleagueWhoHasLeft) {
  const std::string wrens = access_.Give("wren");
  BeforeCommit([&] { EXPECT_THAT(access_.Revoke(wrens), Succeeds()); });
  EXPECT_THAT(access_.Cover(access_.CoverRequest("wren", "east"), SubjectOf(kBroker)),
              kNotTheirs());
  ExpectNothingWritten();
}

TEST_F(WhileACallIsUnderWay, AGrantIsNotGivenOfARoleThatTheOrganisationHasLost) {
  BeforeCommit([this] {
    EXPECT_THAT(server_.Call(kAdministrator, &Access::UpdateOrganisation,
                             Parse<v1::UpdateOrganisationRequest>(R"pb(
                               organisation {
                                 name: "organisations/first-steps"
                                 roles: [ GRANT_ROLE_CUSTODY, GRANT_ROLE_ADMINISTRATOR ]
                               }
                               update_mask { paths: "roles" }
                             )pb")),
                Succeeds());
  });
  EXPECT_THAT(access_.Give(access_.GrantRequest("wren")), kNotTheirs());
  ExpectNothingWritten();
}

// An import of employers, a row at a time.
class OpenImport {
 public:
  OpenImport(TestServer& server, const std::string& subject, const Party& party, bool dry_run) {
    for (const auto& [key, value] : CallerMetadata(subject, party)) {
      context_.AddMetadata(key, value);
    }
    context_.set_deadline(absl::ToChronoTime(absl::Now() + absl::Minutes(2)));
    stream_ = server.stub<Employers>().ImportEmployers(&context_);
    v1::ImportEmployersRequest request;
    request.mutable_header()->set_import_id("import-1");
    request.mutable_header()->set_dry_run(dry_run);
    v1::ImportEmployersResponse response;
    EXPECT_TRUE(stream_->Write(request) && stream_->Read(&response));
  }
  OpenImport(TestServer& server, const Party& party, bool dry_run)
      : OpenImport(server, SubjectOf(party), party, dry_run) {}
  // Whether the row was answered.
  bool Send(const std::string& employer) {
    v1::ImportEmployersRequest request;
    v1::ImportEmployersRow& row = *request.mutable_batch()->add_rows();
    row.set_row(++rows_);
    row.mutable_employer()->set_name("employers/" + employer);
    row.mutable_employer()->set_display_name("Acme");
    v1::ImportEmployersResponse response;
    return stream_->Write(request) && stream_->Read(&response);
  }
  grpc::Status End() {
    stream_->WritesDone();
    v1::ImportEmployersResponse response;
    while (stream_->Read(&response)) continue;
    return stream_->Finish();
  }

 private:
  grpc::ClientContext context_;
  std::unique_ptr<grpc::ClientReaderWriter<v1::ImportEmployersRequest, v1::ImportEmployersResponse>>
      stream_;
  int rows_ = 0;
};

class WhileAnImportIsUnderWay : public WhileACallIsUnderWay {
 protected:
  grpc::StatusCode Employer(const std::string& id) {
    v1::GetEmployerRequest request;
    request.set_name("employers/" + id);
    return server_.Call(kBroker, &Employers::GetEmployer, request).status.error_code();
  }
};

TEST_F(WhileAnImportIsUnderWay, WhatWasAcknowledgedStaysAndNothingFollows) {
  OpenImport import(server_, kEngagement, /*dry_run=*/false);
  ASSERT_TRUE(import.Send("acme"));
  BeforeCommit([this] { EndGrant(kEngagement); });
  EXPECT_FALSE(import.Send("bolt"));
  EXPECT_THAT(import.End(), kNoLonger());
  ExpectNothingWritten();
  EXPECT_EQ(Employer("acme"), StatusCode::OK);
  EXPECT_EQ(Employer("bolt"), StatusCode::NOT_FOUND);
}

TEST_F(WhileAnImportIsUnderWay, TheOrganisationMayBeSuspended) {
  OpenImport import(server_, kEngagement, /*dry_run=*/false);
  ASSERT_TRUE(import.Send("acme"));
  Suspend(kEngagement);
  EXPECT_FALSE(import.Send("bolt"));
  EXPECT_THAT(import.End(), kNoLonger());
  EXPECT_EQ(Employer("bolt"), StatusCode::NOT_FOUND);
}

TEST_F(WhileAnImportIsUnderWay, TheGrantMayEndByTheClock) {
  auto request = access_.GrantRequest("wren", v1::GRANT_ROLE_ENGAGEMENT);
  *request.mutable_grant()->mutable_until() = access_.In(absl::Minutes(1));
  ASSERT_THAT(access_.Give(request), Succeeds());
  OpenImport import(server_, "wren", {"engagement", kBroker.organisation}, /*dry_run=*/false);
  ASSERT_TRUE(import.Send("acme"));
  server_.Advance(absl::Minutes(1));
  EXPECT_FALSE(import.Send("bolt"));
  EXPECT_THAT(import.End(), kNoLonger());
}

// What a row would come to says what is stored.
TEST_F(WhileAnImportIsUnderWay, ADryRunTellsNothingMoreEither) {
  OpenImport import(server_, kEngagement, /*dry_run=*/true);
  ASSERT_TRUE(import.Send("acme"));
  EndGrant(kEngagement);
  EXPECT_FALSE(import.Send("bolt"));
  EXPECT_THAT(import.End(), kNoLonger());
}

class WhileReferenceDataComeIn : public WhileACallIsUnderWay {
 protected:
  grpc::Status ImportTaxonomy() {
    grpc::ClientContext context;
    SetCaller(kEngagement, context);
    v1::ImportTaxonomyResponse response;
    const auto stream = server_.stub<Reference>().ImportTaxonomy(&context, &response);
    stream->Write(Parse<v1::ImportTaxonomyRequest>(R"pb(
      taxonomy: "another"
      concepts { code: "isco/7531" kind: CONCEPT_KIND_OCCUPATION_GROUP label: "tailors" }
      concepts {
        code: "occupation/tailor"
        kind: CONCEPT_KIND_OCCUPATION
        label: "tailor"
        broader: "isco/7531"
      }
      concepts { code: "skill/sew" kind: CONCEPT_KIND_SKILL label: "sew" }
    )pb"));
    stream->WritesDone();
    return stream->Finish();
  }
  std::string Taxonomy() {
    return server_.Call(kBroker, &Reference::GetReferenceData, v1::GetReferenceDataRequest())
        ->taxonomy();
  }
};

TEST_F(WhileReferenceDataComeIn, TheyAreNotPutInUseByAGrantThatHasEnded) {
  server_.LoadReferenceData();
  BeforeCommit([this] { EndGrant(kEngagement); });  // with the first chunk
  EXPECT_THAT(ImportTaxonomy(), kNoLonger());
  EXPECT_EQ(Taxonomy(), "small-1");
}

// The last commit, which puts them in use, rests on the grant.
TEST_F(WhileReferenceDataComeIn, TheyAreNotPutInUseByAGrantThatEndsInTheLastMoment) {
  server_.LoadReferenceData();
  int commits = 0;
  store_->before_commit = [&] {
    if (++commits == 2) EndGrant(kEngagement);
    return absl::OkStatus();
  };
  EXPECT_THAT(ImportTaxonomy(), Fails(StatusCode::ABORTED, "WRITE_CONFLICT"));
  EXPECT_EQ(commits, 2);
  EXPECT_EQ(Taxonomy(), "small-1");
}

}  // namespace
}  // namespace throughgate
