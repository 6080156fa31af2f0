// Employers and sites, and with them what every noun's methods have in common.
#include "matcher/model/employer.h"

#include "services/edge/edit.h"
#include "tests/service/samples.h"
#include "tests/service/wire.h"
#include "tests/support/status_matchers.h"

namespace throughgate {
namespace {

using grpc::StatusCode;

class EmployerService : public OnEveryStore {
 protected:
  auto Create(const v1::CreateEmployerRequest& request) {
    return server.Call(kEngagement, &Employers::CreateEmployer, request);
  }
  auto Update(const std::string& text) {
    return server.Call(kEngagement, &Employers::UpdateEmployer,
                       Parse<v1::UpdateEmployerRequest>(text));
  }
  v1::Employer Get(const std::string& name) {
    v1::GetEmployerRequest request;
    request.set_name(name);
    const auto got = server.Call(kBroker, &Employers::GetEmployer, request);
    EXPECT_THAT(got, Succeeds());
    return got->employer();
  }
};
ON_EVERY_STORE(EmployerService);

TEST_P(EmployerService, KeepsWhatItIsGiven) {
  const auto request = EmployerRequest("acme");
  const auto created = Create(request);
  ASSERT_THAT(created, Succeeds());
  EXPECT_EQ(created->revision(),
            std::string(server.store().id()) + "-" + std::to_string(server.started_at() + 1));
  v1::Employer expected = request.employer();
  expected.set_name("employers/acme");
  expected.set_corrected(true);  // a person's
  expected.set_etag(created->employer().etag());
  EXPECT_FALSE(expected.etag().empty());
  EXPECT_THAT(created->employer(), Is(expected));
  EXPECT_THAT(Get("employers/acme"), Is(expected));
}

TEST_P(EmployerService, TellsEveryFaultAtOnce) {
  auto request = Parse<v1::CreateEmployerRequest>(R"pb(
    employer_id: "Acme"
    employer {
      display_name: "\x07"
      sector: 99
      pledges { code: "CP01" state: PLEDGE_STATE_DECLARED }
      pledges {
        code: "CP13"
        valid_to { year: 2025 month: 2 day: 29 }
      }
      pledges { code: "CP01" state: PLEDGE_STATE_VERIFIED }
    }
    request_id: "short"
  )pb");
  EXPECT_THAT(
      Create(request),
      Refuses(Fields{"employer_id", "employer.display_name", "employer.sector",
                     "employer.pledges[1].code", "employer.pledges[1].state",
                     "employer.pledges[1].valid_to", "employer.pledges[2].code", "request_id"}));
  EXPECT_THAT(Update(R"pb(
                employer {
                  name: "acme"
                  pledges { code: "CP02" }
                }
                update_mask { paths: [ "pledges", "etag", "colour", "pledges.code", "name" ] }
                request_id: "with blank"
              )pb"),
              Refuses(Fields{"employer.name", "employer.pledges[0].state", "update_mask.paths[1]",
                             "update_mask.paths[2]", "update_mask.paths[3]", "update_mask.paths[4]",
                             "request_id"}));
  EXPECT_EQ(server.store().latest(), server.started_at());
}

TEST_P(EmployerService, NeverRepeatsARefusedValue) {
  auto request = EmployerRequest("Peter Secret");
  request.mutable_employer()->mutable_pledges(0)->set_code("Peter Secret");
  const auto refused = Create(request);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.status.error_details().find("Secret"), std::string::npos);
  EXPECT_EQ(refused.status.error_message().find("Secret"), std::string::npos);
}

TEST_P(EmployerService, ManyFaultsFitTheTrailersThatClientsTake) {
  v1::CreateEmployerRequest request = EmployerRequest("acme");
  for (int i = 0; i < 10'000; ++i) request.mutable_employer()->add_pledges()->set_code("CP99");
  const auto refused = Create(request);
  EXPECT_EQ(Decode(refused.status).reason, "FIELD_INVALID");
  EXPECT_LT(refused.status.error_details().size(), 6'000u);
}

TEST_P(EmployerService, RefusesASecondOfTheSameName) {
  ASSERT_THAT(Create(EmployerRequest("acme")), Succeeds());
  const auto second = Create(EmployerRequest("acme"));
  EXPECT_THAT(second, Fails(StatusCode::ALREADY_EXISTS, "RESOURCE_EXISTS"));
  EXPECT_THAT(second, Names("employers/acme"));
}

TEST_P(EmployerService, ChangesTheFieldsOfTheMaskAndNoOther) {
  const auto created = Create(EmployerRequest("acme"));
  const auto updated = Update(R"pb(
    employer { name: "employers/acme" display_name: "Acme Foods" sector: EMPLOYER_SECTOR_RETAIL }
    update_mask { paths: "display_name" }
  )pb");
  ASSERT_THAT(updated, Succeeds());
  v1::Employer expected = created->employer();
  expected.set_display_name("Acme Foods");
  expected.set_etag(updated->employer().etag());
  EXPECT_NE(expected.etag(), created->employer().etag());
  EXPECT_THAT(updated->employer(), Is(expected));

  // No mask: all of them.
  const auto replaced = Update(R"pb(
    employer { name: "employers/acme" display_name: "Acme" }
  )pb");
  ASSERT_THAT(replaced, Succeeds());
  EXPECT_EQ(replaced->employer().pledges_size(), 0);
  EXPECT_EQ(replaced->employer().sector(), v1::EMPLOYER_SECTOR_UNSPECIFIED);
}

TEST_P(EmployerService, AnUpdateThatChangesNothingWritesNothing) {
  const auto created = Create(EmployerRequest("acme"));
  const auto updated = Update(R"pb(
    employer { name: "employers/acme" display_name: "Acme Kitchens" }
    update_mask { paths: "display_name" }
  )pb");
  ASSERT_THAT(updated, Succeeds());
  EXPECT_EQ(updated->revision(), created->revision());
  EXPECT_EQ(updated->employer().etag(), created->employer().etag());
}

TEST_P(EmployerService, MendingANameLeavesTheTermsAlone) {
  ASSERT_THAT(Create(EmployerRequest("acme")), Succeeds());
  const matcher::EmployerName name{"acme"};
  const auto version = [&](const std::string& key) { return (*server.store().Get(key))->version; };
  const auto terms = version(format::TermsKey(name));
  const auto detail = version(format::DetailKey(name));
  ASSERT_THAT(Update(R"pb(
                employer { name: "employers/acme" display_name: "Acme Foods" }
                update_mask { paths: "display_name" }
              )pb"),
              Succeeds());
  EXPECT_EQ(version(format::TermsKey(name)), terms);
  EXPECT_GT(version(format::DetailKey(name)), detail);
}

TEST_P(EmployerService, RefusesAStaleEtag) {
  auto request = Parse<v1::UpdateEmployerRequest>(R"pb(
    employer { name: "employers/acme" display_name: "Acme Foods" }
  )pb");
  request.mutable_employer()->set_etag(Create(EmployerRequest("acme"))->employer().etag());
  const auto first = server.Call(kEngagement, &Employers::UpdateEmployer, request);
  ASSERT_THAT(first, Succeeds());
  request.mutable_employer()->set_display_name("Acme Sweets");
  const auto stale = server.Call(kEngagement, &Employers::UpdateEmployer, request);
  EXPECT_THAT(stale, Fails(StatusCode::ABORTED, "ETAG_MISMATCH"));
  EXPECT_THAT(stale, Names("employers/acme"));
  EXPECT_THAT(Get("employers/acme"), Is(first->employer()));
}

TEST_P(EmployerService, ValidationAloneAnswersAsIfItHadWritten) {
  auto request = EmployerRequest("acme");
  request.set_validate_only(true);
  const auto checked = Create(request);
  ASSERT_THAT(checked, Succeeds());
  v1::Employer expected = request.employer();
  expected.set_name("employers/acme");
  expected.set_corrected(true);  // a person's
  EXPECT_THAT(checked->employer(), Is(expected));
  EXPECT_EQ(checked->revision(), "");
  EXPECT_EQ(server.store().latest(), server.started_at());

  request.set_validate_only(false);
  ASSERT_THAT(Create(request), Succeeds());
  request.set_validate_only(true);
  EXPECT_THAT(Create(request), Fails(StatusCode::ALREADY_EXISTS, "RESOURCE_EXISTS"));
  EXPECT_THAT(Update(R"pb(
                employer { name: "employers/acme" display_name: "Acme" etag: "old" }
                validate_only: true
              )pb"),
              Fails(StatusCode::ABORTED, "ETAG_MISMATCH"));
  EXPECT_EQ(server.store().latest(), server.started_at() + 1);
}

TEST_P(EmployerService, SaysWhatDoesNotExist) {
  v1::GetEmployerRequest get;
  get.set_name("employers/acme");
  EXPECT_THAT(server.Call(kBroker, &Employers::GetEmployer, get),
              Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
  EXPECT_THAT(Update(R"pb(employer { name: "employers/acme" display_name: "Acme" })pb"),
              Names("employers/acme"));
  const auto site =
      server.Call(kEngagement, &Employers::CreateSite, SiteRequest("employers/acme", "main"));
  EXPECT_THAT(site, Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
  EXPECT_THAT(site, Names("employers/acme"));
  v1::GetSiteRequest get_site;
  get_site.set_name("employers/acme/sites/main");
  EXPECT_THAT(server.Call(kBroker, &Employers::GetSite, get_site),
              Names("employers/acme/sites/main"));
}

class SiteService : public OnEveryStore {
 protected:
  SiteService() {
    EXPECT_THAT(server.Call(kEngagement, &Employers::CreateEmployer, EmployerRequest("acme")),
                Succeeds());
  }
  auto Create(const v1::CreateSiteRequest& request) {
    return server.Call(kEngagement, &Employers::CreateSite, request);
  }
  auto Update(const std::string& text) {
    return server.Call(kEngagement, &Employers::UpdateSite, Parse<v1::UpdateSiteRequest>(text));
  }
  // Somebody has checked the site "main".
  void Verify() {
    const auto found =
        services::Read<matcher::Site>(server.store(), {.employer = "acme", .site = "main"});
    ASSERT_OK(found);
    matcher::Site verified = found->record;
    verified.terms.verification = matcher::SiteVerification::kVerified;
    services::Edit edit;
    edit.Put(std::optional(*found), verified);
    ASSERT_OK(server.store().Commit(edit.transaction()));
  }
};
ON_EVERY_STORE(SiteService);

TEST_P(SiteService, StartsUnverified) {
  const auto created = Create(SiteRequest("employers/acme", "main"));
  ASSERT_THAT(created, Succeeds());
  EXPECT_EQ(created->site().verification(), v1::SITE_VERIFICATION_UNVERIFIED);
  EXPECT_EQ(created->site().name(), "employers/acme/sites/main");
}

TEST_P(SiteService, FallsBackToUnverifiedWhenItMoves) {
  ASSERT_THAT(Create(SiteRequest("employers/acme", "main")), Succeeds());
  ASSERT_NO_FATAL_FAILURE(Verify());
  const auto renamed = Update(R"pb(
    site {
      name: "employers/acme/sites/main"
      display_name: "Oxford Road 2"
      position { latitude: 53.47 longitude: -2.23 uncertainty_m: 100 }
    }
  )pb");
  ASSERT_THAT(renamed, Succeeds());
  EXPECT_EQ(renamed->site().verification(), v1::SITE_VERIFICATION_VERIFIED);
  const auto moved = Update(R"pb(
    site {
      name: "employers/acme/sites/main"
      position { latitude: 53.4700001 longitude: -2.23 uncertainty_m: 100 }
    }
    update_mask { paths: "position" }
  )pb");
  ASSERT_THAT(moved, Succeeds());
  EXPECT_EQ(moved->site().verification(), v1::SITE_VERIFICATION_UNVERIFIED);
}

TEST_P(SiteService, TellsWhichCoordinateIsWrong) {
  const auto with_position = [&](double latitude, double longitude, int uncertainty_m) {
    auto request = SiteRequest("employers/acme", "main");
    v1::Position& position = *request.mutable_site()->mutable_position();
    position.set_latitude(latitude);
    position.set_longitude(longitude);
    position.set_uncertainty_m(uncertainty_m);
    return Create(request);
  };
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THAT(with_position(48.9, -2, 50), Refuses(Fields{"site.position.latitude"}));
  EXPECT_THAT(with_position(nan, nan, -1),
              Refuses(Fields{"site.position.latitude", "site.position.longitude",
                             "site.position.uncertainty_m"}));
  const auto swapped = with_position(-2.2, 53.4, 50);
  EXPECT_THAT(swapped, Refuses(Fields{"site.position"}));
  EXPECT_THAT(swapped.status.error_message(), testing::HasSubstr("wrong way round"));
}

// What is left out must not count as exact.
TEST_P(SiteService, NeedsToBeToldHowExactItsPositionIs) {
  auto request = SiteRequest("employers/acme", "main");
  v1::Position& position = *request.mutable_site()->mutable_position();
  for (const bool stated_as_0 : {false, true}) {
    position.clear_uncertainty_m();
    if (stated_as_0) position.set_uncertainty_m(0);
    const auto refused = Create(request);
    EXPECT_THAT(refused, Refuses(Fields{"site.position.uncertainty_m"}));
    EXPECT_THAT(refused.status.error_message(), testing::HasSubstr("unit postcode"));
  }
  position.set_uncertainty_m(1);
  const auto created = Create(request);
  ASSERT_THAT(created, Succeeds());
  EXPECT_EQ(created->site().position().uncertainty_m(), 1);

  const auto moved = Update(R"pb(
    site {
      name: "employers/acme/sites/main"
      position { latitude: 53.48 longitude: -2.23 }
    }
    update_mask { paths: "position" }
  )pb");
  EXPECT_THAT(moved, Refuses(Fields{"site.position.uncertainty_m"}));
}

}  // namespace
}  // namespace throughgate
