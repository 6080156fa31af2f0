// What a newer program, or a fault, could put under an intact envelope.
#include "storage/format/records.h"

#include <limits>
#include <vector>

#include "storage/format/envelope.h"
#include "tests/support/status_matchers.h"
#include "tests/support/stored_fields.h"
#include "throughgate/record/v1/record.pb.h"

namespace throughgate::format {
namespace {

namespace v1 = throughgate::record::v1;
using absl::StatusCode;
using testing::HasSubstr;

constexpr std::string_view kKey = "a key";

template <typename Record>
absl::Status DecodeStored(const google::protobuf::Message& stored) {
  return Decode<Record>(kKey, Wrap(kKey, stored.SerializeAsString())).status();
}

// A message of type Stored in which the number at `path` is `value`.
template <typename Stored>
Stored With(std::initializer_list<const char*> path, std::uint32_t value) {
  Stored stored;
  google::protobuf::Message* at = &stored;
  for (const char* name : path) {
    const auto* field = at->GetDescriptor()->FindFieldByName(name);
    const auto* reflection = at->GetReflection();
    if (field->cpp_type() == field->CPPTYPE_UINT32) {
      field->is_repeated() ? reflection->AddUInt32(at, field, value)
                           : reflection->SetUInt32(at, field, value);
    } else if (field->is_repeated()) {
      at = reflection->AddMessage(at, field);
    } else {
      at = reflection->MutableMessage(at, field);
    }
  }
  return stored;
}

// Checks that `last` is understood and the value after it refused as a newer program's.
template <typename Record, typename Stored>
void ExpectLast(std::initializer_list<const char*> path, std::uint32_t last) {
  SCOPED_TRACE(*(path.end() - 1));
  EXPECT_OK(DecodeStored<Record>(With<Stored>(path, last)));
  EXPECT_THAT(DecodeStored<Record>(With<Stored>(path, last + 1)),
              StatusIs(StatusCode::kFailedPrecondition, HasSubstr("newer Throughgate")));
}

TEST(Records, RefuseRiskEnumeratorsThatTheyDoNotKnow) {
  const auto expect_last = ExpectLast<matcher::RiskPlanTerms, v1::RiskPlanTerms>;
  expect_last({"supervision"}, 5);
  expect_last({"rosh", "children"}, 4);
  expect_last({"rosh", "to_public"}, 4);
  expect_last({"rosh", "known_adult"}, 4);
  expect_last({"rosh", "staff"}, 4);
  expect_last({"mappa_level"}, 4);
  expect_last({"work_limits", "attribute"}, 31);
  expect_last({"work_limits", "effect"}, 2);
  expect_last({"contact_limits", "group"}, 2);
  expect_last({"contact_limits", "from"}, 4);
  expect_last({"contact_limits", "effect"}, 2);
  expect_last({"vehicle_limits", "effect"}, 2);
  expect_last({"tags", "kind"}, 3);
  expect_last({"barred_lists", "children"}, 2);
  expect_last({"barred_lists", "adults"}, 2);
  expect_last({"offences", "category"}, 15);
  expect_last({"orders", "kind"}, 10);
  expect_last({"orders", "barred_attributes"}, 31);
  expect_last({"commitments", "kind"}, 4);
  expect_last({"temporary_release", "release_class"}, 4);
  expect_last({"temporary_release", "paid_work"}, 2);
  expect_last({"temporary_release", "nights"}, 2);
  expect_last({"no_contact", "kind"}, 3);
}

TEST(Records, RefuseABasisOfConsentThatTheyDoNotKnow) {
  ExpectLast<matcher::CandidateTerms, v1::CandidateTerms>({"consent", "basis"}, 4);
}

TEST(Records, RefuseEnumeratorsOfARoleThatTheyDoNotKnow) {
  const auto expect_last = ExpectLast<matcher::VacancyTerms, v1::VacancyTerms>;
  expect_last({"role", "children"}, 4);
  expect_last({"role", "adults_at_risk"}, 4);
  expect_last({"role", "regulated_with_children"}, 2);
  expect_last({"role", "regulated_with_adults"}, 2);
  expect_last({"role", "dbs_level"}, 5);
  expect_last({"role", "exempt"}, 2);
  expect_last({"role", "disclosure_stage"}, 3);
  expect_last({"role", "offence_policy"}, 3);
}

// Checks that bits 1 to `last` are understood, one by one and together, and every other refused as
// a newer program's; bit 0 would be "unspecified".
template <typename Record, typename Stored>
void ExpectBits(std::initializer_list<const char*> path, int last) {
  SCOPED_TRACE(*(path.end() - 1));
  std::uint32_t known = 0;
  for (int bit = 0; bit < 32; ++bit) {
    SCOPED_TRACE(bit);
    const absl::Status status = DecodeStored<Record>(With<Stored>(path, 1u << bit));
    if (1 <= bit && bit <= last) {
      EXPECT_OK(status);
      known |= 1u << bit;
    } else {
      EXPECT_THAT(status, StatusIs(StatusCode::kFailedPrecondition, HasSubstr("newer")));
    }
  }
  EXPECT_OK(DecodeStored<Record>(With<Stored>(path, known)));
  EXPECT_THAT(DecodeStored<Record>(With<Stored>(path, known | 1)),
              StatusIs(StatusCode::kFailedPrecondition));
}

TEST(Records, RefuseBitsThatTheyDoNotKnow) {
  ExpectBits<matcher::VacancyTerms, v1::VacancyTerms>({"attributes_present"}, 31);
  ExpectBits<matcher::VacancyTerms, v1::VacancyTerms>({"attributes_absent"}, 31);
  ExpectBits<matcher::VacancyTerms, v1::VacancyTerms>({"attributes_avoidable"}, 31);
  ExpectBits<matcher::VacancyTerms, v1::VacancyTerms>({"role", "vehicles"}, 6);
  ExpectBits<matcher::VacancyTerms, v1::VacancyTerms>({"role", "excluded_offences"}, 15);
  ExpectBits<matcher::VacancyTerms, v1::VacancyTerms>({"role", "case_by_case_offences"}, 15);
  ExpectBits<matcher::RiskPlanTerms, v1::RiskPlanTerms>({"vehicle_limits", "types"}, 6);
  ExpectBits<matcher::RiskPlanTerms, v1::RiskPlanTerms>({"temporary_release", "sub_types"}, 3);
  ExpectBits<matcher::SharedEffects, v1::SharedEffects>({"attributes"}, 31);
  ExpectBits<OrganisationTerms, v1::OrganisationTerms>({"roles"}, 8);
}

TEST(Records, RefuseAZoneKindThatTheyDoNotKnow) {
  v1::RiskPlanTerms stored;
  stored.add_zones()->mutable_circle();
  stored.mutable_zones(0)->set_kind(2);
  EXPECT_OK(DecodeStored<matcher::RiskPlanTerms>(stored));
  stored.mutable_zones(0)->set_kind(3);
  EXPECT_THAT(DecodeStored<matcher::RiskPlanTerms>(stored),
              StatusIs(StatusCode::kFailedPrecondition));
}

TEST(Records, RefuseOtherEnumeratorsThatTheyDoNotKnow) {
  ExpectLast<matcher::EmployerTerms, v1::EmployerTerms>({"pledges", "code"}, 12);
  ExpectLast<matcher::EmployerTerms, v1::EmployerTerms>({"pledges", "state"}, 5);
  ExpectLast<matcher::EmployerDetail, v1::EmployerDetail>({"sector"}, 255);
  ExpectLast<matcher::SiteTerms, v1::SiteTerms>({"verification"}, 2);
  ExpectLast<matcher::SiteTerms, v1::SiteTerms>({"check", "method"}, 5);
  ExpectLast<matcher::VacancyTerms, v1::VacancyTerms>({"kind"}, 4);
  ExpectLast<matcher::VacancyTerms, v1::VacancyTerms>({"state"}, 2);
  ExpectLast<matcher::VacancyTerms, v1::VacancyTerms>({"site_mode"}, 4);
  ExpectLast<matcher::VacancyTerms, v1::VacancyTerms>({"qualifications", "kind"}, 11);
  ExpectLast<matcher::VacancyTerms, v1::VacancyTerms>({"work_base"}, 3);
  ExpectLast<matcher::VacancyDetail, v1::VacancyDetail>({"skills", "level"}, 4);
  ExpectLast<matcher::SlotTerms, v1::SlotTerms>({"state"}, 2);
  ExpectLast<matcher::CandidateTerms, v1::CandidateTerms>({"travel_mode"}, 4);
  ExpectLast<matcher::CandidateTerms, v1::CandidateTerms>({"readiness"}, 4);
  ExpectLast<matcher::CandidateTerms, v1::CandidateTerms>({"qualifications", "kind"}, 11);
  ExpectLast<matcher::CandidateDetail, v1::CandidateDetail>({"skills", "level"}, 4);
  ExpectLast<matcher::CandidateDetail, v1::CandidateDetail>({"skills", "evidence"}, 3);
  ExpectLast<matcher::CandidateDetail, v1::CandidateDetail>({"occupations", "relation"}, 2);
  ExpectLast<TaxonomyChunk, v1::TaxonomyChunk>({"concepts", "kind"}, 4);
}

// A role that was taken for none, or for another, could let somebody in.
TEST(Records, RefuseRolesAndKindsOfGrantsThatTheyDoNotKnow) {
  ExpectLast<GrantTerms, v1::GrantTerms>({"role"}, 8);
  ExpectLast<GrantTerms, v1::GrantTerms>({"kind"}, 3);
}

using Path = std::vector<const google::protobuf::FieldDescriptor*>;

// `stored` with a message at each step of `path`, and in the last one a field that nobody knows.
void PlantUnknownField(google::protobuf::Message& stored, const Path& path) {
  google::protobuf::Message* at = &stored;
  for (const auto* field : path) {
    const auto* reflection = at->GetReflection();
    at = field->is_repeated() ? reflection->AddMessage(at, field)
                              : reflection->MutableMessage(at, field);
  }
  at->GetReflection()->MutableUnknownFields(at)->AddVarint(1000, 1);
}

// Checks that Decode notices an unknown field in every message within the message at `path`.
template <typename Record, typename Stored>
void ExpectUnknownFieldsNoticed(const Path& path = {}) {
  Stored stored;
  PlantUnknownField(stored, path);
  EXPECT_THAT(DecodeStored<Record>(stored), StatusIs(StatusCode::kFailedPrecondition))
      << stored.GetTypeName() << ": " << stored.ShortDebugString();
  const auto* at = path.empty() ? Stored::descriptor() : path.back()->message_type();
  for (int i = 0; i < at->field_count(); ++i) {
    if (at->field(i)->message_type() == nullptr) continue;
    Path longer = path;
    longer.push_back(at->field(i));
    ExpectUnknownFieldsNoticed<Record, Stored>(longer);
  }
}

TEST(Records, RefuseAFieldThatTheyDoNotKnowHoweverDeep) {
  ExpectUnknownFieldsNoticed<matcher::EmployerTerms, v1::EmployerTerms>();
  ExpectUnknownFieldsNoticed<matcher::EmployerDetail, v1::EmployerDetail>();
  ExpectUnknownFieldsNoticed<matcher::SiteTerms, v1::SiteTerms>();
  ExpectUnknownFieldsNoticed<matcher::SiteDetail, v1::SiteDetail>();
  ExpectUnknownFieldsNoticed<matcher::VacancyTerms, v1::VacancyTerms>();
  ExpectUnknownFieldsNoticed<matcher::VacancyDetail, v1::VacancyDetail>();
  ExpectUnknownFieldsNoticed<matcher::SlotTerms, v1::SlotTerms>();
  ExpectUnknownFieldsNoticed<matcher::CandidateTerms, v1::CandidateTerms>();
  ExpectUnknownFieldsNoticed<matcher::CandidateDetail, v1::CandidateDetail>();
  ExpectUnknownFieldsNoticed<matcher::RiskPlanTerms, v1::RiskPlanTerms>();
  ExpectUnknownFieldsNoticed<matcher::SharedEffects, v1::SharedEffects>();
  ExpectUnknownFieldsNoticed<RequestRecord, v1::RequestRecord>();
  ExpectUnknownFieldsNoticed<ImportProgress, v1::ImportProgress>();
  ExpectUnknownFieldsNoticed<TaxonomyChunk, v1::TaxonomyChunk>();
  ExpectUnknownFieldsNoticed<TaxonomyManifest, v1::TaxonomyManifest>();
  ExpectUnknownFieldsNoticed<GazetteerChunk, v1::GazetteerChunk>();
  ExpectUnknownFieldsNoticed<GazetteerManifest, v1::GazetteerManifest>();
  ExpectUnknownFieldsNoticed<Secret, v1::Secret>();
  ExpectUnknownFieldsNoticed<MoveBudget, v1::MoveBudget>();
  ExpectUnknownFieldsNoticed<PostingFlag, v1::PostingFlag>();
  ExpectUnknownFieldsNoticed<OrganisationTerms, v1::OrganisationTerms>();
  ExpectUnknownFieldsNoticed<OrganisationDetail, v1::OrganisationDetail>();
  ExpectUnknownFieldsNoticed<GrantTerms, v1::GrantTerms>();
}

TEST(Records, RefuseHalves) {
  v1::VacancyTerms vacancy;
  vacancy.add_shifts(540);
  EXPECT_THAT(DecodeStored<matcher::VacancyTerms>(vacancy), StatusIs(StatusCode::kDataLoss));

  v1::RiskPlanTerms half_a_span;
  half_a_span.add_vehicle_limits()->add_windows(540);
  EXPECT_THAT(DecodeStored<matcher::RiskPlanTerms>(half_a_span), StatusIs(StatusCode::kDataLoss));

  v1::RiskPlanTerms half_an_hour_away;
  half_an_hour_away.add_commitments()->add_windows(540);
  EXPECT_THAT(DecodeStored<matcher::RiskPlanTerms>(half_an_hour_away),
              StatusIs(StatusCode::kDataLoss));

  v1::RiskPlanTerms no_shape;
  no_shape.add_zones();
  EXPECT_THAT(DecodeStored<matcher::RiskPlanTerms>(no_shape), StatusIs(StatusCode::kDataLoss));

  v1::RiskPlanTerms half_point;
  half_point.add_zones()->mutable_area()->add_polygons()->add_rings()->add_steps(1);
  EXPECT_THAT(DecodeStored<matcher::RiskPlanTerms>(half_point), StatusIs(StatusCode::kDataLoss));
}

// A digest that is cut off would agree with nobody's, and whoever it is about would be cleared.
TEST(Records, RefuseANameThatIsNotADigest) {
  for (const int bytes : {0, 15, 16, 17}) {
    v1::RiskPlanTerms stored;
    stored.add_no_contact()->add_names(std::string(bytes, 'x'));
    const absl::Status status = DecodeStored<matcher::RiskPlanTerms>(stored);
    EXPECT_EQ(status.code(), bytes == 16 ? StatusCode::kOk : StatusCode::kDataLoss) << bytes;
  }
}

TEST(Records, KeepTextsThatAreNotUtf8) {
  const matcher::SiteDetail detail = {.display_name = "\xff\xfe"};
  EXPECT_THAT(Decode<matcher::SiteDetail>(kKey, Encode(kKey, detail)), IsOkAndHolds(detail));
}

TEST(Records, KeepPointsFarApart) {
  constexpr auto kMin = std::numeric_limits<std::int32_t>::min();
  constexpr auto kMax = std::numeric_limits<std::int32_t>::max();
  matcher::RiskPlanTerms plan;
  const matcher::Ring ring = {{kMin, kMax}, {kMax, kMin}, {0, 0}, {kMin, kMax}};
  plan.zones.emplace_back().shape = matcher::MultiPolygon{{{{ring}}}};
  EXPECT_THAT(Decode<matcher::RiskPlanTerms>(kKey, Encode(kKey, plan)), IsOkAndHolds(plan));
}

}  // namespace
}  // namespace throughgate::format
