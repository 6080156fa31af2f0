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
      repeated ? reflection.AddString(&message, field, field->name())
               : reflection.SetString(&message, field, field->name());
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
int MembersOf(const matcher::VacancyTerms& terms) {
  const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m] = terms;
  return Count(a, b, c, d, e, f, g, h, i, j, k, l, m);
}
int MembersOf(const matcher::Role& role) {
  const auto& [a, b, c, d, e, f, g, h, i, j, k, l] = role;
  return Count(a, b, c, d, e, f, g, h, i, j, k, l);
}
int MembersOf(const matcher::RiskPlanTerms& terms) {
  const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r] = terms;
  return Count(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r);
}
int MembersOf(const matcher::ContactLimit& limit) {
  const auto& [a, b, c] = limit;
  return Count(a, b, c);
}
int MembersOf(const matcher::VehicleLimit& limit) {
  const auto& [a, b, c, d, e] = limit;
  return Count(a, b, c, d, e);
}
int MembersOf(const matcher::Tag& tag) {
  const auto& [a, b] = tag;
  return Count(a, b);
}
int MembersOf(const matcher::BarredLists& lists) {
  const auto& [a, b] = lists;
  return Count(a, b);
}
int MembersOf(const matcher::Offence& offence) {
  const auto& [a, b] = offence;
  return Count(a, b);
}
int MembersOf(const matcher::CourtOrder& order) {
  const auto& [a, b, c, d, e, f] = order;
  return Count(a, b, c, d, e, f);
}

template <typename Stored, typename Part>
void ExpectAFieldForEachMember(const Part& part) {
  EXPECT_EQ(Stored::descriptor()->field_count(), MembersOf(part)) << Stored().GetTypeName();
}

TEST(EveryMember, OfTermsHasAFieldInTheRecord) {
  ExpectAFieldForEachMember<v1::VacancyTerms>(matcher::VacancyTerms());
  ExpectAFieldForEachMember<v1::Role>(matcher::Role());
  ExpectAFieldForEachMember<v1::RiskPlanTerms>(matcher::RiskPlanTerms());
  ExpectAFieldForEachMember<v1::ContactLimit>(matcher::ContactLimit());
  ExpectAFieldForEachMember<v1::VehicleLimit>(matcher::VehicleLimit());
  ExpectAFieldForEachMember<v1::Tag>(matcher::Tag());
  ExpectAFieldForEachMember<v1::BarredLists>(matcher::BarredLists());
  ExpectAFieldForEachMember<v1::Offence>(matcher::Offence());
  ExpectAFieldForEachMember<v1::CourtOrder>(matcher::CourtOrder());
}

}  // namespace
}  // namespace throughgate::format
