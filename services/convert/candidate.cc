#include "services/convert/candidate.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <set>
#include <string>
#include <vector>

#include "services/convert/dates.h"
#include "services/convert/values.h"
#include "services/convert/week.h"

namespace throughgate::services {
namespace {

constexpr std::size_t kSkillsMax = 100;
constexpr std::size_t kOccupationsMax = 20;
constexpr Range kReach{.min = 1, .max = 1'000'000};
constexpr Range kPayFloor{.min = 0, .max = 65'000};

using WireSkills = google::protobuf::RepeatedPtrField<v1::CandidateSkill>;
using WireOccupations = google::protobuf::RepeatedPtrField<v1::CandidateOccupation>;

matcher::SkillEvidence ReadEvidence(v1::SkillEvidence wire, const Field& at) {
  if (wire == v1::SKILL_EVIDENCE_UNSPECIFIED) return matcher::SkillEvidence::kSelfDeclared;
  return ReadEnum<matcher::SkillEvidence>(wire, at);
}

matcher::OccupationRelation ReadRelation(v1::OccupationRelation wire, const Field& at) {
  if (wire == v1::OCCUPATION_RELATION_UNSPECIFIED) return matcher::OccupationRelation::kSought;
  return ReadEnum<matcher::OccupationRelation>(wire, at);
}

std::vector<matcher::CandidateSkill> ReadSkills(const WireSkills& wire,
                                                const ReferenceData& reference, const Field& at) {
  CheckCount(static_cast<std::size_t>(wire.size()), kSkillsMax, at);
  std::set<std::string> seen;
  return ReadEach(wire, at, [&](const v1::CandidateSkill& skill, const Field& here) {
    CheckOnce(seen, skill.code(), here["code"]);
    return matcher::CandidateSkill{.code = ReadSkillCode(skill.code(), reference, here["code"]),
                                   .level = ReadSkillLevel(skill.level(), here["level"]),
                                   .evidence = ReadEvidence(skill.evidence(), here["evidence"])};
  });
}

std::vector<matcher::CandidateOccupation> ReadOccupations(const WireOccupations& wire,
                                                          const ReferenceData& reference,
                                                          const Field& at) {
  CheckCount(static_cast<std::size_t>(wire.size()), kOccupationsMax, at);
  std::set<std::string> seen;
  return ReadEach(wire, at, [&](const v1::CandidateOccupation& occupation, const Field& here) {
    CheckOnce(seen, occupation.code(), here["code"]);
    return matcher::CandidateOccupation{
        .code = ReadOccupationCode(occupation.code(), reference, here["code"]),
        .relation = ReadRelation(occupation.relation(), here["relation"])};
  });
}

std::vector<matcher::Qualification> ReadQualifications(
    const google::protobuf::RepeatedPtrField<v1::Qualification>& wire, const Field& at) {
  std::set<v1::QualificationKind> seen;
  auto held = ReadEach(wire, at, [&](const v1::Qualification& one, const Field& here) {
    CheckOnce(seen, one.kind(), here["kind"]);
    return matcher::Qualification{
        .kind = ReadRequiredEnum<matcher::QualificationKind>(one.kind(), here["kind"]),
        .expires_on = ReadOptionalDate(one.has_expires_on(), one.expires_on(), here["expires_on"])};
  });
  std::ranges::sort(held);
  return held;
}

matcher::Consent ReadConsent(const v1::Consent& wire, const Field& at) {
  matcher::Consent consent;
  consent.basis = ReadRequiredEnum<matcher::ConsentBasis>(wire.basis(), at["basis"]);
  consent.lists = wire.lists();
  consent.counts = wire.counts();
  consent.given_on = ReadDate(wire.given_on(), at["given_on"]);
  consent.expires_on = ReadOptionalDate(wire.has_expires_on(), wire.expires_on(), at["expires_on"]);
  if (consent.expires_on && *consent.expires_on < consent.given_on) {
    at["expires_on"].Refuse("Is before given_on.");
  }
  return consent;
}

v1::Consent WriteConsent(const matcher::Consent& consent) {
  v1::Consent wire;
  wire.set_basis(WriteEnum<v1::ConsentBasis>(consent.basis));
  wire.set_lists(consent.lists);
  wire.set_counts(consent.counts);
  *wire.mutable_given_on() = WriteDate(consent.given_on);
  if (consent.expires_on) *wire.mutable_expires_on() = WriteDate(*consent.expires_on);
  return wire;
}

void ReadTerms(const v1::Candidate& wire, const FieldSet& fields, const ReferenceData& reference,
               const Field& at, matcher::CandidateTerms& terms) {
  if (fields.Has("release_area")) {
    terms.release_area = ReadDistrict(wire.release_area(), reference, at["release_area"]);
  }
  if (fields.Has("reach_m")) {
    terms.reach = {ReadNumber(wire.reach_m(), kReach, at["reach_m"])};
  }
  if (fields.Has("travel_mode")) {
    terms.travel_mode =
        ReadRequiredEnum<matcher::TravelMode>(wire.travel_mode(), at["travel_mode"]);
  }
  if (fields.Has("young_worker")) terms.young_worker = wire.young_worker();
  if (fields.Has("readiness")) {
    terms.readiness = ReadEnum<matcher::Readiness>(wire.readiness(), at["readiness"]);
  }
  if (fields.Has("qualifications")) {
    terms.qualifications = ReadQualifications(wire.qualifications(), at["qualifications"]);
  }
  if (fields.Has("consent")) {
    terms.consent =
        wire.has_consent() ? ReadConsent(wire.consent(), at["consent"]) : matcher::Consent();
  }
  if (fields.Has("available_from")) {
    terms.available_from =
        ReadOptionalDate(wire.has_available_from(), wire.available_from(), at["available_from"]);
  }
}

void ReadDetail(const v1::Candidate& wire, const FieldSet& fields, const ReferenceData& reference,
                const Field& at, matcher::CandidateDetail& detail) {
  if (fields.Has("skills")) detail.skills = ReadSkills(wire.skills(), reference, at["skills"]);
  if (fields.Has("occupations")) {
    detail.occupations = ReadOccupations(wire.occupations(), reference, at["occupations"]);
  }
  if (fields.Has("availability")) {
    detail.availability = ReadWeek(wire.availability(), at["availability"]);
  }
  if (fields.Has("pay_floor_pence_per_hour")) {
    detail.pay_floor = {
        ReadNumber(wire.pay_floor_pence_per_hour(), kPayFloor, at["pay_floor_pence_per_hour"])};
  }
}

}  // namespace

void ReadCandidate(const v1::Candidate& wire, const FieldSet& fields,
                   const ReferenceData& reference, const Field& at, matcher::Candidate& candidate) {
  ReadTerms(wire, fields, reference, at, candidate.terms);
  ReadDetail(wire, fields, reference, at, candidate.detail);
}

v1::Candidate WriteCandidate(const Stored<matcher::Candidate>& stored) {
  const auto& [name, terms, detail] = stored.record;
  v1::Candidate wire;
  wire.set_name(name.ToString());
  for (const matcher::CandidateSkill& skill : detail.skills) {
    v1::CandidateSkill& entry = *wire.add_skills();
    entry.set_code(skill.code);
    entry.set_level(WriteEnum<v1::SkillLevel>(skill.level));
    entry.set_evidence(WriteEnum<v1::SkillEvidence>(skill.evidence));
  }
  for (const matcher::CandidateOccupation& occupation : detail.occupations) {
    v1::CandidateOccupation& entry = *wire.add_occupations();
    entry.set_code(occupation.code);
    entry.set_relation(WriteEnum<v1::OccupationRelation>(occupation.relation));
  }
  wire.set_release_area(terms.release_area);
  wire.set_reach_m(static_cast<std::int32_t>(terms.reach.value));
  wire.set_travel_mode(WriteEnum<v1::TravelMode>(terms.travel_mode));
  *wire.mutable_availability() = WriteWeek(detail.availability);
  wire.set_young_worker(terms.young_worker);
  wire.set_readiness(WriteEnum<v1::Readiness>(terms.readiness));
  for (const matcher::Qualification& held : terms.qualifications) {
    v1::Qualification& entry = *wire.add_qualifications();
    entry.set_kind(WriteEnum<v1::QualificationKind>(held.kind));
    if (held.expires_on) *entry.mutable_expires_on() = WriteDate(*held.expires_on);
  }
  if (terms.consent != matcher::Consent()) *wire.mutable_consent() = WriteConsent(terms.consent);
  if (terms.available_from) *wire.mutable_available_from() = WriteDate(*terms.available_from);
  wire.set_pay_floor_pence_per_hour(detail.pay_floor.value);
  wire.set_custodian(terms.custodian.value);
  *wire.mutable_registered_on() = WriteDate(detail.registered_on);
  wire.set_corrected(detail.corrected);
  wire.set_etag(FormatEtag(stored.versions));
  return wire;
}

}  // namespace throughgate::services
