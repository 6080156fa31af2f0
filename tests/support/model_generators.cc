#include "tests/support/model_generators.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "tests/support/generator_parts.h"

namespace throughgate::generators {

rc::Gen<std::string> Id() {
  return rc::gen::exec([] {
    // Half of them of few letters, so that one is often the beginning of another.
    const bool alike = *rc::gen::arbitrary<bool>();
    const std::string letters = alike ? "a" : "abcdefghijklmnopqrstuvwxyz0123456789";
    std::string id(1, *rc::gen::elementOf(letters));
    for (int more = *Between(0, alike ? 3 : 62); more > 0; --more) {
      id += *rc::gen::elementOf(letters + "-");
    }
    if (id.back() == '-') id.back() = 'z';
    return id;
  });
}

rc::Gen<std::string> Text() {
  return rc::gen::exec([] {
    std::string text;
    for (const std::string& letter :
         *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
             "a", "Z", "7", " ", ",", "\n", "é", "ł", "–", "한", "🙂"}))) {
      text += letter;
    }
    return text;
  });
}

}  // namespace throughgate::generators

namespace rc {

namespace matcher = throughgate::matcher;
using throughgate::generators::AnyDay;
using throughgate::generators::Between;
using throughgate::generators::CodeNumber;
using throughgate::generators::EnumUpTo;
using throughgate::generators::Few;
using throughgate::generators::Id;
using throughgate::generators::MaybeDay;
using throughgate::generators::MaybeDayFrom;
using throughgate::generators::Optionally;
using throughgate::generators::Some;
using throughgate::generators::SomeBitsOf;
using throughgate::generators::Text;

Gen<matcher::EmployerName> Arbitrary<matcher::EmployerName>::arbitrary() {
  return gen::build<matcher::EmployerName>(gen::set(&matcher::EmployerName::employer, Id()));
}

Gen<matcher::SiteName> Arbitrary<matcher::SiteName>::arbitrary() {
  return gen::build<matcher::SiteName>(gen::set(&matcher::SiteName::employer, Id()),
                                       gen::set(&matcher::SiteName::site, Id()));
}

Gen<matcher::VacancyName> Arbitrary<matcher::VacancyName>::arbitrary() {
  return gen::build<matcher::VacancyName>(gen::set(&matcher::VacancyName::employer, Id()),
                                          gen::set(&matcher::VacancyName::vacancy, Id()));
}

Gen<matcher::SlotName> Arbitrary<matcher::SlotName>::arbitrary() {
  return gen::build<matcher::SlotName>(gen::set(&matcher::SlotName::vacancy),
                                       gen::set(&matcher::SlotName::slot, Id()));
}

Gen<matcher::CandidateName> Arbitrary<matcher::CandidateName>::arbitrary() {
  return gen::build<matcher::CandidateName>(gen::set(&matcher::CandidateName::candidate, Id()));
}

Gen<matcher::LinkName> Arbitrary<matcher::LinkName>::arbitrary() {
  return gen::exec([] {
    return matcher::LinkName{{*Id()}, *gen::arbitrary<matcher::CandidateName>()};
  });
}

Gen<matcher::ReferenceName> Arbitrary<matcher::ReferenceName>::arbitrary() {
  return gen::exec([] { return matcher::ReferenceName{{*Id()}, *Id()}; });
}

Gen<matcher::LinkTerms> Arbitrary<matcher::LinkTerms>::arbitrary() {
  return gen::exec([] {
    return matcher::LinkTerms{.caseload = Optionally(Id()).value_or(""),
                              .reference = Optionally(Id()).value_or(""),
                              .linked_at_s = *Between<std::int64_t>(0, 4'000'000'000)};
  });
}

Gen<matcher::ReferenceTerms> Arbitrary<matcher::ReferenceTerms>::arbitrary() {
  return gen::build<matcher::ReferenceTerms>(gen::set(&matcher::ReferenceTerms::candidate));
}

Gen<matcher::Day> Arbitrary<matcher::Day>::arbitrary() {
  constexpr int k2000 = 10'957;
  constexpr int k2100 = 47'482;
  return gen::build<matcher::Day>(gen::set(&matcher::Day::since_epoch, Between(k2000, k2100)));
}

Gen<matcher::GeoPoint> Arbitrary<matcher::GeoPoint>::arbitrary() {
  return gen::build<matcher::GeoPoint>(
      gen::set(&matcher::GeoPoint::latitude_e7,
               Between(matcher::kLatitudeMinE7, matcher::kLatitudeMaxE7)),
      gen::set(&matcher::GeoPoint::longitude_e7,
               Between(matcher::kLongitudeMinE7, matcher::kLongitudeMaxE7)));
}

Gen<matcher::Place> Arbitrary<matcher::Place>::arbitrary() {
  return gen::exec([] {
    return matcher::Place{
        .at = *gen::arbitrary<matcher::GeoPoint>(),
        .uncertainty = {*Between<std::int64_t>(0, matcher::kUncertaintyMax.value)}};
  });
}

Gen<matcher::WeekPattern> Arbitrary<matcher::WeekPattern>::arbitrary() {
  return gen::exec([] {
    matcher::WeekPattern pattern{Few(7, [](int) {
      return matcher::WeekSpan{*Between(0, matcher::kMinutesPerWeek - 1),
                               *Between(1, matcher::kMinutesPerWeek)};
    })};
    std::sort(pattern.spans.begin(), pattern.spans.end());
    return pattern;
  });
}

Gen<matcher::EmployerTerms> Arbitrary<matcher::EmployerTerms>::arbitrary() {
  return gen::exec([] {
    matcher::EmployerTerms terms;
    for (int code = 1; code <= matcher::kPledgeCodes; ++code) {
      if (*gen::arbitrary<bool>()) continue;
      terms.pledges.push_back({.code = static_cast<std::uint8_t>(code),
                               .state = *EnumUpTo(matcher::PledgeState::kSuspended),
                               .valid_to = MaybeDay()});
    }
    return terms;
  });
}

Gen<matcher::EmployerDetail> Arbitrary<matcher::EmployerDetail>::arbitrary() {
  return gen::build<matcher::EmployerDetail>(
      gen::set(&matcher::EmployerDetail::display_name, Text()),
      gen::set(&matcher::EmployerDetail::sector, gen::cast<std::uint8_t>(Between(0, 20))),
      gen::set(&matcher::EmployerDetail::corrected));
}

Gen<matcher::SiteCheck> Arbitrary<matcher::SiteCheck>::arbitrary() {
  return gen::exec([] {
    return matcher::SiteCheck{.method = *EnumUpTo(matcher::VerificationMethod::kWorkplaceCheck),
                              .checked_on = *gen::arbitrary<matcher::Day>(),
                              .organisation = {*Id()},
                              .verifier = *Text()};
  });
}

Gen<matcher::SiteTerms> Arbitrary<matcher::SiteTerms>::arbitrary() {
  return gen::exec([] {
    return matcher::SiteTerms{.place = Optionally(gen::arbitrary<matcher::Place>()),
                              .verification = *EnumUpTo(matcher::SiteVerification::kVerified),
                              .premises_kinds = SomeBitsOf(matcher::kEveryPremises),
                              .check = Optionally(gen::arbitrary<matcher::SiteCheck>()),
                              .registered_by = {*Id()}};
  });
}

Gen<matcher::SiteDetail> Arbitrary<matcher::SiteDetail>::arbitrary() {
  return gen::build<matcher::SiteDetail>(gen::set(&matcher::SiteDetail::display_name, Text()),
                                         gen::set(&matcher::SiteDetail::corrected));
}

namespace {

std::vector<matcher::Qualification> AnyQualifications() {
  std::vector<matcher::Qualification> held;
  for (const auto kind : Some(matcher::QualificationKind::kTradeCourse, 4)) {
    held.push_back({.kind = kind, .expires_on = MaybeDay()});
  }
  return held;
}

matcher::Consent AnyConsent() {
  const auto basis = *EnumUpTo(matcher::ConsentBasis::kLegalObligation);
  if (basis == matcher::ConsentBasis::kUnspecified) return {};
  const matcher::Day given_on = AnyDay();
  return {.basis = basis,
          .lists = *gen::arbitrary<bool>(),
          .counts = *gen::arbitrary<bool>(),
          .given_on = given_on,
          .expires_on = MaybeDayFrom(given_on)};
}

}  // namespace

Gen<matcher::CandidateTerms> Arbitrary<matcher::CandidateTerms>::arbitrary() {
  return gen::exec([] {
    return matcher::CandidateTerms{
        .custodian = {*Id()},
        .release_area = *gen::element<std::string>("M13", "LS1", "EC1A", "B1"),
        .reach = {*Between<std::int64_t>(1, 1'000'000)},
        .travel_mode = *EnumUpTo(matcher::TravelMode::kCar),
        .available_from = MaybeDay(),
        .readiness = *EnumUpTo(matcher::Readiness::kNoRightToWork),
        .qualifications = AnyQualifications(),
        .young_worker = *gen::arbitrary<bool>(),
        .consent = AnyConsent()};
  });
}

Gen<matcher::CandidateDetail> Arbitrary<matcher::CandidateDetail>::arbitrary() {
  return gen::exec([] {
    matcher::CandidateDetail detail;
    detail.skills = Few(5, [](int i) {
      return matcher::CandidateSkill{.code = CodeNumber("skill", i),
                                     .level = *EnumUpTo(matcher::SkillLevel::kExpert),
                                     .evidence = *EnumUpTo(matcher::SkillEvidence::kVerified)};
    });
    detail.occupations = Few(3, [](int i) {
      return matcher::CandidateOccupation{
          .code = CodeNumber("occupation", i),
          .relation = *EnumUpTo(matcher::OccupationRelation::kHeld)};
    });
    detail.availability = *gen::arbitrary<matcher::WeekPattern>();
    detail.pay_floor = {*Between(0, 65'000)};
    detail.registered_on = AnyDay();
    detail.corrected = *gen::arbitrary<bool>();
    return detail;
  });
}

Gen<matcher::Concept> Arbitrary<matcher::Concept>::arbitrary() {
  return gen::exec([] {
    const auto codes = [](const char* kind) {
      return Few(3, [kind](int i) { return CodeNumber(kind, i); });
    };
    return matcher::Concept{.code = CodeNumber("skill", 0),
                            .kind = *EnumUpTo(matcher::ConceptKind::kSkillGroup),
                            .label = *Text(),
                            .other_labels = Few(3, [](int) { return *Text(); }),
                            .broader = codes("isco"),
                            .essential_skills = codes("skill"),
                            .optional_skills = codes("skill")};
  });
}

Gen<matcher::District> Arbitrary<matcher::District>::arbitrary() {
  return gen::exec([] {
    return matcher::District{.code = *gen::element<std::string>("M13", "LS1", "EC1A", "B1"),
                             .centre = *gen::arbitrary<matcher::GeoPoint>(),
                             .uncertainty = {*Between<std::int64_t>(0, 50'000)},
                             .town = *Text(),
                             .region = *Text(),
                             .wider_region = *Text()};
  });
}

Gen<matcher::Premises> Arbitrary<matcher::Premises>::arbitrary() {
  return gen::exec([] {
    return matcher::Premises{
        .id = *Id(),
        .kind = *EnumUpTo(static_cast<matcher::PremisesKind>(matcher::kPremisesKindLast)),
        .place = *gen::arbitrary<matcher::Place>()};
  });
}

Gen<matcher::NamedArea> Arbitrary<matcher::NamedArea>::arbitrary() {
  return gen::exec([] {
    return matcher::NamedArea{.name = CodeNumber("ward", 0),
                              .area = *gen::arbitrary<matcher::MultiPolygon>()};
  });
}

}  // namespace rc
