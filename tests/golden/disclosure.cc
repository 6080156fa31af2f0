// Every enumerator of readiness.h and disclosure.h stands here by itself, so that none can change
// its value.
#include "storage/format/keys.h"
#include "tests/golden/golden_records.h"

namespace throughgate::golden {
namespace {

using matcher::MaskOf;
using matcher::NoContactKind;
using matcher::QualificationKind;
using matcher::Readiness;
using matcher::WorkAttribute;

constexpr QualificationKind kQualifications[] = {
    QualificationKind::kCscsCard,       QualificationKind::kDrivingLicence,
    QualificationKind::kFirstAid,       QualificationKind::kFoodHygiene,
    QualificationKind::kForkLift,       QualificationKind::kHealthAndSafety,
    QualificationKind::kHgvLicence,     QualificationKind::kMachinery,
    QualificationKind::kManualHandling, QualificationKind::kSecurityLicence,
    QualificationKind::kTradeCourse};

matcher::CandidateTerms WithEveryQualification() {
  matcher::CandidateTerms terms;
  terms.readiness = Readiness::kReadyToWork;
  for (const QualificationKind kind : kQualifications) {
    terms.qualifications.push_back({.kind = kind, .expires_on = std::nullopt});
  }
  terms.qualifications[1].expires_on = matcher::Day{21'915};
  return terms;
}

matcher::CandidateTerms WithReadiness(Readiness readiness) {
  matcher::CandidateTerms terms;
  terms.readiness = readiness;
  return terms;
}

matcher::VacancyTerms AskingForEveryQualification() {
  matcher::VacancyTerms terms;
  for (const QualificationKind kind : kQualifications) {
    terms.qualifications.push_back({.kind = kind, .by_law = false});
  }
  terms.qualifications[6].by_law = true;
  return terms;
}

// Sixteen bytes upwards from `first`.
matcher::NameDigest Digest(std::uint8_t first) {
  matcher::NameDigest digest;
  for (std::size_t i = 0; i < digest.size(); ++i) {
    digest[i] = static_cast<std::uint8_t>(first + i);
  }
  return digest;
}

matcher::RiskPlanTerms WithApprovals() {
  matcher::RiskPlanTerms terms;
  terms.work_approvals = {{.id = "cleaning",
                           .occupations = {"isco/9112", "isco/92"},
                           .vacancy = std::nullopt,
                           .conditions = "Not alone.",
                           .approved_on = {20'450},
                           .valid_to = {20'600}},
                          {.id = "cook",
                           .occupations = {},
                           .vacancy = matcher::VacancyName{"acme", "cook-1"},
                           .conditions = {},
                           .approved_on = {20'451},
                           .valid_to = {20'451}}};
  terms.no_contact = {
      {.id = "first", .kind = NoContactKind::kVictim, .names = {Digest(0x00), Digest(0xf0)}},
      {.id = "second", .kind = NoContactKind::kNamedPerson, .names = {Digest(0x7f)}},
      {.id = "third", .kind = NoContactKind::kGroup, .names = {Digest(0x10)}}};
  return terms;
}

matcher::SharedEffects Effects() {
  return {.attributes = MaskOf(WorkAttribute::kChildren) | MaskOf(WorkAttribute::kSexualServices),
          .occupations = {"isco/23", "isco/5311"},
          .hours = {{{.begin = 480, .length = 600}, {.begin = 1'920, .length = 600}}},
          .areas = {{.id = "town", .centre = {534'012'345, -22'054'321}, .radius = {6'500}}}};
}

}  // namespace

std::vector<GoldenRecord> RecordsWithDisclosure() {
  const auto candidate = [](const char* id) {
    return format::TermsKey(matcher::CandidateName{id});
  };
  return {Golden(candidate("f-1"), WithEveryQualification()),
          Golden(candidate("f-2"), WithReadiness(Readiness::kSupportNeeded)),
          Golden(candidate("f-3"), WithReadiness(Readiness::kSupportDeclined)),
          Golden(candidate("f-4"), WithReadiness(Readiness::kNoRightToWork)),
          Golden(format::RiskPlanKey({"f-1"}), WithApprovals()),
          Golden(format::SecretKey({"no-contact"}), format::Secret{.key = std::string(32, 'k')}),
          Golden(format::SharedEffectsKey({"f-1"}), Effects()),
          Golden(format::SharedEffectsKey({"f-2"}), matcher::SharedEffects()),
          Golden(format::TermsKey(matcher::VacancyName{"acme", "driver"}),
                 AskingForEveryQualification())};
}

}  // namespace throughgate::golden
