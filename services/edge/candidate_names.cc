#include "services/edge/candidate_names.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "absl/strings/str_cat.h"
#include "matcher/index/links.h"
#include "services/convert/names.h"
#include "services/edge/errors.h"
#include "services/edge/naming_fields.h"
#include "services/edge/status_macros.h"

namespace throughgate::services {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

constexpr std::string_view kPrefix = "candidates/";
constexpr std::string_view kIdBytes = "abcdefghijklmnopqrstuvwxyz0123456789-";
constexpr std::string_view kSuffixes[] = {"", "/riskPlan", "/sharedEffects"};

struct Parts {
  std::string_view id;
  std::string_view suffix;
};

// nullopt for what is no name of a candidate, its plan or its shared effects.
std::optional<Parts> Parse(std::string_view name) {
  if (!name.starts_with(kPrefix)) return std::nullopt;
  name.remove_prefix(kPrefix.size());
  const std::size_t end = std::min(name.find('/'), name.size());
  const Parts parts{name.substr(0, end), name.substr(end)};
  if (!IsCandidateId(parts.id)) return std::nullopt;
  if (std::ranges::find(kSuffixes, parts.suffix) == std::end(kSuffixes)) return std::nullopt;
  return parts;
}

std::string NameFrom(std::string_view id, std::string_view suffix) {
  return std::string(kPrefix).append(id).append(suffix);
}

// Puts what `change(text)` makes of each text of a field in its place.
template <typename Change>
void ChangeTexts(Message& message, const FieldDescriptor& field, Change change) {
  const Reflection& reflection = *message.GetReflection();
  if (!field.is_repeated()) {
    const std::string text = reflection.GetString(message, &field);
    if (!text.empty()) reflection.SetString(&message, &field, change(text));
    return;
  }
  for (int i = 0; i < reflection.FieldSize(message, &field); ++i) {
    reflection.SetRepeatedString(&message, &field, i,
                                 change(reflection.GetRepeatedString(message, &field, i)));
  }
}

// Calls `each(message)` for `message` and all messages within it that have such fields, as deep as
// `lists` says.
template <typename Each>
absl::Status Walk(Message& message, const NamingFields& fields, bool lists, Each each) {
  RETURN_IF_ERROR(each(message, fields));
  const Reflection& reflection = *message.GetReflection();
  for (const auto& [field, inside] : fields.inside) {
    if (!field->is_repeated()) {
      if (!reflection.HasField(message, field)) continue;
      RETURN_IF_ERROR(Walk(*reflection.MutableMessage(&message, field), *inside, lists, each));
      continue;
    }
    for (int i = 0; lists && i < reflection.FieldSize(message, field); ++i) {
      RETURN_IF_ERROR(
          Walk(*reflection.MutableRepeatedMessage(&message, field, i), *inside, lists, each));
    }
  }
  return absl::OkStatus();
}

}  // namespace

bool IsCandidateId(std::string_view id) {
  if (IsId(id)) return true;
  const auto in_handle = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7'); };
  return !id.empty() && id.size() <= storage::kHandleMax && std::ranges::all_of(id, in_handle);
}

bool IsCandidateName(std::string_view name) {
  const std::optional<Parts> parts = Parse(name);
  return parts && parts->suffix.empty();
}

bool IsRiskPlanName(std::string_view name) {
  const std::optional<Parts> parts = Parse(name);
  return parts && parts->suffix == kSuffixes[1];
}

CandidateNames::CandidateNames(const matcher::Catalogue& catalogue, const storage::Handles& handles,
                               const Reach& reach)
    : catalogue_(catalogue),
      handles_(handles),
      organisation_(reach.organisation),
      caseload_(catalogue, reach) {}

std::optional<std::string> CandidateNames::Resolve(std::string_view wire_name) const {
  const std::optional<Parts> parts = Parse(wire_name);
  if (!parts) return std::nullopt;
  // A reference first: no organisation can have one of the form of a handle of its own.
  std::optional<matcher::Ordinal> candidate =
      matcher::CandidateCalled(catalogue_, {organisation_, std::string(parts->id)});
  if (!candidate) {
    const std::optional<std::string> id = handles_.InternalOf(organisation_, parts->id);
    if (id) candidate = catalogue_.OrdinalOf(matcher::CandidateName{*id});
  }
  if (!candidate || !caseload_.MayAskAbout(*candidate)) return std::nullopt;
  return NameFrom(catalogue_.candidate_names[*candidate]->candidate, parts->suffix);
}

absl::Status CandidateNames::ResolveIn(Message& request) {
  const auto resolve = [&](Message& message, const NamingFields& fields) -> absl::Status {
    const Reflection& reflection = *message.GetReflection();
    for (const FieldDescriptor* field : fields.names) {
      if (field->is_repeated()) continue;
      const std::string asked = reflection.GetString(message, field);
      if (!Parse(asked)) continue;
      std::optional<std::string> internal = Resolve(asked);
      if (!internal) return NotFound(asked);
      resolved_.emplace_back(*internal, asked);
      reflection.SetString(&message, field, *std::move(internal));
    }
    for (const FieldDescriptor* field : fields.etags) {
      ChangeTexts(message, *field, [&](const std::string& etag) {
        // One that the caller was not given agrees with no record, whatever it is.
        return handles_.OpenEtag(organisation_, etag).value_or(absl::StrCat("not-ours-", etag));
      });
    }
    return absl::OkStatus();
  };
  return Walk(request, NamingFieldsOf(*request.GetDescriptor()), /*lists=*/false, resolve);
}

std::vector<matcher::CandidateName> CandidateNames::resolved() const {
  std::vector<matcher::CandidateName> candidates;
  for (const auto& [internal, asked] : resolved_) {
    if (const std::optional<Parts> parts = Parse(internal)) {
      candidates.push_back({std::string(parts->id)});
    }
  }
  return candidates;
}

std::string CandidateNames::ShownId(std::string_view internal_id) const {
  const auto candidate = catalogue_.OrdinalOf(matcher::CandidateName{std::string(internal_id)});
  if (candidate && !caseload_.empty()) {
    const std::string_view reference =
        matcher::ReferenceOf(catalogue_, *candidate, caseload_.organisation());
    if (!reference.empty()) return std::string(reference);
  }
  return handles_.HandleOf(organisation_, internal_id);
}

std::string CandidateNames::Shown(std::string_view internal_name) const {
  const std::optional<Parts> parts = Parse(internal_name);
  return parts ? NameFrom(ShownId(parts->id), parts->suffix) : std::string(internal_name);
}

void CandidateNames::ShowIn(Message& response) const {
  const auto show = [&](Message& message, const NamingFields& fields) {
    for (const FieldDescriptor* field : fields.names) {
      ChangeTexts(message, *field, [&](const std::string& name) { return Shown(name); });
    }
    for (const FieldDescriptor* field : fields.etags) {
      ChangeTexts(message, *field,
                  [&](const std::string& etag) { return handles_.SealEtag(organisation_, etag); });
    }
    return absl::OkStatus();
  };
  Walk(response, NamingFieldsOf(*response.GetDescriptor()), /*lists=*/true, show).IgnoreError();
}

std::string CandidateNames::ShowInText(std::string text) const {
  std::string shown;
  std::string_view rest = text;
  for (std::size_t at; (at = rest.find(kPrefix)) != rest.npos;) {
    at += kPrefix.size();
    shown.append(rest.substr(0, at));
    rest.remove_prefix(at);
    const std::string_view id = rest.substr(0, rest.find_first_not_of(kIdBytes));
    // A handler may speak of the plan where the candidate was asked for, or the other way round.
    const auto known = std::ranges::find_if(
        resolved_, [&](const auto& names) { return Parse(names.first)->id == id; });
    shown.append(known == resolved_.end() ? id : Parse(known->second)->id);
    rest.remove_prefix(id.size());
  }
  return shown.append(rest);
}

absl::Status CandidateNames::ShowInStatus(const absl::Status& status) const {
  if (status.ok() || resolved_.empty()) return status;
  return WithTexts(status, [&](std::string text) { return ShowInText(std::move(text)); });
}

}  // namespace throughgate::services
