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

using namespace throughgate::generators;
using namespace throughgate::matcher;

Gen<EmployerName> Arbitrary<EmployerName>::arbitrary() {
  return gen::build<EmployerName>(gen::set(&EmployerName::employer, Id()));
}

Gen<SiteName> Arbitrary<SiteName>::arbitrary() {
  return gen::build<SiteName>(gen::set(&SiteName::employer, Id()), gen::set(&SiteName::site, Id()));
}

Gen<VacancyName> Arbitrary<VacancyName>::arbitrary() {
  return gen::build<VacancyName>(gen::set(&VacancyName::employer, Id()),
                                 gen::set(&VacancyName::vacancy, Id()));
}

Gen<SlotName> Arbitrary<SlotName>::arbitrary() {
  return gen::build<SlotName>(gen::set(&SlotName::vacancy), gen::set(&SlotName::slot, Id()));
}

Gen<CandidateName> Arbitrary<CandidateName>::arbitrary() {
  return gen::build<CandidateName>(gen::set(&CandidateName::candidate, Id()));
}

Gen<Day> Arbitrary<Day>::arbitrary() {
  constexpr int k2000 = 10'957;
  constexpr int k2100 = 47'482;
  return gen::build<Day>(gen::set(&Day::since_epoch, Between(k2000, k2100)));
}

Gen<GeoPoint> Arbitrary<GeoPoint>::arbitrary() {
  return gen::build<GeoPoint>(
      gen::set(&GeoPoint::latitude_e7, Between(kLatitudeMinE7, kLatitudeMaxE7)),
      gen::set(&GeoPoint::longitude_e7, Between(kLongitudeMinE7, kLongitudeMaxE7)));
}

Gen<Place> Arbitrary<Place>::arbitrary() {
  return gen::exec([] {
    return Place{.at = *gen::arbitrary<GeoPoint>(),
                 .uncertainty = {*Between<std::int64_t>(0, kUncertaintyMax.value)}};
  });
}

Gen<WeekPattern> Arbitrary<WeekPattern>::arbitrary() {
  return gen::exec([] {
    WeekPattern pattern{Few(7, [](int) {
      return WeekSpan{*Between(0, kMinutesPerWeek - 1), *Between(1, kMinutesPerWeek)};
    })};
    std::sort(pattern.spans.begin(), pattern.spans.end());
    return pattern;
  });
}

Gen<EmployerTerms> Arbitrary<EmployerTerms>::arbitrary() {
  return gen::exec([] {
    EmployerTerms terms;
    for (int code = 1; code <= kPledgeCodes; ++code) {
      if (*gen::arbitrary<bool>()) continue;
      terms.pledges.push_back({.code = static_cast<std::uint8_t>(code),
                               .state = *EnumUpTo(PledgeState::kSuspended),
                               .valid_to = MaybeDay()});
    }
    return terms;
  });
}

Gen<EmployerDetail> Arbitrary<EmployerDetail>::arbitrary() {
  return gen::build<EmployerDetail>(
      gen::set(&EmployerDetail::display_name, Text()),
      gen::set(&EmployerDetail::sector, gen::cast<std::uint8_t>(Between(0, 20))));
}

Gen<SiteTerms> Arbitrary<SiteTerms>::arbitrary() {
  return gen::exec([] {
    return SiteTerms{.place = Optionally(gen::arbitrary<Place>()),
                     .verification = *EnumUpTo(SiteVerification::kVerified)};
  });
}

Gen<SiteDetail> Arbitrary<SiteDetail>::arbitrary() {
  return gen::build<SiteDetail>(gen::set(&SiteDetail::display_name, Text()));
}

Gen<CandidateTerms> Arbitrary<CandidateTerms>::arbitrary() {
  return gen::exec([] {
    return CandidateTerms{.custodian = {*Id()},
                          .release_area = *gen::element<std::string>("M13", "LS1", "EC1A", "B1"),
                          .reach = {*Between<std::int64_t>(1, 1'000'000)},
                          .travel_mode = *EnumUpTo(TravelMode::kCar),
                          .available_from = MaybeDay()};
  });
}

Gen<CandidateDetail> Arbitrary<CandidateDetail>::arbitrary() {
  return gen::exec([] {
    return CandidateDetail{
        .skills = Few(5,
                      [](int i) {
                        return CandidateSkill{.code = CodeNumber("skill", i),
                                              .level = *EnumUpTo(SkillLevel::kExpert),
                                              .evidence = *EnumUpTo(SkillEvidence::kVerified)};
                      }),
        .occupations = Few(3,
                           [](int i) {
                             return CandidateOccupation{
                                 .code = CodeNumber("occupation", i),
                                 .relation = *EnumUpTo(OccupationRelation::kHeld)};
                           }),
        .availability = *gen::arbitrary<WeekPattern>(),
        .pay_floor = {*Between(0, 65'000)},
        .registered_on = AnyDay()};
  });
}

Gen<Concept> Arbitrary<Concept>::arbitrary() {
  return gen::exec([] {
    const auto codes = [](const char* kind) {
      return Few(3, [kind](int i) { return CodeNumber(kind, i); });
    };
    return Concept{.code = CodeNumber("skill", 0),
                   .kind = *EnumUpTo(ConceptKind::kSkillGroup),
                   .label = *Text(),
                   .other_labels = Few(3, [](int) { return *Text(); }),
                   .broader = codes("isco"),
                   .essential_skills = codes("skill"),
                   .optional_skills = codes("skill")};
  });
}

Gen<District> Arbitrary<District>::arbitrary() {
  return gen::exec([] {
    return District{.code = *gen::element<std::string>("M13", "LS1", "EC1A", "B1"),
                    .centre = *gen::arbitrary<GeoPoint>(),
                    .uncertainty = {*Between<std::int64_t>(0, 50'000)},
                    .town = *Text(),
                    .region = *Text(),
                    .wider_region = *Text()};
  });
}

}  // namespace rc
