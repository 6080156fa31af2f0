#include "services/cli/rows/cell.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
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
    case FieldDescriptor::CPPTYPE_MESSAGE:
      return SetDate(*parent, field, cell);
    default:
      return SetNumber(*parent, field, cell);
  }
}

}  // namespace throughgate::cli
