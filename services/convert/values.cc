#include "services/convert/values.h"

#include <algorithm>
#include <bit>

#include "absl/strings/str_cat.h"

namespace throughgate::services {
namespace {

// How many bytes follow the lead byte of a character, and the least code point that needs them;
// 0 bytes in all when it is no lead byte.
struct Lead {
  std::size_t bytes;
  std::uint32_t bits;
  std::uint32_t least;
};

Lead ReadLead(unsigned char byte) {
  if (byte < 0x80) return {1, byte, 0};
  if (byte >= 0xC0 && byte < 0xE0) return {2, byte & 0x1Fu, 0x80};
  if (byte >= 0xE0 && byte < 0xF0) return {3, byte & 0x0Fu, 0x800};
  if (byte >= 0xF0 && byte < 0xF8) return {4, byte & 0x07u, 0x10000};
  return {0, 0, 0};
}

// Takes one character off the front of `text`; nullopt when it is none.
std::optional<std::uint32_t> TakeCharacter(std::string_view& text) {
  const Lead lead = ReadLead(static_cast<unsigned char>(text.front()));
  if (lead.bytes == 0 || lead.bytes > text.size()) return std::nullopt;
  std::uint32_t point = lead.bits;
  for (std::size_t i = 1; i < lead.bytes; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0) != 0x80) return std::nullopt;
    point = point << 6 | (byte & 0x3Fu);
  }
  const bool surrogate = point >= 0xD800 && point < 0xE000;
  if (point < lead.least || point > 0x10FFFF || surrogate) return std::nullopt;
  text.remove_prefix(lead.bytes);
  return point;
}

bool IsControl(std::uint32_t point) { return point < 0x20 || (point >= 0x7F && point < 0xA0); }
bool IsLine(std::uint32_t point) { return point == '\n' || point == '\r' || point == '\t'; }

// What is wrong with a text, or nullptr.
const char* FaultOf(std::string_view text, bool lines, std::size_t& characters) {
  for (; !text.empty(); ++characters) {
    const std::optional<std::uint32_t> point = TakeCharacter(text);
    if (!point) return "Is not valid UTF-8.";
    if (IsControl(*point) && !(lines && IsLine(*point))) return "Holds a control character.";
  }
  return nullptr;
}

bool IsBlank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

}  // namespace

std::string ReadText(const std::string& wire, const TextLimits& limits, const Field& at) {
  std::size_t characters = 0;
  if (const char* fault = FaultOf(wire, limits.lines, characters); fault != nullptr) {
    at.Refuse(fault);
  } else if (limits.required && IsBlank(wire)) {
    at.Refuse("Is required.");
  } else if (characters > limits.max) {
    at.Refuse(absl::StrCat("Is longer than ", limits.max, " characters."));
  }
  return wire;
}

std::int32_t ReadNumber(std::int32_t wire, Range range, const Field& at) {
  if (wire < range.min || wire > range.max) {
    at.Refuse(absl::StrCat("Must be ", range.min, " to ", range.max, "."));
  }
  return wire;
}

bool CheckCount(std::size_t count, std::size_t max, const Field& at) {
  if (count <= max) return true;
  at.Refuse(absl::StrCat("Has more than ", max, " entries."));
  return false;
}

matcher::SkillLevel ReadSkillLevel(v1::SkillLevel wire, const Field& at) {
  if (wire == v1::SKILL_LEVEL_UNSPECIFIED) return matcher::SkillLevel::kWorking;
  return ReadEnum<matcher::SkillLevel>(wire, at);
}

WireEnums WriteSet(Mask mask) {
  WireEnums wire;
  for (; mask != 0; mask &= mask - 1) wire.Add(std::countr_zero(mask));
  return wire;
}

}  // namespace throughgate::services
