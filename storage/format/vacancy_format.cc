#include "storage/format/codec.h"
#include "storage/format/records.h"
#include "storage/format/role_format.h"

namespace throughgate::format {
namespace {

void StoreEvidence(const matcher::InferenceEvidence& evidence, v1::InferenceEvidence& stored) {
  stored.set_label(evidence.label);
  stored.set_field(evidence.field);
  stored.set_begin(evidence.begin);
  stored.set_end(evidence.end);
}

matcher::InferenceEvidence ReadEvidence(const v1::InferenceEvidence& stored, Reader&) {
  return {.label = stored.label(),
          .field = stored.field(),
          .begin = stored.begin(),
          .end = stored.end()};
}

matcher::VacancyOccupation ReadOccupation(const v1::VacancyOccupation& stored, Reader& reader) {
  matcher::VacancyOccupation occupation;
  occupation.code = stored.code();
  if (stored.has_inferred_from()) {
    occupation.inferred_from = reader.One(stored.inferred_from(), ReadEvidence);
  }
  return occupation;
}

matcher::RequiredSkill ReadSkill(const v1::RequiredSkill& stored, Reader& reader) {
  matcher::RequiredSkill skill;
  skill.code = stored.code();
  skill.level = reader.UpTo(matcher::SkillLevel::kExpert, stored.level());
  skill.essential = stored.essential();
  if (stored.has_inferred_from()) {
    skill.inferred_from = reader.One(stored.inferred_from(), ReadEvidence);
  }
  return skill;
}

matcher::RequiredQualification ReadQualification(const v1::RequiredQualification& stored,
                                                 Reader& reader) {
  return {.kind = reader.UpTo(matcher::QualificationKind::kTradeCourse, stored.kind()),
          .by_law = stored.by_law()};
}

}  // namespace

std::string Encode(std::string_view key, const matcher::VacancyTerms& record) {
  v1::VacancyTerms stored;
  stored.set_kind(static_cast<std::uint32_t>(record.kind));
  stored.set_state(static_cast<std::uint32_t>(record.state));
  stored.set_site_mode(static_cast<std::uint32_t>(record.site_mode));
  for (const std::string& site : record.sites) stored.add_sites(site);
  StoreWeek(record.shifts, *stored.mutable_shifts());
  stored.set_attributes_present(record.attributes_present);
  stored.set_attributes_absent(record.attributes_absent);
  stored.set_attributes_avoidable(record.attributes_avoidable);
  if (record.role != matcher::Role()) StoreRole(record.role, *stored.mutable_role());
  for (const matcher::RequiredQualification& required : record.qualifications) {
    v1::RequiredQualification& entry = *stored.add_qualifications();
    entry.set_kind(static_cast<std::uint32_t>(required.kind));
    entry.set_by_law(required.by_law);
  }
  stored.set_work_base(static_cast<std::uint32_t>(record.work_base));
  if (record.opens_on) stored.set_opens_on_day(record.opens_on->since_epoch);
  if (record.closes_on) stored.set_closes_on_day(record.closes_on->since_epoch);
  if (record.starts_on) stored.set_starts_on_day(record.starts_on->since_epoch);
  for (const matcher::VacancyOccupation& occupation : record.occupations) {
    v1::VacancyOccupation& entry = *stored.add_occupations();
    entry.set_code(occupation.code);
    if (occupation.inferred_from) {
      StoreEvidence(*occupation.inferred_from, *entry.mutable_inferred_from());
    }
  }
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, matcher::VacancyTerms& record) {
  v1::VacancyTerms stored;
  Reader reader(key, value, stored);
  record.kind = reader.UpTo(matcher::VacancyKind::kSelfEmployment, stored.kind());
  record.state = reader.UpTo(matcher::VacancyState::kClosed, stored.state());
  record.site_mode = reader.UpTo(matcher::SiteMode::kUnknown, stored.site_mode());
  record.sites.assign(stored.sites().begin(), stored.sites().end());
  record.shifts = reader.Week(stored.shifts());
  constexpr int kAttributeLast = matcher::kWorkAttributeLast;
  record.attributes_present = reader.BitsUpTo(kAttributeLast, stored.attributes_present());
  record.attributes_absent = reader.BitsUpTo(kAttributeLast, stored.attributes_absent());
  record.attributes_avoidable = reader.BitsUpTo(kAttributeLast, stored.attributes_avoidable());
  record.role = reader.One(stored.role(), ReadRole);
  record.qualifications = reader.Each(stored.qualifications(), ReadQualification);
  record.work_base = reader.UpTo(matcher::WorkBase::kHome, stored.work_base());
  if (stored.has_opens_on_day()) record.opens_on = matcher::Day{stored.opens_on_day()};
  if (stored.has_closes_on_day()) record.closes_on = matcher::Day{stored.closes_on_day()};
  if (stored.has_starts_on_day()) record.starts_on = matcher::Day{stored.starts_on_day()};
  record.occupations = reader.Each(stored.occupations(), ReadOccupation);
  return reader.status();
}

std::string Encode(std::string_view key, const matcher::VacancyDetail& record) {
  v1::VacancyDetail stored;
  stored.set_title(record.title);
  stored.set_description(record.description);
  for (const matcher::RequiredSkill& skill : record.skills) {
    v1::RequiredSkill& entry = *stored.add_skills();
    entry.set_code(skill.code);
    entry.set_level(static_cast<std::uint32_t>(skill.level));
    entry.set_essential(skill.essential);
    if (skill.inferred_from) StoreEvidence(*skill.inferred_from, *entry.mutable_inferred_from());
  }
  stored.set_pay_pence_per_hour(record.pay.value);
  stored.set_positions(record.positions);
  stored.set_posted_on_day(record.posted_on.since_epoch);
  stored.set_feed(record.feed);
  stored.set_external_id(record.external_id);
  stored.set_corrected(record.corrected);
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, matcher::VacancyDetail& record) {
  v1::VacancyDetail stored;
  Reader reader(key, value, stored);
  record.title = stored.title();
  record.description = stored.description();
  record.skills = reader.Each(stored.skills(), ReadSkill);
  record.pay = {stored.pay_pence_per_hour()};
  record.positions = stored.positions();
  record.posted_on = {stored.posted_on_day()};
  record.feed = stored.feed();
  record.external_id = stored.external_id();
  record.corrected = stored.corrected();
  return reader.status();
}

}  // namespace throughgate::format
