#include "storage/feed/catalogue_loader.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "storage/feed/catalogue_step.h"
#include "storage/feed/digest_loader.h"
#include "storage/feed/reference_loader.h"
#include "storage/feed/steps_ahead.h"
#include "storage/format/keys.h"
#include "storage/secrets/secrets.h"

namespace throughgate::storage {
namespace {

using matcher::CatalogueBuilder;

// What the catalogue is made of.
constexpr std::array kPrefixes = {format::kEmployersPrefix,     format::kSitesPrefix,
                                  format::kVacanciesPrefix,     format::kSlotsPrefix,
                                  format::kCandidatesPrefix,    format::kRiskPlansPrefix,
                                  format::kSharedEffectsPrefix, format::kLinksPrefix};

bool IsOfCards(std::string_view key) {
  return std::ranges::any_of(kPrefixes,
                             [key](std::string_view prefix) { return key.starts_with(prefix); });
}

// Whether all cards are made with what stands under `key`.
bool IsOfAllCards(std::string_view key) {
  return key == format::TaxonomyManifestKey() || key == format::GazetteerManifestKey() ||
         key == format::PremisesManifestKey() ||
         key == format::SecretKey({std::string(kNoContactSecret)});
}

}  // namespace

CatalogueLoader::CatalogueLoader(std::unique_ptr<CatalogueBuilder> builder, Revision revision,
                                 Report report)
    : builder_(std::move(builder)), revision_(revision), report_(std::move(report)) {}

absl::StatusOr<CatalogueLoader> CatalogueLoader::Load(const Store& store, Report report) {
  const Revision revision = store.latest();
  absl::StatusOr<std::shared_ptr<const matcher::Taxonomy>> taxonomy = LoadTaxonomy(store, revision);
  if (!taxonomy.ok()) return taxonomy.status();
  absl::StatusOr<std::shared_ptr<const matcher::Gazetteer>> gazetteer =
      LoadGazetteer(store, revision);
  if (!gazetteer.ok()) return gazetteer.status();
  absl::StatusOr<std::shared_ptr<const matcher::PremisesLayer>> premises =
      LoadPremises(store, revision);
  if (!premises.ok()) return premises.status();
  absl::StatusOr<NameDigester> digester = LoadDigester(store, revision, report);
  if (!digester.ok()) return digester.status();
  CatalogueLoader loader(std::make_unique<CatalogueBuilder>(
                             *std::move(taxonomy), *std::move(gazetteer), *std::move(digester),
                             matcher::ForestSizes(), *std::move(premises)),
                         revision, std::move(report));
  if (absl::Status status = loader.LoadAll(store); !status.ok()) return status;
  return loader;
}

// In the order of keys employers and sites come before the vacancies that name them, so that most
// cards are built once. What the catalogue is not made of is passed by, but for keys that nobody
// here has written: a kind of record that is not known may change what all others mean.
absl::Status CatalogueLoader::LoadAll(const Store& store) {
  absl::StatusOr<AccessBook> access = AccessBook::Load(store, revision_);
  if (!access.ok()) return access.status();
  access_ = *std::move(access);
  StepsAhead ahead(store, revision_);
  while (const std::unique_ptr<StepsAhead::Steps> next = ahead.Next()) {
    if (!next->status.ok()) return next->status;
    for (CatalogueStep& step : next->steps) step(*builder_, report_);
  }
  return absl::OkStatus();
}

absl::StatusOr<CatalogueLoader::Outcome> CatalogueLoader::Apply(const Change& change) {
  Outcome outcome = Outcome::kApplied;
  for (const Write& write : change.writes) {
    if (!format::ParseKey(write.key)) return UnknownKey(write.key);
    const absl::StatusOr<bool> about_access = access_.Take(write, change.revision);
    if (!about_access.ok()) return about_access.status();
    if (*about_access) published_access_ = nullptr;
    if (IsOfAllCards(write.key)) {
      outcome = Outcome::kLoadAgain;
      continue;
    }
    if (!write.value) {
      if (!IsOfCards(write.key)) continue;
      if (std::optional<CatalogueStep> forget = ForgettingStepOf(write.key)) {
        (*forget)(*builder_, report_);
      } else {
        outcome = Outcome::kLoadAgain;
      }
      continue;
    }
    absl::StatusOr<CatalogueStep> step = CatalogueStepOf(write.key, *write.value);
    if (!step.ok()) return step.status();
    if (*step != nullptr) (*step)(*builder_, report_);
  }
  revision_ = change.revision;
  return outcome;
}

std::shared_ptr<const AccessBook> CatalogueLoader::PublishAccess() {
  if (!published_access_) published_access_ = std::make_shared<const AccessBook>(access_);
  return published_access_;
}

}  // namespace throughgate::storage
