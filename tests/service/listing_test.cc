// Listings: complete, in order, and of one revision whatever is written meanwhile.
#include "tests/service/samples.h"
#include "tests/service/wire.h"

namespace throughgate {
namespace {

using grpc::StatusCode;

class Listing : public OnEveryStore {
 protected:
  void CreateEmployers(const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
      ASSERT_THAT(server.Call(kEngagement, &Employers::CreateEmployer, EmployerRequest(id)),
                  Succeeds());
    }
  }
  auto List(int page_size, const std::string& page_token = "") {
    v1::ListEmployersRequest request;
    request.set_page_size(page_size);
    request.set_page_token(page_token);
    return server.Call(kBroker, &Employers::ListEmployers, request);
  }
  static std::vector<std::string> NamesOf(const v1::ListEmployersResponse& response) {
    std::vector<std::string> names;
    for (const auto& employer : response.employers()) names.push_back(employer.name());
    return names;
  }
};
ON_EVERY_STORE(Listing);

TEST_P(Listing, OfNothingIsEmpty) {
  const auto listed = List(0);
  ASSERT_THAT(listed, Succeeds());
  EXPECT_EQ(listed->employers_size(), 0);
  EXPECT_EQ(listed->next_page_token(), "");
}

TEST_P(Listing, PagesAreOfOneRevisionWhileWritesGoOn) {
  CreateEmployers({"acme-2", "acme", "delta", "beta"});
  std::vector<std::string> names;
  std::string token;
  std::string revision;
  do {
    const auto page = List(1, token);
    ASSERT_THAT(page, Succeeds());
    ASSERT_EQ(page->employers_size(), 1);
    if (revision.empty()) revision = page->revision();
    EXPECT_EQ(page->revision(), revision);
    EXPECT_EQ(page->employers(0).display_name(), "Acme Kitchens");
    names.push_back(page->employers(0).name());
    token = page->next_page_token();
    CreateEmployers({"new-" + std::to_string(names.size())});
    server.Call(kEngagement, &Employers::UpdateEmployer, Parse<v1::UpdateEmployerRequest>(R"pb(
                  employer { name: "employers/delta" display_name: "Delta" }
                )pb"));
  } while (!token.empty());
  EXPECT_EQ(names, (std::vector<std::string>{"employers/acme", "employers/acme-2", "employers/beta",
                                             "employers/delta"}));
  EXPECT_EQ(List(0)->employers_size(), 8);
}

TEST_P(Listing, TheLastPageSaysThatItIsTheLast) {
  CreateEmployers({"a", "b"});
  EXPECT_EQ(List(2)->next_page_token(), "");
  EXPECT_NE(List(1)->next_page_token(), "");
}

TEST_P(Listing, PagesHaveOneToAThousandRows) {
  EXPECT_THAT(List(1001), Refuses(Fields{"page_size"}));
  EXPECT_THAT(List(-1), Refuses(Fields{"page_size"}));
  EXPECT_THAT(List(1000), Succeeds());
}

TEST_P(Listing, RefusesATokenThatItDidNotMake) {
  CreateEmployers({"a", "b", "c"});
  std::string token = List(1)->next_page_token();
  std::string changed = token;
  changed.back() = changed.back() == '0' ? '1' : '0';
  std::string capitals = token;
  for (char& c : capitals) c = static_cast<char>(std::toupper(c));
  for (const std::string& bad : {changed, capitals, token + "0", token + "00", token.substr(2),
                                 std::string("x"), std::string("ff")}) {
    EXPECT_THAT(List(1, bad), Fails(StatusCode::INVALID_ARGUMENT, "CURSOR_INVALID")) << bad;
  }
  // Of another method, and of the same method with another parent.
  v1::ListSitesRequest sites;
  sites.set_parent("employers/a");
  sites.set_page_token(token);
  EXPECT_THAT(server.Call(kBroker, &Employers::ListSites, sites),
              Fails(StatusCode::INVALID_ARGUMENT, "CURSOR_INVALID"));
  for (const char* id : {"one", "two"}) {
    server.Call(kEngagement, &Employers::CreateSite, SiteRequest("employers/a", id));
  }
  sites.clear_page_token();
  sites.set_page_size(1);
  sites.set_page_token(server.Call(kBroker, &Employers::ListSites, sites)->next_page_token());
  ASSERT_NE(sites.page_token(), "");
  EXPECT_THAT(server.Call(kBroker, &Employers::ListSites, sites), Succeeds());
  sites.set_parent("employers/b");
  EXPECT_THAT(server.Call(kBroker, &Employers::ListSites, sites),
              Fails(StatusCode::INVALID_ARGUMENT, "CURSOR_INVALID"));
}

TEST_P(Listing, ATokenLivesFiveMinutesAndThenSaysSo) {
  CreateEmployers({"a", "b"});
  const std::string token = List(1)->next_page_token();
  const auto compact = [&] {
    CreateEmployers({"n" + std::to_string(server.store().latest())});
    while (*server.store().Compact(server.Now() - absl::Minutes(5))) {
    }
  };
  compact();
  server.Advance(absl::Minutes(4));
  compact();
  EXPECT_EQ(NamesOf(List(1, token).response), std::vector<std::string>{"employers/b"});
  server.Advance(absl::Minutes(6));
  compact();
  EXPECT_THAT(List(1, token), Fails(StatusCode::FAILED_PRECONDITION, "CURSOR_EXPIRED"));
}

TEST_P(Listing, OfVacanciesIsOfOneEmployerOrOfAll) {
  LoadSamples(server);
  CreateEmployers({"acme-2"});
  server.Call(kEngagement, &Employers::CreateSite, SiteRequest("employers/acme-2", "main"));
  server.Call(kEngagement, &Vacancies::CreateVacancy, VacancyRequest("employers/acme-2", "cook"));
  const auto list = [&](const std::string& parent) {
    v1::ListVacanciesRequest request;
    request.set_parent(parent);
    return server.Call(kBroker, &Vacancies::ListVacancies, request);
  };
  EXPECT_EQ(list("employers/acme")->vacancies_size(), 1);
  EXPECT_EQ(list("employers/-")->vacancies_size(), 2);
  EXPECT_THAT(list("employers"), Refuses(Fields{"parent"}));

  v1::ListWorkTrialSlotsRequest slots;
  slots.set_parent("employers/acme/vacancies/cook");
  server.Call(kEngagement, &Vacancies::CreateWorkTrialSlot,
              SlotRequest("employers/acme/vacancies/cook", "july"));
  EXPECT_EQ(server.Call(kBroker, &Vacancies::ListWorkTrialSlots, slots)->slots_size(), 1);
}

TEST_P(Listing, OfLargeRecordsFitsWhatClientsTake) {
  LoadSamples(server);
  auto request = VacancyRequest("employers/acme", "");
  for (int i = 0; i < 9'999; ++i) request.mutable_vacancy()->mutable_description()->append("é");
  for (int i = 0; i < 120; ++i) {
    request.set_vacancy_id("large-" + std::to_string(i));
    ASSERT_THAT(server.Call(kEngagement, &Vacancies::CreateVacancy, request), Succeeds());
  }
  v1::ListVacanciesRequest list;
  list.set_parent("employers/acme");
  list.set_page_size(1000);
  int listed = 0;
  do {
    const auto page = server.Call(kBroker, &Vacancies::ListVacancies, list);
    ASSERT_THAT(page, Succeeds());
    EXPECT_LT(page->ByteSizeLong(), 2u << 20);
    listed += page->vacancies_size();
    list.set_page_token(page->next_page_token());
  } while (!list.page_token().empty());
  EXPECT_EQ(listed, 121);
}

TEST_P(Listing, OfCandidatesPagesThroughTheCallersOwn) {
  server.LoadReferenceData();
  for (int i = 0; i < 6; ++i) {
    const Party& party = i % 2 ? kBroker : kOtherBroker;
    server.Call(party, &Candidates::CreateCandidate, CandidateRequest("c" + std::to_string(i)));
  }
  v1::ListCandidatesRequest request;
  request.set_page_size(2);
  const auto first = server.Call(kBroker, &Candidates::ListCandidates, request);
  ASSERT_EQ(first->candidates_size(), 2);
  request.set_page_token(first->next_page_token());
  EXPECT_THAT(server.Call(kOtherBroker, &Candidates::ListCandidates, request),
              Fails(StatusCode::INVALID_ARGUMENT, "CURSOR_INVALID"));
  const auto last = server.Call(kBroker, &Candidates::ListCandidates, request);
  ASSERT_EQ(last->candidates_size(), 1);
  EXPECT_EQ(last->candidates(0).name(), "candidates/c5");
  EXPECT_EQ(last->next_page_token(), "");
}

TEST_P(Listing, ATokenIsOfWhoeverItWasGivenTo) {
  CreateEmployers({"acme", "beta"});
  const std::string token = List(1)->next_page_token();
  EXPECT_THAT(List(1, token), Succeeds());
  v1::ListEmployersRequest request;
  request.set_page_token(token);
  for (const Party& other : {kEngagement, kOtherBroker, Party{"probation", kBroker.organisation}}) {
    EXPECT_THAT(server.Call(other, &Employers::ListEmployers, request),
                Fails(StatusCode::INVALID_ARGUMENT, "CURSOR_INVALID"));
  }
}

TEST_P(Listing, OfWhatNobodyHasIsNotEmptyButNotFound) {
  LoadSamples(server);
  const auto vacancies = [&](const std::string& parent) {
    v1::ListVacanciesRequest request;
    request.set_parent(parent);
    return server.Call(kBroker, &Vacancies::ListVacancies, request);
  };
  EXPECT_EQ(vacancies("employers/acme")->vacancies_size(), 1);
  EXPECT_EQ(vacancies("employers/-")->vacancies_size(), 1);
  EXPECT_THAT(vacancies("employers/none"), Names("employers/none"));
  EXPECT_THAT(vacancies(""), Refuses(Fields{"parent"}));
  EXPECT_THAT(vacancies("").status.error_message(), testing::HasSubstr("employers/-"));
  v1::ListSitesRequest sites;
  sites.set_parent("employers/none");
  EXPECT_THAT(server.Call(kBroker, &Employers::ListSites, sites), Names("employers/none"));
  v1::ListWorkTrialSlotsRequest slots;
  slots.set_parent("employers/acme/vacancies/none");
  EXPECT_THAT(server.Call(kBroker, &Vacancies::ListWorkTrialSlots, slots),
              Names("employers/acme/vacancies/none"));
}

}  // namespace
}  // namespace throughgate
