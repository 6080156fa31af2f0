#include "matcher/licence/condition_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace throughgate::matcher {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

constexpr char kHead[] =
    "# A comment\n"
    "versions,code,set,kind,category,inputs,about,reading,limits,items,bearing\n";

absl::StatusOr<ConditionTable> Parse(const std::string& lines) {
  return ConditionTable::Parse(kHead + lines);
}

std::string FaultOf(const std::string& line) {
  return std::string(Parse(line + "\n").status().message());
}

TEST(ConditionTable, ReadsALine) {
  const auto table = Parse(
      "2.1 3.0,0EDB,licence,additional,Items,age=years name=text,\"tills, and "
      "\"\"float\"\"\",limit,"
      "approval cash barred gambling,cash tag,Tills\n");
  ASSERT_TRUE(table.ok()) << table.status();
  const ConditionReading& reading = table->readings()[0];
  EXPECT_THAT(reading.versions, ElementsAre("2.1", "3.0"));
  EXPECT_EQ(reading.code, "0EDB");
  EXPECT_EQ(reading.set, ConditionSet::kLicence);
  EXPECT_EQ(reading.kind, ConditionKind::kAdditional);
  EXPECT_EQ(reading.category, "Items");
  EXPECT_THAT(reading.inputs, ElementsAre(ConditionInput{"age", InputKind::kYears},
                                          ConditionInput{"name", InputKind::kText}));
  EXPECT_EQ(reading.about, "tills, and \"float\"");
  EXPECT_EQ(reading.read_as, ReadAs::kLimit);
  EXPECT_EQ(reading.needs_approval, MaskOf(WorkAttribute::kCash));
  EXPECT_EQ(reading.barred, MaskOf(WorkAttribute::kGambling));
  EXPECT_EQ(reading.items, KindsOf(PlanItemKind::kCashLimit) | KindsOf(PlanItemKind::kTag));
  EXPECT_EQ(reading.bearing, "Tills");
}

TEST(ConditionTable, ReadsWhatItemsMustHold) {
  const auto demands = [](const char* items) {
    const auto table = Parse(absl::StrCat("4.0,a,licence,standard,,,x,item,,", items, ",y\n"));
    return table.value().readings()[0].demands;
  };
  EXPECT_EQ(demands("exclusion-zone curfew contact-limit"), ItemDemands());
  EXPECT_TRUE(demands("event-zone").event);
  EXPECT_EQ(demands("alcohol-tag").tag, TagKind::kAlcohol);
  EXPECT_EQ(demands("location-tag").tag, TagKind::kLocation);
  EXPECT_EQ(demands("tag").tag, TagKind::kUnspecified);
  EXPECT_EQ(demands("curfew-from-17:00").hours, DailyHours(17 * 60, 24 * 60));
  EXPECT_EQ(demands("contact-limit-from-supervised").contact_from, ContactDegree::kSupervised);
}

TEST(ConditionTable, FindsByVersionAndCodeTogether) {
  const auto table = Parse(
      "1.0 2.0,aB-1,licence,standard,,,work,clearance,,,Starts\n"
      "4.0,aB-1,licence,standard,,,passports,none,,,\n");
  ASSERT_TRUE(table.ok()) << table.status();
  ASSERT_NE(table->Find("2.0", "AB-1"), nullptr);
  EXPECT_EQ(table->Find("2.0", "AB-1")->about, "work");
  EXPECT_EQ(table->Find("4.0", "ab-1")->about, "passports");
  EXPECT_EQ(table->Find("3.0", "ab-1"), nullptr);
  EXPECT_EQ(table->Find("4.0", "ab-2"), nullptr);
}

TEST(ConditionTable, NamesTheLineAndTheColumnOfAFault) {
  const std::pair<const char*, const char*> faults[] = {
      {"5.0,a,licence,standard,,,x,none,,,", "line 3: versions: \"5.0\" is not 1.0"},
      {",a,licence,standard,,,x,none,,,", "versions: there must be at least one"},
      {"4.0,a,probation,standard,,,x,none,,,", "set: \"probation\""},
      {"4.0,a,licence,usual,,,x,none,,,", "kind: \"usual\""},
      {"4.0,a,licence,standard,,age,x,none,,,", "inputs: \"age\""},
      {"4.0,a,licence,standard,,age=years=2,x,none,,,", "inputs: \"age=years=2\""},
      {"4.0,a,licence,standard,,,,none,,,", "about: is empty"},
      {"4.0,a,licence,standard,,,x,perhaps,,,", "reading: \"perhaps\""},
      {"4.0,a,licence,standard,,,x,limit,cash,,y", "limits: begins with neither"},
      {"4.0,a,licence,standard,,,x,limit,approval money,,y", "limits: \"money\""},
      {"4.0,a,licence,standard,,,x,limit,,,y", "limits: \"limit\" needs some"},
      {"4.0,a,licence,standard,,,x,none,approval cash,,", "limits: only"},
      {"4.0,a,licence,standard,,,x,item,,wall,y", "items: \"wall\""},
      {"4.0,a,licence,standard,,,x,item,,,y", "items: \"item\" needs some"},
      {"4.0,a,licence,standard,,,x,person,,tag,y", "items: only"},
      {"4.0,a,licence,standard,,,x,person,,,", "bearing: stands exactly where"},
      {"4.0,a,licence,standard,,,x,none,,,y", "bearing: stands exactly where"},
      {"4.0,a,licence,standard,,,x,none,,", "has 10 columns instead of 11"},
      {"4.0,a,licence,standard,,,\"x,none,,,", "a quotation mark is not closed"},
  };
  for (const auto& [line, fault] : faults) EXPECT_THAT(FaultOf(line), HasSubstr(fault)) << line;
}

TEST(ConditionTable, TakesLimitsBesidesANotice) {
  const auto table = Parse("4.0,a,licence,standard,,,x,notice,approval work-abroad,,y\n");
  ASSERT_TRUE(table.ok()) << table.status();
  EXPECT_EQ(table->readings()[0].needs_approval, MaskOf(WorkAttribute::kWorkAbroad));
}

TEST(IsPolicyVersion, TakesKnownOnesAndOthers) {
  for (const char* version : {"1.0", "2.1", "5.0", "10.12"}) {
    EXPECT_TRUE(IsPolicyVersion(version)) << version;
  }
  for (const char* version : {"", "4", "4.", ".0", "V4.0", "4.0 ", "4.0.1", "100.0", "4.a"}) {
    EXPECT_FALSE(IsPolicyVersion(version)) << version;
  }
}

TEST(ConditionTable, RefusesTwoReadingsOfOneCondition) {
  EXPECT_THAT(FaultOf("3.0 4.0,a,licence,standard,,,x,none,,,\n"
                      "4.0,A,licence,standard,,,z,none,,,"),
              HasSubstr("line 4: A of policy 4.0 stands there twice"));
}

TEST(ConditionTable, RefusesAFileWithoutItsColumns) {
  EXPECT_FALSE(ConditionTable::Parse("4.0,a,licence,standard,,,x,none,,,\n").ok());
}

// How many conditions each policy has, as published.
TEST(LicenceConditions, AreAllOfEachPolicy) {
  std::map<std::string, int> licence;
  std::map<std::string, int> supervision;
  for (const ConditionReading& reading : LicenceConditions().readings()) {
    for (const std::string& version : reading.versions) {
      ++(reading.set == ConditionSet::kLicence ? licence : supervision)[version];
    }
  }
  EXPECT_THAT(licence, ElementsAre(Pair("1.0", 55), Pair("2.0", 58), Pair("2.1", 60),
                                   Pair("3.0", 72), Pair("4.0", 74)));
  EXPECT_THAT(supervision,
              ElementsAre(Pair("1.0", 10), Pair("2.0", 10), Pair("2.1", 10), Pair("3.0", 10)));
}

TEST(LicenceConditions, HaveCodesThatAreUuids) {
  for (const ConditionReading& reading : LicenceConditions().readings()) {
    EXPECT_THAT(
        absl::AsciiStrToLower(reading.code),
        testing::MatchesRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"));
  }
}

struct Meaning {
  const char* code;
  const char* version;
  const char* about;
  ReadAs read_as;
};

// Codes that were given to other conditions. Whoever looked at the code alone would clear work
// without approval, or ask for approval of a journey.
TEST(LicenceConditions, MeanWhatTheirVersionSays) {
  const Meaning meanings[] = {
      {"88069445-08cb-4f16-915f-5a162d085c26", "3.0",
       "work, or a type of work, approved beforehand", ReadAs::kClearance},
      {"88069445-08cb-4f16-915f-5a162d085c26", "4.0", "leaving the country by permission",
       ReadAs::kLimit},
      {"6FA6E492-F0AB-4E76-B868-63813DB44696", "3.0", "changed contact details",
       ReadAs::kNoBearing},
      {"6FA6E492-F0AB-4E76-B868-63813DB44696", "4.0",
       "new work, or a type of work, approved beforehand", ReadAs::kClearance},
      {"3361683a-504a-4357-ae22-6aa01b370b4a", "3.0", "keeping in touch with the officer",
       ReadAs::kClearance},
      {"3361683a-504a-4357-ae22-6aa01b370b4a", "4.0", "the approved address and nights elsewhere",
       ReadAs::kLimit},
      {"e670ac69-eda2-4b04-a0a1-a3c8492fe1e6", "3.0", "the approved address and nights elsewhere",
       ReadAs::kLimit},
      {"e670ac69-eda2-4b04-a0a1-a3c8492fe1e6", "4.0", "names that are used", ReadAs::kNoBearing},
      {"9fc04065-df29-4bda-9b1d-bced8335c356", "3.0", "visits from the officer",
       ReadAs::kClearance},
      {"9fc04065-df29-4bda-9b1d-bced8335c356", "4.0", "keeping in touch and meeting the officer",
       ReadAs::kClearance},
      {"78A5F860-4791-48F2-B707-D6D4413850EE", "3.0", "names that are used", ReadAs::kNoBearing},
      {"78A5F860-4791-48F2-B707-D6D4413850EE", "4.0", "changed contact details",
       ReadAs::kNoBearing},
      {"7d416906-0e94-4fde-ae86-8339d339ccb7", "3.0", "travelling abroad by permission",
       ReadAs::kLimit},
      {"7d416906-0e94-4fde-ae86-8339d339ccb7", "4.0", "passports", ReadAs::kNoBearing},
      {"0ed57797-2745-4592-a78b-8e4d712c580e", "3.0",
       "work, or a type of work, approved beforehand", ReadAs::kClearance},
  };
  for (const Meaning& meaning : meanings) {
    const ConditionReading* reading = LicenceConditions().Find(meaning.version, meaning.code);
    ASSERT_NE(reading, nullptr) << meaning.code << " " << meaning.version;
    EXPECT_EQ(reading->about, meaning.about) << meaning.code << " " << meaning.version;
    EXPECT_EQ(reading->read_as, meaning.read_as) << meaning.code << " " << meaning.version;
  }
}

// Every policy says that work is approved beforehand, once for those on licence.
TEST(LicenceConditions, HoldWorkForApprovalOnceInEachPolicy) {
  std::map<std::string, int> count;
  for (const ConditionReading& reading : LicenceConditions().readings()) {
    if (reading.about.find("approved beforehand") == std::string::npos) continue;
    for (const std::string& version : reading.versions) {
      ++count[absl::StrCat(version, reading.set == ConditionSet::kLicence ? "" : " after")];
    }
  }
  EXPECT_THAT(count, ElementsAre(Pair("1.0", 1), Pair("1.0 after", 1), Pair("2.0", 1),
                                 Pair("2.0 after", 1), Pair("2.1", 1), Pair("2.1 after", 1),
                                 Pair("3.0", 1), Pair("3.0 after", 1), Pair("4.0", 1)));
}

TEST(LicenceConditions, LoseACodeWhenAPolicyDropsIt) {
  constexpr char kCurfewOfPolicy3[] = "0a370862-5426-49c1-b6d4-3d074d78a81a";
  constexpr char kCurfewOfPolicy4[] = "52faefcf-15f0-42c5-b908-621b4a7ecdb9";
  EXPECT_NE(LicenceConditions().Find("3.0", kCurfewOfPolicy3), nullptr);
  EXPECT_EQ(LicenceConditions().Find("4.0", kCurfewOfPolicy3), nullptr);
  EXPECT_EQ(LicenceConditions().Find("3.0", kCurfewOfPolicy4), nullptr);
  EXPECT_NE(LicenceConditions().Find("4.0", kCurfewOfPolicy4), nullptr);
}

}  // namespace
}  // namespace throughgate::matcher
