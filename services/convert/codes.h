// Codes of the taxonomy and the gazetteer in use.
#ifndef THROUGHGATE_SERVICES_CONVERT_CODES_H_
#define THROUGHGATE_SERVICES_CONVERT_CODES_H_

#include <string>

#include "matcher/index/catalogue.h"
#include "services/convert/field.h"

namespace throughgate::services {

// What codes are looked up in. Lifetime: of the catalogue that it was made of.
struct ReferenceData {
  const matcher::Taxonomy& taxonomy;
  const matcher::Gazetteer& gazetteer;

  explicit ReferenceData(const matcher::Catalogue& catalogue)
      : taxonomy(*catalogue.taxonomy), gazetteer(*catalogue.gazetteer) {}
};

// Each returns the code, refused at `at` when it is not known; when nothing is loaded to know it
// by, that is noted instead.
std::string ReadSkillCode(const std::string& wire, const ReferenceData& reference, const Field& at);
// An occupation or a group of occupations.
std::string ReadOccupationCode(const std::string& wire, const ReferenceData& reference,
                               const Field& at);
// In capitals, however it was written.
std::string ReadDistrict(const std::string& wire, const ReferenceData& reference, const Field& at);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_CODES_H_
