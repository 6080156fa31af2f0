#include "tests/support/generator_parts.h"

namespace rc {

namespace matcher = throughgate::matcher;
using throughgate::generators::AnyDay;
using throughgate::generators::Between;
using throughgate::generators::CodeNumber;
using throughgate::generators::EnumUpTo;
using throughgate::generators::Few;
using throughgate::generators::Id;
using throughgate::generators::IdNumber;
using throughgate::generators::MaybeDay;
using throughgate::generators::Optionally;
using throughgate::generators::Some;
using throughgate::generators::SomeBitsOf;
using throughgate::generators::Text;

namespace {

std::optional<matcher::InferenceEvidence> MaybeEvidence() {
  return Optionally(gen::exec([] {
    const int begin = *Between(0, 200);
    return matcher::InferenceEvidence{.label = *Text(),
                                      .field = *gen::element<std::string>("title", "description"),
                                      .begin = begin,
                                      .end = begin + *Between(1, 30)};
  }));
}

// Every attribute is present, absent or unknown.
void SetAttributes(matcher::VacancyTerms& terms) {
  for (int i = 1; i <= matcher::kWorkAttributeLast; ++i) {
    const matcher::AttributeMask mask = matcher::MaskOf(static_cast<matcher::WorkAttribute>(i));
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

matcher::OffenceMask AnyOffences() {
  return SomeBitsOf((matcher::OffenceMask{2} << matcher::kOffenceCategoryLast) - 2);
}

// What the attributes leave room for.
matcher::ContactDegree AnyDegree(const matcher::VacancyTerms& terms,
                                 matcher::WorkAttribute attribute) {
  using matcher::ContactDegree;
  const matcher::AttributeMask mask = matcher::MaskOf(attribute);
  if (*Between(0, 4) == 0) return ContactDegree::kUnknown;
  if (terms.attributes_present & mask) {
    return *gen::element(ContactDegree::kSupervised, ContactDegree::kUnsupervised);
  }
  if (terms.attributes_absent & mask) {
    return *gen::element(ContactDegree::kNone, ContactDegree::kIncidental);
  }
  return *EnumUpTo(ContactDegree::kUnsupervised);
}

matcher::Known AnyRegulated(const matcher::VacancyTerms& terms, matcher::WorkAttribute attribute,
                            matcher::ContactDegree degree) {
  using matcher::ContactDegree;
  const bool little = degree == ContactDegree::kNone || degree == ContactDegree::kIncidental;
  const bool without = little || (terms.attributes_absent & matcher::MaskOf(attribute)) != 0;
  return *EnumUpTo(without ? matcher::Known::kNo : matcher::Known::kYes);
}

void SetOffences(matcher::Role& role) {
  role.offence_policy = *EnumUpTo(matcher::OffencePolicy::kListed);
  if (role.offence_policy != matcher::OffencePolicy::kListed) return;
  role.excluded_offences = AnyOffences();
  role.case_by_case_offences = AnyOffences() & ~role.excluded_offences;
  if ((role.excluded_offences | role.case_by_case_offences) == 0) {
    role.excluded_offences = matcher::MaskOf(matcher::OffenceCategory::kOther);
  }
}

// Some vacancies state nothing of it.
matcher::Role RoleFor(const matcher::VacancyTerms& terms) {
  matcher::Role role;
  if (*Between(0, 4) == 0) return role;
  role.children = AnyDegree(terms, matcher::WorkAttribute::kChildren);
  role.adults_at_risk = AnyDegree(terms, matcher::WorkAttribute::kVulnerableAdults);
  role.regulated_with_children =
      AnyRegulated(terms, matcher::WorkAttribute::kChildren, role.children);
  role.regulated_with_adults =
      AnyRegulated(terms, matcher::WorkAttribute::kVulnerableAdults, role.adults_at_risk);
  if (terms.attributes_present & matcher::MaskOf(matcher::WorkAttribute::kDriving)) {
    role.vehicles = SomeBitsOf(matcher::kEveryVehicle);
  }
  const bool no_cash =
      (terms.attributes_absent & matcher::MaskOf(matcher::WorkAttribute::kCash)) != 0;
  role.cash_handled = Optionally(Between(0, no_cash ? 0 : 1'000'000));
  role.dbs_level = *EnumUpTo(matcher::DbsLevel::kEnhancedWithList);
  role.exempt = *EnumUpTo(matcher::Known::kYes);
  role.disclosure_stage = *EnumUpTo(matcher::DisclosureStage::kAfterOffer);
  SetOffences(role);
  return role;
}

std::vector<matcher::RequiredQualification> AnyQualifications() {
  std::vector<matcher::RequiredQualification> required;
  for (const auto kind : Some(matcher::QualificationKind::kTradeCourse, 4)) {
    required.push_back({.kind = kind, .by_law = *gen::arbitrary<bool>()});
  }
  return required;
}

// At home there is no site to go to.
void SetSites(matcher::VacancyTerms& terms) {
  terms.work_base = *EnumUpTo(matcher::WorkBase::kHome);
  if (terms.work_base == matcher::WorkBase::kHome) {
    terms.site_mode = matcher::SiteMode::kUnknown;
  } else {
    terms.site_mode = *EnumUpTo(matcher::SiteMode::kUnknown);
    terms.sites = Few(3, IdNumber);
  }
}

}  // namespace

Gen<matcher::VacancyTerms> Arbitrary<matcher::VacancyTerms>::arbitrary() {
  return gen::exec([] {
    matcher::VacancyTerms terms;
    terms.kind = *EnumUpTo(matcher::VacancyKind::kSelfEmployment);
    terms.state = *EnumUpTo(matcher::VacancyState::kClosed);
    SetSites(terms);
    terms.shifts = *gen::arbitrary<matcher::WeekPattern>();
    SetAttributes(terms);
    terms.attributes_avoidable = SomeBitsOf(terms.attributes_present);
    terms.role = RoleFor(terms);
    terms.qualifications = AnyQualifications();
    terms.opens_on = MaybeDay();
    terms.closes_on = MaybeDay();
    terms.starts_on = MaybeDay();
    terms.occupations = Few(matcher::kVacancyOccupationsMax, [](int i) {
      return matcher::VacancyOccupation{.code = CodeNumber("occupation", i),
                                        .inferred_from = MaybeEvidence()};
    });
    return terms;
  });
}

Gen<matcher::VacancyDetail> Arbitrary<matcher::VacancyDetail>::arbitrary() {
  return gen::exec([] {
    matcher::VacancyDetail detail;
    detail.title = *Text();
    detail.description = *Text();
    detail.skills = Few(6, [](int i) {
      return matcher::RequiredSkill{.code = CodeNumber("skill", i),
                                    .level = *EnumUpTo(matcher::SkillLevel::kExpert),
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

Gen<matcher::SlotTerms> Arbitrary<matcher::SlotTerms>::arbitrary() {
  return gen::exec([] {
    matcher::SlotTerms terms;
    terms.site = *Id();
    // At most a day long and two days apart, so that none reaches the next.
    const int first = AnyDay().since_epoch;
    terms.windows = Few(5, [first](int i) {
      return matcher::SlotWindow{.date = {first + 2 * i},
                                 .start_minute = *Between(0, matcher::kMinutesPerDay - 1),
                                 .length = *Between(1, matcher::kMinutesPerDay)};
    });
    terms.capacity = *Between(1, 1'000);
    terms.absence_sub_type = *gen::element<std::string>("RDR", "ROR", "SPL");
    terms.absence_reason = *gen::element<std::string>("R10", "R25");
    terms.state = *EnumUpTo(matcher::SlotState::kCancelled);
    return terms;
  });
}

}  // namespace rc
