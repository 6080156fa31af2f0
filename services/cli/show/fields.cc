#include "services/cli/show/fields.h"

#include <google/protobuf/text_format.h>
#include <google/protobuf/timestamp.pb.h>
#include <google/protobuf/util/time_util.h>

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "services/cli/dates.h"
#include "services/cli/show/text.h"
#include "throughgate/v1/types.pb.h"

namespace throughgate::cli {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// One value of a field, by its place if the field is repeated.
struct Value {
  const Message& message;
  const FieldDescriptor* field;
  int place;

  const Message& Record() const {
    const auto* reflection = message.GetReflection();
    return field->is_repeated() ? reflection->GetRepeatedMessage(message, field, place)
                                : reflection->GetMessage(message, field);
  }
  std::string Text() const;
};

bool IsOneLine(const FieldDescriptor* field) {
  return field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE ||
         field->message_type() == v1::Date::descriptor() ||
         field->message_type() == google::protobuf::Timestamp::descriptor();
}

int CountOf(const Message& message, const FieldDescriptor* field) {
  const auto* reflection = message.GetReflection();
  if (field->is_repeated()) return reflection->FieldSize(message, field);
  return reflection->HasField(message, field) ? 1 : 0;
}

std::string EnumText(const Value& value) {
  const auto* reflection = value.message.GetReflection();
  return EnumWord(value.field->is_repeated()
                      ? *reflection->GetRepeatedEnum(value.message, value.field, value.place)
                      : *reflection->GetEnum(value.message, value.field));
}

// Text, numbers and truth values, in the form that protobuf prints them in.
std::string Value::Text() const {
  if (field->cpp_type() == FieldDescriptor::CPPTYPE_ENUM) return EnumText(*this);
  if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
    if (const auto* date = dynamic_cast<const v1::Date*>(&Record())) return FormatDate(*date);
    return google::protobuf::util::TimeUtil::ToString(
        dynamic_cast<const google::protobuf::Timestamp&>(Record()));
  }
  if (field->cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
    const auto* reflection = message.GetReflection();
    return Printable(field->is_repeated() ? reflection->GetRepeatedString(message, field, place)
                                          : reflection->GetString(message, field));
  }
  std::string text;
  google::protobuf::TextFormat::PrintFieldValueToString(message, field,
                                                        field->is_repeated() ? place : -1, &text);
  return text;
}

std::string JoinedText(const Message& message, const FieldDescriptor* field) {
  const int count = CountOf(message, field);
  if (!IsOneLine(field)) return count == 0 ? "" : absl::StrCat(count);
  std::vector<std::string> values;
  for (int i = 0; i < count; ++i) values.push_back(Value{message, field, i}.Text());
  return absl::StrJoin(values, ", ");
}

void DescribeTo(const Message& message, const std::string& indent, std::string& out) {
  const auto* type = message.GetDescriptor();
  for (int i = 0; i < type->field_count(); ++i) {
    const FieldDescriptor* field = type->field(i);
    const int count = CountOf(message, field);
    if (count == 0) continue;
    if (IsOneLine(field)) {
      absl::StrAppend(&out, indent, field->name(), ": ", JoinedText(message, field), "\n");
      continue;
    }
    for (int place = 0; place < count; ++place) {
      absl::StrAppend(&out, indent, field->name(), ":\n");
      DescribeTo(Value{message, field, place}.Record(), indent + "  ", out);
    }
  }
}

}  // namespace

std::string EnumWord(const google::protobuf::EnumValueDescriptor& value) {
  if (value.number() == 0) return "";
  // WORK_ATTRIBUTE_CASH of WorkAttribute: the prefix is as long as the zero value's own.
  const std::string& zero = value.type()->value(0)->name();
  const absl::string_view prefix = absl::StripSuffix(zero, "UNSPECIFIED");
  return std::string(absl::StripPrefix(value.name(), prefix));
}

std::string FieldText(const Message& message, absl::string_view path) {
  const Message* parent = &message;
  const std::vector<std::string> names = absl::StrSplit(path, '.');
  for (std::size_t i = 0; i + 1 < names.size(); ++i) {
    const auto* field = parent->GetDescriptor()->FindFieldByName(names[i]);
    if (CountOf(*parent, field) == 0) return "";
    parent = &parent->GetReflection()->GetMessage(*parent, field);
  }
  return JoinedText(*parent, parent->GetDescriptor()->FindFieldByName(names.back()));
}

std::string Describe(const Message& message) {
  std::string out;
  DescribeTo(message, "", out);
  return out;
}

}  // namespace throughgate::cli
