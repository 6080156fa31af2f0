#include "services/edge/unknown_fields.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/unknown_field_set.h>

#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "services/edge/errors.h"

namespace throughgate::services {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

// A field that is not known, and the path of the message that has it.
struct Unknown {
  std::string path;
  int number;
};

std::optional<Unknown> FindHere(const Message& message) {
  const auto& unknown = message.GetReflection()->GetUnknownFields(message);
  if (unknown.empty()) return std::nullopt;
  return Unknown{.path = "", .number = unknown.field(0).number()};
}

std::optional<Unknown> Find(const Message& message);

// Looks into one message of a field, the `index`th when it is repeated. Paths are put together on
// the way back, so that they cost nothing where there is none.
std::optional<Unknown> FindWithin(const Message& message, const FieldDescriptor& field, int index) {
  const Reflection& reflection = *message.GetReflection();
  std::optional<Unknown> found =
      Find(field.is_repeated() ? reflection.GetRepeatedMessage(message, &field, index)
                               : reflection.GetMessage(message, &field));
  if (!found) return std::nullopt;
  const std::string here =
      field.is_repeated() ? absl::StrCat(field.name(), "[", index, "]") : field.name();
  found->path = found->path.empty() ? here : absl::StrCat(here, ".", found->path);
  return found;
}

std::optional<Unknown> Find(const Message& message) {
  if (std::optional<Unknown> found = FindHere(message)) return found;
  const Reflection& reflection = *message.GetReflection();
  const auto& type = *message.GetDescriptor();
  for (int i = 0; i < type.field_count(); ++i) {
    const FieldDescriptor& field = *type.field(i);
    if (field.cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
    const int count = field.is_repeated() ? reflection.FieldSize(message, &field)
                                          : static_cast<int>(reflection.HasField(message, &field));
    for (int index = 0; index < count; ++index) {
      if (std::optional<Unknown> found = FindWithin(message, field, index)) return found;
    }
  }
  return std::nullopt;
}

absl::Status Refuse(const std::optional<Unknown>& found) {
  if (!found) return absl::OkStatus();
  return FieldInvalid(
      absl::StrCat(found->path, found->path.empty() ? "" : ".", found->number),
      absl::StrCat(
          "Field ", found->number,
          " is not known to this server: the client is newer. Nothing of this is done. Ask "
          "a newer server, or leave the field out."));
}

}  // namespace

absl::Status RefuseUnknownFields(const Message& message) { return Refuse(Find(message)); }

absl::Status RefuseUnknownFieldsOf(const Message& message, const std::string& path) {
  std::optional<Unknown> found = FindHere(message);
  if (found) found->path = path;
  return Refuse(found);
}

}  // namespace throughgate::services
