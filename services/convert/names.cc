#include "services/convert/names.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "absl/strings/str_cat.h"

namespace throughgate::services {
namespace {

constexpr std::size_t kIdMax = 63;
constexpr std::size_t kRequestIdMin = 8;
constexpr std::size_t kRequestIdMax = 64;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsIdByte(char c) { return IsLower(c) || IsDigit(c) || c == '-'; }

std::vector<std::string_view> Split(std::string_view value) {
  std::vector<std::string_view> parts;
  for (std::size_t slash; (slash = value.find('/')) != value.npos;) {
    parts.push_back(value.substr(0, slash));
    value.remove_prefix(slash + 1);
  }
  parts.push_back(value);
  return parts;
}

// The ids in `value`, one for each "{…}" of `form`; empty strings when it is refused.
std::vector<std::string> Match(std::string_view value, const char* form, const Field& at) {
  const std::vector<std::string_view> wanted = Split(form);
  const std::vector<std::string_view> parts = Split(value);
  std::vector<std::string> ids;
  bool matches = parts.size() == wanted.size();
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const bool is_id = wanted[i].front() == '{';
    matches = matches && (is_id ? IsId(parts[i]) : parts[i] == wanted[i]);
    if (is_id) ids.emplace_back(matches ? parts[i] : "");
  }
  if (matches) return ids;
  const std::string of_form =
      wanted.size() == 1 ? "" : absl::StrCat("of the form \"", form, "\", each id ");
  at.Refuse(absl::StrCat(value.empty() ? "Is required: " : "Must be ", of_form,
                         "1 to 63 of [a-z0-9-], no hyphen first or last."));
  return std::vector<std::string>(ids.size());
}

}  // namespace

bool IsId(std::string_view id) {
  return !id.empty() && id.size() <= kIdMax && std::ranges::all_of(id, IsIdByte) &&
         id.front() != '-' && id.back() != '-';
}

std::string ReadId(std::string_view value, const Field& at) { return Match(value, "{id}", at)[0]; }

template <>
matcher::OrganisationId ReadName(std::string_view value, const Field& at) {
  const auto ids = Match(value, "organisations/{organisation}", at);
  return {.value = ids[0]};
}

template <>
matcher::GrantName ReadName(std::string_view value, const Field& at) {
  const auto ids = Match(value, "organisations/{organisation}/grants/{grant}", at);
  return {.organisation = {ids[0]}, .grant = ids[1]};
}

template <>
matcher::EmployerName ReadName(std::string_view value, const Field& at) {
  const auto ids = Match(value, "employers/{employer}", at);
  return {.employer = ids[0]};
}

template <>
matcher::SiteName ReadName(std::string_view value, const Field& at) {
  const auto ids = Match(value, "employers/{employer}/sites/{site}", at);
  return {.employer = ids[0], .site = ids[1]};
}

template <>
matcher::VacancyName ReadName(std::string_view value, const Field& at) {
  const auto ids = Match(value, "employers/{employer}/vacancies/{vacancy}", at);
  return {.employer = ids[0], .vacancy = ids[1]};
}

template <>
matcher::SlotName ReadName(std::string_view value, const Field& at) {
  const auto ids = Match(value, "employers/{employer}/vacancies/{vacancy}/slots/{slot}", at);
  return {.vacancy = {.employer = ids[0], .vacancy = ids[1]}, .slot = ids[2]};
}

template <>
matcher::CandidateName ReadName(std::string_view value, const Field& at) {
  const auto ids = Match(value, "candidates/{candidate}", at);
  return {.candidate = ids[0]};
}

matcher::CandidateName ReadRiskPlanName(std::string_view value, const Field& at) {
  const auto ids = Match(value, "candidates/{candidate}/riskPlan", at);
  return {.candidate = ids[0]};
}

matcher::CandidateName ReadSharedEffectsName(std::string_view value, const Field& at) {
  const auto ids = Match(value, "candidates/{candidate}/sharedEffects", at);
  return {.candidate = ids[0]};
}

void CheckRequestId(std::string_view value, const Field& at) {
  if (value.empty()) return;
  const bool fits = value.size() >= kRequestIdMin && value.size() <= kRequestIdMax;
  if (fits && std::ranges::all_of(value, [](char c) { return IsIdByte(c) || IsUpper(c); })) return;
  at.Refuse("Must be 8 to 64 of [A-Za-z0-9-], or empty.");
}

}  // namespace throughgate::services
