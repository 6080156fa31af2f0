// Which fields of record.proto a stored message sets, so that a test can ask whether any was
// forgotten.
//
// Fields are told by their full names, "throughgate.record.v1.Zone.id".
#ifndef THROUGHGATE_TESTS_SUPPORT_STORED_FIELDS_H_
#define THROUGHGATE_TESTS_SUPPORT_STORED_FIELDS_H_

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "google/protobuf/message.h"
#include "storage/format/envelope.h"
#include "storage/format/records.h"
#include "throughgate/record/v1/record.pb.h"

namespace throughgate::format {

// The message that a record is stored as: StoredAs<matcher::SiteTerms> is v1::SiteTerms.
namespace stored_as {
record::v1::EmployerTerms Of(const matcher::EmployerTerms&);
record::v1::EmployerDetail Of(const matcher::EmployerDetail&);
record::v1::SiteTerms Of(const matcher::SiteTerms&);
record::v1::SiteDetail Of(const matcher::SiteDetail&);
record::v1::VacancyTerms Of(const matcher::VacancyTerms&);
record::v1::VacancyDetail Of(const matcher::VacancyDetail&);
record::v1::SlotTerms Of(const matcher::SlotTerms&);
record::v1::CandidateTerms Of(const matcher::CandidateTerms&);
record::v1::CandidateDetail Of(const matcher::CandidateDetail&);
record::v1::RiskPlanTerms Of(const matcher::RiskPlanTerms&);
record::v1::SharedEffects Of(const matcher::SharedEffects&);
record::v1::RequestRecord Of(const RequestRecord&);
record::v1::ImportProgress Of(const ImportProgress&);
record::v1::TaxonomyChunk Of(const TaxonomyChunk&);
record::v1::TaxonomyManifest Of(const TaxonomyManifest&);
record::v1::GazetteerChunk Of(const GazetteerChunk&);
record::v1::GazetteerManifest Of(const GazetteerManifest&);
record::v1::PremisesChunk Of(const PremisesChunk&);
record::v1::PremisesManifest Of(const PremisesManifest&);
record::v1::AreaChunk Of(const AreaChunk&);
record::v1::AreaManifest Of(const AreaManifest&);
record::v1::Secret Of(const Secret&);
record::v1::OrganisationTerms Of(const OrganisationTerms&);
record::v1::OrganisationDetail Of(const OrganisationDetail&);
record::v1::GrantTerms Of(const GrantTerms&);
record::v1::MoveBudget Of(const MoveBudget&);
record::v1::PostingFlag Of(const PostingFlag&);
record::v1::Link Of(const matcher::LinkTerms&);
record::v1::Reference Of(const matcher::ReferenceTerms&);
record::v1::LinkCode Of(const LinkCode&);
}  // namespace stored_as
template <typename Record>
using StoredAs = decltype(stored_as::Of(std::declval<Record>()));

using EveryRecord =
    testing::Types<matcher::EmployerTerms, matcher::EmployerDetail, matcher::SiteTerms,
                   matcher::SiteDetail, matcher::VacancyTerms, matcher::VacancyDetail,
                   matcher::SlotTerms, matcher::CandidateTerms, matcher::CandidateDetail,
                   matcher::RiskPlanTerms, matcher::SharedEffects, RequestRecord, ImportProgress,
                   TaxonomyChunk, TaxonomyManifest, GazetteerChunk, GazetteerManifest,
                   PremisesChunk, PremisesManifest, AreaChunk, AreaManifest, Secret, MoveBudget,
                   PostingFlag, OrganisationTerms, OrganisationDetail, GrantTerms,
                   matcher::LinkTerms, matcher::ReferenceTerms, LinkCode>;

// The message within the intact envelope `value`.
template <typename Record>
StoredAs<Record> StoredMessage(std::string_view key, std::string_view value) {
  StoredAs<Record> stored;
  const auto payload = Unwrap(key, value);
  if (payload.ok()) stored.ParseFromArray(payload->data(), static_cast<int>(payload->size()));
  return stored;
}

// Adds every field of `message` and of the messages within it.
inline void AddFieldsOf(const google::protobuf::Descriptor& message, std::set<std::string>& names) {
  for (int i = 0; i < message.field_count(); ++i) {
    const auto& field = *message.field(i);
    names.insert(field.full_name());
    if (field.message_type() != nullptr) AddFieldsOf(*field.message_type(), names);
  }
}

// Adds the fields that are set in `message` and in the messages within it.
inline void AddFieldsSet(const google::protobuf::Message& message, std::set<std::string>& names) {
  const auto& reflection = *message.GetReflection();
  std::vector<const google::protobuf::FieldDescriptor*> fields;
  reflection.ListFields(message, &fields);
  for (const auto* field : fields) {
    names.insert(field->full_name());
    if (field->message_type() == nullptr) continue;
    if (!field->is_repeated()) {
      AddFieldsSet(reflection.GetMessage(message, field), names);
      continue;
    }
    for (int i = 0; i < reflection.FieldSize(message, field); ++i) {
      AddFieldsSet(reflection.GetRepeatedMessage(message, field, i), names);
    }
  }
}

}  // namespace throughgate::format

#endif  // THROUGHGATE_TESTS_SUPPORT_STORED_FIELDS_H_
