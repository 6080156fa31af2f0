#include "storage/feed/catalogue_step.h"

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "storage/format/keys.h"
#include "storage/format/records.h"

namespace throughgate::storage {
namespace {

using format::RecordKind;
using matcher::CandidateName;
using matcher::CatalogueBuilder;

struct Stored {
  const format::ParsedKey& parsed;
  std::string_view key;
  std::string_view value;
};

// Decodes a `Part`, to be handed to `set` under the name in the key.
template <class Part, class Name>
absl::StatusOr<CatalogueStep> Setting(const Stored& stored,
                                      void (CatalogueBuilder::*set)(const Name&, const Part&)) {
  Part part;
  if (absl::Status status = format::Decode(stored.key, stored.value, part); !status.ok()) {
    return status;
  }
  return [set, name = std::get<Name>(stored.parsed.name), part = std::move(part)](
             CatalogueBuilder& builder, const Report&) { (builder.*set)(name, part); };
}

void ReportPlan(const CandidateName& name, const char* fault, const absl::Status& status,
                const Report& report) {
  report(absl::StrCat("the risk plan of ", name.ToString(), " ", fault, " (",
                      absl::StatusCodeToString(status.code()), "); its matches are REVIEW"));
}

CatalogueStep SettingRiskPlan(const Stored& stored) {
  auto plan = format::Decode<matcher::RiskPlanTerms>(stored.key, stored.value);
  return [name = std::get<CandidateName>(stored.parsed.name), plan = std::move(plan)](
             CatalogueBuilder& builder, const Report& report) {
    if (!plan.ok()) {
      builder.ClearRiskPlan(name);
      return ReportPlan(name, "cannot be read", plan.status(), report);
    }
    const absl::Status status = builder.SetRiskPlan(name, *plan);
    if (!status.ok()) ReportPlan(name, "cannot be prepared", status, report);
  };
}

CatalogueStep SettingSharedEffects(const Stored& stored) {
  auto effects = format::Decode<matcher::SharedEffects>(stored.key, stored.value);
  return [name = std::get<CandidateName>(stored.parsed.name), effects = std::move(effects)](
             CatalogueBuilder& builder, const Report& report) {
    // Those before it are not left in force: they may disclose what no longer is to be.
    builder.SetSharedEffects(name, effects.value_or(matcher::SharedEffects()));
    if (effects.ok()) return;
    report(absl::StrCat("the shared effects of ", name.ToString(), " cannot be read (",
                        absl::StatusCodeToString(effects.status().code()),
                        "); nothing is disclosed of them"));
  };
}

// Of what others refer to: it stays, and has nothing.
template <class Name, class Part>
CatalogueStep HavingNothing(const Name& name, const Part& nothing,
                            void (CatalogueBuilder::*set)(const Name&, const Part&)) {
  return [name, nothing, set](CatalogueBuilder& builder, const Report&) {
    (builder.*set)(name, nothing);
  };
}

template <class Name>
CatalogueStep Forgetting(const Name& name, matcher::CardPart part) {
  return [name, part](CatalogueBuilder& builder, const Report&) { builder.Forget(name, part); };
}

}  // namespace

absl::Status UnknownKey(std::string_view key) {
  return absl::FailedPreconditionError(absl::StrCat(
      "the record \"", absl::CEscape({key.data(), key.size()}),
      "\" is of a kind that this program does not know: it was written by a newer Throughgate; "
      "start that one"));
}

absl::StatusOr<CatalogueStep> CatalogueStepOf(std::string_view key, std::string_view value) {
  const std::optional<format::ParsedKey> parsed = format::ParseKey(key);
  if (!parsed) return UnknownKey(key);
  const Stored stored{*parsed, key, value};
  const auto setting = [&]<class Part, class Name>(void (CatalogueBuilder::*set)(
                           const Name&, const Part&)) { return Setting<Part, Name>(stored, set); };
  using matcher::EmployerName;
  using matcher::SiteName;
  using matcher::VacancyName;
  switch (parsed->kind) {
    case RecordKind::kEmployerTerms:
      return setting.operator()<matcher::EmployerTerms, EmployerName>(
          &CatalogueBuilder::SetEmployer);
    case RecordKind::kEmployerDetail:
      return setting.operator()<matcher::EmployerDetail, EmployerName>(
          &CatalogueBuilder::SetEmployer);
    case RecordKind::kSiteTerms:
      return setting.operator()<matcher::SiteTerms, SiteName>(&CatalogueBuilder::SetSite);
    case RecordKind::kSiteDetail:
      return setting.operator()<matcher::SiteDetail, SiteName>(&CatalogueBuilder::SetSite);
    case RecordKind::kVacancyTerms:
      return setting.operator()<matcher::VacancyTerms, VacancyName>(&CatalogueBuilder::SetVacancy);
    case RecordKind::kVacancyDetail:
      return setting.operator()<matcher::VacancyDetail, VacancyName>(&CatalogueBuilder::SetVacancy);
    case RecordKind::kSlotTerms:
      return setting.operator()<matcher::SlotTerms, matcher::SlotName>(&CatalogueBuilder::SetSlot);
    case RecordKind::kCandidateTerms:
      return setting.operator()<matcher::CandidateTerms, CandidateName>(
          &CatalogueBuilder::SetCandidate);
    case RecordKind::kCandidateDetail:
      return setting.operator()<matcher::CandidateDetail, CandidateName>(
          &CatalogueBuilder::SetCandidate);
    case RecordKind::kRiskPlanTerms:
      return SettingRiskPlan(stored);
    case RecordKind::kSharedEffectsTerms:
      return SettingSharedEffects(stored);
    case RecordKind::kLink:
      return setting.operator()<matcher::LinkTerms, matcher::LinkName>(&CatalogueBuilder::SetLink);
    default:
      return CatalogueStep();
  }
}

std::optional<CatalogueStep> ForgettingStepOf(std::string_view key) {
  const std::optional<format::ParsedKey> parsed = format::ParseKey(key);
  if (!parsed) return std::nullopt;
  using matcher::EmployerName;
  using matcher::SiteName;
  using matcher::VacancyName;
  switch (parsed->kind) {
    case RecordKind::kEmployerTerms:
      return HavingNothing(std::get<EmployerName>(parsed->name), matcher::EmployerTerms(),
                           &CatalogueBuilder::SetEmployer);
    case RecordKind::kEmployerDetail:
      return HavingNothing(std::get<EmployerName>(parsed->name), matcher::EmployerDetail(),
                           &CatalogueBuilder::SetEmployer);
    case RecordKind::kSiteTerms:
      return HavingNothing(std::get<SiteName>(parsed->name), matcher::SiteTerms(),
                           &CatalogueBuilder::SetSite);
    case RecordKind::kSiteDetail:
      return HavingNothing(std::get<SiteName>(parsed->name), matcher::SiteDetail(),
                           &CatalogueBuilder::SetSite);
    case RecordKind::kVacancyTerms:
      return Forgetting(std::get<VacancyName>(parsed->name), matcher::kTermsPart);
    case RecordKind::kVacancyDetail:
      return Forgetting(std::get<VacancyName>(parsed->name), matcher::kDetailPart);
    case RecordKind::kCandidateTerms:
      return Forgetting(std::get<CandidateName>(parsed->name), matcher::kTermsPart);
    case RecordKind::kCandidateDetail:
      return Forgetting(std::get<CandidateName>(parsed->name), matcher::kDetailPart);
    case RecordKind::kRiskPlanTerms:
      return [name = std::get<CandidateName>(parsed->name)](
                 CatalogueBuilder& builder, const Report&) { builder.ClearRiskPlan(name); };
    case RecordKind::kSharedEffectsTerms:
      return
          [name = std::get<CandidateName>(parsed->name)](CatalogueBuilder& builder, const Report&) {
            builder.SetSharedEffects(name, matcher::SharedEffects());
          };
    case RecordKind::kLink:
      return [name = std::get<matcher::LinkName>(parsed->name)](
                 CatalogueBuilder& builder, const Report&) { builder.ForgetLink(name); };
    default:
      return std::nullopt;
  }
}

}  // namespace throughgate::storage
