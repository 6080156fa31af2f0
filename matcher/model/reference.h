// Reference data as it is imported: the concepts of a taxonomy, the districts of a gazetteer, and
// areas by name. Premises are in premises.h.
#ifndef THROUGHGATE_MATCHER_MODEL_REFERENCE_H_
#define THROUGHGATE_MATCHER_MODEL_REFERENCE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "matcher/model/place.h"
#include "matcher/model/zone.h"

namespace throughgate::matcher {

// Values are stored; never renumber.
enum class ConceptKind : std::uint8_t {
  kUnspecified,
  kOccupation,
  kSkill,
  kOccupationGroup,
  kSkillGroup
};

// One occupation, skill or group, as throughgate.v1.Concept describes it.
struct Concept {
  std::string code;
  ConceptKind kind = ConceptKind::kUnspecified;
  std::string label;
  std::vector<std::string> other_labels;
  std::vector<std::string> broader;           // codes
  std::vector<std::string> essential_skills;  // codes; occupations only
  std::vector<std::string> optional_skills;   // codes; occupations only
  bool operator==(const Concept&) const = default;
};

// One postcode district, as throughgate.v1.District describes it.
struct District {
  std::string code;  // "M13"
  GeoPoint centre;
  Metres uncertainty;  // 0: to be estimated from the neighbours
  std::string town;
  std::string region;
  std::string wider_region;
  bool operator==(const District&) const = default;
};

// An area that zones can be copied from by its name.
struct NamedArea {
  std::string name;  // "local-authority/Manchester"
  MultiPolygon area;
  bool operator==(const NamedArea&) const = default;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_MODEL_REFERENCE_H_
