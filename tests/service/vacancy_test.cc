// Vacancies and work-trial slots: what is theirs alone. What all nouns share is in employer_test.
#include "matcher/model/vacancy.h"

#include "absl/strings/str_cat.h"
#include "services/edge/edit.h"
#include "tests/service/samples.h"
#include "tests/service/wire.h"
#include "tests/support/status_matchers.h"

namespace throughgate {
namespace {

using grpc::StatusCode;

constexpr char kCook[] = "employers/acme/vacancies/cook";

class VacancyService : public OnEveryStore {
 protected:
  VacancyService() { LoadSamples(server); }
  auto Create(const v1::CreateVacancyRequest& request) {
    return server.Call(kEngagement, &Vacancies::CreateVacancy, request);
  }
  auto Update(const std::string& text) {
    auto request = Parse<v1::UpdateVacancyRequest>(text);
    request.mutable_vacancy()->set_name(kCook);
    return server.Call(kEngagement, &Vacancies::UpdateVacancy, request);
  }
  auto Close() {
    v1::CloseVacancyRequest request;
    request.set_name(kCook);
    return server.Call(kEngagement, &Vacancies::CloseVacancy, request);
  }
  auto CreateSlot(const v1::CreateWorkTrialSlotRequest& request) {
    return server.Call(kEngagement, &Vacancies::CreateWorkTrialSlot, request);
  }
  // Makes the vacancy one of a feed, its occupation inferred.
  void Feed() {
    const auto found =
        services::Read<matcher::Vacancy>(server.store(), {.employer = "acme", .vacancy = "cook"});
    ASSERT_OK(found);
    matcher::Vacancy fed = found->record;
    fed.detail.feed = "adverts";
    fed.detail.external_id = "a-1";
    fed.terms.occupations[0].inferred_from =
        matcher::InferenceEvidence{.label = "chef", .field = "title", .begin = 7, .end = 11};
    services::Edit edit;
    edit.Put(std::optional(*found), fed);
    ASSERT_OK(server.store().Commit(edit.transaction()));
  }
};
ON_EVERY_STORE(VacancyService);

TEST_P(VacancyService, KeepsWhatItIsGiven) {
  auto request = VacancyRequest("employers/acme", "chef");
  const auto created = Create(request);
  ASSERT_THAT(created, Succeeds());
  v1::Vacancy expected = request.vacancy();
  expected.set_name("employers/acme/vacancies/chef");
  expected.set_state(v1::VACANCY_STATE_OPEN);
  expected.mutable_skills(0)->set_level(v1::SKILL_LEVEL_WORKING);
  expected.set_positions(1);
  expected.mutable_posted_on()->set_year(2025);
  expected.mutable_posted_on()->set_month(6);
  expected.mutable_posted_on()->set_day(2);
  expected.set_etag(created->vacancy().etag());
  EXPECT_THAT(created->vacancy(), Is(expected));
  v1::GetVacancyRequest get;
  get.set_name(expected.name());
  EXPECT_THAT(server.Call(kCustody, &Vacancies::GetVacancy, get)->vacancy(), Is(expected));
}

constexpr char kDemands[] = R"pb(
  attributes_present: [ WORK_ATTRIBUTE_DRIVING, WORK_ATTRIBUTE_CASH, WORK_ATTRIBUTE_LIVE_IN ]
  attributes_absent: [ WORK_ATTRIBUTE_CHILDREN, WORK_ATTRIBUTE_SEXUAL_SERVICES ]
  attributes_avoidable: WORK_ATTRIBUTE_DRIVING
  role {
    children: CONTACT_DEGREE_INCIDENTAL
    adults_at_risk: CONTACT_DEGREE_SUPERVISED
    regulated_with_children: KNOWN_NO
    regulated_with_adults: KNOWN_YES
    vehicles: [ VEHICLE_TYPE_CAR, VEHICLE_TYPE_VAN ]
    cash_handled_pounds: 0
    dbs_level: DBS_LEVEL_ENHANCED
    exempt: KNOWN_YES
    disclosure_stage: DISCLOSURE_STAGE_INTERVIEW
    offence_policy: OFFENCE_POLICY_LISTED
    excluded_offences: [ OFFENCE_CATEGORY_ARSON, OFFENCE_CATEGORY_OTHER ]
    case_by_case_offences: OFFENCE_CATEGORY_THEFT
  }
)pb";

TEST_P(VacancyService, KeepsWhatTheWorkDemands) {
  auto request = VacancyRequest("employers/acme", "carer");
  request.mutable_vacancy()->clear_attributes_present();
  request.mutable_vacancy()->MergeFrom(Parse<v1::Vacancy>(kDemands));
  const auto created = Create(request);
  ASSERT_THAT(created, Succeeds());
  const v1::Vacancy& stored = created->vacancy();
  EXPECT_THAT(stored.role(), Is(request.vacancy().role()));
  EXPECT_TRUE(stored.role().has_cash_handled_pounds()) << "no cash at all is an answer";
  v1::GetVacancyRequest get;
  get.set_name(stored.name());
  EXPECT_THAT(server.Call(kBroker, &Vacancies::GetVacancy, get)->vacancy(), Is(stored));
  const auto attributes = [](const auto& list) {
    return std::vector<int>(list.begin(), list.end());
  };
  EXPECT_EQ(attributes(stored.attributes_present()),
            attributes(request.vacancy().attributes_present()));
  EXPECT_EQ(attributes(stored.attributes_absent()),
            attributes(request.vacancy().attributes_absent()));
  EXPECT_EQ(attributes(stored.attributes_avoidable()),
            attributes(request.vacancy().attributes_avoidable()));
}

TEST_P(VacancyService, UpdatesWhatTheWorkDemandsByMask) {
  const auto demands = Update(absl::StrCat("vacancy {", kDemands, "} update_mask {",
                                           "paths: 'attributes_present' paths: 'attributes_absent' "
                                           "paths: 'attributes_avoidable' paths: 'role' }"));
  ASSERT_THAT(demands, Succeeds());
  const auto expect = [&](v1::Vacancy expected, const auto& updated) {
    ASSERT_THAT(updated, Succeeds());
    expected.set_etag(updated->vacancy().etag());
    EXPECT_THAT(updated->vacancy(), Is(expected));
  };
  v1::Vacancy expected = demands->vacancy();
  expected.set_title("Chef");
  expect(expected, Update(R"pb(
           vacancy { title: "Chef" }
           update_mask { paths: "title" }
         )pb"));
  expected.clear_attributes_avoidable();
  expected.add_attributes_avoidable(v1::WORK_ATTRIBUTE_CASH);
  expect(expected, Update(R"pb(
           vacancy { attributes_avoidable: WORK_ATTRIBUTE_CASH }
           update_mask { paths: "attributes_avoidable" }
         )pb"));
  *expected.mutable_role() = Parse<v1::Role>("dbs_level: DBS_LEVEL_BASIC");
  expect(expected, Update(R"pb(
           vacancy { role { dbs_level: DBS_LEVEL_BASIC } }
           update_mask { paths: "role" }
         )pb"));
  expected.clear_role();
  expect(expected, Update(R"pb(
           vacancy {}
           update_mask { paths: "role" }
         )pb"));
  EXPECT_THAT(Update(R"pb(
                vacancy { role { exempt: KNOWN_NO } }
                update_mask { paths: "role.exempt" }
              )pb"),
              Refuses(Fields{"update_mask.paths[0]"}));
}

TEST_P(VacancyService, TellsEveryFaultOfWhatTheWorkDemandsAtOnce) {
  auto request = VacancyRequest("employers/acme", "chef");
  request.mutable_vacancy()->MergeFrom(Parse<v1::Vacancy>(R"pb(
    attributes_absent: [ WORK_ATTRIBUTE_CHILDREN, WORK_ATTRIBUTE_CASH ]
    attributes_avoidable: [ WORK_ATTRIBUTE_KEYS, WORK_ATTRIBUTE_KEYS, 32 ]
    role {
      children: CONTACT_DEGREE_UNSUPERVISED
      adults_at_risk: 5
      regulated_with_children: 3
      vehicles: [ VEHICLE_TYPE_CAR, VEHICLE_TYPE_CAR ]
      cash_handled_pounds: 1000001
      dbs_level: 6
      offence_policy: OFFENCE_POLICY_CASE_BY_CASE
      excluded_offences: OFFENCE_CATEGORY_ARSON
      case_by_case_offences: [ OFFENCE_CATEGORY_ARSON, 16 ]
    }
  )pb"));
  const auto refused = Create(request);
  EXPECT_THAT(refused,
              Refuses(Fields{"vacancy.attributes_avoidable", "vacancy.attributes_avoidable[1]",
                             "vacancy.attributes_avoidable[2]", "vacancy.role.children",
                             "vacancy.role.adults_at_risk", "vacancy.role.regulated_with_children",
                             "vacancy.role.vehicles", "vacancy.role.vehicles[1]",
                             "vacancy.role.cash_handled_pounds", "vacancy.role.cash_handled_pounds",
                             "vacancy.role.dbs_level", "vacancy.role.excluded_offences",
                             "vacancy.role.case_by_case_offences",
                             "vacancy.role.case_by_case_offences[1]"}));
}

TEST_P(VacancyService, TellsEveryFaultAtOnce) {
  const auto refused = Create(Parse<v1::CreateVacancyRequest>(R"pb(
    parent: "employers/"
    vacancy_id: "-chef"
    vacancy {
      sites: [ "employers/acme/sites/", "main" ]
      shifts {
        windows { days: 8 start: "24:00" end: "24:01" }
        windows { start: "9:00" end: "17:00" }
      }
      attributes_present: [ WORK_ATTRIBUTE_CASH, WORK_ATTRIBUTE_CASH, 99 ]
      attributes_absent: [ WORK_ATTRIBUTE_CASH, WORK_ATTRIBUTE_UNSPECIFIED ]
      opens_on { year: 2025 month: 7 day: 2 }
      closes_on { year: 2025 month: 7 day: 1 }
      starts_on { year: 2025 month: 13 day: 1 }
      occupations { code: "occupation/unheard-of" }
      skills { code: "skill/cook" }
      skills { code: "skill/cook" level: 9 }
      pay { pence_per_hour: 65001 }
      positions: -1
      posted_on { year: 1899 month: 1 day: 1 }
    }
  )pb"));
  EXPECT_THAT(refused, Refuses(Fields{"parent",
                                      "vacancy_id",
                                      "vacancy.title",
                                      "vacancy.kind",
                                      "vacancy.site_mode",
                                      "vacancy.sites[0]",
                                      "vacancy.sites[1]",
                                      "vacancy.shifts.windows[0].days[0]",
                                      "vacancy.shifts.windows[0].start",
                                      "vacancy.shifts.windows[0].end",
                                      "vacancy.shifts.windows[1].days",
                                      "vacancy.shifts.windows[1].start",
                                      "vacancy.attributes_present[1]",
                                      "vacancy.attributes_present[2]",
                                      "vacancy.attributes_absent[1]",
                                      "vacancy.attributes_absent",
                                      "vacancy.closes_on",
                                      "vacancy.starts_on",
                                      "vacancy.occupations[0].code",
                                      "vacancy.skills[1].code",
                                      "vacancy.skills[1].level",
                                      "vacancy.pay.pence_per_hour",
                                      "vacancy.positions",
                                      "vacancy.posted_on"}));
}

TEST_P(VacancyService, NeedsASiteOfItsOwnEmployerThatExists) {
  auto request = VacancyRequest("employers/acme", "chef");
  request.mutable_vacancy()->set_sites(0, "employers/other/sites/main");
  EXPECT_THAT(Create(request), Refuses(Fields{"vacancy.sites[0]"}));
  request.mutable_vacancy()->set_sites(0, "employers/acme/sites/elsewhere");
  EXPECT_THAT(Create(request), Names("employers/acme/sites/elsewhere"));
  request.mutable_vacancy()->clear_sites();
  EXPECT_THAT(Create(request), Refuses(Fields{"vacancy.sites"}));
  request.mutable_vacancy()->set_site_mode(v1::SITE_MODE_MOBILE);
  EXPECT_THAT(Create(request), Succeeds());
  EXPECT_THAT(Create(VacancyRequest("employers/nobody", "chef")), Names("employers/nobody"));
  EXPECT_THAT(Update(R"pb(
                vacancy { sites: "employers/acme/sites/elsewhere" }
                update_mask { paths: "sites" }
              )pb"),
              Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
}

TEST_P(VacancyService, ChecksWhatAnUpdateLeavesTogether) {
  EXPECT_THAT(Update(R"pb(
                vacancy { attributes_absent: WORK_ATTRIBUTE_BLADES_AND_TOOLS }
                update_mask { paths: "attributes_absent" }
              )pb"),
              Refuses(Fields{"vacancy.attributes_absent"}));
  EXPECT_THAT(Update(R"pb(
                vacancy {}
                update_mask { paths: "sites" }
              )pb"),
              Refuses(Fields{"vacancy.sites"}));
  // What is not taken is there already.
  EXPECT_THAT(Update(R"pb(
                vacancy { site_mode: SITE_MODE_ALL }
                update_mask { paths: "site_mode" }
              )pb"),
              Succeeds());
}

TEST_P(VacancyService, ChecksWhatAnUpdateLeavesOfAttributesAndRoleTogether) {
  ASSERT_THAT(
      Update(R"pb(
        vacancy {
          attributes_present: [ WORK_ATTRIBUTE_DRIVING, WORK_ATTRIBUTE_CHILDREN ]
          attributes_avoidable: WORK_ATTRIBUTE_DRIVING
          role {
            children: CONTACT_DEGREE_SUPERVISED
            vehicles: VEHICLE_TYPE_VAN
            cash_handled_pounds: 50
          }
        }
        update_mask { paths: "attributes_present" paths: "attributes_avoidable" paths: "role" }
      )pb"),
      Succeeds());
  EXPECT_THAT(Update(R"pb(
                vacancy { attributes_absent: WORK_ATTRIBUTE_CASH }
                update_mask { paths: "attributes_present" paths: "attributes_absent" }
              )pb"),
              Refuses(Fields{"vacancy.attributes_avoidable", "vacancy.role.vehicles",
                             "vacancy.role.cash_handled_pounds"}));
  EXPECT_THAT(Update(R"pb(
                vacancy { role { children: CONTACT_DEGREE_NONE } }
                update_mask { paths: "role" }
              )pb"),
              Refuses(Fields{"vacancy.role.children"}));
}

TEST_P(VacancyService, ClosesForGood) {
  const auto closed = Close();
  ASSERT_THAT(closed, Succeeds());
  EXPECT_EQ(closed->vacancy().state(), v1::VACANCY_STATE_CLOSED);
  const auto again = Close();
  ASSERT_THAT(again, Succeeds());
  EXPECT_EQ(again->revision(), closed->revision());
  const auto updated = Update(R"pb(
    vacancy { title: "Chef" }
    update_mask { paths: "title" }
  )pb");
  EXPECT_THAT(updated, Fails(StatusCode::FAILED_PRECONDITION, "RESOURCE_CLOSED"));
  EXPECT_THAT(updated, Names(kCook));
  EXPECT_THAT(CreateSlot(SlotRequest(kCook, "july")),
              Fails(StatusCode::FAILED_PRECONDITION, "RESOURCE_CLOSED"));
}

TEST_P(VacancyService, APersonsChangeToAFedVacancyIsACorrection) {
  ASSERT_NO_FATAL_FAILURE(Feed());
  const auto unchanged = Update(R"pb(
    vacancy { title: "Commis chef" }
    update_mask { paths: "title" }
  )pb");
  ASSERT_THAT(unchanged, Succeeds());
  EXPECT_FALSE(unchanged->vacancy().corrected());
  const auto corrected = Update(R"pb(
    vacancy { title: "Chef" }
    update_mask { paths: "title" }
  )pb");
  ASSERT_THAT(corrected, Succeeds());
  EXPECT_TRUE(corrected->vacancy().corrected());
  EXPECT_EQ(corrected->vacancy().feed(), "adverts");
  EXPECT_TRUE(corrected->vacancy().occupations(0).inferred());
  EXPECT_EQ(corrected->vacancy().occupations(0).evidence().label(), "chef");
}

TEST_P(VacancyService, ACodeThatStaysKeepsItsEvidence) {
  ASSERT_NO_FATAL_FAILURE(Feed());
  const auto updated = Update(R"pb(
    vacancy {
      occupations { code: "isco/5120" }
      occupations { code: "occupation/chef" }
    }
    update_mask { paths: "occupations" }
  )pb");
  ASSERT_THAT(updated, Succeeds());
  EXPECT_FALSE(updated->vacancy().occupations(0).inferred());
  EXPECT_TRUE(updated->vacancy().occupations(1).inferred());
}

TEST_P(VacancyService, SlotsKeepWhatTheyAreGivenAndCancelForGood) {
  auto request = SlotRequest(kCook, "july");
  const auto created = CreateSlot(request);
  ASSERT_THAT(created, Succeeds());
  v1::WorkTrialSlot expected = request.slot();
  expected.set_name("employers/acme/vacancies/cook/slots/july");
  expected.set_state(v1::SLOT_STATE_OPEN);
  expected.set_etag(created->slot().etag());
  EXPECT_THAT(created->slot(), Is(expected));

  v1::CancelWorkTrialSlotRequest cancel;
  cancel.set_name(expected.name());
  cancel.set_etag("stale");
  EXPECT_THAT(server.Call(kEngagement, &Vacancies::CancelWorkTrialSlot, cancel),
              Fails(StatusCode::ABORTED, "ETAG_MISMATCH"));
  cancel.set_etag(expected.etag());
  const auto cancelled = server.Call(kEngagement, &Vacancies::CancelWorkTrialSlot, cancel);
  ASSERT_THAT(cancelled, Succeeds());
  EXPECT_EQ(cancelled->slot().state(), v1::SLOT_STATE_CANCELLED);
  cancel.clear_etag();
  EXPECT_EQ(server.Call(kEngagement, &Vacancies::CancelWorkTrialSlot, cancel)->revision(),
            cancelled->revision());
  cancel.set_name("employers/acme/vacancies/cook/slots/june");
  EXPECT_THAT(server.Call(kEngagement, &Vacancies::CancelWorkTrialSlot, cancel),
              Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
}

TEST_P(VacancyService, SlotsTellEveryFaultAtOnce) {
  auto request = Parse<v1::CreateWorkTrialSlotRequest>(R"pb(
    parent: "employers/acme/vacancies/cook"
    slot_id: "july"
    slot {
      site: "employers/other/sites/main"
      windows {
        date { year: 2025 month: 7 day: 1 }
        start: "22:00"
        end: "06:00"
      }
      windows { start: "05:00" end: "6" }
      absence_sub_type: "RDX"
      absence_reason: "R26"
    }
  )pb");
  EXPECT_THAT(CreateSlot(request),
              Refuses(Fields{"slot.site", "slot.windows[1].date", "slot.windows[1].end",
                             "slot.capacity", "slot.absence_sub_type", "slot.absence_reason"}));
  auto overlapping = SlotRequest(kCook, "july");
  v1::SlotWindow& second = *overlapping.mutable_slot()->add_windows();
  second = overlapping.slot().windows(0);
  second.set_start("14:59");
  EXPECT_THAT(CreateSlot(overlapping), Refuses(Fields{"slot.windows[1]"}));
  second.set_start("15:00");
  second.set_end("15:00");
  overlapping.set_slot_id("long");
  EXPECT_THAT(CreateSlot(overlapping), Succeeds());
  auto elsewhere = SlotRequest(kCook, "july");
  elsewhere.mutable_slot()->set_site("employers/acme/sites/elsewhere");
  EXPECT_THAT(CreateSlot(elsewhere), Refuses(Fields{"slot.site"}));
  EXPECT_THAT(CreateSlot(SlotRequest("employers/acme/vacancies/waiter", "july")),
              Names("employers/acme/vacancies/waiter"));
  ASSERT_THAT(CreateSlot(SlotRequest(kCook, "july")), Succeeds());
  EXPECT_THAT(CreateSlot(SlotRequest(kCook, "july")),
              Fails(StatusCode::ALREADY_EXISTS, "RESOURCE_EXISTS"));
}

TEST(ReferenceData, MustBeLoadedBeforeACodeIsUsed) {
  TestServer server;
  server.Call(kEngagement, &Employers::CreateEmployer, EmployerRequest("acme"));
  server.Call(kEngagement, &Employers::CreateSite, SiteRequest("employers/acme", "main"));
  EXPECT_THAT(
      server.Call(kEngagement, &Vacancies::CreateVacancy, VacancyRequest("employers/acme", "cook")),
      Fails(StatusCode::FAILED_PRECONDITION, "REFERENCE_DATA_MISSING"));
  auto candidate = CandidateRequest("first");
  candidate.mutable_candidate()->clear_skills();
  candidate.mutable_candidate()->clear_occupations();
  EXPECT_THAT(server.Call(kBroker, &Candidates::CreateCandidate, candidate),
              Fails(StatusCode::FAILED_PRECONDITION, "REFERENCE_DATA_MISSING"));
  // A fault that more data would not mend is told first.
  candidate.mutable_candidate()->clear_reach_m();
  EXPECT_THAT(server.Call(kBroker, &Candidates::CreateCandidate, candidate),
              Refuses(Fields{"candidate.reach_m"}));
}

}  // namespace
}  // namespace throughgate
