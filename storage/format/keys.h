// The keys of stored records. The grammar is in keys.cc.
#ifndef THROUGHGATE_STORAGE_FORMAT_KEYS_H_
#define THROUGHGATE_STORAGE_FORMAT_KEYS_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "matcher/model/link.h"
#include "matcher/model/names.h"

namespace throughgate::format {

// What stands under a key. Not stored: the words of the key are.
enum class RecordKind : std::uint8_t {
  kEmployerDetail,
  kEmployerTerms,
  kSiteDetail,
  kSiteTerms,
  kVacancyDetail,
  kVacancyTerms,
  kSlotTerms,
  kCandidateDetail,
  kCandidateTerms,
  kRiskPlanTerms,
  kRequest,
  kImport,
  kTaxonomyManifest,
  kTaxonomyChunk,
  kGazetteerManifest,
  kGazetteerChunk,
  kSharedEffectsTerms,
  kSecret,
  kPremisesManifest,
  kPremisesChunk,
  kAreaManifest,
  kAreaChunk,
  kOrganisationDetail,
  kOrganisationTerms,
  kGrantTerms,
  kMoveBudget,
  kPostingFlag,
  kLink,
  kReference,
  kLinkCode,
};
inline constexpr int kRecordKinds = static_cast<int>(RecordKind::kLinkCode) + 1;

// A write that a caller asked for.
struct RequestName {
  std::string caller;
  std::string request_id;
  auto operator<=>(const RequestName&) const = default;
};

struct ImportName {
  std::string import_id;
  auto operator<=>(const ImportName&) const = default;
};

// A key that the store keeps for itself: "no-contact".
struct SecretName {
  std::string secret;
  auto operator<=>(const SecretName&) const = default;
};

// What is the matter with an employer's postings: "lattice".
struct PostingFlagName {
  std::string employer;
  std::string kind;
  auto operator<=>(const PostingFlagName&) const = default;
};

// A link code, which itself is not kept.
struct LinkCodeName {
  std::string digest;  // hexadecimal digits
  auto operator<=>(const LinkCodeName&) const = default;
};

// One part of one version of a taxonomy, a gazetteer, a layer of premises or one of areas.
struct ChunkName {
  std::string version;      // the manifest names the one in use
  std::int32_t number = 0;  // 0 … kChunkNumberMax
  auto operator<=>(const ChunkName&) const = default;
};
inline constexpr std::int32_t kChunkNumberMax = 999'999;

// Key builders.
//
// Order   within a kind, keys sort as the names do.
// Errors  none: a part of a name that is empty or holds a comma is a fault of ours and stops the
//         program.
std::string DetailKey(const matcher::EmployerName& name);
std::string TermsKey(const matcher::EmployerName& name);
std::string DetailKey(const matcher::SiteName& name);
std::string TermsKey(const matcher::SiteName& name);
std::string DetailKey(const matcher::VacancyName& name);
std::string TermsKey(const matcher::VacancyName& name);
std::string TermsKey(const matcher::SlotName& name);
std::string DetailKey(const matcher::CandidateName& name);
std::string TermsKey(const matcher::CandidateName& name);
std::string RiskPlanKey(const matcher::CandidateName& name);
std::string SharedEffectsKey(const matcher::CandidateName& name);
std::string RequestKey(const RequestName& name);
std::string ImportKey(const ImportName& name);
std::string TaxonomyManifestKey();
std::string TaxonomyChunkKey(const ChunkName& name);
std::string GazetteerManifestKey();
std::string GazetteerChunkKey(const ChunkName& name);
std::string PremisesManifestKey();
std::string PremisesChunkKey(const ChunkName& name);
std::string AreaManifestKey();
std::string AreaChunkKey(const ChunkName& name);
std::string SecretKey(const SecretName& name);
std::string DetailKey(const matcher::OrganisationId& name);
std::string TermsKey(const matcher::OrganisationId& name);
std::string TermsKey(const matcher::GrantName& name);
std::string MoveBudgetKey(const matcher::EmployerName& name);
std::string PostingFlagKey(const PostingFlagName& name);
std::string TermsKey(const matcher::LinkName& name);
std::string TermsKey(const matcher::ReferenceName& name);
std::string LinkCodeKey(const LinkCodeName& name);

// What the keys of one noun, and of nothing else, start with. A record's detail and terms are
// neighbours, in this order.
inline constexpr std::string_view kEmployersPrefix = "employer,";
inline constexpr std::string_view kSitesPrefix = "site,";
inline constexpr std::string_view kVacanciesPrefix = "vacancy,";
inline constexpr std::string_view kSlotsPrefix = "slot,";
inline constexpr std::string_view kCandidatesPrefix = "candidate,";
inline constexpr std::string_view kRiskPlansPrefix = "riskplan,";
inline constexpr std::string_view kSharedEffectsPrefix = "sharedeffects,";
inline constexpr std::string_view kRequestsPrefix = "request,";
inline constexpr std::string_view kImportsPrefix = "import,";
inline constexpr std::string_view kTaxonomiesPrefix = "taxonomy,";
inline constexpr std::string_view kGazetteersPrefix = "gazetteer,";
inline constexpr std::string_view kPremisesPrefix = "premises,";
inline constexpr std::string_view kAreasPrefix = "area,";
inline constexpr std::string_view kSecretsPrefix = "secret,";
inline constexpr std::string_view kOrganisationsPrefix = "organisation,";
inline constexpr std::string_view kGrantsPrefix = "grant,";
inline constexpr std::string_view kMoveBudgetsPrefix = "movebudget,";
inline constexpr std::string_view kPostingFlagsPrefix = "postingflag,";
inline constexpr std::string_view kLinksPrefix = "link,";
inline constexpr std::string_view kReferencesPrefix = "reference,";
inline constexpr std::string_view kLinkCodesPrefix = "linkcode,";
std::string SitesPrefix(const matcher::EmployerName& employer);
std::string VacanciesPrefix(const matcher::EmployerName& employer);
std::string SlotsPrefix(const matcher::VacancyName& vacancy);
std::string GrantsPrefix(const matcher::OrganisationId& organisation);

// A key taken apart. The name of a risk plan, and of shared effects, is their candidate's, that
// of a budget its employer's; a manifest has none.
struct ParsedKey {
  RecordKind kind;
  std::variant<std::monostate, matcher::EmployerName, matcher::SiteName, matcher::VacancyName,
               matcher::SlotName, matcher::CandidateName, RequestName, ImportName, ChunkName,
               SecretName, matcher::OrganisationId, matcher::GrantName, PostingFlagName,
               matcher::LinkName, matcher::ReferenceName, LinkCodeName>
      name;
  bool operator==(const ParsedKey&) const = default;
};

// Undoes the builders; nullopt when none of them makes such a key.
std::optional<ParsedKey> ParseKey(std::string_view key);

}  // namespace throughgate::format

#endif  // THROUGHGATE_STORAGE_FORMAT_KEYS_H_
