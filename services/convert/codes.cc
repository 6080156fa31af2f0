#include "services/convert/codes.h"

#include "absl/strings/ascii.h"

namespace throughgate::services {
namespace {

// What is missing when nothing is loaded.
constexpr char kTaxonomy[] = "taxonomy";
constexpr char kGazetteer[] = "gazetteer";

// Says why `code` is not known.
void Unknown(const std::string& code, bool loaded, const char* reference, const Field& at) {
  if (code.empty()) {
    at.Refuse("Is required.");
  } else if (loaded) {
    at.Refuse(std::string("Is not a code of the ").append(reference).append(" in use."));
  } else {
    at.MissReferenceData(reference);
  }
}

}  // namespace

std::string ReadSkillCode(const std::string& wire, const ReferenceData& reference,
                          const Field& at) {
  if (reference.taxonomy.Skill(wire) == matcher::kNoIndex) {
    Unknown(wire, reference.taxonomy.skill_count() > 0, kTaxonomy, at);
  }
  return wire;
}

std::string ReadOccupationCode(const std::string& wire, const ReferenceData& reference,
                               const Field& at) {
  if (reference.taxonomy.Occupation(wire) == matcher::kNoIndex) {
    Unknown(wire, reference.taxonomy.occupation_count() > 0, kTaxonomy, at);
  }
  return wire;
}

std::string ReadDistrict(const std::string& wire, const ReferenceData& reference, const Field& at) {
  std::string code = absl::AsciiStrToUpper(wire);
  if (!reference.gazetteer.FindDistrict(code)) {
    Unknown(code, reference.gazetteer.district_count() > 0, kGazetteer, at);
  }
  return code;
}

}  // namespace throughgate::services
