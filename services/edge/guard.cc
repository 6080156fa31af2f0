#include "services/edge/guard.h"

#include <google/protobuf/any.pb.h>
#include <google/protobuf/unknown_field_set.h>

#include <algorithm>
#include <iterator>

#include "absl/strings/str_cat.h"
#include "services/edge/errors.h"
#include "throughgate/v1/error_details.pb.h"
#include "throughgate/v1/visibility.pb.h"

namespace throughgate::services {
namespace {

using google::protobuf::Any;
using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

// Messages of others, which carry no option and nothing but what their names say.
constexpr std::string_view kPlainTypes[] = {"google.protobuf.Timestamp",
                                            "google.protobuf.FieldMask"};

bool IsPlain(const Descriptor& type) {
  return std::ranges::find(kPlainTypes, type.full_name()) != std::end(kPlainTypes);
}

v1::Visibility VisibilityOf(const FieldDescriptor& field) {
  // Keys and values of a map are generated, and have no option of their own.
  if (field.containing_type()->options().map_entry()) return v1::VISIBILITY_SHARED;
  return field.options().GetExtension(v1::visibility);
}

// Whether it is a value, or a map of values, with nothing in it to look into.
bool IsValue(const FieldDescriptor& field) {
  return field.message_type() == nullptr ||
         (field.is_map() && field.message_type()->map_value()->message_type() == nullptr);
}

// How many messages or values are set.
int CountOf(const Message& message, const FieldDescriptor& field) {
  const Reflection& reflection = *message.GetReflection();
  return field.is_repeated() ? reflection.FieldSize(message, &field)
                             : static_cast<int>(reflection.HasField(message, &field));
}

const Message& MessageAt(const Message& message, const FieldDescriptor& field, int index) {
  const Reflection& reflection = *message.GetReflection();
  return field.is_repeated() ? reflection.GetRepeatedMessage(message, &field, index)
                             : reflection.GetMessage(message, &field);
}

std::optional<std::string> FindUnknown(const Message& message) {
  const auto& unknown = message.GetReflection()->GetUnknownFields(message);
  if (unknown.empty()) return std::nullopt;
  return absl::StrCat(unknown.field(0).number());
}

// Whether every text of the field is `organisation`, and that is somebody.
bool NamesOnly(const Message& message, const FieldDescriptor& field, int count,
               std::string_view organisation) {
  const Reflection& reflection = *message.GetReflection();
  for (int i = 0; i < count; ++i) {
    std::string scratch;
    const std::string& owner =
        field.is_repeated() ? reflection.GetRepeatedStringReference(message, &field, i, &scratch)
                            : reflection.GetStringReference(message, &field, &scratch);
    if (organisation.empty() || owner != organisation) return false;
  }
  return true;
}

template <class Detail>
std::optional<std::string> FindInDetail(const Any& any, const Recipient& to) {
  Detail detail;
  if (!detail.ParseFromString(any.value())) return "value";
  return GuardOf<Detail>().FindWithheld(detail, to);
}

std::optional<std::string> FindInAny(const Message& message, const Recipient& to) {
  if (auto unknown = FindUnknown(message)) return unknown;
  const auto* any = google::protobuf::DynamicCastToGenerated<Any>(&message);
  if (any == nullptr) return "type_url";
  if (any->type_url() == kErrorInfoUrl) return FindInDetail<v1::ErrorInfo>(*any, to);
  if (any->type_url() == kBadRequestUrl) return FindInDetail<v1::BadRequest>(*any, to);
  return "type_url";
}

}  // namespace

Guard::Guard(const Descriptor& type) : plan_(PlanOf(type)) {}

// A type may be within itself: whoever meets it again is given the plan that is being made.
const Guard::Plan& Guard::PlanOf(const Descriptor& type) {
  const auto [entry, is_new] = plans_.try_emplace(&type);
  Plan& plan = entry->second;
  if (!is_new || IsPlain(type)) return plan;
  for (int i = 0; i < type.field_count(); ++i) {
    const std::optional<Step> step = StepFor(*type.field(i));
    if (!step) continue;
    if (step->look == Look::kOwner && !step->field->is_repeated()) plan.owner = step->field;
    plan.steps.push_back(*step);
  }
  return plan;
}

std::optional<Guard::Step> Guard::StepFor(const FieldDescriptor& field) {
  switch (VisibilityOf(field)) {
    case v1::VISIBILITY_SHARED:
      if (IsValue(field)) return std::nullopt;
      if (field.message_type()->full_name() == Any::descriptor()->full_name()) {
        return Step{&field, Look::kAny, nullptr};
      }
      return Step{&field, Look::kWithin, &PlanOf(*field.message_type())};
    case v1::VISIBILITY_OWNER:
      if (field.type() == FieldDescriptor::TYPE_STRING) return Step{&field, Look::kOwner, nullptr};
      if (IsValue(field)) return Step{&field, Look::kOwned, nullptr};
      return Step{&field, Look::kOwned, &PlanOf(*field.message_type())};
    default:
      break;
  }
  return Step{&field, Look::kRefuse, nullptr};
}

std::optional<std::string> Guard::FindWithheld(const Message& message, const Recipient& to) const {
  if (to.view == matcher::View::kFull) return std::nullopt;
  return Find(message, plan_, to);
}

bool Guard::IsOf(const Message& message, const Plan& plan, const Recipient& to) {
  const int owners = plan.owner == nullptr ? 0 : CountOf(message, *plan.owner);
  return owners > 0 && NamesOnly(message, *plan.owner, owners, to.organisation);
}

std::optional<std::string> Guard::Find(const Message& message, const Plan& plan,
                                       const Recipient& to, bool owned) {
  if (auto unknown = FindUnknown(message)) return unknown;
  for (const Step& step : plan.steps) {
    const int count = CountOf(message, *step.field);
    if (count == 0) continue;
    if (step.look == Look::kRefuse) return step.field->name();
    if (step.look == Look::kOwner) {
      if (owned || NamesOnly(message, *step.field, count, to.organisation)) continue;
      return step.field->name();
    }
    const bool theirs = step.look == Look::kOwned && (owned || IsOf(message, plan, to));
    if (step.look == Look::kOwned) {
      if (!theirs) return step.field->name();
      if (step.within == nullptr) continue;
    }
    if (auto found = FindWithin(message, step, count, to, theirs)) return found;
  }
  return std::nullopt;
}

// Paths are put together on the way back, so that they cost nothing where there is none.
std::optional<std::string> Guard::FindWithin(const Message& message, const Step& step, int count,
                                             const Recipient& to, bool owned) {
  for (int i = 0; i < count; ++i) {
    const Message& within = MessageAt(message, *step.field, i);
    const std::optional<std::string> found =
        step.look == Look::kAny ? FindInAny(within, to) : Find(within, *step.within, to, owned);
    if (!found) continue;
    if (!step.field->is_repeated()) return absl::StrCat(step.field->name(), ".", *found);
    return absl::StrCat(step.field->name(), "[", i, "].", *found);
  }
  return std::nullopt;
}

}  // namespace throughgate::services
