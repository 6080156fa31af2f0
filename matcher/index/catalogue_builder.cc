#include "matcher/index/catalogue_builder.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "matcher/geo/ecef.h"
#include "matcher/index/card_seeds.h"
#include "matcher/index/tie_hash.h"

namespace throughgate::matcher {
namespace {

std::int32_t OrNoDay(const std::optional<Day>& day) { return day ? day->since_epoch : kNoDay; }

// Gives card `i` of a block new items in one of the block's pools. Ranges stand in the order of
// the cards, so those behind move by the difference.
template <class Card, class Item>
void ReplaceItems(std::vector<Card>& cards, std::size_t i, std::vector<Item>& pool,
                  std::uint16_t Card::*first, std::uint8_t Card::*count,
                  const std::vector<Item>& items) {
  Card& card = cards[i];
  const auto begin = pool.begin() + card.*first;
  pool.erase(begin, begin + card.*count);
  pool.insert(pool.begin() + card.*first, items.begin(), items.end());
  const int moved = static_cast<int>(items.size()) - card.*count;
  card.*count = static_cast<std::uint8_t>(items.size());
  for (std::size_t behind = i + 1; behind < cards.size(); ++behind) {
    cards[behind].*first = static_cast<std::uint16_t>(cards[behind].*first + moved);
  }
}

}  // namespace

CatalogueBuilder::CatalogueBuilder(std::shared_ptr<const Taxonomy> taxonomy,
                                   std::shared_ptr<const Gazetteer> gazetteer,
                                   std::function<NameDigest(const std::string&)> digest,
                                   const ForestSizes& sizes,
                                   std::shared_ptr<const PremisesLayer> premises)
    : taxonomy_(std::move(taxonomy)),
      gazetteer_(std::move(gazetteer)),
      digest_(std::move(digest)),
      premises_(premises == nullptr ? PremisesLayer::Build("", {}) : std::move(premises)),
      vacancy_forest_(taxonomy_, sizes),
      candidate_forest_(taxonomy_, sizes) {
  PatternOrdinal(WeekPattern());  // 0 is "not stated"
  ProfileOrdinal(WorkProfile());  // 0 states nothing
}

Ordinal CatalogueBuilder::EmployerOrdinal(const EmployerName& name) {
  const auto [found, fresh] =
      employer_ordinals_.try_emplace(name, static_cast<Ordinal>(employers_.size()));
  if (fresh) {
    auto row = std::make_shared<EmployerRow>();
    row->name = name;
    if (digest_) row->digest = digest_(name.ToString());
    employers_.Append(std::move(row));
    vacancies_of_employer_.emplace_back();
  }
  return found->second;
}

Ordinal CatalogueBuilder::SiteOrdinal(const SiteName& name) {
  const auto [found, fresh] = site_ordinals_.try_emplace(name, static_cast<Ordinal>(sites_.size()));
  if (fresh) {
    auto row = std::make_shared<SiteRow>();
    row->name = name;
    if (digest_) row->digest = digest_(name.ToString());
    sites_.Append(std::move(row));
    vacancies_at_site_.emplace_back();
  }
  return found->second;
}

Ordinal CatalogueBuilder::PatternOrdinal(const WeekPattern& pattern) {
  const auto [found, fresh] =
      pattern_ordinals_.try_emplace(pattern, static_cast<Ordinal>(patterns_.size()));
  if (fresh) patterns_.Append(std::make_shared<WeekPattern>(pattern));
  return found->second;
}

Ordinal CatalogueBuilder::ProfileOrdinal(const WorkProfile& profile) {
  const auto [found, fresh] =
      profile_ordinals_.try_emplace(profile, static_cast<Ordinal>(profiles_.size()));
  if (fresh) profiles_.Append(std::make_shared<WorkProfile>(profile));
  return found->second;
}

Ordinal CatalogueBuilder::OrganisationOrdinal(const OrganisationId& id) {
  const auto named = [&](Ordinal i) { return *organisations_[i] == id; };
  if (const auto found = organisation_ordinals_.Find(id.value, named)) return *found;
  const Ordinal ordinal = organisations_.Append(std::make_shared<OrganisationId>(id));
  organisation_ordinals_.Add(id.value, ordinal);
  return ordinal;
}

Ordinal CatalogueBuilder::VacancyOrdinal(const VacancyName& name) {
  const std::string text = name.ToString();
  const auto named = [&](Ordinal i) { return vacancy_rows_[i]->name == name; };
  if (const auto found = vacancy_ordinals_.Find(text, named)) return *found;
  auto row = std::make_shared<VacancyRow>();
  row->name = name;
  const Ordinal ordinal = vacancy_rows_.Append(std::move(row));
  vacancy_ordinals_.Add(text, ordinal);
  if (ordinal % kCardsPerBlock == 0) vacancies_.Append().cards.reserve(kCardsPerBlock);
  VacancyBlock& block = vacancies_.Mutable(ordinal / kCardsPerBlock);
  VacancyCard card;
  card.tie_hash = TieHash(text);
  card.employer = EmployerOrdinal({name.employer});
  vacancies_of_employer_[card.employer].push_back(ordinal);
  card.first_site = static_cast<std::uint16_t>(block.sites.size());
  card.first_need = static_cast<std::uint16_t>(block.needs.size());
  block.cards.push_back(card);
  return ordinal;
}

Ordinal CatalogueBuilder::CandidateOrdinal(const CandidateName& name) {
  const std::string text = name.ToString();
  const auto named = [&](Ordinal i) { return *candidate_names_[i] == name; };
  if (const auto found = candidate_ordinals_.Find(text, named)) return *found;
  const Ordinal ordinal = candidate_names_.Append(std::make_shared<CandidateName>(name));
  candidate_ordinals_.Add(text, ordinal);
  if (ordinal % kCardsPerBlock == 0) candidates_.Append().cards.reserve(kCardsPerBlock);
  CandidateBlock& block = candidates_.Mutable(ordinal / kCardsPerBlock);
  CandidateCard card;
  card.tie_hash = TieHash(text);
  card.first_skill = static_cast<std::uint16_t>(block.skills.size());
  card.first_occupation = static_cast<std::uint16_t>(block.occupations.size());
  block.cards.push_back(card);
  block.plans.emplace_back();
  block.effects.emplace_back();
  block.profiles.push_back(SharedProfile(PersonProfile()));
  block.consents.emplace_back();
  return ordinal;
}

VacancyBlock& CatalogueBuilder::MutableBlockOfVacancy(Ordinal vacancy) {
  return vacancies_.Mutable(vacancy / kCardsPerBlock);
}

CandidateBlock& CatalogueBuilder::MutableBlockOfCandidate(Ordinal candidate) {
  return candidates_.Mutable(candidate / kCardsPerBlock);
}

void CatalogueBuilder::SetEmployer(const EmployerName& name, const EmployerTerms& terms) {
  const Ordinal ordinal = EmployerOrdinal(name);
  auto row = std::make_shared<EmployerRow>(*employers_[ordinal]);
  const bool same_pledges = row->pledges == terms.pledges;
  row->pledges = terms.pledges;
  employers_.Mutable(ordinal) = std::move(row);
  if (same_pledges) return;
  for (Ordinal vacancy : vacancies_of_employer_[ordinal]) changed_vacancies_.Add(vacancy);
}

void CatalogueBuilder::SetEmployer(const EmployerName& name, const EmployerDetail& detail) {
  const Ordinal ordinal = EmployerOrdinal(name);
  auto row = std::make_shared<EmployerRow>(*employers_[ordinal]);
  row->display_name = detail.display_name;
  employers_.Mutable(ordinal) = std::move(row);
}

void CatalogueBuilder::SetSite(const SiteName& name, const SiteTerms& terms) {
  const Ordinal ordinal = SiteOrdinal(name);
  auto row = std::make_shared<SiteRow>(*sites_[ordinal]);
  const bool moved = row->place != terms.place;
  row->place = terms.place;
  row->verification = terms.verification;
  row->premises_kinds = terms.premises_kinds;
  row->premises = terms.place ? premises_->Around(*terms.place) : nullptr;
  sites_.Mutable(ordinal) = std::move(row);
  if (!moved) return;
  const SitePoint point = PointOf(ordinal);
  for (Ordinal vacancy : vacancies_at_site_[ordinal]) {
    VacancyBlock& block = MutableBlockOfVacancy(vacancy);
    const VacancyCard& card = block.cards[vacancy % kCardsPerBlock];
    for (int i = 0; i < card.site_count; ++i) {
      SitePoint& standing = block.sites[card.first_site + i];
      if (standing.site == ordinal) standing = point;
    }
    changed_vacancies_.Add(vacancy);
  }
}

void CatalogueBuilder::SetSite(const SiteName& name, const SiteDetail& detail) {
  const Ordinal ordinal = SiteOrdinal(name);
  auto row = std::make_shared<SiteRow>(*sites_[ordinal]);
  row->display_name = detail.display_name;
  sites_.Mutable(ordinal) = std::move(row);
}

SitePoint CatalogueBuilder::PointOf(Ordinal site) const {
  SitePoint point;
  point.site = site;
  if (const std::optional<Place>& place = sites_[site]->place) {
    point.at = place->at;
    point.ecef = ToEcef(place->at);
    point.uncertainty_m = static_cast<std::uint32_t>(place->uncertainty.value);
  }
  return point;
}

std::vector<SitePoint> CatalogueBuilder::PointsFor(const VacancyName& name,
                                                   const VacancyTerms& terms) {
  std::vector<SitePoint> points;
  for (const std::string& site : terms.sites) {
    points.push_back(PointOf(SiteOrdinal({name.employer, site})));
  }
  return points;
}

void CatalogueBuilder::WorkAt(std::span<const SitePoint> points, Ordinal vacancy) {
  const VacancyBlock& block = vacancies_[vacancy / kCardsPerBlock];
  const std::span<const SitePoint> before = block.SitesOf(block.cards[vacancy % kCardsPerBlock]);
  const auto among = [](std::span<const SitePoint> sites, const SitePoint& site) {
    return std::any_of(sites.begin(), sites.end(),
                       [&](const SitePoint& other) { return other.site == site.site; });
  };
  for (const SitePoint& left : before) {
    if (!among(points, left)) std::erase(vacancies_at_site_[left.site], vacancy);
  }
  for (const SitePoint& joined : points) {
    if (!among(before, joined)) vacancies_at_site_[joined.site].push_back(vacancy);
  }
}

void CatalogueBuilder::SetVacancy(const VacancyName& name, const VacancyTerms& terms) {
  const Ordinal ordinal = VacancyOrdinal(name);
  const std::vector<SitePoint> points = PointsFor(name, terms);
  WorkAt(points, ordinal);
  const Ordinal shifts = PatternOrdinal(terms.shifts);
  const VacancyOccupations occupations = OccupationsFor(terms);
  WorkProfile profile = ProfileOf(terms);
  profile.work_unknown =
      std::ranges::count(occupations, kNoIndex) + std::ssize(terms.occupations) !=
      std::ssize(occupations);
  const Ordinal profile_ordinal = ProfileOrdinal(profile);
  VacancyBlock& block = MutableBlockOfVacancy(ordinal);
  const std::size_t position = ordinal % kCardsPerBlock;
  ReplaceItems(block.cards, position, block.sites, &VacancyCard::first_site,
               &VacancyCard::site_count, points);
  VacancyCard& card = block.cards[position];
  card.kind = terms.kind;
  card.state = terms.state;
  card.site_mode = terms.site_mode;
  card.shifts = shifts;
  card.profile = profile_ordinal;
  card.opens_on = OrNoDay(terms.opens_on);
  card.closes_on = OrNoDay(terms.closes_on);
  card.starts_on = OrNoDay(terms.starts_on);
  card.occupations = occupations;
  card.parts |= kTermsPart;
  changed_vacancies_.Add(ordinal);
}

VacancyOccupations CatalogueBuilder::OccupationsFor(const VacancyTerms& terms) const {
  VacancyOccupations known;
  known.fill(kNoIndex);
  auto next = known.begin();
  for (const VacancyOccupation& occupation : terms.occupations) {
    const OccupationIndex index = taxonomy_->Occupation(occupation.code);
    if (index != kNoIndex && next != known.end()) *next++ = index;
  }
  return known;
}

std::vector<SkillNeed> CatalogueBuilder::NeedsFor(const VacancyDetail& detail) const {
  std::vector<SkillNeed> needs;
  for (const RequiredSkill& skill : detail.skills) {
    needs.push_back({taxonomy_->Skill(skill.code), skill.level,
                     skill.essential ? kEssentialWeight : kOtherWeight});
  }
  return needs;
}

void CatalogueBuilder::SetVacancy(const VacancyName& name, const VacancyDetail& detail) {
  const Ordinal ordinal = VacancyOrdinal(name);
  VacancyBlock& block = MutableBlockOfVacancy(ordinal);
  const std::size_t position = ordinal % kCardsPerBlock;
  ReplaceItems(block.cards, position, block.needs, &VacancyCard::first_need,
               &VacancyCard::need_count, NeedsFor(detail));
  VacancyCard& card = block.cards[position];
  card.pence_per_hour = detail.pay.value;
  card.posted_on = detail.posted_on.since_epoch;
  card.parts |= kDetailPart;
  changed_vacancies_.Add(ordinal);
  auto row = std::make_shared<VacancyRow>();
  row->name = name;
  row->title = detail.title;
  vacancy_rows_.Mutable(ordinal) = std::move(row);
}

void CatalogueBuilder::SetSlot(const SlotName& name, const SlotTerms& terms) {
  const Ordinal ordinal = VacancyOrdinal(name.vacancy);
  std::vector<SlotsOfCard>& all = MutableBlockOfVacancy(ordinal).slots;
  const auto position = static_cast<std::uint16_t>(ordinal % kCardsPerBlock);
  auto of_card = std::ranges::lower_bound(all, position, {}, &SlotsOfCard::position);
  if (of_card == all.end() || of_card->position != position) {
    of_card = all.insert(of_card, {position, std::make_shared<const std::vector<NamedSlot>>()});
  }
  auto slots = std::make_shared<std::vector<NamedSlot>>(*of_card->slots);
  // In the order of their names, whatever the order of arrival.
  auto slot = std::ranges::lower_bound(*slots, name.slot, {}, &NamedSlot::slot);
  if (slot == slots->end() || slot->slot != name.slot) slot = slots->insert(slot, {name.slot, {}});
  slot->terms = terms;
  of_card->slots = std::move(slots);
}

void CatalogueBuilder::SetCandidate(const CandidateName& name, const CandidateTerms& terms) {
  const Ordinal ordinal = CandidateOrdinal(name);
  CandidateBlock& block = MutableBlockOfCandidate(ordinal);
  block.profiles[ordinal % kCardsPerBlock] = SharedProfile(ProfileOf(terms));
  block.consents[ordinal % kCardsPerBlock] = ConsentCardOf(terms.consent);
  CandidateCard& card = block.cards[ordinal % kCardsPerBlock];
  card.custodian = OrganisationOrdinal(terms.custodian);
  card.home_uncertainty_m = kPlaceUnknown;
  if (const std::optional<Place> home = gazetteer_->FindDistrict(terms.release_area)) {
    card.home = ToEcef(home->at);
    card.home_at = home->at;
    card.home_uncertainty_m = static_cast<std::uint32_t>(home->uncertainty.value);
  }
  card.reach_m = static_cast<std::uint32_t>(terms.reach.value);
  card.travel_mode = terms.travel_mode;
  card.young_worker = terms.young_worker;
  card.available_from = OrNoDay(terms.available_from);
  card.parts |= kTermsPart;
  changed_candidates_.Add(ordinal);
}

void CatalogueBuilder::SetCandidate(const CandidateName& name, const CandidateDetail& detail) {
  const Ordinal ordinal = CandidateOrdinal(name);
  std::vector<HeldSkill> skills;
  for (const CandidateSkill& skill : detail.skills) {
    const SkillIndex index = taxonomy_->Skill(skill.code);
    if (index != kNoIndex) skills.push_back({index, skill.level, skill.evidence});
  }
  std::vector<HeldOccupation> occupations;
  for (const CandidateOccupation& occupation : detail.occupations) {
    const OccupationIndex index = taxonomy_->Occupation(occupation.code);
    if (index != kNoIndex) occupations.push_back({index, occupation.relation});
  }
  CandidateBlock& block = MutableBlockOfCandidate(ordinal);
  const std::size_t position = ordinal % kCardsPerBlock;
  ReplaceItems(block.cards, position, block.skills, &CandidateCard::first_skill,
               &CandidateCard::skill_count, skills);
  ReplaceItems(block.cards, position, block.occupations, &CandidateCard::first_occupation,
               &CandidateCard::occupation_count, occupations);
  CandidateCard& card = block.cards[position];
  card.availability = PatternOrdinal(detail.availability);
  card.pay_floor = detail.pay_floor.value;
  card.registered_on = detail.registered_on.since_epoch;
  card.parts |= kDetailPart;
  changed_candidates_.Add(ordinal);
}

void CatalogueBuilder::Forget(const VacancyName& name, CardPart part) {
  if (part == kTermsPart) {
    SetVacancy(name, VacancyTerms());
  } else {
    SetVacancy(name, VacancyDetail());
  }
  const Ordinal ordinal = VacancyOrdinal(name);
  MutableBlockOfVacancy(ordinal).cards[ordinal % kCardsPerBlock].Lose(part);
}

void CatalogueBuilder::Forget(const CandidateName& name, CardPart part) {
  if (part == kTermsPart) {
    SetCandidate(name, CandidateTerms());
  } else {
    SetCandidate(name, CandidateDetail());
  }
  const Ordinal ordinal = CandidateOrdinal(name);
  MutableBlockOfCandidate(ordinal).cards[ordinal % kCardsPerBlock].Lose(part);
}

absl::Status CatalogueBuilder::SetRiskPlan(const CandidateName& name, const RiskPlanTerms& terms) {
  const Ordinal ordinal = CandidateOrdinal(name);
  absl::StatusOr<SealedPlan> plan =
      Seal(terms, *taxonomy_,
           {.site = [this](const SiteName& site) { return SiteOrdinal(site); },
            .vacancy = [this](const VacancyName& vacancy) { return VacancyOrdinal(vacancy); }});
  std::shared_ptr<const SealedPlan>& standing =
      MutableBlockOfCandidate(ordinal).plans[ordinal % kCardsPerBlock];
  if (!plan.ok()) {
    standing = nullptr;
    return plan.status();
  }
  plan->supervised_by = OrganisationOrdinal(terms.supervised_by);
  standing = std::make_shared<const SealedPlan>(*std::move(plan));
  return absl::OkStatus();
}

std::shared_ptr<const PersonProfile> CatalogueBuilder::SharedProfile(PersonProfile profile) {
  const auto [found, fresh] = person_profiles_.try_emplace(profile, nullptr);
  if (fresh) found->second = std::make_shared<const PersonProfile>(std::move(profile));
  return found->second;
}

void CatalogueBuilder::SetSharedEffects(const CandidateName& name, const SharedEffects& effects) {
  const Ordinal ordinal = CandidateOrdinal(name);
  MutableBlockOfCandidate(ordinal).effects[ordinal % kCardsPerBlock] =
      effects == SharedEffects()
          ? nullptr
          : std::make_shared<const PreparedEffects>(Prepare(effects, *taxonomy_));
}

void CatalogueBuilder::ClearRiskPlan(const CandidateName& name) {
  const Ordinal ordinal = CandidateOrdinal(name);
  MutableBlockOfCandidate(ordinal).plans[ordinal % kCardsPerBlock] = nullptr;
}

std::shared_ptr<const Catalogue> CatalogueBuilder::Publish(std::uint64_t revision) {
  auto catalogue = std::make_shared<Catalogue>();
  catalogue->revision = revision;
  catalogue->taxonomy = taxonomy_;
  catalogue->gazetteer = gazetteer_;
  catalogue->premises = premises_;
  PublishForests(*catalogue);
  catalogue->vacancies = vacancies_.Publish();
  catalogue->candidates = candidates_.Publish();
  catalogue->vacancy_count = vacancy_rows_.size();
  catalogue->candidate_count = candidate_names_.size();
  catalogue->employers = employers_.Publish();
  catalogue->sites = sites_.Publish();
  catalogue->vacancy_rows = vacancy_rows_.Publish();
  catalogue->candidate_names = candidate_names_.Publish();
  catalogue->patterns = patterns_.Publish();
  catalogue->profiles = profiles_.Publish();
  catalogue->organisations = organisations_.Publish();
  catalogue->caseloads = caseloads_.Publish();
  catalogue->references = references_.Publish();
  catalogue->vacancy_ordinals = vacancy_ordinals_.Publish();
  catalogue->candidate_ordinals = candidate_ordinals_.Publish();
  catalogue->organisation_ordinals = organisation_ordinals_.Publish();
  catalogue->reference_ordinals = reference_ordinals_.Publish();
  return catalogue;
}

void CatalogueBuilder::PublishForests(Catalogue& catalogue) {
  vacancy_forest_.Update(changed_vacancies_.ordinals(),
                         VacancySeeds(vacancies_, profiles_, employers_));
  changed_vacancies_.Clear();
  catalogue.vacancy_forest = vacancy_forest_.Publish();
  candidate_forest_.Update(changed_candidates_.ordinals(), CandidateSeeds(candidates_));
  changed_candidates_.Clear();
  catalogue.candidate_forest = candidate_forest_.Publish();
}

}  // namespace throughgate::matcher
