#include "services/cli/rows/cell.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "services/cli/dates.h"

namespace throughgate::cli {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

absl::Status SetText(Message& message, const FieldDescriptor* field, absl::string_view cell) {
  if (LooksLikeFormula(cell)) {
    return absl::InvalidArgumentError(
        "begins like a spreadsheet formula (= + - @, a tab or a carriage return)");
  }
  message.GetReflection()->SetString(&message, field, std::string(cell));
  return absl::OkStatus();
}

absl::Status SetNumber(Message& message, const FieldDescriptor* field, absl::string_view cell) {
  double number = 0;
  if (!absl::SimpleAtod(cell, &number) || !std::isfinite(number)) {
    return absl::InvalidArgumentError("is not a number");
  }
  if (field->cpp_type() == FieldDescriptor::CPPTYPE_DOUBLE) {
    message.GetReflection()->SetDouble(&message, field, number);
    return absl::OkStatus();
  }
  const double whole = std::trunc(number);
  if (std::abs(whole) > std::numeric_limits<std::int32_t>::max()) {
    return absl::InvalidArgumentError("is too large a number");
  }
  message.GetReflection()->SetInt32(&message, field, static_cast<std::int32_t>(whole));
  return absl::OkStatus();
}

// "SCHOOL" of "PREMISES_KIND_SCHOOL".
absl::string_view ShortName(const google::protobuf::EnumDescriptor& type, int i) {
  const absl::string_view first = type.value(0)->name();
  const std::size_t prefix = first.size() - absl::string_view("UNSPECIFIED").size();
  return absl::string_view(type.value(i)->name()).substr(prefix);
}

// "play area", "play-area" and "PLAY_AREA" are the same.
absl::Status SetEnum(Message& message, const FieldDescriptor* field, absl::string_view cell) {
  const google::protobuf::EnumDescriptor& type = *field->enum_type();
  const std::string name =
      absl::StrReplaceAll(absl::AsciiStrToUpper(cell), {{" ", "_"}, {"-", "_"}});
  std::vector<std::string> allowed;
  for (int i = 1; i < type.value_count(); ++i) {
    if (name == ShortName(type, i) || name == type.value(i)->name()) {
      message.GetReflection()->SetEnum(&message, field, type.value(i));
      return absl::OkStatus();
    }
    allowed.push_back(absl::StrReplaceAll(absl::AsciiStrToLower(ShortName(type, i)), {{"_", " "}}));
  }
  return absl::InvalidArgumentError(absl::StrCat("is not one of: ", absl::StrJoin(allowed, ", ")));
}

absl::Status SetDate(Message& message, const FieldDescriptor* field, absl::string_view cell) {
  const std::optional<v1::Date> date = ParseDate(cell);
  if (!date) return absl::InvalidArgumentError("is not a day of the form YYYY-MM-DD");
  message.GetReflection()->MutableMessage(&message, field)->CopyFrom(*date);
  return absl::OkStatus();
}

}  // namespace

bool LooksLikeFormula(absl::string_view text) {
  constexpr absl::string_view kFormulaStarts = "=+-@\t\r";
  return !text.empty() && kFormulaStarts.find(text.front()) != absl::string_view::npos;
}

absl::Status SetFromCell(Message& message, absl::string_view path, absl::string_view cell) {
  const std::vector<std::string> names = absl::StrSplit(path, '.');
  Message* parent = &message;
  for (std::size_t i = 0; i + 1 < names.size(); ++i) {
    parent = parent->GetReflection()->MutableMessage(
        parent, parent->GetDescriptor()->FindFieldByName(names[i]));
  }
  const FieldDescriptor* field = parent->GetDescriptor()->FindFieldByName(names.back());
  switch (field->cpp_type()) {
    case FieldDescriptor::CPPTYPE_STRING:
      return SetText(*parent, field, cell);
    case FieldDescriptor::CPPTYPE_ENUM:
      return SetEnum(*parent, field, cell);
    case FieldDescriptor::CPPTYPE_MESSAGE:
      return SetDate(*parent, field, cell);
    default:
      return SetNumber(*parent, field, cell);
  }
}

}  // namespace throughgate::cli
