// The names of records: distinct types, so that one cannot stand where another belongs.
//
// Every id part is [a-z0-9-], 1 to 63, not starting or ending with a hyphen; `convert` checks it
// on the way in and everything below relies on it.
#ifndef THROUGHGATE_MATCHER_MODEL_NAMES_H_
#define THROUGHGATE_MATCHER_MODEL_NAMES_H_

#include <compare>
#include <string>

namespace throughgate::matcher {

struct EmployerName {
  std::string employer;
  auto operator<=>(const EmployerName&) const = default;
  std::string ToString() const { return "employers/" + employer; }
};

struct SiteName {
  std::string employer;
  std::string site;
  auto operator<=>(const SiteName&) const = default;
  std::string ToString() const { return "employers/" + employer + "/sites/" + site; }
};

struct VacancyName {
  std::string employer;
  std::string vacancy;
  auto operator<=>(const VacancyName&) const = default;
  std::string ToString() const { return "employers/" + employer + "/vacancies/" + vacancy; }
};

struct SlotName {
  VacancyName vacancy;
  std::string slot;
  auto operator<=>(const SlotName&) const = default;
  std::string ToString() const { return vacancy.ToString() + "/slots/" + slot; }
};

struct CandidateName {
  std::string candidate;
  auto operator<=>(const CandidateName&) const = default;
  std::string ToString() const { return "candidates/" + candidate; }
  std::string RiskPlan() const { return ToString() + "/riskPlan"; }
  std::string SharedEffects() const { return ToString() + "/sharedEffects"; }
};

// The organisation that a caller acts for.
struct OrganisationId {
  std::string value;
  auto operator<=>(const OrganisationId&) const = default;
  std::string ToString() const { return "organisations/" + value; }
};

struct GrantName {
  OrganisationId organisation;
  std::string grant;
  auto operator<=>(const GrantName&) const = default;
  std::string ToString() const { return organisation.ToString() + "/grants/" + grant; }
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_MODEL_NAMES_H_
