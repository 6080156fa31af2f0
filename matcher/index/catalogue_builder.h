// Builds catalogues: takes records in any order, one version after another.
#ifndef THROUGHGATE_MATCHER_INDEX_CATALOGUE_BUILDER_H_
#define THROUGHGATE_MATCHER_INDEX_CATALOGUE_BUILDER_H_

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "matcher/index/catalogue.h"
#include "matcher/index/forest/forest_builder.h"
#include "matcher/index/ordinal_set.h"
#include "matcher/model/candidate.h"
#include "matcher/model/employer.h"
#include "matcher/model/link.h"
#include "matcher/model/risk_plan.h"
#include "matcher/model/vacancy.h"

namespace throughgate::matcher {

// Terms and detail arrive apart, as they are stored. What a record refers to (a site, an employer)
// may arrive later; until then it is unknown. The order of arrival changes ordinals, never an
// answer.
//
// Threads  one writer; what it has published is free.
// Cost     a record costs the copy of the blocks it touches, once per published version.
class CatalogueBuilder {
 public:
  // `digest` is how the names of employers and sites are compared with those that plans keep under
  // a key; without it whoever must not meet somebody is for REVIEW everywhere. `sizes` are of the
  // search structure; they change no answer. Without premises, whoever must stay away from some is
  // for REVIEW.
  CatalogueBuilder(std::shared_ptr<const Taxonomy> taxonomy,
                   std::shared_ptr<const Gazetteer> gazetteer,
                   std::function<NameDigest(const std::string& name)> digest = nullptr,
                   const ForestSizes& sizes = {},
                   std::shared_ptr<const PremisesLayer> premises = nullptr);

  void SetEmployer(const EmployerName& name, const EmployerTerms& terms);
  void SetEmployer(const EmployerName& name, const EmployerDetail& detail);
  void SetSite(const SiteName& name, const SiteTerms& terms);
  void SetSite(const SiteName& name, const SiteDetail& detail);
  void SetVacancy(const VacancyName& name, const VacancyTerms& terms);
  void SetVacancy(const VacancyName& name, const VacancyDetail& detail);
  void SetSlot(const SlotName& name, const SlotTerms& terms);
  void SetCandidate(const CandidateName& name, const CandidateTerms& terms);
  void SetCandidate(const CandidateName& name, const CandidateDetail& detail);

  // The record no longer has that part. Until it has it again, no search finds it; its name stays
  // until the catalogue is built anew. For what a site or an employer no longer has, set what has
  // nothing.
  void Forget(const VacancyName& name, CardPart part);
  void Forget(const CandidateName& name, CardPart part);

  // Errors  kInvalidArgument  the plan cannot be prepared; the candidate now counts as having
  //                           none, which is REVIEW.
  absl::Status SetRiskPlan(const CandidateName& name, const RiskPlanTerms& terms);
  // The candidate counts as having no plan, which is REVIEW.
  void ClearRiskPlan(const CandidateName& name);

  // What probation has disclosed; an empty one discloses nothing.
  void SetSharedEffects(const CandidateName& name, const SharedEffects& effects);

  // An organisation has to do with a candidate, whoever comes first; and no longer has.
  void SetLink(const LinkName& name, const LinkTerms& terms);
  void ForgetLink(const LinkName& name);

  std::shared_ptr<const Catalogue> Publish(std::uint64_t revision);

 private:
  Ordinal EmployerOrdinal(const EmployerName& name);
  Ordinal SiteOrdinal(const SiteName& name);
  Ordinal VacancyOrdinal(const VacancyName& name);
  Ordinal CandidateOrdinal(const CandidateName& name);
  Ordinal OrganisationOrdinal(const OrganisationId& id);
  Ordinal PatternOrdinal(const WeekPattern& pattern);
  Ordinal ProfileOrdinal(const WorkProfile& profile);
  std::shared_ptr<const PersonProfile> SharedProfile(PersonProfile profile);
  Ordinal CaseloadOrdinal(const std::string& caseload);
  Ordinal ReferenceOrdinal(const ReferenceName& name, Ordinal candidate);
  // Where the link stands in its block, or would.
  std::vector<LinkCard>::iterator PlaceOfLink(Ordinal candidate, Ordinal organisation);
  static bool IsLinkOf(const LinkCard& link, Ordinal candidate, Ordinal organisation);

  SitePoint PointOf(Ordinal site) const;
  std::vector<SitePoint> PointsFor(const VacancyName& name, const VacancyTerms& terms);
  // Keeps vacancies_at_site_ in step, before the card itself changes.
  void WorkAt(std::span<const SitePoint> points, Ordinal vacancy);
  VacancyOccupations OccupationsFor(const VacancyTerms& terms) const;
  std::vector<SkillNeed> NeedsFor(const VacancyDetail& detail) const;
  VacancyBlock& MutableBlockOfVacancy(Ordinal vacancy);
  CandidateBlock& MutableBlockOfCandidate(Ordinal candidate);
  void PublishForests(Catalogue& catalogue);

  std::shared_ptr<const Taxonomy> taxonomy_;
  std::shared_ptr<const Gazetteer> gazetteer_;
  std::function<NameDigest(const std::string&)> digest_;
  std::shared_ptr<const PremisesLayer> premises_;  // never null

  CowBlocks<VacancyBlock> vacancies_;
  CowBlocks<CandidateBlock> candidates_;
  CowTable<std::shared_ptr<const EmployerRow>> employers_;
  CowTable<std::shared_ptr<const SiteRow>> sites_;
  CowTable<std::shared_ptr<const VacancyRow>> vacancy_rows_;
  CowTable<std::shared_ptr<const CandidateName>> candidate_names_;
  CowTable<std::shared_ptr<const WeekPattern>> patterns_;
  CowTable<std::shared_ptr<const WorkProfile>> profiles_;
  CowTable<std::shared_ptr<const OrganisationId>> organisations_;
  CowTable<std::shared_ptr<const std::string>> caseloads_;
  CowTable<std::shared_ptr<const std::string>> references_;

  CowDirectory vacancy_ordinals_;
  CowDirectory candidate_ordinals_;
  CowDirectory organisation_ordinals_;
  CowDirectory reference_ordinals_;
  // Only the builder looks these up.
  std::map<EmployerName, Ordinal> employer_ordinals_;
  std::map<SiteName, Ordinal> site_ordinals_;
  std::map<std::string, Ordinal> caseload_ordinals_;
  std::map<WeekPattern, Ordinal> pattern_ordinals_;
  std::map<WorkProfile, Ordinal> profile_ordinals_;
  std::map<PersonProfile, std::shared_ptr<const PersonProfile>> person_profiles_;
  std::vector<std::vector<Ordinal>> vacancies_at_site_;
  std::vector<std::vector<Ordinal>> vacancies_of_employer_;

  ForestBuilder<VacancySide> vacancy_forest_;
  ForestBuilder<CandidateSide> candidate_forest_;
  // Whose cards have changed since the forests were published.
  OrdinalSet changed_vacancies_;
  OrdinalSet changed_candidates_;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_CATALOGUE_BUILDER_H_
