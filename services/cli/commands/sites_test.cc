// Checks of sites, as people type them, against a tiny server in this process.
#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include "absl/time/clock.h"
#include "services/cli/dates.h"
#include "services/cli/testing/command_test.h"
#include "throughgate/v1/employer_service.grpc.pb.h"

namespace throughgate::cli {
namespace {

using ::testing::HasSubstr;

class FakeSites : public v1::EmployerService::Service {
 public:
  grpc::Status VerifySite(grpc::ServerContext*, const v1::VerifySiteRequest* request,
                          v1::VerifySiteResponse* response) override {
    verified = *request;
    response->mutable_site()->set_name(request->name());
    response->mutable_site()->set_verification(v1::SITE_VERIFICATION_VERIFIED);
    response->mutable_site()->set_verification_method(request->method());
    *response->mutable_site()->mutable_verified_on() = request->verified_on();
    return grpc::Status::OK;
  }
  grpc::Status ListSites(grpc::ServerContext*, const v1::ListSitesRequest*,
                         v1::ListSitesResponse* response) override {
    v1::Site& site = *response->add_sites();
    site.set_name("employers/acme/sites/main");
    site.set_verification(v1::SITE_VERIFICATION_VERIFIED);
    *site.mutable_verified_on() = *ParseDate("2026-11-02");
    site.set_verified_by("hmp-somewhere");
    return grpc::Status::OK;
  }
  grpc::Status ListPostingFlags(grpc::ServerContext*, const v1::ListPostingFlagsRequest*,
                                v1::ListPostingFlagsResponse* response) override {
    if (!flagged) return grpc::Status::OK;
    v1::PostingFlag& flag = *response->add_flags();
    flag.set_employer("employers/acme");
    flag.set_kind(v1::POSTING_FLAG_KIND_NEAR_DUPLICATES);
    flag.set_places(12);
    *flag.mutable_first_seen_on() = *ParseDate("2026-11-03");
    flag.set_example("employers/acme/vacancies/cook");
    flag.set_registered_by("jobs-north");
    return grpc::Status::OK;
  }
  v1::VerifySiteRequest verified;
  bool flagged = true;
};

class SitesTest : public CommandTest {
 protected:
  SitesTest() { Serve({&sites_}); }

  FakeSites sites_;
};

TEST_F(SitesTest, AreVerifiedInAWordAndADay) {
  ASSERT_EQ(
      Run({"sites", "verify", "acme/main", "--method", "phoned-landline", "--on", "2026-11-02"}), 0)
      << err_;
  EXPECT_EQ(sites_.verified.name(), "employers/acme/sites/main");
  EXPECT_EQ(sites_.verified.method(), v1::SITE_VERIFICATION_METHOD_PHONED_LANDLINE);
  EXPECT_EQ(FormatDate(sites_.verified.verified_on()), "2026-11-02");
  EXPECT_THAT(out_, HasSubstr("verification: VERIFIED"));
  EXPECT_THAT(out_, HasSubstr("verified_on: 2026-11-02"));
  EXPECT_THAT(out_, HasSubstr("verification_method: PHONED_LANDLINE"));
}

TEST_F(SitesTest, EachMethodHasAWord) {
  int method = 1;
  for (const char* word :
       {"visited", "companies-house", "business-rates", "phoned-landline", "workplace-check"}) {
    ASSERT_EQ(Run({"sites", "verify", "acme/main", "--method", word}), 0) << err_;
    EXPECT_EQ(sites_.verified.method(), method++) << word;
  }
  EXPECT_EQ(method, v1::SiteVerificationMethod_ARRAYSIZE);
}

TEST_F(SitesTest, WereCheckedTodayUnlessADayIsSaid) {
  const v1::Date before = *LondonDay(absl::Now());
  ASSERT_EQ(Run({"sites", "verify", "acme/main", "--method", "visited"}), 0) << err_;
  const std::string said = FormatDate(sites_.verified.verified_on());
  EXPECT_GE(said, FormatDate(before));
  EXPECT_LE(said, FormatDate(*LondonDay(absl::Now())));
}

TEST_F(SitesTest, AreNotVerifiedByAnotherMethodOrOnAnotherDay) {
  EXPECT_EQ(Run({"sites", "verify", "acme/main"}), 2);
  EXPECT_EQ(Run({"sites", "verify", "acme/main", "--method", "guessed"}), 2);
  EXPECT_THAT(err_, HasSubstr("workplace-check"));
  EXPECT_EQ(Run({"sites", "verify", "acme/main", "--method", "visited", "--on", "2026-02-30"}), 2);
  EXPECT_THAT(err_, HasSubstr("YYYY-MM-DD"));
  EXPECT_EQ(sites_.verified.name(), "");
}

TEST_F(SitesTest, AreListedWithTheirChecks) {
  ASSERT_EQ(Run({"sites", "list", "acme"}), 0) << err_;
  EXPECT_THAT(out_, HasSubstr("verified on"));
  EXPECT_THAT(out_, HasSubstr("VERIFIED"));
  EXPECT_THAT(out_, HasSubstr("2026-11-02"));
  EXPECT_THAT(out_, HasSubstr("hmp-somewhere"));
}

TEST_F(SitesTest, FlagsSayWhoseAndWhatTheyLookLike) {
  ASSERT_EQ(Run({"sites", "flags"}), 0) << err_;
  EXPECT_THAT(out_, HasSubstr("NEAR_DUPLICATES"));
  for (const char* text :
       {"employers/acme ", "12", "2026-11-03", "employers/acme/vacancies/cook", "jobs-north"}) {
    EXPECT_THAT(out_, HasSubstr(text));
  }
  ASSERT_EQ(Run({"sites", "flags", "--json"}), 0) << err_;
  EXPECT_THAT(out_, HasSubstr("\"POSTING_FLAG_KIND_NEAR_DUPLICATES\""));
  sites_.flagged = false;
  ASSERT_EQ(Run({"sites", "flags"}), 0) << err_;
  EXPECT_EQ(out_, "None.\n");
}

}  // namespace
}  // namespace throughgate::cli
