// The catalogue: everything that an answer is computed from, at one revision.
//
// Immutable and shared by pointer: a reader takes one and has one consistent view, without a lock
// and whatever is written meanwhile. CatalogueBuilder makes the next one.
#ifndef THROUGHGATE_MATCHER_INDEX_CATALOGUE_H_
#define THROUGHGATE_MATCHER_INDEX_CATALOGUE_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "matcher/index/cards.h"
#include "matcher/index/cow_directory.h"
#include "matcher/index/cow_table.h"
#include "matcher/index/forest/candidate_spot.h"
#include "matcher/index/forest/forest.h"
#include "matcher/index/forest/vacancy_spot.h"
#include "matcher/index/gazetteer.h"
#include "matcher/index/premises_layer.h"
#include "matcher/index/taxonomy.h"
#include "matcher/index/work_profile.h"
#include "matcher/model/disclosure.h"
#include "matcher/model/employer.h"
#include "matcher/model/link.h"

namespace throughgate::matcher {

// What a result row shows, kept in memory so that no answer waits for the store.
struct EmployerRow {
  EmployerName name;
  std::string display_name;
  std::vector<Pledge> pledges;
  std::optional<NameDigest> digest = {};  // for no-contact; none: there is no key
};
struct SiteRow {
  SiteName name;
  std::string display_name;
  SiteVerification verification = SiteVerification::kUnverified;
  std::optional<NameDigest> digest = {};  // likewise
  std::optional<Place> place;
  PremisesMask premises_kinds = 0;  // what the site itself is
  // Near its place; null: none within kPremisesDistanceMax.
  std::shared_ptr<const PremisesAround> premises;
};
struct VacancyRow {
  VacancyName name;
  std::string title;
};

// What the directory of references is asked for.
inline std::string ReferenceText(const ReferenceName& name) {
  return name.organisation.value + "," + name.reference;
}

// Threads   any number of readers.
// Lifetime  of the shared pointer; nothing in it refers outside.
struct Catalogue {
  std::uint64_t revision = 0;
  std::shared_ptr<const Taxonomy> taxonomy;       // never null; empty when none is loaded
  std::shared_ptr<const Gazetteer> gazetteer;     // never null; empty when none is loaded
  std::shared_ptr<const PremisesLayer> premises;  // never null; empty when none is loaded

  SharedBlocks<VacancyBlock> vacancies;
  SharedBlocks<CandidateBlock> candidates;
  std::size_t vacancy_count = 0;
  std::size_t candidate_count = 0;

  TableView<std::shared_ptr<const EmployerRow>> employers;
  TableView<std::shared_ptr<const SiteRow>> sites;
  TableView<std::shared_ptr<const VacancyRow>> vacancy_rows;
  TableView<std::shared_ptr<const CandidateName>> candidate_names;
  TableView<std::shared_ptr<const WeekPattern>> patterns;  // 0 is "not stated"
  TableView<std::shared_ptr<const WorkProfile>> profiles;  // 0 states nothing
  TableView<std::shared_ptr<const OrganisationId>> organisations;
  // Of links: names of caseloads, each once, and references, of whatever organisation.
  TableView<std::shared_ptr<const std::string>> caseloads;
  TableView<std::shared_ptr<const std::string>> references;

  // The same cards as the search finds them. Never null.
  std::shared_ptr<const Forest<VacancySide>> vacancy_forest;
  std::shared_ptr<const Forest<CandidateSide>> candidate_forest;

  // OrdinalOf looks them up.
  DirectoryView vacancy_ordinals;
  DirectoryView candidate_ordinals;
  DirectoryView organisation_ordinals;
  DirectoryView reference_ordinals;  // of candidates: see links.h

  // Of whatever has that name, complete or not.
  std::optional<Ordinal> OrdinalOf(const VacancyName& name) const {
    return vacancy_ordinals.Find(name.ToString(),
                                 [&](Ordinal i) { return vacancy_rows[i]->name == name; });
  }
  std::optional<Ordinal> OrdinalOf(const CandidateName& name) const {
    return candidate_ordinals.Find(name.ToString(),
                                   [&](Ordinal i) { return *candidate_names[i] == name; });
  }
  std::optional<Ordinal> OrdinalOf(const OrganisationId& id) const {
    return organisation_ordinals.Find(id.value, [&](Ordinal i) { return *organisations[i] == id; });
  }

  const VacancyBlock& VacancyBlockOf(Ordinal vacancy) const {
    return *vacancies[vacancy / kCardsPerBlock];
  }
  const VacancyCard& VacancyOf(Ordinal vacancy) const {
    return VacancyBlockOf(vacancy).cards[vacancy % kCardsPerBlock];
  }
  // Whether the work is done at home: then no site counts, and the distance is none.
  bool IsAtHome(const VacancyCard& card) const {
    return IsDoneAtHome(profiles[card.profile]->work_base, card.site_mode);
  }
  const CandidateBlock& CandidateBlockOf(Ordinal candidate) const {
    return *candidates[candidate / kCardsPerBlock];
  }
  const CandidateCard& CandidateOf(Ordinal candidate) const {
    return CandidateBlockOf(candidate).cards[candidate % kCardsPerBlock];
  }
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_CATALOGUE_H_
