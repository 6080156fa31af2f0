#include "tests/service/may_see.h"

#include <google/protobuf/descriptor.h>
#include <gtest/gtest.h>

#include <vector>

#include "throughgate/v1/visibility.pb.h"

namespace throughgate {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// Whether the message says that it is theirs: its OWNER field that is a text does.
bool IsOwnedBy(const Message& message, const std::string& organisation) {
  const auto& type = *message.GetDescriptor();
  for (int i = 0; i < type.field_count(); ++i) {
    const FieldDescriptor& field = *type.field(i);
    if (field.options().GetExtension(v1::visibility) != v1::VISIBILITY_OWNER) continue;
    if (field.type() != FieldDescriptor::TYPE_STRING) continue;
    if (message.GetReflection()->GetString(message, &field) == organisation) return true;
  }
  return false;
}

// `owned`: the message stands in an OWNER field of one that is theirs.
bool MaySee(const Message& message, const FieldDescriptor& field, const std::string& organisation,
            bool owned) {
  switch (field.options().GetExtension(v1::visibility)) {
    case v1::VISIBILITY_SHARED:
      return true;
    case v1::VISIBILITY_OWNER:
      return owned || IsOwnedBy(message, organisation);
    default:
      return false;
  }
}

void Look(const std::string& path, const Message& message, const std::string& organisation,
          bool owned = false) {
  const std::string& package = message.GetDescriptor()->file()->package();
  // Times, masks and details of errors have no options; the field that holds them has.
  if (package == "google.protobuf" || message.GetDescriptor()->options().map_entry()) return;
  const auto& reflection = *message.GetReflection();
  EXPECT_TRUE(reflection.GetUnknownFields(message).empty()) << path << " has a field unheard of";
  std::vector<const FieldDescriptor*> set;
  reflection.ListFields(message, &set);
  for (const FieldDescriptor* field : set) {
    const std::string here = path + "/" + field->name();
    EXPECT_TRUE(MaySee(message, *field, organisation, owned))
        << here << " is not for " << organisation;
    if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
    const bool theirs = field->options().GetExtension(v1::visibility) == v1::VISIBILITY_OWNER;
    if (!field->is_repeated()) {
      Look(here, reflection.GetMessage(message, field), organisation, theirs);
      continue;
    }
    for (int i = 0; i < reflection.FieldSize(message, field); ++i) {
      Look(here, reflection.GetRepeatedMessage(message, field, i), organisation, theirs);
    }
  }
}

}  // namespace

void ExpectMaySee(const std::string& role, const std::string& organisation,
                  const Message& message) {
  if (role.ends_with("probation")) return;  // seniors too
  Look(message.GetDescriptor()->name(), message, organisation);
}

}  // namespace throughgate
