// Everything that a verdict depends on, as plain records: no cards, no ordinals, no prepared
// shapes.
#ifndef THROUGHGATE_TESTS_ORACLE_PLAIN_WORLD_H_
#define THROUGHGATE_TESTS_ORACLE_PLAIN_WORLD_H_

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "matcher/model/candidate.h"
#include "matcher/model/disclosure.h"
#include "matcher/model/employer.h"
#include "matcher/model/premises.h"
#include "matcher/model/reference.h"
#include "matcher/model/risk_plan.h"
#include "matcher/model/vacancy.h"

namespace throughgate::oracle {

struct PlainWorld {
  matcher::Day today;
  std::vector<matcher::Concept> concepts;
  std::vector<matcher::District> districts;
  std::vector<matcher::Site> sites;
  std::vector<matcher::Vacancy> vacancies;
  std::vector<matcher::WorkTrialSlot> slots;
  std::vector<matcher::Candidate> candidates;
  std::vector<std::optional<matcher::RiskPlanTerms>> plans;  // by candidate
  std::vector<matcher::SharedEffects> effects;               // likewise
  // What plans keep of the name of an employer or a site; null where the key is lost.
  std::function<matcher::NameDigest(const std::string& name)> digest;
  std::vector<matcher::Premises> premises = {};
};

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_PLAIN_WORLD_H_
