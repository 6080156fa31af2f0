#include "tests/service/samples.h"

#include "storage/format/keys.h"
#include "storage/format/records.h"

#include <gtest/gtest.h>

#include "tests/service/wire.h"

namespace throughgate {

v1::CreateEmployerRequest EmployerRequest(const std::string& id) {
  auto request = Parse<v1::CreateEmployerRequest>(R"pb(
    employer {
      display_name: "Acme Kitchens"
      sector: EMPLOYER_SECTOR_HOSPITALITY_CATERING
      pledges { code: "CP01" state: PLEDGE_STATE_DECLARED }
    }
  )pb");
  request.set_employer_id(id);
  return request;
}

v1::CreateSiteRequest SiteRequest(const std::string& employer, const std::string& id) {
  auto request = Parse<v1::CreateSiteRequest>(R"pb(
    site {
      display_name: "Oxford Road"
      position { latitude: 53.47 longitude: -2.23 uncertainty_m: 100 }
    }
  )pb");
  request.set_parent(employer);
  request.set_site_id(id);
  return request;
}

v1::CreateVacancyRequest VacancyRequest(const std::string& employer, const std::string& id) {
  auto request = Parse<v1::CreateVacancyRequest>(R"pb(
    vacancy {
      title: "Commis chef"
      kind: VACANCY_KIND_JOB
      site_mode: SITE_MODE_CHOOSE_ONE
      shifts {
        windows {
          days: [ WEEKDAY_MONDAY, WEEKDAY_TUESDAY ]
          start: "09:00"
          end: "17:00"
        }
      }
      attributes_present: WORK_ATTRIBUTE_BLADES_AND_TOOLS
      occupations { code: "occupation/chef" }
      skills { code: "skill/cook" essential: true }
      pay { pence_per_hour: 1250 }
    }
  )pb");
  request.set_parent(employer);
  request.set_vacancy_id(id);
  request.mutable_vacancy()->add_sites(employer + "/sites/main");
  return request;
}

v1::CreateWorkTrialSlotRequest SlotRequest(const std::string& vacancy, const std::string& id) {
  auto request = Parse<v1::CreateWorkTrialSlotRequest>(R"pb(
    slot {
      windows {
        date { year: 2025 month: 7 day: 1 }
        start: "09:00"
        end: "15:00"
      }
      capacity: 2
      absence_sub_type: "RDR"
      absence_reason: "R18"
    }
  )pb");
  request.set_parent(vacancy);
  request.set_slot_id(id);
  request.mutable_slot()->set_site(vacancy.substr(0, vacancy.find("/vacancies/")) + "/sites/main");
  return request;
}

v1::CreateCandidateRequest CandidateRequest(const std::string& id) {
  auto request = Parse<v1::CreateCandidateRequest>(R"pb(
    candidate {
      skills { code: "skill/cook" level: SKILL_LEVEL_PROFICIENT }
      occupations { code: "occupation/chef" relation: OCCUPATION_RELATION_HELD }
      release_area: "M13"
      reach_m: 15000
      travel_mode: TRAVEL_MODE_PUBLIC_TRANSPORT
      pay_floor_pence_per_hour: 1100
      consent {
        basis: CONSENT_BASIS_CONSENT
        lists: true
        counts: true
        given_on { year: 2025 month: 1 day: 2 }
      }
    }
  )pb");
  request.set_candidate_id(id);
  return request;
}

v1::SetRiskPlanRequest RiskPlanRequest(const std::string& candidate) {
  auto request = Parse<v1::SetRiskPlanRequest>(R"pb(
    risk_plan {
      supervision: SUPERVISION_ON_LICENCE
      reviewed_on { year: 2025 month: 5 day: 20 }
      rosh {
        children: ROSH_LEVEL_LOW
        public: ROSH_LEVEL_MEDIUM
        known_adult: ROSH_LEVEL_LOW
        staff: ROSH_LEVEL_LOW
      }
      mappa_level: MAPPA_LEVEL_NOT_APPLICABLE
      zones {
        zone_id: "market"
        kind: ZONE_KIND_EXCLUSION
        circle {
          centre { latitude: 53.5 longitude: -2.3 }
          radius_m: 500
        }
        buffer_m: 100
      }
      curfews {
        curfew_id: "night"
        windows { days: WEEKDAY_MONDAY start: "19:00" end: "07:00" }
      }
      work_limits { attribute: WORK_ATTRIBUTE_CHILDREN effect: WORK_LIMIT_EFFECT_BARRED }
      barred_lists { children: KNOWN_NO adults: KNOWN_NO }
    }
  )pb");
  request.mutable_risk_plan()->set_name(candidate + "/riskPlan");
  return request;
}

v1::SetRiskPlanRequest StrictRiskPlanRequest(const std::string& candidate) {
  auto request = RiskPlanRequest(candidate);
  request.mutable_risk_plan()->MergeFrom(Parse<v1::RiskPlan>(R"pb(
    contact_limits {
      group: CONTACT_GROUP_CHILDREN
      from: CONTACT_DEGREE_SUPERVISED
      effect: WORK_LIMIT_EFFECT_BARRED
    }
    contact_limits {
      group: CONTACT_GROUP_ADULTS_AT_RISK
      from: CONTACT_DEGREE_UNSUPERVISED
      effect: WORK_LIMIT_EFFECT_NEEDS_APPROVAL
    }
    vehicle_limits {
      vehicle_limit_id: "market-vans"
      types: [ VEHICLE_TYPE_VAN, VEHICLE_TYPE_LORRY ]
      windows { days: WEEKDAY_FRIDAY start: "20:00" end: "06:00" }
      within_zone_id: "market"
      effect: WORK_LIMIT_EFFECT_BARRED
    }
    vehicle_limits { vehicle_limit_id: "all" effect: WORK_LIMIT_EFFECT_NEEDS_APPROVAL }
    cash_limit_pounds: 0
    tags { kind: TAG_KIND_LOCATION }
    tags {
      kind: TAG_KIND_ALCOHOL
      ends_on { year: 2025 month: 9 day: 30 }
    }
    barred_lists { children: KNOWN_YES }
    offences { category: OFFENCE_CATEGORY_SEXUAL }
    offences {
      category: OFFENCE_CATEGORY_THEFT
      spent_on { year: 2021 month: 2 day: 3 }
    }
    orders {
      order_id: "shpo"
      kind: ORDER_KIND_SEXUAL_HARM_PREVENTION
      barred_attributes: [ WORK_ATTRIBUTE_TEACHING, WORK_ATTRIBUTE_PHOTOGRAPHY ]
      barred_occupations: [ "isco/23", "isco/531" ]
      read_in_full: true
      ends_on { year: 2030 month: 1 day: 31 }
    }
    orders { order_id: "restraining" kind: ORDER_KIND_RESTRAINING }
  )pb"));
  return request;
}

void LinkTo(TestServer& server, const Party& owner, const std::string& candidate,
            const Party& other, const std::string& reference) {
  v1::CreateLinkCodeRequest ask;
  ask.set_candidate(candidate);
  const auto code = server.Call(owner, &Candidates::CreateLinkCode, ask);
  ASSERT_THAT(code, Succeeds());
  v1::LinkCandidateRequest link;
  link.set_code(code->code());
  link.set_reference(reference);
  ASSERT_THAT(server.Call(other, &Candidates::LinkCandidate, link), Succeeds());
}

matcher::CandidateName InternalName(TestServer& server, const Party& whose,
                                    const std::string& reference) {
  const std::string key = format::TermsKey(matcher::ReferenceName{{whose.organisation}, reference});
  const auto record = *server.store().Get(key);
  return format::Decode<matcher::ReferenceTerms>(key, record->value)->candidate;
}

void LoadSamples(TestServer& server) {
  server.LoadReferenceData();
  ASSERT_THAT(server.Call(kEngagement, &Employers::CreateEmployer, EmployerRequest("acme")),
              Succeeds());
  ASSERT_THAT(
      server.Call(kEngagement, &Employers::CreateSite, SiteRequest("employers/acme", "main")),
      Succeeds());
  ASSERT_THAT(
      server.Call(kEngagement, &Vacancies::CreateVacancy, VacancyRequest("employers/acme", "cook")),
      Succeeds());
  ASSERT_THAT(server.Call(kBroker, &Candidates::CreateCandidate, CandidateRequest("first")),
              Succeeds());
  LinkTo(server, kBroker, "candidates/first", kProbation, "first");
}

}  // namespace throughgate
