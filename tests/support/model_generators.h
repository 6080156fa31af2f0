// Random valid records of the model, for property tests.
//
//   RC_GTEST_PROP(Curfews, …, (const matcher::RiskPlanTerms& plan)) { … }
//   const auto vacancy = *rc::gen::arbitrary<matcher::VacancyTerms>();
//
// Valid means what `convert` lets in: ids in their alphabet, points in the United Kingdom, days
// from 2000 to 2100, lists sorted and without repetition where the model says so, simple polygons.
// Every enumerator occurs, kUnspecified and kUnknown included, unless it tells the entries of a
// list apart. Texts hold any UTF-8, or nothing.
#ifndef THROUGHGATE_TESTS_SUPPORT_MODEL_GENERATORS_H_
#define THROUGHGATE_TESTS_SUPPORT_MODEL_GENERATORS_H_

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "matcher/model/candidate.h"
#include "matcher/model/disclosure.h"
#include "matcher/model/employer.h"
#include "matcher/model/link.h"
#include "matcher/model/names.h"
#include "matcher/model/premises.h"
#include "matcher/model/reference.h"
#include "matcher/model/risk_plan.h"
#include "matcher/model/vacancy.h"

namespace throughgate::generators {

// [a-z0-9-], 1 to 63, no hyphen at either end.
rc::Gen<std::string> Id();
// UTF-8, often empty.
rc::Gen<std::string> Text();

}  // namespace throughgate::generators

namespace rc {

#define THROUGHGATE_ARBITRARY(Type) \
  template <>                       \
  struct Arbitrary<Type> {          \
    static Gen<Type> arbitrary();   \
  }
THROUGHGATE_ARBITRARY(throughgate::matcher::EmployerName);
THROUGHGATE_ARBITRARY(throughgate::matcher::SiteName);
THROUGHGATE_ARBITRARY(throughgate::matcher::VacancyName);
THROUGHGATE_ARBITRARY(throughgate::matcher::SlotName);
THROUGHGATE_ARBITRARY(throughgate::matcher::CandidateName);
THROUGHGATE_ARBITRARY(throughgate::matcher::LinkName);
THROUGHGATE_ARBITRARY(throughgate::matcher::LinkTerms);
THROUGHGATE_ARBITRARY(throughgate::matcher::ReferenceName);
THROUGHGATE_ARBITRARY(throughgate::matcher::ReferenceTerms);
THROUGHGATE_ARBITRARY(throughgate::matcher::Day);
THROUGHGATE_ARBITRARY(throughgate::matcher::GeoPoint);
THROUGHGATE_ARBITRARY(throughgate::matcher::Place);
THROUGHGATE_ARBITRARY(throughgate::matcher::WeekPattern);
THROUGHGATE_ARBITRARY(throughgate::matcher::EmployerTerms);
THROUGHGATE_ARBITRARY(throughgate::matcher::EmployerDetail);
THROUGHGATE_ARBITRARY(throughgate::matcher::SiteCheck);
THROUGHGATE_ARBITRARY(throughgate::matcher::SiteTerms);
THROUGHGATE_ARBITRARY(throughgate::matcher::SiteDetail);
THROUGHGATE_ARBITRARY(throughgate::matcher::VacancyTerms);
THROUGHGATE_ARBITRARY(throughgate::matcher::VacancyDetail);
THROUGHGATE_ARBITRARY(throughgate::matcher::SlotTerms);
THROUGHGATE_ARBITRARY(throughgate::matcher::CandidateTerms);
THROUGHGATE_ARBITRARY(throughgate::matcher::CandidateDetail);
THROUGHGATE_ARBITRARY(throughgate::matcher::MultiPolygon);
THROUGHGATE_ARBITRARY(throughgate::matcher::Circle);
THROUGHGATE_ARBITRARY(throughgate::matcher::Zone);
THROUGHGATE_ARBITRARY(throughgate::matcher::RiskPlanTerms);
THROUGHGATE_ARBITRARY(throughgate::matcher::SharedEffects);
THROUGHGATE_ARBITRARY(throughgate::matcher::Concept);
THROUGHGATE_ARBITRARY(throughgate::matcher::District);
THROUGHGATE_ARBITRARY(throughgate::matcher::Premises);
THROUGHGATE_ARBITRARY(throughgate::matcher::NamedArea);
#undef THROUGHGATE_ARBITRARY

}  // namespace rc

#endif  // THROUGHGATE_TESTS_SUPPORT_MODEL_GENERATORS_H_
