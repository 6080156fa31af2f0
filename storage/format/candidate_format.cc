#include "storage/format/codec.h"
#include "storage/format/records.h"

namespace throughgate::format {
namespace {

matcher::CandidateSkill ReadSkill(const v1::CandidateSkill& stored, Reader& reader) {
  return {.code = stored.code(),
          .level = reader.UpTo(matcher::SkillLevel::kExpert, stored.level()),
          .evidence = reader.UpTo(matcher::SkillEvidence::kVerified, stored.evidence())};
}

matcher::CandidateOccupation ReadOccupation(const v1::CandidateOccupation& stored, Reader& reader) {
  return {.code = stored.code(),
          .relation = reader.UpTo(matcher::OccupationRelation::kHeld, stored.relation())};
}

void StoreQualification(const matcher::Qualification& held, v1::Qualification& stored) {
  stored.set_kind(static_cast<std::uint32_t>(held.kind));
  if (held.expires_on) stored.set_expires_on_day(held.expires_on->since_epoch);
}

matcher::Qualification ReadQualification(const v1::Qualification& stored, Reader& reader) {
  matcher::Qualification held;
  held.kind = reader.UpTo(matcher::QualificationKind::kTradeCourse, stored.kind());
  if (stored.has_expires_on_day()) held.expires_on = matcher::Day{stored.expires_on_day()};
  return held;
}

void StoreConsent(const matcher::Consent& consent, v1::Consent& stored) {
  stored.set_basis(static_cast<std::uint32_t>(consent.basis));
  stored.set_lists(consent.lists);
  stored.set_counts(consent.counts);
  stored.set_given_on_day(consent.given_on.since_epoch);
  if (consent.expires_on) stored.set_expires_on_day(consent.expires_on->since_epoch);
}

matcher::Consent ReadConsent(const v1::Consent& stored, Reader& reader) {
  matcher::Consent consent;
  consent.basis = reader.UpTo(matcher::ConsentBasis::kLegalObligation, stored.basis());
  consent.lists = stored.lists();
  consent.counts = stored.counts();
  consent.given_on = {stored.given_on_day()};
  if (stored.has_expires_on_day()) consent.expires_on = matcher::Day{stored.expires_on_day()};
  return consent;
}

}  // namespace

std::string Encode(std::string_view key, const matcher::CandidateTerms& record) {
  v1::CandidateTerms stored;
  stored.set_custodian(record.custodian.value);
  stored.set_release_area(record.release_area);
  stored.set_reach_m(record.reach.value);
  stored.set_travel_mode(static_cast<std::uint32_t>(record.travel_mode));
  if (record.available_from) stored.set_available_from_day(record.available_from->since_epoch);
  stored.set_readiness(static_cast<std::uint32_t>(record.readiness));
  for (const matcher::Qualification& held : record.qualifications) {
    StoreQualification(held, *stored.add_qualifications());
  }
  stored.set_young_worker(record.young_worker);
  if (record.consent != matcher::Consent()) StoreConsent(record.consent, *stored.mutable_consent());
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, matcher::CandidateTerms& record) {
  v1::CandidateTerms stored;
  Reader reader(key, value, stored);
  record.custodian = {stored.custodian()};
  record.release_area = stored.release_area();
  record.reach = {stored.reach_m()};
  record.travel_mode = reader.UpTo(matcher::TravelMode::kCar, stored.travel_mode());
  if (stored.has_available_from_day()) {
    record.available_from = matcher::Day{stored.available_from_day()};
  }
  record.readiness = reader.UpTo(matcher::Readiness::kNoRightToWork, stored.readiness());
  record.qualifications = reader.Each(stored.qualifications(), ReadQualification);
  record.young_worker = stored.young_worker();
  record.consent = reader.One(stored.consent(), ReadConsent);
  return reader.status();
}

std::string Encode(std::string_view key, const matcher::CandidateDetail& record) {
  v1::CandidateDetail stored;
  for (const matcher::CandidateSkill& skill : record.skills) {
    v1::CandidateSkill& entry = *stored.add_skills();
    entry.set_code(skill.code);
    entry.set_level(static_cast<std::uint32_t>(skill.level));
    entry.set_evidence(static_cast<std::uint32_t>(skill.evidence));
  }
  for (const matcher::CandidateOccupation& occupation : record.occupations) {
    v1::CandidateOccupation& entry = *stored.add_occupations();
    entry.set_code(occupation.code);
    entry.set_relation(static_cast<std::uint32_t>(occupation.relation));
  }
  StoreWeek(record.availability, *stored.mutable_availability());
  stored.set_pay_floor_pence_per_hour(record.pay_floor.value);
  stored.set_registered_on_day(record.registered_on.since_epoch);
  stored.set_corrected(record.corrected);
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value,
                    matcher::CandidateDetail& record) {
  v1::CandidateDetail stored;
  Reader reader(key, value, stored);
  record.skills = reader.Each(stored.skills(), ReadSkill);
  record.occupations = reader.Each(stored.occupations(), ReadOccupation);
  record.availability = reader.Week(stored.availability());
  record.pay_floor = {stored.pay_floor_pence_per_hour()};
  record.registered_on = {stored.registered_on_day()};
  record.corrected = stored.corrected();
  return reader.status();
}

}  // namespace throughgate::format
