// The fields of any record of the API as text.
#ifndef THROUGHGATE_SERVICES_CLI_SHOW_FIELDS_H_
#define THROUGHGATE_SERVICES_CLI_SHOW_FIELDS_H_

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <string>

#include "absl/strings/string_view.h"

namespace throughgate::cli {

// An enum value without its type's prefix: "ON_LICENCE"; empty for the unspecified one.
std::string EnumWord(const google::protobuf::EnumValueDescriptor& value);

// The same of a generated enum.
template <typename Enum>
std::string EnumWord(Enum value) {
  const auto* found = google::protobuf::GetEnumDescriptor<Enum>()->FindValueByNumber(value);
  return found == nullptr ? "" : EnumWord(*found);
}

// The field at `path` ("position.latitude") as one line: repeated values joined by commas, a count
// where they are records; empty when unset.
std::string FieldText(const google::protobuf::Message& message, absl::string_view path);

// All fields that are set, a line each, records within indented below their name. Ends in a line
// end.
std::string Describe(const google::protobuf::Message& message);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_SHOW_FIELDS_H_
