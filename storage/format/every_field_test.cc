// No field is forgotten on the way from the model into a record or back.
#include "tests/support/status_matchers.h"
#include "tests/support/stored_fields.h"

namespace throughgate::format {
namespace {

namespace v1 = throughgate::record::v1;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

constexpr std::string_view kKey = "a key";

void Fill(Message& message);

// As long as the digest of a name.
std::string TextOf(const FieldDescriptor* field) {
  std::string text = field->name();
  text.resize(sizeof(matcher::NameDigest), '.');
  return text;
}

// Texts and numbers are told apart, so that no two change places. Two is an enumerator of every
// enumeration and the first bit of every mask.
void FillField(Message& message, const FieldDescriptor* field) {
  const auto& reflection = *message.GetReflection();
  const bool repeated = field->is_repeated();
  switch (field->cpp_type()) {
    case FieldDescriptor::CPPTYPE_MESSAGE:
      Fill(*(repeated ? reflection.AddMessage(&message, field)
                      : reflection.MutableMessage(&message, field)));
      break;
    case FieldDescriptor::CPPTYPE_STRING:
      repeated ? reflection.AddString(&message, field, TextOf(field))
               : reflection.SetString(&message, field, TextOf(field));
      break;
    case FieldDescriptor::CPPTYPE_UINT32:
      repeated ? reflection.AddUInt32(&message, field, 2)
               : reflection.SetUInt32(&message, field, 2);
      break;
    case FieldDescriptor::CPPTYPE_INT32:
      repeated ? reflection.AddInt32(&message, field, field->number())
               : reflection.SetInt32(&message, field, field->number());
      break;
    case FieldDescriptor::CPPTYPE_INT64:
      reflection.SetInt64(&message, field, field->number());
      break;
    case FieldDescriptor::CPPTYPE_BOOL:
      reflection.SetBool(&message, field, true);
      break;
    default:
      FAIL() << field->full_name() << " is of a type that this test does not know";
  }
}

// Sets every field of `message` and of the messages within it; of a oneof, the last one.
void Fill(Message& message) {
  const auto& fields = *message.GetDescriptor();
  for (int i = 0; i < fields.field_count(); ++i) {
    FillField(message, fields.field(i));
    // Numbers that stand in a row are pairs.
    const bool numbers = fields.field(i)->cpp_type() == FieldDescriptor::CPPTYPE_INT32;
    if (numbers && fields.field(i)->is_repeated()) FillField(message, fields.field(i));
  }
}

template <typename Record>
void ExpectKept(const StoredAs<Record>& stored) {
  ASSERT_OK_AND_ASSIGN(const Record record,
                       Decode<Record>(kKey, Wrap(kKey, stored.SerializeAsString())));
  EXPECT_EQ(StoredMessage<Record>(kKey, Encode(kKey, record)).DebugString(), stored.DebugString());
}

template <typename Record>
class EveryField : public testing::Test {};
TYPED_TEST_SUITE(EveryField, EveryRecord);

TYPED_TEST(EveryField, IsReadAndWrittenAgain) {
  StoredAs<TypeParam> stored;
  Fill(stored);
  ExpectKept<TypeParam>(stored);
}

TEST(EveryFieldOfAZone, IsReadAndWrittenAgainWhateverItsShape) {
  StoredAs<matcher::RiskPlanTerms> stored;
  Fill(*stored.add_zones()->mutable_area());
  stored.mutable_rosh();
  ExpectKept<matcher::RiskPlanTerms>(stored);
}

// As many as the braces name; one member more does not compile.
template <typename... Members>
int Count(const Members&...) {
  return sizeof...(Members);
}
int MembersOf(const matcher::VacancyTerms& part) {
  const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o] = part;
  return Count(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o);
}
int MembersOf(const matcher::Role& part) {
  const auto& [a, b, c, d, e, f, g, h, i, j, k, l] = part;
  return Count(a, b, c, d, e, f, g, h, i, j, k, l);
}
int MembersOf(const matcher::RequiredQualification& part) {
  const auto& [a, b] = part;
  return Count(a, b);
}
int MembersOf(const matcher::CandidateTerms& part) {
  const auto& [a, b, c, d, e, f, g, h, i] = part;
  return Count(a, b, c, d, e, f, g, h, i);
}
int MembersOf(const matcher::Consent& part) {
  const auto& [a, b, c, d, e] = part;
  return Count(a, b, c, d, e);
}
int MembersOf(const matcher::LinkTerms& part) {
  const auto& [a, b, c] = part;
  return Count(a, b, c);
}
int MembersOf(const matcher::ReferenceTerms& part) {
  const auto& [a] = part;
  return Count(a);
}
int MembersOf(const matcher::Qualification& part) {
  const auto& [a, b] = part;
  return Count(a, b);
}
int MembersOf(const matcher::RiskPlanTerms& part) {
  const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y] = part;
  return Count(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y);
}
int MembersOf(const matcher::Zone& part) {
  const auto& [a, b, c, d, e, f, g, h] = part;
  return Count(a, b, c, d, e, f, g, h);
}
int MembersOf(const matcher::Curfew& part) {
  const auto& [a, b, c, d] = part;
  return Count(a, b, c, d);
}
int MembersOf(const matcher::Commitment& part) {
  const auto& [a, b, c, d, e, f] = part;
  return Count(a, b, c, d, e, f);
}
int MembersOf(const matcher::TemporaryRelease& part) {
  const auto& [a, b, c, d, e, f, g] = part;
  return Count(a, b, c, d, e, f, g);
}
int MembersOf(const matcher::ContactLimit& part) {
  const auto& [a, b, c] = part;
  return Count(a, b, c);
}
int MembersOf(const matcher::VehicleLimit& part) {
  const auto& [a, b, c, d, e] = part;
  return Count(a, b, c, d, e);
}
int MembersOf(const matcher::PremisesLimit& part) {
  const auto& [a, b, c, d, e, f] = part;
  return Count(a, b, c, d, e, f);
}
int MembersOf(const matcher::SiteTerms& part) {
  const auto& [a, b, c, d, e] = part;
  return Count(a, b, c, d, e);
}
int MembersOf(const matcher::SiteCheck& part) {
  const auto& [a, b, c, d] = part;
  return Count(a, b, c, d);
}
int MembersOf(const matcher::Tag& part) {
  const auto& [a, b] = part;
  return Count(a, b);
}
int MembersOf(const matcher::BarredLists& part) {
  const auto& [a, b] = part;
  return Count(a, b);
}
int MembersOf(const matcher::Offence& part) {
  const auto& [a, b] = part;
  return Count(a, b);
}
int MembersOf(const matcher::CourtOrder& part) {
  const auto& [a, b, c, d, e, f] = part;
  return Count(a, b, c, d, e, f);
}
int MembersOf(const matcher::WorkApproval& part) {
  const auto& [a, b, c, d, e, f] = part;
  return Count(a, b, c, d, e, f);
}
int MembersOf(const matcher::NoContact& part) {
  const auto& [a, b, c] = part;
  return Count(a, b, c);
}
int MembersOf(const matcher::SharedEffects& part) {
  const auto& [a, b, c, d] = part;
  return Count(a, b, c, d);
}
int MembersOf(const matcher::SharedArea& part) {
  const auto& [a, b, c] = part;
  return Count(a, b, c);
}
int MembersOf(const OrganisationTerms& part) {
  const auto& [a, b, c] = part;
  return Count(a, b, c);
}
int MembersOf(const GrantTerms& part) {
  const auto& [a, b, c, d, e, f, g, h] = part;
  return Count(a, b, c, d, e, f, g, h);
}

// The alternatives of a oneof are one member.
int FieldsOf(const google::protobuf::Descriptor& stored) {
  int alternatives = 0;
  for (int i = 0; i < stored.real_oneof_decl_count(); ++i) {
    alternatives += stored.oneof_decl(i)->field_count() - 1;
  }
  return stored.field_count() - alternatives;
}

int MembersOf(const matcher::LicenceCondition& condition) {
  const auto& [a, b, c, d, e, f] = condition;
  return Count(a, b, c, d, e, f);
}
int MembersOf(const matcher::PlanItem& item) {
  const auto& [a, b, c] = item;
  return Count(a, b, c);
}

template <typename Stored, typename Part>
void ExpectAFieldForEachMember(const Part& part) {
  EXPECT_EQ(FieldsOf(*Stored::descriptor()), MembersOf(part)) << Stored().GetTypeName();
}

TEST(EveryMember, OfTermsHasAFieldInTheRecord) {
  ExpectAFieldForEachMember<v1::VacancyTerms>(matcher::VacancyTerms());
  ExpectAFieldForEachMember<v1::Role>(matcher::Role());
  ExpectAFieldForEachMember<v1::RequiredQualification>(matcher::RequiredQualification());
  ExpectAFieldForEachMember<v1::CandidateTerms>(matcher::CandidateTerms());
  ExpectAFieldForEachMember<v1::Consent>(matcher::Consent());
  ExpectAFieldForEachMember<v1::Link>(matcher::LinkTerms());
  ExpectAFieldForEachMember<v1::Reference>(matcher::ReferenceTerms());
  ExpectAFieldForEachMember<v1::Qualification>(matcher::Qualification());
  ExpectAFieldForEachMember<v1::RiskPlanTerms>(matcher::RiskPlanTerms());
  ExpectAFieldForEachMember<v1::Zone>(matcher::Zone());
  ExpectAFieldForEachMember<v1::Curfew>(matcher::Curfew());
  ExpectAFieldForEachMember<v1::Commitment>(matcher::Commitment());
  ExpectAFieldForEachMember<v1::TemporaryRelease>(matcher::TemporaryRelease());
  ExpectAFieldForEachMember<v1::ContactLimit>(matcher::ContactLimit());
  ExpectAFieldForEachMember<v1::VehicleLimit>(matcher::VehicleLimit());
  ExpectAFieldForEachMember<v1::PremisesLimit>(matcher::PremisesLimit());
  ExpectAFieldForEachMember<v1::SiteTerms>(matcher::SiteTerms());
  ExpectAFieldForEachMember<v1::SiteCheck>(matcher::SiteCheck());
  ExpectAFieldForEachMember<v1::Tag>(matcher::Tag());
  ExpectAFieldForEachMember<v1::BarredLists>(matcher::BarredLists());
  ExpectAFieldForEachMember<v1::Offence>(matcher::Offence());
  ExpectAFieldForEachMember<v1::CourtOrder>(matcher::CourtOrder());
  ExpectAFieldForEachMember<v1::WorkApproval>(matcher::WorkApproval());
  ExpectAFieldForEachMember<v1::NoContact>(matcher::NoContact());
  ExpectAFieldForEachMember<v1::SharedEffects>(matcher::SharedEffects());
  ExpectAFieldForEachMember<v1::SharedArea>(matcher::SharedArea());
  ExpectAFieldForEachMember<v1::LicenceCondition>(matcher::LicenceCondition());
  ExpectAFieldForEachMember<v1::PlanItem>(matcher::PlanItem());
  ExpectAFieldForEachMember<v1::OrganisationTerms>(OrganisationTerms());
  ExpectAFieldForEachMember<v1::GrantTerms>(GrantTerms());
}

}  // namespace
}  // namespace throughgate::format
