#include "services/convert/reference.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "absl/strings/ascii.h"
#include "services/convert/position.h"
#include "services/convert/values.h"

namespace throughgate::services {
namespace {

constexpr std::size_t kNameMax = 63;
constexpr std::size_t kCodeMax = 100;
constexpr TextLimits kAttribution{.max = 1'000};
constexpr TextLimits kLabel{.max = 500, .required = true};
constexpr TextLimits kPlaceName{.max = 200};
constexpr std::size_t kOtherLabelsMax = 1'000;
constexpr std::size_t kBroaderMax = 100;
constexpr std::size_t kSkillsMax = 1'000;
constexpr Range kUncertainty{.min = 0, .max = matcher::kUncertaintyMax.value};

using WireTexts = google::protobuf::RepeatedPtrField<std::string>;

bool IsAlnum(char c) { return absl::ascii_isalnum(static_cast<unsigned char>(c)); }

// Letters, digits and `others`, 1 to `max` of them.
bool IsMadeOf(std::string_view text, std::string_view others, std::size_t max) {
  const auto fits = [&](char c) { return IsAlnum(c) || others.find(c) != others.npos; };
  return !text.empty() && text.size() <= max && std::ranges::all_of(text, fits);
}

std::vector<std::string> ReadCodes(const WireTexts& wire, std::size_t max, const Field& at) {
  CheckCount(static_cast<std::size_t>(wire.size()), max, at);
  return ReadEach(wire, at,
                  [](const std::string& code, const Field& here) { return ReadCode(code, here); });
}

// "M13", "EC1A": one or two letters, a digit, and perhaps a digit or a letter more.
bool IsDistrictCode(std::string_view code) {
  const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const std::size_t letters = code.size() > 1 && letter(code[1]) ? 2 : 1;
  if (code.size() <= letters || code.size() > letters + 2) return false;
  if (!letter(code[0]) || !digit(code[letters])) return false;
  return code.size() == letters + 1 || digit(code.back()) || letter(code.back());
}

}  // namespace

std::string ReadCode(const std::string& wire, const Field& at) {
  if (!IsMadeOf(wire, "./-", kCodeMax)) at.Refuse("Must be 1 to 100 of [A-Za-z0-9./-].");
  return wire;
}

std::string ReadReferenceName(const std::string& wire, const Field& at) {
  if (!IsMadeOf(wire, ".-", kNameMax)) {
    at.Refuse("Is required in the first message: 1 to 63 of [A-Za-z0-9.-].");
  }
  return wire;
}

std::string ReadAttribution(const std::string& wire, const Field& at) {
  return ReadText(wire, kAttribution, at);
}

matcher::Concept ReadConcept(const v1::Concept& wire, const Field& at) {
  matcher::Concept concept_;
  concept_.code = ReadCode(wire.code(), at["code"]);
  concept_.kind = ReadRequiredEnum<matcher::ConceptKind>(wire.kind(), at["kind"]);
  concept_.label = ReadText(wire.label(), kLabel, at["label"]);
  CheckCount(static_cast<std::size_t>(wire.other_labels_size()), kOtherLabelsMax,
             at["other_labels"]);
  concept_.other_labels = ReadEach(
      wire.other_labels(), at["other_labels"],
      [](const std::string& text, const Field& here) { return ReadText(text, kLabel, here); });
  concept_.broader = ReadCodes(wire.broader(), kBroaderMax, at["broader"]);
  concept_.essential_skills =
      ReadCodes(wire.essential_skills(), kSkillsMax, at["essential_skills"]);
  concept_.optional_skills = ReadCodes(wire.optional_skills(), kSkillsMax, at["optional_skills"]);
  const bool has_skills = wire.essential_skills_size() + wire.optional_skills_size() > 0;
  if (has_skills && wire.kind() != v1::CONCEPT_KIND_OCCUPATION) {
    at["kind"].Refuse("Only occupations have skills.");
  }
  return concept_;
}

v1::Concept WriteConcept(const matcher::Concept& concept_) {
  v1::Concept wire;
  wire.set_code(concept_.code);
  wire.set_kind(WriteEnum<v1::ConceptKind>(concept_.kind));
  wire.set_label(concept_.label);
  for (const std::string& label : concept_.other_labels) wire.add_other_labels(label);
  for (const std::string& code : concept_.broader) wire.add_broader(code);
  return wire;
}

matcher::District ReadDistrict(const v1::District& wire, const Field& at) {
  matcher::District district;
  district.code = absl::AsciiStrToUpper(wire.code());
  if (!IsDistrictCode(district.code)) {
    at["code"].Refuse("Must be a postcode district, like \"M13\" or \"EC1A\".");
  }
  district.centre = ReadPoint(wire.latitude(), wire.longitude(), at);
  district.uncertainty = {ReadNumber(wire.uncertainty_m(), kUncertainty, at["uncertainty_m"])};
  district.town = ReadText(wire.town(), kPlaceName, at["town"]);
  district.region = ReadText(wire.region(), kPlaceName, at["region"]);
  district.wider_region = ReadText(wire.wider_region(), kPlaceName, at["wider_region"]);
  return district;
}

}  // namespace throughgate::services
