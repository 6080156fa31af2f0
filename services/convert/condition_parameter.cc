#include "services/convert/condition_parameter.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>

#include "absl/strings/numbers.h"
#include "matcher/licence/filled_in.h"
#include "services/convert/personal_data.h"
#include "services/convert/values.h"

namespace throughgate::services {
namespace {

using matcher::ConditionInput;
using matcher::ConditionReading;
using matcher::InputKind;

constexpr std::size_t kChoicesMax = 20;
constexpr std::size_t kChoiceLengthMax = 100;
constexpr std::int32_t kYearsMax = 18;

bool IsNumber(const std::string& text, std::int32_t min, std::int32_t max) {
  std::int32_t number = 0;
  return absl::SimpleAtoi(text, &number) && number >= min && number <= max;
}

void ReadChoice(const std::string& text, const Field& at) {
  ReadText(text, {.max = kChoiceLengthMax, .required = true}, at);
  if (FindPersonalData(text)) at.Refuse("Looks like what identifies a person; a choice does not.");
}

void ReadValue(const std::string& value, InputKind kind, const Field& at) {
  switch (kind) {
    case InputKind::kChoice:
    case InputKind::kChoices:
      return ReadChoice(value, at);
    case InputKind::kYears:
      if (!IsNumber(value, 1, kYearsMax)) at.Refuse("Must be a number of years, 1 to 18.");
      return;
    case InputKind::kPounds:
      if (!IsNumber(value, 0, 1'000'000'000)) at.Refuse("Must be a number of whole pounds.");
      return;
    case InputKind::kTime:
      if (!matcher::MinuteOfDay(value)) at.Refuse("Must be a time, HH:MM.");
      return;
    case InputKind::kDate:
    case InputKind::kLastDay:
      if (!matcher::DayOfText(value)) at.Refuse("Must be a date, YYYY-MM-DD.");
      return;
    case InputKind::kText:
    case InputKind::kAddress:
    case InputKind::kMap:
      break;  // refused by its name
  }
}

const ConditionInput* FindInput(const ConditionReading& reading, const std::string& name) {
  const auto found = std::ranges::find(reading.inputs, name, &ConditionInput::name);
  return found == reading.inputs.end() ? nullptr : &*found;
}

matcher::ConditionParameter ReadParameter(const v1::ConditionParameter& wire,
                                          const ConditionReading& reading, const Field& at) {
  matcher::ConditionParameter parameter{.name = wire.name(),
                                        .values = {wire.values().begin(), wire.values().end()}};
  const ConditionInput* input = FindInput(reading, wire.name());
  if (input == nullptr) {
    at["name"].Refuse("Is not an input of this condition.");
    return parameter;
  }
  if (!IsKept(input->kind)) {
    at["name"].Refuse("Names, addresses, pictures and other words are not kept. Leave it out.");
    return parameter;
  }
  const std::size_t most = input->kind == InputKind::kChoices ? kChoicesMax : 1;
  if (wire.values().empty()) at["values"].Refuse("Needs at least one.");
  CheckCount(parameter.values.size(), most, at["values"]);
  for (std::size_t i = 0; i < parameter.values.size(); ++i) {
    ReadValue(parameter.values[i], input->kind, at["values"][i]);
  }
  return parameter;
}

}  // namespace

std::vector<matcher::ConditionParameter> ReadConditionParameters(const WireParameters& wire,
                                                                 const ConditionReading& reading,
                                                                 const Field& at) {
  std::set<std::string> names;
  return ReadEach(wire, at, [&](const v1::ConditionParameter& parameter, const Field& here) {
    CheckOnce(names, parameter.name(), here["name"]);
    return ReadParameter(parameter, reading, here);
  });
}

}  // namespace throughgate::services
