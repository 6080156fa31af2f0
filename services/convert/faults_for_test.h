// What convert finds wrong with a message, for its tests.
#ifndef THROUGHGATE_SERVICES_CONVERT_FAULTS_FOR_TEST_H_
#define THROUGHGATE_SERVICES_CONVERT_FAULTS_FOR_TEST_H_

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "services/convert/field.h"

namespace throughgate::services {

template <typename Message>
Message Parse(const std::string& text) {
  Message message;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &message)) << text;
  return message;
}

// The fields at which `read(at)` refuses something, in the order in which it does.
template <typename Read>
std::vector<std::string> FaultyFields(Read read) {
  Violations violations;
  read(Field(violations));
  std::vector<std::string> fields;
  for (const FieldViolation& violation : violations.found()) {
    EXPECT_TRUE(violation.description.ends_with(".")) << violation.description;
    fields.push_back(violation.field);
  }
  return fields;
}

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_FAULTS_FOR_TEST_H_
