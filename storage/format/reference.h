// Reference data as it is stored: chunks under a version, and a manifest that says which version
// is in use. Importing writes all chunks of a new version, then the manifest; whoever reads sees
// the old version or the new one, never a mixture.
#ifndef THROUGHGATE_STORAGE_FORMAT_REFERENCE_H_
#define THROUGHGATE_STORAGE_FORMAT_REFERENCE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "matcher/model/premises.h"
#include "matcher/model/reference.h"

namespace throughgate::format {

struct TaxonomyChunk {
  std::vector<matcher::Concept> concepts;
  bool operator==(const TaxonomyChunk&) const = default;
};

struct TaxonomyManifest {
  std::string version;      // as in the keys of the chunks
  std::string taxonomy;     // as named when it was imported: "esco-1.1.1"
  std::string attribution;  // that its licence asks for
  std::int32_t chunks = 0;  // numbered from 0
  bool operator==(const TaxonomyManifest&) const = default;
};

struct GazetteerChunk {
  std::vector<matcher::District> districts;
  bool operator==(const GazetteerChunk&) const = default;
};

struct GazetteerManifest {
  std::string version;      // as in the keys of the chunks
  std::string gazetteer;    // as named when it was imported
  std::int32_t chunks = 0;  // numbered from 0
  bool operator==(const GazetteerManifest&) const = default;
};

struct PremisesChunk {
  std::vector<matcher::Premises> premises;
  bool operator==(const PremisesChunk&) const = default;
};

struct PremisesManifest {
  std::string version;      // as in the keys of the chunks
  std::string layer;        // as named when it was imported
  std::int32_t chunks = 0;  // numbered from 0
  bool operator==(const PremisesManifest&) const = default;
};

struct AreaChunk {
  std::vector<matcher::NamedArea> areas;
  bool operator==(const AreaChunk&) const = default;
};

struct AreaManifest {
  std::string version;      // as in the keys of the chunks
  std::string layer;        // as named when it was imported
  std::int32_t chunks = 0;  // numbered from 0
  std::int32_t areas = 0;   // in all of them
  bool operator==(const AreaManifest&) const = default;
};

}  // namespace throughgate::format

#endif  // THROUGHGATE_STORAGE_FORMAT_REFERENCE_H_
