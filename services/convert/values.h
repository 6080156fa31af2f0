// Texts, numbers, enumerators and lists: the small checks that all nouns share.
#ifndef THROUGHGATE_SERVICES_CONVERT_VALUES_H_
#define THROUGHGATE_SERVICES_CONVERT_VALUES_H_

#include <google/protobuf/generated_enum_reflection.h>
#include <google/protobuf/repeated_field.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "matcher/model/work.h"
#include "services/convert/field.h"
#include "throughgate/v1/types.pb.h"

namespace throughgate::services {

// Texts are UTF-8; `max` is in characters (code points). Lines may be broken where `lines` says so.
struct TextLimits {
  std::size_t max = 0;
  bool required = false;
  bool lines = false;
};

// Refused: too long, blank where required, control characters, bytes that are not UTF-8.
std::string ReadText(const std::string& wire, const TextLimits& limits, const Field& at);

// Both ends included.
struct Range {
  std::int64_t min = 0;
  std::int64_t max = 0;
};
std::int32_t ReadNumber(std::int32_t wire, Range range, const Field& at);

// What any amount of cash may be, in pounds.
inline constexpr Range kCash{.min = 0, .max = 1'000'000};

// Whether there are at most `max`; refused otherwise.
bool CheckCount(std::size_t count, std::size_t max, const Field& at);

inline constexpr char kListedTwice[] = "Is listed already. List it once.";

// Refuses a `value` that is in `seen` already.
template <typename Set>
void CheckOnce(Set& seen, const typename Set::value_type& value, const Field& at) {
  if (!seen.insert(value).second) at.Refuse(kListedTwice);
}

// Calls `read(entry, field of entry)` for each of `wire`, in order, and collects what it returns.
template <typename Entries, typename Read>
auto ReadEach(const Entries& wire, const Field& at, Read read) {
  std::vector<decltype(read(*wire.begin(), at))> entries;
  for (std::size_t i = 0; const auto& entry : wire) entries.push_back(read(entry, at[i++]));
  return entries;
}

// The model's enumerators have the numbers of the API's. Refused: a number that the API does not
// know.
template <typename Model, typename Wire>
Model ReadEnum(Wire wire, const Field& at) {
  if (google::protobuf::GetEnumDescriptor<Wire>()->FindValueByNumber(wire) == nullptr) {
    at.Refuse("Is not a value of this enumeration.");
    return {};
  }
  return static_cast<Model>(wire);
}

// The same where it must be stated.
template <typename Model, typename Wire>
Model ReadRequiredEnum(Wire wire, const Field& at) {
  if (wire == 0) at.Refuse("Is required.");
  return ReadEnum<Model>(wire, at);
}

// Unspecified means WORKING.
matcher::SkillLevel ReadSkillLevel(v1::SkillLevel wire, const Field& at);

template <typename Wire, typename Model>
Wire WriteEnum(Model model) {
  return static_cast<Wire>(model);
}

// Enumerators of one kind as a set: n is bit n. None is above 31.
using Mask = std::uint32_t;
using WireEnums = google::protobuf::RepeatedField<int>;

// Refused: an enumerator that is unknown, unspecified or listed twice.
template <typename Model, typename Wire>
Mask ReadSet(const WireEnums& wire, const Field& at) {
  Mask mask = 0;
  for (int i = 0; i < wire.size(); ++i) {
    const Field here = at[static_cast<std::size_t>(i)];
    const auto value = ReadRequiredEnum<Model>(static_cast<Wire>(wire[i]), here);
    if (value == Model{}) continue;
    if (mask & MaskOf(value)) here.Refuse(kListedTwice);
    mask |= MaskOf(value);
  }
  return mask;
}

// In ascending order.
WireEnums WriteSet(Mask mask);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_VALUES_H_
