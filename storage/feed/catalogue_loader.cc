#include "storage/feed/catalogue_loader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <variant>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "storage/feed/digest_loader.h"
#include "storage/feed/reference_loader.h"
#include "storage/format/keys.h"
#include "storage/format/records.h"
#include "storage/secrets/secrets.h"

namespace throughgate::storage {
namespace {

using format::RecordKind;
using matcher::CatalogueBuilder;

// What the catalogue is made of.
constexpr std::array kPrefixes = {format::kEmployersPrefix,    format::kSitesPrefix,
                                  format::kVacanciesPrefix,    format::kSlotsPrefix,
                                  format::kCandidatesPrefix,   format::kRiskPlansPrefix,
                                  format::kSharedEffectsPrefix};

bool IsOfCards(std::string_view key) {
  return std::ranges::any_of(kPrefixes,
                             [key](std::string_view prefix) { return key.starts_with(prefix); });
}

absl::Status UnknownKey(std::string_view key) {
  return absl::FailedPreconditionError(absl::StrCat(
      "the record \"", absl::CEscape({key.data(), key.size()}),
      "\" is of a kind that this program does not know: it was written by a newer Throughgate; "
      "start that one"));
}

// Whether all cards are made with what stands under `key`.
bool IsOfAllCards(std::string_view key) {
  return key == format::TaxonomyManifestKey() || key == format::GazetteerManifestKey() ||
         key == format::PremisesManifestKey() ||
         key == format::SecretKey({std::string(kNoContactSecret)});
}

// Decodes a `Part` and hands it to `set` under the name in the key.
template <class Part, class Name>
absl::Status Take(const format::ParsedKey& parsed, std::string_view key, std::string_view value,
                  void (CatalogueBuilder::*set)(const Name&, const Part&),
                  CatalogueBuilder& builder) {
  Part part;
  if (absl::Status status = format::Decode(key, value, part); !status.ok()) return status;
  (builder.*set)(std::get<Name>(parsed.name), part);
  return absl::OkStatus();
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
  PageRequest request;
  do {
    absl::StatusOr<Page> page = store.List("", request, revision_);
    if (!page.ok()) return page.status();
    for (const Record& record : page->records) {
      if (absl::Status status = ApplyRecord(record.key, record.value); !status.ok()) return status;
    }
    request.after = page->next;
  } while (!request.after.empty());
  return absl::OkStatus();
}

absl::StatusOr<CatalogueLoader::Outcome> CatalogueLoader::Apply(const Change& change) {
  Outcome outcome = Outcome::kApplied;
  for (const Write& write : change.writes) {
    if (!format::ParseKey(write.key)) return UnknownKey(write.key);
    if (IsOfAllCards(write.key)) {
      outcome = Outcome::kLoadAgain;
      continue;
    }
    if (!write.value) {
      // Cards can be built but not taken back.
      if (IsOfCards(write.key)) outcome = Outcome::kLoadAgain;
      continue;
    }
    if (absl::Status status = ApplyRecord(write.key, *write.value); !status.ok()) return status;
  }
  revision_ = change.revision;
  return outcome;
}

absl::Status CatalogueLoader::ApplyRecord(std::string_view key, std::string_view value) {
  const std::optional<format::ParsedKey> parsed = format::ParseKey(key);
  if (!parsed) return UnknownKey(key);
  const auto take =
      [&]<class Part, class Name>(void (CatalogueBuilder::*set)(const Name&, const Part&)) {
        return Take<Part, Name>(*parsed, key, value, set, *builder_);
      };
  using matcher::CandidateName;
  using matcher::EmployerName;
  using matcher::SiteName;
  using matcher::VacancyName;
  switch (parsed->kind) {
    case RecordKind::kEmployerTerms:
      return take.operator()<matcher::EmployerTerms, EmployerName>(&CatalogueBuilder::SetEmployer);
    case RecordKind::kEmployerDetail:
      return take.operator()<matcher::EmployerDetail, EmployerName>(&CatalogueBuilder::SetEmployer);
    case RecordKind::kSiteTerms:
      return take.operator()<matcher::SiteTerms, SiteName>(&CatalogueBuilder::SetSite);
    case RecordKind::kSiteDetail:
      return take.operator()<matcher::SiteDetail, SiteName>(&CatalogueBuilder::SetSite);
    case RecordKind::kVacancyTerms:
      return take.operator()<matcher::VacancyTerms, VacancyName>(&CatalogueBuilder::SetVacancy);
    case RecordKind::kVacancyDetail:
      return take.operator()<matcher::VacancyDetail, VacancyName>(&CatalogueBuilder::SetVacancy);
    case RecordKind::kSlotTerms:
      return take.operator()<matcher::SlotTerms, matcher::SlotName>(&CatalogueBuilder::SetSlot);
    case RecordKind::kCandidateTerms:
      return take.operator()<matcher::CandidateTerms, CandidateName>(
          &CatalogueBuilder::SetCandidate);
    case RecordKind::kCandidateDetail:
      return take.operator()<matcher::CandidateDetail, CandidateName>(
          &CatalogueBuilder::SetCandidate);
    case RecordKind::kRiskPlanTerms:
      ApplyRiskPlan(std::get<CandidateName>(parsed->name), key, value);
      return absl::OkStatus();
    case RecordKind::kSharedEffectsTerms:
      ApplySharedEffects(std::get<CandidateName>(parsed->name), key, value);
      return absl::OkStatus();
    default:
      return absl::OkStatus();
  }
}

void CatalogueLoader::ApplyRiskPlan(const matcher::CandidateName& name, std::string_view key,
                                    std::string_view value) {
  const auto report = [&](const char* fault, const absl::Status& status) {
    report_(absl::StrCat("the risk plan of ", name.ToString(), " ", fault, " (",
                         absl::StatusCodeToString(status.code()), "); its matches are REVIEW"));
  };
  matcher::RiskPlanTerms terms;
  if (absl::Status status = format::Decode(key, value, terms); !status.ok()) {
    builder_->ClearRiskPlan(name);
    report("cannot be read", status);
  } else if (status = builder_->SetRiskPlan(name, terms); !status.ok()) {
    report("cannot be prepared", status);
  }
}

void CatalogueLoader::ApplySharedEffects(const matcher::CandidateName& name, std::string_view key,
                                         std::string_view value) {
  const auto effects = format::Decode<matcher::SharedEffects>(key, value);
  // Those before it are not left in force: they may disclose what no longer is to be.
  builder_->SetSharedEffects(name, effects.value_or(matcher::SharedEffects()));
  if (effects.ok()) return;
  report_(absl::StrCat("the shared effects of ", name.ToString(), " cannot be read (",
                       absl::StatusCodeToString(effects.status().code()),
                       "); nothing is disclosed of them"));
}

}  // namespace throughgate::storage
