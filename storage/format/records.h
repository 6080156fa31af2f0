// Stored bytes from records and back.
//
//   const std::string key = TermsKey(vacancy.name);
//   write.value = Encode(key, vacancy.terms);
//   …
//   ASSIGN_OR_RETURN(VacancyTerms terms, Decode<VacancyTerms>(key, record.value));
#ifndef THROUGHGATE_STORAGE_FORMAT_RECORDS_H_
#define THROUGHGATE_STORAGE_FORMAT_RECORDS_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "matcher/model/candidate.h"
#include "matcher/model/disclosure.h"
#include "matcher/model/employer.h"
#include "matcher/model/link.h"
#include "matcher/model/risk_plan.h"
#include "matcher/model/vacancy.h"
#include "storage/format/access.h"
#include "storage/format/bookkeeping.h"
#include "storage/format/reference.h"
#include "storage/format/secret.h"

namespace throughgate::format {

// The value to store under `key`. Equal records give equal bytes.
std::string Encode(std::string_view key, const matcher::EmployerTerms& record);
std::string Encode(std::string_view key, const matcher::EmployerDetail& record);
std::string Encode(std::string_view key, const matcher::SiteTerms& record);
std::string Encode(std::string_view key, const matcher::SiteDetail& record);
std::string Encode(std::string_view key, const matcher::VacancyTerms& record);
std::string Encode(std::string_view key, const matcher::VacancyDetail& record);
std::string Encode(std::string_view key, const matcher::SlotTerms& record);
std::string Encode(std::string_view key, const matcher::CandidateTerms& record);
std::string Encode(std::string_view key, const matcher::CandidateDetail& record);
std::string Encode(std::string_view key, const matcher::RiskPlanTerms& record);
std::string Encode(std::string_view key, const matcher::SharedEffects& record);
std::string Encode(std::string_view key, const RequestRecord& record);
std::string Encode(std::string_view key, const ImportProgress& record);
std::string Encode(std::string_view key, const TaxonomyChunk& record);
std::string Encode(std::string_view key, const TaxonomyManifest& record);
std::string Encode(std::string_view key, const GazetteerChunk& record);
std::string Encode(std::string_view key, const GazetteerManifest& record);
std::string Encode(std::string_view key, const PremisesChunk& record);
std::string Encode(std::string_view key, const PremisesManifest& record);
std::string Encode(std::string_view key, const AreaChunk& record);
std::string Encode(std::string_view key, const AreaManifest& record);
std::string Encode(std::string_view key, const Secret& record);
std::string Encode(std::string_view key, const OrganisationTerms& record);
std::string Encode(std::string_view key, const OrganisationDetail& record);
std::string Encode(std::string_view key, const GrantTerms& record);
std::string Encode(std::string_view key, const MoveBudget& record);
std::string Encode(std::string_view key, const PostingFlag& record);
std::string Encode(std::string_view key, const matcher::LinkTerms& record);
std::string Encode(std::string_view key, const matcher::ReferenceTerms& record);
std::string Encode(std::string_view key, const LinkCode& record);

// Fills `record`, which must be new, from the value found under `key`; on an error its contents
// are unspecified. Any bytes give a record or an error.
//
// Errors  each names the key.
//         kDataLoss            damaged, or stored under another key.
//         kFailedPrecondition  written by a newer Throughgate: a field, an enumerator or a bit
//                              that this program does not know, anywhere in the record. To read
//                              around it could clear what must not be cleared, and the next write
//                              would drop it.
absl::Status Decode(std::string_view key, std::string_view value, matcher::EmployerTerms& record);
absl::Status Decode(std::string_view key, std::string_view value, matcher::EmployerDetail& record);
absl::Status Decode(std::string_view key, std::string_view value, matcher::SiteTerms& record);
absl::Status Decode(std::string_view key, std::string_view value, matcher::SiteDetail& record);
absl::Status Decode(std::string_view key, std::string_view value, matcher::VacancyTerms& record);
absl::Status Decode(std::string_view key, std::string_view value, matcher::VacancyDetail& record);
absl::Status Decode(std::string_view key, std::string_view value, matcher::SlotTerms& record);
absl::Status Decode(std::string_view key, std::string_view value, matcher::CandidateTerms& record);
absl::Status Decode(std::string_view key, std::string_view value, matcher::CandidateDetail& record);
absl::Status Decode(std::string_view key, std::string_view value, matcher::RiskPlanTerms& record);
absl::Status Decode(std::string_view key, std::string_view value, matcher::SharedEffects& record);
absl::Status Decode(std::string_view key, std::string_view value, RequestRecord& record);
absl::Status Decode(std::string_view key, std::string_view value, ImportProgress& record);
absl::Status Decode(std::string_view key, std::string_view value, TaxonomyChunk& record);
absl::Status Decode(std::string_view key, std::string_view value, TaxonomyManifest& record);
absl::Status Decode(std::string_view key, std::string_view value, GazetteerChunk& record);
absl::Status Decode(std::string_view key, std::string_view value, GazetteerManifest& record);
absl::Status Decode(std::string_view key, std::string_view value, PremisesChunk& record);
absl::Status Decode(std::string_view key, std::string_view value, PremisesManifest& record);
absl::Status Decode(std::string_view key, std::string_view value, AreaChunk& record);
absl::Status Decode(std::string_view key, std::string_view value, AreaManifest& record);
absl::Status Decode(std::string_view key, std::string_view value, Secret& record);
absl::Status Decode(std::string_view key, std::string_view value, OrganisationTerms& record);
absl::Status Decode(std::string_view key, std::string_view value, OrganisationDetail& record);
absl::Status Decode(std::string_view key, std::string_view value, GrantTerms& record);
absl::Status Decode(std::string_view key, std::string_view value, MoveBudget& record);
absl::Status Decode(std::string_view key, std::string_view value, PostingFlag& record);
absl::Status Decode(std::string_view key, std::string_view value, matcher::LinkTerms& record);
absl::Status Decode(std::string_view key, std::string_view value, matcher::ReferenceTerms& record);
absl::Status Decode(std::string_view key, std::string_view value, LinkCode& record);

// The same, as a result.
template <typename Record>
absl::StatusOr<Record> Decode(std::string_view key, std::string_view value) {
  Record record;
  if (absl::Status status = Decode(key, value, record); !status.ok()) return status;
  return record;
}

}  // namespace throughgate::format

#endif  // THROUGHGATE_STORAGE_FORMAT_RECORDS_H_
