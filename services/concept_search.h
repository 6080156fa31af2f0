// Finds the occupations and skills that people mean by a word or the beginning of one.
#ifndef THROUGHGATE_SERVICES_CONCEPT_SEARCH_H_
#define THROUGHGATE_SERVICES_CONCEPT_SEARCH_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "matcher/index/taxonomy.h"

namespace throughgate::services {

struct ConceptQuery {
  std::string_view text;  // not empty
  // Which kind; kUnspecified: occupations and skills, but not their groups. Groups of skills are
  // never found, because a taxonomy does not keep them.
  matcher::ConceptKind kind = matcher::ConceptKind::kUnspecified;
  std::size_t limit = 20;
};

// The concepts that have a label which is the text, then those with one that begins with it, then
// those with one that contains it; the case of ASCII letters makes no difference.
//
// Order     within each of the three: by a preferred label before by another, the shorter label
//           first, then by label and by code.
// Lifetime  of the taxonomy.
// Cost      linear in the labels, some 20 ms for ESCO.
std::vector<const matcher::Concept*> FindConcepts(const matcher::Taxonomy& taxonomy,
                                                  const ConceptQuery& query);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONCEPT_SEARCH_H_
