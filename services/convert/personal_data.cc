#include "services/convert/personal_data.h"

#include <google/protobuf/descriptor.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/edge/errors.h"
#include "services/edge/status_macros.h"

namespace throughgate::services {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

// `shape` is of A (a letter), 9 (a digit), x (a hexadecimal one), _ (one space or hyphen) and /
// (one of / - .).
struct Pattern {
  std::string_view kind;
  std::string_view shape;
};

constexpr Pattern kPatterns[] = {
    {"prison number", "A9999AA"},
    {"CRN", "A999999"},
    {"National Insurance number", "AA999999A"},
    {"National Insurance number", "AA_99_99_99_A"},
    {"PNC id", "99/9999999A"},
    {"PNC id", "9999/9999999A"},
    {"birth date", "99/99/9999"},
    {"birth date", "9/99/9999"},
    {"birth date", "99/9/9999"},
    {"birth date", "9/9/9999"},
    {"birth date", "9999/99/99"},
    {"birth date", "99/99/99"},
    {"postcode", "A99AA"},
    {"postcode", "A999AA"},
    {"postcode", "AA99AA"},
    {"postcode", "AA999AA"},
    {"postcode", "A9A9AA"},
    {"postcode", "AA9A9AA"},
    {"postcode", "A9_9AA"},
    {"postcode", "A99_9AA"},
    {"postcode", "AA9_9AA"},
    {"postcode", "AA99_9AA"},
    {"postcode", "A9A_9AA"},
    {"postcode", "AA9A_9AA"},
};

bool IsLetter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsWordByte(char c) { return IsLetter(c) || IsDigit(c); }

bool Fits(char c, char shape) {
  switch (shape) {
    case 'x':
      return IsDigit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
    case 'A':
      return IsLetter(c);
    case '9':
      return IsDigit(c);
    case '_':
      return c == ' ' || c == '-';
    default:
      return c == '/' || c == '-' || c == '.';
  }
}

// Whether `text` begins with whole words of this shape.
bool BeginsWith(std::string_view text, std::string_view shape) {
  return text.size() >= shape.size() &&
         std::ranges::equal(text.substr(0, shape.size()), shape, Fits) &&
         (text.size() == shape.size() || !IsWordByte(text[shape.size()]));
}

bool BeginsWithUuid(std::string_view text) {
  return BeginsWith(text, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx");
}

// The number that `digits` digits from `at` on make.
int NumberAt(std::string_view text, std::size_t at, std::size_t digits) {
  int number = 0;
  for (const char c : text.substr(at, digits)) number = 10 * number + (c - '0');
  return number;
}

// Whoever looks for work while this is in use was born in these years.
bool IsBirthday(int year, int month, int day) {
  constexpr int kFirstYear = 1920;
  constexpr int kLastYear = 2029;
  return year >= kFirstYear && year <= kLastYear &&
         std::chrono::year_month_day(std::chrono::year(year),
                                     std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
             .ok();
}

// Whether `text` begins with a day of birth without separators, "12051981" or "19810512". Eight
// digits may begin a UUID, too.
bool BeginsWithCompactDate(std::string_view text) {
  constexpr std::string_view kShape = "99999999";
  if (!BeginsWith(text, kShape) || BeginsWithUuid(text)) return false;
  return IsBirthday(NumberAt(text, 4, 4), NumberAt(text, 2, 2), NumberAt(text, 0, 2)) ||
         IsBirthday(NumberAt(text, 0, 4), NumberAt(text, 4, 2), NumberAt(text, 6, 2));
}

using LooksInto = bool (*)(const FieldDescriptor&);
bool LooksIntoAll(const FieldDescriptor&) { return true; }

// What people word themselves. Ids of conditions are a system's, names of employers, sites and
// areas may hold a postcode of their own, and approvals are set one by one.
bool LooksIntoWording(const FieldDescriptor& field) {
  if (field.name() == "work_approvals") return false;
  return field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE || field.name() == "home_county" ||
         field.name() == "conditions" ||
         (field.name().ends_with("_id") && field.name() != "condition_id");
}

absl::Status CheckString(const std::string& text, const std::string& path) {
  const std::optional<std::string_view> kind = FindPersonalData(text);
  return kind ? PersonalDataRefused(path, std::string(*kind)) : absl::OkStatus();
}

absl::Status CheckMessage(const Message& message, const std::string& prefix, LooksInto looks_into);

// Looks into one value of a field, the `index`th when it is repeated.
absl::Status CheckValue(const Message& message, const FieldDescriptor& field, int index,
                        const std::string& path, LooksInto looks_into) {
  const Reflection& reflection = *message.GetReflection();
  const bool repeated = field.is_repeated();
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
    return CheckString(repeated ? reflection.GetRepeatedString(message, &field, index)
                                : reflection.GetString(message, &field),
                       path);
  }
  if (field.cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) return absl::OkStatus();
  return CheckMessage(repeated ? reflection.GetRepeatedMessage(message, &field, index)
                               : reflection.GetMessage(message, &field),
                      path + ".", looks_into);
}

absl::Status CheckMessage(const Message& message, const std::string& prefix, LooksInto looks_into) {
  std::vector<const FieldDescriptor*> fields;
  message.GetReflection()->ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) {
    if (!looks_into(*field)) continue;
    const std::string path = prefix + field->name();
    if (!field->is_repeated()) {
      RETURN_IF_ERROR(CheckValue(message, *field, 0, path, looks_into));
      continue;
    }
    const int size = message.GetReflection()->FieldSize(message, field);
    for (int i = 0; i < size; ++i) {
      RETURN_IF_ERROR(CheckValue(message, *field, i, absl::StrCat(path, "[", i, "]"), looks_into));
    }
  }
  return absl::OkStatus();
}

}  // namespace

std::optional<std::string_view> FindPersonalData(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!IsWordByte(text[i]) || (i > 0 && IsWordByte(text[i - 1]))) continue;
    const std::string_view rest = text.substr(i);
    for (const Pattern& pattern : kPatterns) {
      if (BeginsWith(rest, pattern.shape)) return pattern.kind;
    }
    if (BeginsWithCompactDate(rest)) return "birth date";
  }
  return std::nullopt;
}

absl::Status RefusePersonalData(const Message& request) {
  return CheckMessage(request, "", LooksIntoAll);
}

absl::Status RefusePersonalDataInPlan(const Message& part, const std::string& path) {
  return CheckMessage(part, path + ".", LooksIntoWording);
}

}  // namespace throughgate::services
