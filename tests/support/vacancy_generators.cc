#include "tests/support/generator_parts.h"

namespace rc {

using namespace throughgate::generators;
using namespace throughgate::matcher;

namespace {

std::optional<InferenceEvidence> MaybeEvidence() {
  return Optionally(gen::exec([] {
    const int begin = *Between(0, 200);
    return InferenceEvidence{.label = *Text(),
                             .field = *gen::element<std::string>("title", "description"),
                             .begin = begin,
                             .end = begin + *Between(1, 30)};
  }));
}

// Every attribute is present, absent or unknown.
void SetAttributes(VacancyTerms& terms) {
  for (int i = 1; i <= kWorkAttributeLast; ++i) {
    const AttributeMask mask = MaskOf(static_cast<WorkAttribute>(i));
    switch (*Between(0, 2)) {
      case 0:
        terms.attributes_present |= mask;
        break;
      case 1:
        terms.attributes_absent |= mask;
        break;
    }
  }
}

}  // namespace

Gen<VacancyTerms> Arbitrary<VacancyTerms>::arbitrary() {
  return gen::exec([] {
    VacancyTerms terms;
    terms.kind = *EnumUpTo(VacancyKind::kSelfEmployment);
    terms.state = *EnumUpTo(VacancyState::kClosed);
    terms.site_mode = *EnumUpTo(SiteMode::kUnknown);
    terms.sites = Few(3, IdNumber);
    terms.shifts = *gen::arbitrary<WeekPattern>();
    SetAttributes(terms);
    terms.opens_on = MaybeDay();
    terms.closes_on = MaybeDay();
    terms.starts_on = MaybeDay();
    terms.occupations = Few(kVacancyOccupationsMax, [](int i) {
      return VacancyOccupation{.code = CodeNumber("occupation", i),
                               .inferred_from = MaybeEvidence()};
    });
    return terms;
  });
}

Gen<VacancyDetail> Arbitrary<VacancyDetail>::arbitrary() {
  return gen::exec([] {
    VacancyDetail detail;
    detail.title = *Text();
    detail.description = *Text();
    detail.skills = Few(6, [](int i) {
      return RequiredSkill{.code = CodeNumber("skill", i),
                           .level = *EnumUpTo(SkillLevel::kExpert),
                           .essential = *gen::arbitrary<bool>(),
                           .inferred_from = MaybeEvidence()};
    });
    detail.pay = {*Between(0, 65'000)};
    detail.positions = *Between(1, 10'000);
    detail.posted_on = AnyDay();
    detail.feed = *gen::element<std::string>("", "a-feed");
    detail.external_id = *Text();
    detail.corrected = *gen::arbitrary<bool>();
    return detail;
  });
}

Gen<SlotTerms> Arbitrary<SlotTerms>::arbitrary() {
  return gen::exec([] {
    SlotTerms terms;
    terms.site = *Id();
    // At most a day long and two days apart, so that none reaches the next.
    const int first = AnyDay().since_epoch;
    terms.windows = Few(5, [first](int i) {
      return SlotWindow{.date = {first + 2 * i},
                        .start_minute = *Between(0, kMinutesPerDay - 1),
                        .length = *Between(1, kMinutesPerDay)};
    });
    terms.capacity = *Between(1, 1'000);
    terms.absence_sub_type = *gen::element<std::string>("RDR", "ROR", "SPL");
    terms.absence_reason = *gen::element<std::string>("R10", "R25");
    terms.state = *EnumUpTo(SlotState::kCancelled);
    return terms;
  });
}

}  // namespace rc
