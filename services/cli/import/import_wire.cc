#include "services/cli/import/import_wire.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace throughgate::cli {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

constexpr std::array<std::string_view, 3> kIdFields = {"name", "external_id",
                                                       "employer_display_name"};

bool SaysWhich(const FieldDescriptor& field) {
  return std::ranges::find(kIdFields, field.name()) != kIdFields.end();
}

std::vector<const FieldDescriptor*> FieldsSetIn(const Message& message) {
  std::vector<const FieldDescriptor*> fields;
  message.GetReflection()->ListFields(message, &fields);
  return fields;
}

}  // namespace

void ReduceToId(Message& row) {
  for (const FieldDescriptor* resource : FieldsSetIn(row)) {
    if (resource->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
    Message& about = *row.GetReflection()->MutableMessage(&row, resource);
    for (const FieldDescriptor* field : FieldsSetIn(about)) {
      if (!SaysWhich(*field)) about.GetReflection()->ClearField(&about, field);
    }
  }
}

}  // namespace throughgate::cli
