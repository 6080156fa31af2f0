// What probation approves, keeps apart, and chooses to disclose. Enumerator values are stored
// (FORMAT.md) and equal those of the API. Never renumber them.
#ifndef THROUGHGATE_MATCHER_MODEL_DISCLOSURE_H_
#define THROUGHGATE_MATCHER_MODEL_DISCLOSURE_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/functional/function_ref.h"

#include "matcher/model/names.h"
#include "matcher/model/place.h"
#include "matcher/model/units.h"
#include "matcher/model/week_pattern.h"
#include "matcher/model/work.h"

namespace throughgate::matcher {

// The officer's standing approval of a type of work, or of one vacancy. It never approves a place.
struct WorkApproval {
  std::string id;
  std::vector<std::string> occupations = {};  // ISCO groups, "isco/93"; each once
  std::optional<VacancyName> vacancy = {};    // instead of occupations
  std::string conditions = {};                // the officer's own words
  Day approved_on;
  Day valid_to;  // the last day
  bool operator==(const WorkApproval&) const = default;
};

enum class NoContactKind : std::uint8_t { kUnspecified, kVictim, kNamedPerson, kGroup };

// The full name of an employer or a site under a key that only this service has: it can be
// compared, and never read back. The first half is that of the employer, the second that of the
// site, or zeros for an employer, so that a site is known to be of one.
using NameDigest = std::array<std::uint8_t, 16>;
using HalfDigest = std::array<std::uint8_t, 8>;

// Of the full name `name`, "employers/acme" or "employers/acme/sites/leeds"; `half` hashes a name
// under the key.
NameDigest DigestOfName(std::string_view name,
                        absl::FunctionRef<HalfDigest(std::string_view name)> half);

// Whether `site` is that of a site of the employer whose digest is `employer`.
bool IsSiteOf(const NameDigest& site, const NameDigest& employer);

// An employer or a site where somebody is whom the person must not meet.
struct NoContact {
  std::string id;
  NoContactKind kind = NoContactKind::kUnspecified;
  std::vector<NameDigest> names = {};  // of employers and sites; ascending, each once
  bool operator==(const NoContact&) const = default;
};

// An area as it is shown: a disc that holds what it stands for, its middle moved.
struct SharedArea {
  std::string id;
  GeoPoint centre;
  Metres radius;
  bool operator==(const SharedArea&) const = default;
};

// What probation has chosen to disclose of a plan, so that others do not propose in vain. It gives
// no reasons. A record of its own: what is not in it is not disclosed.
struct SharedEffects {
  AttributeMask attributes = 0;               // work that involves these is not to be proposed
  std::vector<std::string> occupations = {};  // nor work of these ISCO groups; each once
  WeekPattern hours = {};                     // work must lie within these; not stated: any
  std::vector<SharedArea> areas = {};         // nor work in these
  bool operator==(const SharedEffects&) const = default;
};

struct CandidateEffects {
  CandidateName candidate;
  SharedEffects terms;
  bool operator==(const CandidateEffects&) const = default;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_MODEL_DISCLOSURE_H_
