// Reads the ESCO classification as the European Commission publishes it: zips of CSV files.
#ifndef THROUGHGATE_SERVICES_CLI_REFERENCE_ESCO_H_
#define THROUGHGATE_SERVICES_CLI_REFERENCE_ESCO_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "throughgate/v1/reference_service.pb.h"

namespace throughgate::cli {

// The attribution that ESCO's licence asks for.
inline constexpr absl::string_view kEscoAttribution =
    "This service uses the ESCO classification of the European Commission.";

struct EscoTaxonomy {
  std::vector<v1::Concept> concepts;  // in the order of the files
  // Relations that name a concept which none of the files has; they are left out.
  std::int64_t dangling_relations = 0;
};

// The code of a concept: its URI without the common beginning, and ISCO groups without their C.
//
//   http://data.europa.eu/esco/skill/fed5b267-…  ->  "skill/fed5b267-…"
//   http://data.europa.eu/esco/isco/C9333        ->  "isco/9333"
std::string EscoCode(absl::string_view uri);

// Reads the zip of a language and the zip of relations, in either order.
//
// Errors  kInvalidArgument  a file that is needed is in none of the zips, or is malformed; names
//                           the file and line. Or those of Archive.
// Cost    about 60 MB for ESCO 1.1.1.
absl::StatusOr<EscoTaxonomy> ReadEsco(const std::vector<std::string>& zips);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_REFERENCE_ESCO_H_
