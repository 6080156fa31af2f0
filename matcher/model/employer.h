// Employers, their Charter pledges and their sites.
//
// A record has terms (what rules read) and detail (the rest). They are kept under separate keys
// and versions, so that mending a typo never touches what a clearance rests on.
#ifndef THROUGHGATE_MATCHER_MODEL_EMPLOYER_H_
#define THROUGHGATE_MATCHER_MODEL_EMPLOYER_H_

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "matcher/model/names.h"
#include "matcher/model/place.h"
#include "matcher/model/premises.h"
#include "matcher/model/units.h"

namespace throughgate::matcher {

// Values are stored; never renumber.
enum class PledgeState : std::uint8_t {
  kUnspecified,
  kDeclared,
  kEvidenced,
  kVerified,
  kLapsed,
  kSuspended
};

inline constexpr int kPledgeCodes = 12;  // CP01 … CP12

struct Pledge {
  std::uint8_t code = 0;  // 1 … kPledgeCodes
  PledgeState state = PledgeState::kUnspecified;
  std::optional<Day> valid_to;  // the last day on which it counts
  bool operator==(const Pledge&) const = default;
};

// Pledges by what they count for.
struct PledgeCounts {
  std::uint8_t verified = 0;
  std::uint8_t evidenced = 0;
  std::uint8_t declared = 0;
  bool operator==(const PledgeCounts&) const = default;
  bool any() const { return verified + evidenced + declared > 0; }
  void Add(PledgeState state) {
    verified += state == PledgeState::kVerified ? 1 : 0;
    evidenced += state == PledgeState::kEvidenced ? 1 : 0;
    declared += state == PledgeState::kDeclared ? 1 : 0;
  }
  void RaiseTo(const PledgeCounts& other) {
    verified = std::max(verified, other.verified);
    evidenced = std::max(evidenced, other.evidenced);
    declared = std::max(declared, other.declared);
  }
};

struct EmployerTerms {
  std::vector<Pledge> pledges;  // ascending by code, each once
  bool operator==(const EmployerTerms&) const = default;
};

struct EmployerDetail {
  std::string display_name;
  std::uint8_t sector = 0;  // throughgate.v1.EmployerSector
  bool corrected = false;   // a person has entered or changed it since an import wrote it
  bool operator==(const EmployerDetail&) const = default;
};

struct Employer {
  EmployerName name;
  EmployerTerms terms;
  EmployerDetail detail;
  bool operator==(const Employer&) const = default;
};

// Values are stored; never renumber.
enum class SiteVerification : std::uint8_t { kUnspecified, kUnverified, kVerified };

// Values are stored; never renumber.
enum class VerificationMethod : std::uint8_t {
  kUnspecified,
  kVisited,
  kCompaniesHouse,
  kBusinessRates,
  kPhonedLandline,
  kWorkplaceCheck
};

// That somebody has checked that a site is a real establishment, where it stands.
struct SiteCheck {
  VerificationMethod method = VerificationMethod::kUnspecified;
  Day checked_on;
  OrganisationId organisation;  // for which the verifier acts
  std::string verifier;         // the person; empty: not known who of the organisation
  bool operator==(const SiteCheck&) const = default;
};

// Who registered and who verified are terms: whoever decides on somebody's work there may demand
// that they differ.
struct SiteTerms {
  std::optional<Place> place;  // nullopt: not known
  SiteVerification verification = SiteVerification::kUnverified;
  PremisesMask premises_kinds = 0;      // what the site itself is
  std::optional<SiteCheck> check = {};  // what made it VERIFIED, if that is known
  OrganisationId registered_by = {};    // by hand or by an import; empty: not known
  bool operator==(const SiteTerms&) const = default;
};

struct SiteDetail {
  std::string display_name;
  bool corrected = false;  // as an employer's
  bool operator==(const SiteDetail&) const = default;
};

struct Site {
  SiteName name;
  SiteTerms terms;
  SiteDetail detail;
  bool operator==(const Site&) const = default;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_MODEL_EMPLOYER_H_
