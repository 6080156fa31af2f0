// Every enumerator of commitments, temporary release, work bases and absences stands here by
// itself, so that none can change its value.
#include "storage/format/keys.h"
#include "tests/golden/golden_records.h"

namespace throughgate::golden {
namespace {

using matcher::AbsenceSubType;
using matcher::CommitmentKind;
using matcher::Known;
using matcher::MaskOf;
using matcher::ReleaseClass;

matcher::Zone Stadium() {
  matcher::Zone zone;
  zone.id = "stadium";
  zone.kind = matcher::ZoneKind::kExclusion;
  zone.shape = matcher::Circle{.centre = {534'630'000, -22'910'000}, .radius = {800}};
  zone.windows = {{{.begin = 7'560, .length = 360}, {.begin = 10'020, .length = 180}}};
  zone.starts_on = matcher::Day{20'510};
  zone.ends_on = matcher::Day{20'517};
  return zone;
}

matcher::Curfew WithVariation() {
  matcher::Curfew curfew;
  curfew.id = "nights";
  curfew.windows = {{{.begin = 1'140, .length = 720}}};
  curfew.variation_sought = true;
  return curfew;
}

matcher::Commitment Commitment(const char* id, CommitmentKind kind) {
  matcher::Commitment commitment;
  commitment.id = id;
  commitment.kind = kind;
  commitment.windows = {{{.begin = 600, .length = 60}}};
  return commitment;
}

std::vector<matcher::Commitment> EveryCommitment() {
  std::vector<matcher::Commitment> commitments = {
      Commitment("office", CommitmentKind::kReporting),
      Commitment("doctor", CommitmentKind::kAppointment),
      Commitment("course", CommitmentKind::kProgramme),
      Commitment("polygraph", CommitmentKind::kTesting)};
  commitments[0].where = matcher::Place{{534'600'000, -22'150'000}, {100}};
  commitments[0].starts_on = matcher::Day{20'480};
  commitments[0].ends_on = matcher::Day{20'570};
  return commitments;
}

// What the prison has stated in full, and what stands on the day of release.
matcher::RiskPlanTerms InCustody() {
  matcher::RiskPlanTerms terms;
  terms.zones = {Stadium()};
  terms.curfews = {WithVariation()};
  terms.commitments = EveryCommitment();
  terms.temporary_release = {.release_class = ReleaseClass::kStandard,
                             .eligible_from = matcher::Day{20'490},
                             .sub_types = MaskOf(AbsenceSubType::kResettlementDay) |
                                          MaskOf(AbsenceSubType::kResettlementOvernight),
                             .paid_work = Known::kYes,
                             .out_at = 435,
                             .return_by = 1'140,
                             .nights = Known::kNo};
  terms.home_county = "Greater Manchester";
  return terms;
}

matcher::RiskPlanTerms WithRelease(ReleaseClass release_class, AbsenceSubType sub_type) {
  matcher::RiskPlanTerms terms;
  terms.temporary_release.release_class = release_class;
  terms.temporary_release.sub_types = MaskOf(sub_type);
  return terms;
}

// Midnight, and not "no time".
matcher::RiskPlanTerms AtMidnight() {
  matcher::RiskPlanTerms terms;
  terms.temporary_release.out_at = 0;
  terms.temporary_release.return_by = 0;
  return terms;
}

matcher::VacancyTerms AtBase(matcher::WorkBase base) {
  matcher::VacancyTerms terms;
  terms.site_mode = matcher::SiteMode::kUnknown;
  terms.work_base = base;
  return terms;
}

matcher::CandidateTerms Young() {
  matcher::CandidateTerms terms;
  terms.young_worker = true;
  return terms;
}

}  // namespace

std::vector<GoldenRecord> RecordsWithHoursAndHomes() {
  const auto vacancy = [](const char* id) {
    return format::TermsKey(matcher::VacancyName{"acme", id});
  };
  return {Golden(format::TermsKey(matcher::CandidateName{"e-1"}), Young()),
          Golden(format::RiskPlanKey({"e-1"}), InCustody()),
          Golden(format::RiskPlanKey({"e-2"}),
                 WithRelease(ReleaseClass::kRestricted, AbsenceSubType::kResettlementDay)),
          Golden(format::RiskPlanKey({"e-3"}),
                 WithRelease(ReleaseClass::kYouth, AbsenceSubType::kResettlementOvernight)),
          Golden(format::RiskPlanKey({"e-4"}),
                 WithRelease(ReleaseClass::kExcluded, AbsenceSubType::kSpecialPurpose)),
          Golden(format::RiskPlanKey({"e-5"}), AtMidnight()),
          Golden(vacancy("mender"), AtBase(matcher::WorkBase::kHome)),
          Golden(vacancy("mixer"), AtBase(matcher::WorkBase::kHybrid)),
          Golden(vacancy("welder"), AtBase(matcher::WorkBase::kWorkplace))};
}

}  // namespace throughgate::golden
