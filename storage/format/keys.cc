// key  = noun { "," id } [ "," facet ]      as kShapes lists them
// id   = one or more bytes, neither comma nor zero; a chunk number is six digits
//
// The comma sorts before every byte of an id, hyphen included, so that keys sort as names do:
// "acme" before "acme-2". A slash, or any other separator that sorts after the hyphen, would turn
// them round.
#include "storage/format/keys.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"

namespace throughgate::format {
namespace {

constexpr char kSeparator = ',';
constexpr std::size_t kChunkDigits = 6;

struct Shape {
  RecordKind kind;
  std::string_view noun;
  std::size_t ids;
  std::string_view facet;  // empty: none
};

// In the order of RecordKind. Stored; never change a line.
constexpr Shape kShapes[] = {
    {RecordKind::kEmployerDetail, "employer", 1, "detail"},
    {RecordKind::kEmployerTerms, "employer", 1, "terms"},
    {RecordKind::kSiteDetail, "site", 2, "detail"},
    {RecordKind::kSiteTerms, "site", 2, "terms"},
    {RecordKind::kVacancyDetail, "vacancy", 2, "detail"},
    {RecordKind::kVacancyTerms, "vacancy", 2, "terms"},
    {RecordKind::kSlotTerms, "slot", 3, "terms"},
    {RecordKind::kCandidateDetail, "candidate", 1, "detail"},
    {RecordKind::kCandidateTerms, "candidate", 1, "terms"},
    {RecordKind::kRiskPlanTerms, "riskplan", 1, "terms"},
    {RecordKind::kRequest, "request", 2, ""},
    {RecordKind::kImport, "import", 1, ""},
    {RecordKind::kTaxonomyManifest, "taxonomy", 0, "current"},
    {RecordKind::kTaxonomyChunk, "taxonomy", 2, ""},
    {RecordKind::kGazetteerManifest, "gazetteer", 0, "current"},
    {RecordKind::kGazetteerChunk, "gazetteer", 2, ""},
    {RecordKind::kSharedEffectsTerms, "sharedeffects", 1, "terms"},
    {RecordKind::kSecret, "secret", 1, ""},
    {RecordKind::kPremisesManifest, "premises", 0, "current"},
    {RecordKind::kPremisesChunk, "premises", 2, ""},
    {RecordKind::kAreaManifest, "area", 0, "current"},
    {RecordKind::kAreaChunk, "area", 2, ""},
    {RecordKind::kOrganisationDetail, "organisation", 1, "detail"},
    {RecordKind::kOrganisationTerms, "organisation", 1, "terms"},
    {RecordKind::kGrantTerms, "grant", 2, "terms"},
    {RecordKind::kMoveBudget, "movebudget", 1, ""},
    {RecordKind::kPostingFlag, "postingflag", 2, ""},
    {RecordKind::kLink, "link", 2, ""},
    {RecordKind::kReference, "reference", 2, ""},
    {RecordKind::kLinkCode, "linkcode", 1, ""},
};

using Ids = std::span<const std::string_view>;

void Append(std::string& key, std::string_view part) {
  // Two names must never share a key.
  assert(!part.empty() && part.find(kSeparator) == part.npos);
  key += kSeparator;
  key += part;
}

std::string Join(std::string_view noun, std::initializer_list<std::string_view> ids) {
  std::string key(noun);
  for (const std::string_view id : ids) Append(key, id);
  return key;
}

std::string Build(RecordKind kind, std::initializer_list<std::string_view> ids = {}) {
  const Shape& shape = kShapes[static_cast<std::size_t>(kind)];
  assert(shape.kind == kind && shape.ids == ids.size());
  std::string key = Join(shape.noun, ids);
  if (!shape.facet.empty()) Append(key, shape.facet);
  return key;
}

std::string BuildChunk(RecordKind kind, const ChunkName& name) {
  assert(name.number >= 0 && name.number <= kChunkNumberMax);
  return Build(kind, {name.version, absl::StrCat(absl::Dec(name.number, absl::kZeroPad6))});
}

std::vector<std::string_view> Split(std::string_view key) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = key.find(kSeparator);
    parts.push_back(key.substr(0, end));
    if (end == key.npos) return parts;
    key.remove_prefix(end + 1);
  }
}

bool Fits(const Shape& shape, const std::vector<std::string_view>& parts) {
  const std::size_t facets = shape.facet.empty() ? 0 : 1;
  return parts.size() == 1 + shape.ids + facets && parts.front() == shape.noun &&
         (facets == 0 || parts.back() == shape.facet);
}

std::optional<ChunkName> ParseChunk(Ids ids) {
  ChunkName name{.version = std::string(ids[0])};
  const std::string_view digits = ids[1];
  const bool all_digits = digits.find_first_not_of("0123456789") == digits.npos;
  if (digits.size() != kChunkDigits || !all_digits) return std::nullopt;
  std::from_chars(digits.begin(), digits.end(), name.number);
  return name;
}

std::optional<ParsedKey> Name(RecordKind kind, Ids ids) {
  const auto id = [&](std::size_t i) { return std::string(ids[i]); };
  switch (kind) {
    case RecordKind::kEmployerDetail:
    case RecordKind::kEmployerTerms:
    case RecordKind::kMoveBudget:
      return ParsedKey{kind, matcher::EmployerName{id(0)}};
    case RecordKind::kSiteDetail:
    case RecordKind::kSiteTerms:
      return ParsedKey{kind, matcher::SiteName{id(0), id(1)}};
    case RecordKind::kVacancyDetail:
    case RecordKind::kVacancyTerms:
      return ParsedKey{kind, matcher::VacancyName{id(0), id(1)}};
    case RecordKind::kSlotTerms:
      return ParsedKey{kind, matcher::SlotName{{id(0), id(1)}, id(2)}};
    case RecordKind::kCandidateDetail:
    case RecordKind::kCandidateTerms:
    case RecordKind::kRiskPlanTerms:
    case RecordKind::kSharedEffectsTerms:
      return ParsedKey{kind, matcher::CandidateName{id(0)}};
    case RecordKind::kRequest:
      return ParsedKey{kind, RequestName{id(0), id(1)}};
    case RecordKind::kImport:
      return ParsedKey{kind, ImportName{id(0)}};
    case RecordKind::kTaxonomyManifest:
    case RecordKind::kGazetteerManifest:
    case RecordKind::kPremisesManifest:
    case RecordKind::kAreaManifest:
      return ParsedKey{kind, std::monostate()};
    case RecordKind::kTaxonomyChunk:
    case RecordKind::kGazetteerChunk:
    case RecordKind::kPremisesChunk:
    case RecordKind::kAreaChunk:
      if (auto chunk = ParseChunk(ids)) return ParsedKey{kind, *std::move(chunk)};
      return std::nullopt;
    case RecordKind::kSecret:
      return ParsedKey{kind, SecretName{id(0)}};
    case RecordKind::kOrganisationDetail:
    case RecordKind::kOrganisationTerms:
      return ParsedKey{kind, matcher::OrganisationId{id(0)}};
    case RecordKind::kGrantTerms:
      return ParsedKey{kind, matcher::GrantName{{id(0)}, id(1)}};
    case RecordKind::kPostingFlag:
      return ParsedKey{kind, PostingFlagName{id(0), id(1)}};
    case RecordKind::kLink:
      return ParsedKey{kind, matcher::LinkName{{id(0)}, {id(1)}}};
    case RecordKind::kReference:
      return ParsedKey{kind, matcher::ReferenceName{{id(0)}, id(1)}};
    case RecordKind::kLinkCode:
      return ParsedKey{kind, LinkCodeName{id(0)}};
  }
  return std::nullopt;
}

}  // namespace

std::string DetailKey(const matcher::EmployerName& name) {
  return Build(RecordKind::kEmployerDetail, {name.employer});
}
std::string TermsKey(const matcher::EmployerName& name) {
  return Build(RecordKind::kEmployerTerms, {name.employer});
}
std::string DetailKey(const matcher::SiteName& name) {
  return Build(RecordKind::kSiteDetail, {name.employer, name.site});
}
std::string TermsKey(const matcher::SiteName& name) {
  return Build(RecordKind::kSiteTerms, {name.employer, name.site});
}
std::string DetailKey(const matcher::VacancyName& name) {
  return Build(RecordKind::kVacancyDetail, {name.employer, name.vacancy});
}
std::string TermsKey(const matcher::VacancyName& name) {
  return Build(RecordKind::kVacancyTerms, {name.employer, name.vacancy});
}
std::string TermsKey(const matcher::SlotName& name) {
  return Build(RecordKind::kSlotTerms, {name.vacancy.employer, name.vacancy.vacancy, name.slot});
}
std::string DetailKey(const matcher::CandidateName& name) {
  return Build(RecordKind::kCandidateDetail, {name.candidate});
}
std::string TermsKey(const matcher::CandidateName& name) {
  return Build(RecordKind::kCandidateTerms, {name.candidate});
}
std::string RiskPlanKey(const matcher::CandidateName& name) {
  return Build(RecordKind::kRiskPlanTerms, {name.candidate});
}
std::string SharedEffectsKey(const matcher::CandidateName& name) {
  return Build(RecordKind::kSharedEffectsTerms, {name.candidate});
}
std::string RequestKey(const RequestName& name) {
  return Build(RecordKind::kRequest, {name.caller, name.request_id});
}
std::string ImportKey(const ImportName& name) {
  return Build(RecordKind::kImport, {name.import_id});
}
std::string TaxonomyManifestKey() { return Build(RecordKind::kTaxonomyManifest); }
std::string TaxonomyChunkKey(const ChunkName& name) {
  return BuildChunk(RecordKind::kTaxonomyChunk, name);
}
std::string GazetteerManifestKey() { return Build(RecordKind::kGazetteerManifest); }
std::string GazetteerChunkKey(const ChunkName& name) {
  return BuildChunk(RecordKind::kGazetteerChunk, name);
}
std::string PremisesManifestKey() { return Build(RecordKind::kPremisesManifest); }
std::string PremisesChunkKey(const ChunkName& name) {
  return BuildChunk(RecordKind::kPremisesChunk, name);
}
std::string AreaManifestKey() { return Build(RecordKind::kAreaManifest); }
std::string AreaChunkKey(const ChunkName& name) { return BuildChunk(RecordKind::kAreaChunk, name); }
std::string SecretKey(const SecretName& name) { return Build(RecordKind::kSecret, {name.secret}); }
std::string DetailKey(const matcher::OrganisationId& name) {
  return Build(RecordKind::kOrganisationDetail, {name.value});
}
std::string TermsKey(const matcher::OrganisationId& name) {
  return Build(RecordKind::kOrganisationTerms, {name.value});
}
std::string TermsKey(const matcher::GrantName& name) {
  return Build(RecordKind::kGrantTerms, {name.organisation.value, name.grant});
}
std::string MoveBudgetKey(const matcher::EmployerName& name) {
  return Build(RecordKind::kMoveBudget, {name.employer});
}
std::string PostingFlagKey(const PostingFlagName& name) {
  return Build(RecordKind::kPostingFlag, {name.employer, name.kind});
}
std::string TermsKey(const matcher::LinkName& name) {
  return Build(RecordKind::kLink, {name.organisation.value, name.candidate.candidate});
}
std::string TermsKey(const matcher::ReferenceName& name) {
  return Build(RecordKind::kReference, {name.organisation.value, name.reference});
}
std::string LinkCodeKey(const LinkCodeName& name) {
  return Build(RecordKind::kLinkCode, {name.digest});
}

std::string SitesPrefix(const matcher::EmployerName& employer) {
  return Join("site", {employer.employer}) + kSeparator;
}
std::string VacanciesPrefix(const matcher::EmployerName& employer) {
  return Join("vacancy", {employer.employer}) + kSeparator;
}
std::string SlotsPrefix(const matcher::VacancyName& vacancy) {
  return Join("slot", {vacancy.employer, vacancy.vacancy}) + kSeparator;
}

std::string GrantsPrefix(const matcher::OrganisationId& organisation) {
  return Join("grant", {organisation.value}) + kSeparator;
}

std::optional<ParsedKey> ParseKey(std::string_view key) {
  const std::vector<std::string_view> parts = Split(key);
  if (std::find(parts.begin(), parts.end(), "") != parts.end()) return std::nullopt;
  for (const Shape& shape : kShapes) {
    if (Fits(shape, parts)) return Name(shape.kind, Ids(parts).subspan(1, shape.ids));
  }
  return std::nullopt;
}

}  // namespace throughgate::format
