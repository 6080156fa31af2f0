#include "services/convert/vacancy.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "services/convert/dates.h"
#include "services/convert/names.h"
#include "services/convert/role.h"
#include "services/convert/values.h"
#include "services/convert/week.h"

namespace throughgate::services {
namespace {

using matcher::SiteMode;

constexpr TextLimits kTitle{.max = 300, .required = true};
constexpr TextLimits kDescription{.max = 10'000, .lines = true};
constexpr Range kPay{.min = 0, .max = 65'000};
constexpr Range kPositions{.min = 0, .max = 10'000};

using WireTexts = google::protobuf::RepeatedPtrField<std::string>;
using WireOccupations = google::protobuf::RepeatedPtrField<v1::VacancyOccupation>;
using WireSkills = google::protobuf::RepeatedPtrField<v1::RequiredSkill>;

// The last parts of the names of sites of `employer`.
std::vector<std::string> ReadSites(const WireTexts& wire, const std::string& employer,
                                   const Field& at) {
  CheckCount(static_cast<std::size_t>(wire.size()), matcher::kVacancySitesMax, at);
  std::set<std::string> seen;
  return ReadEach(wire, at, [&](const std::string& name, const Field& here) {
    const auto site = ReadName<matcher::SiteName>(name, here);
    if (!site.employer.empty() && site.employer != employer) {
      here.Refuse("Is a site of another employer.");
    }
    CheckOnce(seen, name, here);
    return site.site;
  });
}

// Where the code of an entry was inferred from, if it stood in `before` already.
template <typename Entry>
std::optional<matcher::InferenceEvidence> EvidenceOf(const std::string& code,
                                                     const std::vector<Entry>& before) {
  const auto found = std::ranges::find(before, code, &Entry::code);
  if (found == before.end()) return std::nullopt;
  return found->inferred_from;
}

std::vector<matcher::VacancyOccupation> ReadOccupations(
    const WireOccupations& wire, const ReferenceData& reference, const Field& at,
    const std::vector<matcher::VacancyOccupation>& before) {
  CheckCount(static_cast<std::size_t>(wire.size()), matcher::kVacancyOccupationsMax, at);
  std::set<std::string> seen;
  return ReadEach(wire, at, [&](const v1::VacancyOccupation& occupation, const Field& here) {
    CheckOnce(seen, occupation.code(), here["code"]);
    return matcher::VacancyOccupation{
        .code = ReadOccupationCode(occupation.code(), reference, here["code"]),
        .inferred_from = EvidenceOf(occupation.code(), before)};
  });
}

std::vector<matcher::RequiredSkill> ReadSkills(const WireSkills& wire,
                                               const ReferenceData& reference, const Field& at,
                                               const std::vector<matcher::RequiredSkill>& before) {
  CheckCount(static_cast<std::size_t>(wire.size()), matcher::kVacancySkillsMax, at);
  std::set<std::string> seen;
  return ReadEach(wire, at, [&](const v1::RequiredSkill& skill, const Field& here) {
    CheckOnce(seen, skill.code(), here["code"]);
    return matcher::RequiredSkill{.code = ReadSkillCode(skill.code(), reference, here["code"]),
                                  .level = ReadSkillLevel(skill.level(), here["level"]),
                                  .essential = skill.essential(),
                                  .inferred_from = EvidenceOf(skill.code(), before)};
  });
}

matcher::AttributeMask ReadAttributes(const WireEnums& wire, const Field& at) {
  return ReadSet<matcher::WorkAttribute, v1::WorkAttribute>(wire, at);
}

std::vector<matcher::RequiredQualification> ReadRequired(
    const google::protobuf::RepeatedPtrField<v1::RequiredQualification>& wire, const Field& at) {
  std::set<v1::QualificationKind> seen;
  auto required = ReadEach(wire, at, [&](const v1::RequiredQualification& one, const Field& here) {
    CheckOnce(seen, one.kind(), here["kind"]);
    return matcher::RequiredQualification{
        .kind = ReadRequiredEnum<matcher::QualificationKind>(one.kind(), here["kind"]),
        .by_law = one.by_law()};
  });
  std::ranges::sort(required);
  return required;
}

// What the work involves and demands.
void ReadDemands(const v1::Vacancy& wire, const FieldSet& fields, const Field& at,
                 matcher::VacancyTerms& terms) {
  if (fields.Has("attributes_present")) {
    terms.attributes_present = ReadAttributes(wire.attributes_present(), at["attributes_present"]);
  }
  if (fields.Has("attributes_absent")) {
    terms.attributes_absent = ReadAttributes(wire.attributes_absent(), at["attributes_absent"]);
  }
  if (fields.Has("attributes_avoidable")) {
    terms.attributes_avoidable =
        ReadAttributes(wire.attributes_avoidable(), at["attributes_avoidable"]);
  }
  if (fields.Has("role")) terms.role = ReadRole(wire.role(), at["role"]);
  if (fields.Has("work_base")) {
    terms.work_base = ReadEnum<matcher::WorkBase>(wire.work_base(), at["work_base"]);
  }
  if (fields.Has("qualifications")) {
    terms.qualifications = ReadRequired(wire.qualifications(), at["qualifications"]);
  }
}

void ReadDates(const v1::Vacancy& wire, const FieldSet& fields, const Field& at,
               matcher::VacancyTerms& terms) {
  if (fields.Has("opens_on")) {
    terms.opens_on = ReadOptionalDate(wire.has_opens_on(), wire.opens_on(), at["opens_on"]);
  }
  if (fields.Has("closes_on")) {
    terms.closes_on = ReadOptionalDate(wire.has_closes_on(), wire.closes_on(), at["closes_on"]);
  }
  if (fields.Has("starts_on")) {
    terms.starts_on = ReadOptionalDate(wire.has_starts_on(), wire.starts_on(), at["starts_on"]);
  }
}

void ReadTerms(const v1::Vacancy& wire, const FieldSet& fields, const ReferenceData& reference,
               const Field& at, matcher::Vacancy& vacancy) {
  matcher::VacancyTerms& terms = vacancy.terms;
  if (fields.Has("kind")) {
    terms.kind = ReadRequiredEnum<matcher::VacancyKind>(wire.kind(), at["kind"]);
  }
  if (fields.Has("site_mode")) {
    terms.site_mode = ReadRequiredEnum<SiteMode>(wire.site_mode(), at["site_mode"]);
  }
  if (fields.Has("sites")) {
    terms.sites = ReadSites(wire.sites(), vacancy.name.employer, at["sites"]);
  }
  if (fields.Has("shifts")) {
    terms.shifts = ReadWeek(wire.shifts().windows(), at["shifts"]["windows"]);
  }
  ReadDemands(wire, fields, at, terms);
  ReadDates(wire, fields, at, terms);
  if (fields.Has("occupations")) {
    terms.occupations =
        ReadOccupations(wire.occupations(), reference, at["occupations"], terms.occupations);
  }
}

void ReadDetail(const v1::Vacancy& wire, const FieldSet& fields, const ReferenceData& reference,
                const Field& at, matcher::VacancyDetail& detail) {
  if (fields.Has("title")) detail.title = ReadText(wire.title(), kTitle, at["title"]);
  if (fields.Has("description")) {
    detail.description = ReadText(wire.description(), kDescription, at["description"]);
  }
  if (fields.Has("skills")) {
    detail.skills = ReadSkills(wire.skills(), reference, at["skills"], detail.skills);
  }
  if (fields.Has("pay")) {
    detail.pay = {ReadNumber(wire.pay().pence_per_hour(), kPay, at["pay"]["pence_per_hour"])};
  }
  if (fields.Has("positions")) {
    detail.positions = std::max(1, ReadNumber(wire.positions(), kPositions, at["positions"]));
  }
  if (fields.Has("posted_on") && wire.has_posted_on()) {
    detail.posted_on = ReadDate(wire.posted_on(), at["posted_on"]);
  }
}

template <typename Wire, typename Entry>
void WriteEvidence(const Entry& entry, Wire& wire) {
  if (!entry.inferred_from) return;
  wire.set_inferred(true);
  v1::InferenceEvidence& evidence = *wire.mutable_evidence();
  evidence.set_label(entry.inferred_from->label);
  evidence.set_field(entry.inferred_from->field);
  evidence.set_begin(entry.inferred_from->begin);
  evidence.set_end(entry.inferred_from->end);
}

void WriteTerms(const matcher::Vacancy& vacancy, v1::Vacancy& wire) {
  const matcher::VacancyTerms& terms = vacancy.terms;
  wire.set_kind(WriteEnum<v1::VacancyKind>(terms.kind));
  wire.set_state(WriteEnum<v1::VacancyState>(terms.state));
  wire.set_site_mode(WriteEnum<v1::SiteMode>(terms.site_mode));
  wire.set_work_base(WriteEnum<v1::WorkBase>(terms.work_base));
  for (const matcher::RequiredQualification& required : terms.qualifications) {
    v1::RequiredQualification& entry = *wire.add_qualifications();
    entry.set_kind(WriteEnum<v1::QualificationKind>(required.kind));
    entry.set_by_law(required.by_law);
  }
  for (const std::string& site : terms.sites) {
    wire.add_sites(matcher::SiteName{vacancy.name.employer, site}.ToString());
  }
  if (terms.shifts.stated()) *wire.mutable_shifts()->mutable_windows() = WriteWeek(terms.shifts);
  *wire.mutable_attributes_present() = WriteSet(terms.attributes_present);
  *wire.mutable_attributes_absent() = WriteSet(terms.attributes_absent);
  *wire.mutable_attributes_avoidable() = WriteSet(terms.attributes_avoidable);
  if (terms.role != matcher::Role{}) *wire.mutable_role() = WriteRole(terms.role);
  if (terms.opens_on) *wire.mutable_opens_on() = WriteDate(*terms.opens_on);
  if (terms.closes_on) *wire.mutable_closes_on() = WriteDate(*terms.closes_on);
  if (terms.starts_on) *wire.mutable_starts_on() = WriteDate(*terms.starts_on);
  for (const matcher::VacancyOccupation& occupation : terms.occupations) {
    v1::VacancyOccupation& entry = *wire.add_occupations();
    entry.set_code(occupation.code);
    WriteEvidence(occupation, entry);
  }
}

void WriteDetail(const matcher::VacancyDetail& detail, v1::Vacancy& wire) {
  wire.set_title(detail.title);
  wire.set_description(detail.description);
  for (const matcher::RequiredSkill& skill : detail.skills) {
    v1::RequiredSkill& entry = *wire.add_skills();
    entry.set_code(skill.code);
    entry.set_level(WriteEnum<v1::SkillLevel>(skill.level));
    entry.set_essential(skill.essential);
    WriteEvidence(skill, entry);
  }
  if (detail.pay.value > 0) wire.mutable_pay()->set_pence_per_hour(detail.pay.value);
  wire.set_positions(detail.positions);
  *wire.mutable_posted_on() = WriteDate(detail.posted_on);
  wire.set_feed(detail.feed);
  wire.set_external_id(detail.external_id);
  wire.set_corrected(detail.corrected);
}

}  // namespace

void ReadVacancy(const v1::Vacancy& wire, const FieldSet& fields, const ReferenceData& reference,
                 const Field& at, matcher::Vacancy& vacancy) {
  ReadDetail(wire, fields, reference, at, vacancy.detail);
  ReadTerms(wire, fields, reference, at, vacancy);
}

void CheckVacancy(const matcher::VacancyTerms& vacancy, const Field& at) {
  const bool at_sites =
      vacancy.site_mode == SiteMode::kChooseOne || vacancy.site_mode == SiteMode::kAll;
  if (at_sites && vacancy.sites.empty()) {
    at["sites"].Refuse("Needs at least one site with CHOOSE_ONE and ALL.");
  }
  if (vacancy.attributes_present & vacancy.attributes_absent) {
    at["attributes_absent"].Refuse("Lists an attribute that attributes_present lists too.");
  }
  if (vacancy.attributes_avoidable & ~vacancy.attributes_present) {
    at["attributes_avoidable"].Refuse(
        "Lists an attribute that attributes_present does not. List it there too, or in neither.");
  }
  CheckRole(vacancy, at["role"]);
  if (vacancy.work_base == matcher::WorkBase::kHome &&
      (vacancy.site_mode != SiteMode::kUnknown || !vacancy.sites.empty())) {
    at["work_base"].Refuse(
        "Is HOME: there is no site to go to. Say site_mode UNKNOWN and list no sites.");
  }
  if (vacancy.opens_on && vacancy.closes_on && *vacancy.closes_on < *vacancy.opens_on) {
    at["closes_on"].Refuse("Is before opens_on.");
  }
}

std::vector<matcher::SiteName> SitesOf(const matcher::Vacancy& vacancy) {
  std::vector<matcher::SiteName> names;
  for (const std::string& site : vacancy.terms.sites) {
    names.push_back({.employer = vacancy.name.employer, .site = site});
  }
  return names;
}

v1::Vacancy WriteVacancy(const Stored<matcher::Vacancy>& stored) {
  v1::Vacancy wire;
  wire.set_name(stored.record.name.ToString());
  WriteTerms(stored.record, wire);
  WriteDetail(stored.record.detail, wire);
  wire.set_etag(FormatEtag(stored.versions));
  return wire;
}

}  // namespace throughgate::services
