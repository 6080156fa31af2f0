#include "services/convert/values.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

namespace throughgate::services {
namespace {

// What is wrong with a text; empty when nothing is.
std::string FaultOf(const std::string& text, const TextLimits& limits) {
  Violations violations;
  EXPECT_EQ(ReadText(text, limits, Field(violations)["text"]), text);
  return violations.empty() ? "" : violations.found()[0].description;
}

TEST(Texts, AreMeasuredInCharacters) {
  EXPECT_EQ(FaultOf("ééé", {.max = 3}), "");
  EXPECT_EQ(FaultOf("🙂🙂🙂", {.max = 3}), "");
  EXPECT_EQ(FaultOf("🙂🙂🙂🙂", {.max = 3}), "Is longer than 3 characters.");
}

TEST(Texts, ThatAreRequiredHoldMoreThanBlanks) {
  EXPECT_EQ(FaultOf("", {.max = 3}), "");
  EXPECT_EQ(FaultOf("", {.max = 3, .required = true}), "Is required.");
  EXPECT_EQ(FaultOf("  ", {.max = 3, .required = true}), "Is required.");
}

TEST(Texts, HoldNoControlCharacters) {
  for (const std::string& text :
       {std::string("\x07"), std::string("a\nb"), std::string("\x7F"), std::string("\0", 1),
        std::string("\xC2\x85"), std::string("\x1B[31m")}) {
    EXPECT_EQ(FaultOf(text, {.max = 9}), "Holds a control character.");
  }
  EXPECT_EQ(FaultOf("a\r\n\tb", {.max = 9, .lines = true}), "");
  EXPECT_EQ(FaultOf("a\x07", {.max = 9, .lines = true}), "Holds a control character.");
}

TEST(Texts, AreUtf8) {
  for (const std::string& text :
       {std::string("\x80"), std::string("\xC3"), std::string("\xC0\xAF"),
        std::string("\xE0\x80\xAF"), std::string("\xED\xA0\x80"), std::string("\xF4\x90\x80\x80"),
        std::string("\xF8\x88\x80\x80"), std::string("\xC3("), std::string("\xFF")}) {
    EXPECT_EQ(FaultOf(text, {.max = 9}), "Is not valid UTF-8.");
  }
  EXPECT_EQ(FaultOf("\xF4\x8F\xBF\xBF", {.max = 1}), "");
}

matcher::AttributeMask ReadAttributes(const WireEnums& wire, Violations& violations) {
  return ReadSet<matcher::WorkAttribute, v1::WorkAttribute>(wire, Field(violations)["set"]);
}

RC_GTEST_PROP(Sets, ReadBackAsTheyAreWritten, (matcher::AttributeMask mask)) {
  mask &= ~MaskOf(matcher::WorkAttribute::kUnspecified);
  Violations violations;
  RC_ASSERT(ReadAttributes(WriteSet(mask), violations) == mask);
  RC_ASSERT(violations.empty());
}

TEST(Sets, HoldTheFirstAndTheLast) {
  Violations violations;
  WireEnums wire;
  wire.Add(v1::WORK_ATTRIBUTE_SEXUAL_SERVICES);
  wire.Add(v1::WORK_ATTRIBUTE_CHILDREN);
  EXPECT_EQ(ReadAttributes(wire, violations), matcher::AttributeMask{1} << 31 | 1 << 1);
  EXPECT_TRUE(violations.empty());
  EXPECT_EQ(v1::WorkAttribute_MAX, matcher::kWorkAttributeLast);
}

TEST(Sets, HoldEachOnceAndNothingElse) {
  Violations violations;
  WireEnums wire;
  for (const int value : {5, 0, 5, 32, 32, -1}) wire.Add(value);
  EXPECT_EQ(ReadAttributes(wire, violations), MaskOf(matcher::WorkAttribute::kCash));
  std::vector<std::string> fields;
  for (const FieldViolation& violation : violations.found()) fields.push_back(violation.field);
  EXPECT_EQ(fields, (std::vector<std::string>{"set[1]", "set[2]", "set[3]", "set[4]", "set[5]"}));
  EXPECT_EQ(violations.found()[1].description, kListedTwice);
}

TEST(Enumerators, AreThoseOfTheApi) {
  Violations violations;
  const Field at(violations);
  EXPECT_EQ(ReadEnum<matcher::TravelMode>(v1::TRAVEL_MODE_CAR, at), matcher::TravelMode::kCar);
  EXPECT_EQ(ReadEnum<matcher::TravelMode>(v1::TRAVEL_MODE_UNSPECIFIED, at),
            matcher::TravelMode::kUnspecified);
  EXPECT_TRUE(violations.empty());
  ReadRequiredEnum<matcher::TravelMode>(v1::TRAVEL_MODE_UNSPECIFIED, at["required"]);
  ReadEnum<matcher::TravelMode>(static_cast<v1::TravelMode>(5), at["unknown"]);
  ReadEnum<matcher::TravelMode>(static_cast<v1::TravelMode>(261), at["would be 5 in a byte"]);
  EXPECT_EQ(violations.found().size(), 3u);
}

}  // namespace
}  // namespace throughgate::services
