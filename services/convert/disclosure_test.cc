#include "services/convert/disclosure.h"

#include <gmock/gmock.h>
#include <google/protobuf/util/message_differencer.h>

#include <algorithm>
#include <string>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "services/convert/dates.h"
#include "services/convert/faults_for_test.h"

namespace throughgate::services {
namespace {

using google::protobuf::util::MessageDifferencer;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr matcher::Day kToday{20'241};  // 2 June 2025

matcher::NameDigest FakeDigest(const std::string& name) {
  matcher::NameDigest digest = {};
  for (std::size_t i = 0; i < name.size(); ++i) {
    digest[i % digest.size()] ^= static_cast<std::uint8_t>(name[i] + i);
  }
  return digest;
}

std::vector<std::string> FaultsOfApproval(const std::string& text) {
  const auto wire = Parse<v1::WorkApproval>(absl::StrCat("work_approval_id: 'a' ", text));
  return FaultyFields([&](const Field& at) { ReadWorkApproval(wire, kToday, at["approval"]); });
}

constexpr char kMonth[] = "valid_to { year: 2025 month: 7 day: 1 } ";

TEST(WorkApproval, IsOfTypesOfWorkOrOfOneVacancy) {
  EXPECT_THAT(FaultsOfApproval(absl::StrCat(kMonth, "occupations: 'isco/93'")), IsEmpty());
  EXPECT_THAT(FaultsOfApproval(absl::StrCat(kMonth, "vacancy: 'employers/acme/vacancies/cook'")),
              IsEmpty());
  EXPECT_THAT(FaultsOfApproval(kMonth), ElementsAre("approval.occupations"));
  EXPECT_THAT(FaultsOfApproval(absl::StrCat(
                  kMonth, "occupations: 'isco/93' vacancy: 'employers/acme/vacancies/cook'")),
              ElementsAre("approval.occupations"));
  EXPECT_THAT(FaultsOfApproval(absl::StrCat(kMonth, "occupations: [ 'isco/93', 'isco/93' ]")),
              ElementsAre("approval.occupations[1]"));
  EXPECT_THAT(FaultsOfApproval(absl::StrCat(kMonth, "vacancy: 'employers/acme'")),
              ElementsAre("approval.vacancy"));
}

TEST(WorkApproval, EndsWithinTheYear) {
  const auto until = [](const std::string& day) {
    return FaultsOfApproval(absl::StrCat("occupations: 'isco/93' ", day));
  };
  EXPECT_THAT(until(""), ElementsAre("approval.valid_to"));
  EXPECT_THAT(until("valid_to { year: 2025 month: 6 day: 2 }"), IsEmpty()) << "today is the last";
  EXPECT_THAT(until("valid_to { year: 2026 month: 6 day: 3 }"), IsEmpty());
  EXPECT_THAT(until("valid_to { year: 2026 month: 6 day: 4 }"), ElementsAre("approval.valid_to"));
}

TEST(WorkApproval, WasGivenOnTheDayOfTheCall) {
  auto wire = Parse<v1::WorkApproval>(R"pb(
    work_approval_id: "stores"
    occupations: "isco/93"
    conditions: "Not at night.\nThe manager knows."
    approved_on { year: 2001 month: 1 day: 1 }
    valid_to { year: 2025 month: 7 day: 1 }
  )pb");
  Violations violations;
  const matcher::WorkApproval approval = ReadWorkApproval(wire, kToday, Field(violations));
  ASSERT_TRUE(violations.empty());
  EXPECT_EQ(approval.approved_on, kToday);
  *wire.mutable_approved_on() = WriteDate(kToday);
  EXPECT_TRUE(MessageDifferencer::Equals(WriteWorkApproval(approval), wire));
}

TEST(WorkApproval, ThatEndsNeedsNothingButItsIdAndAPastDay) {
  EXPECT_THAT(FaultsOfApproval("valid_to { year: 2025 month: 6 day: 1 }"), IsEmpty());
  EXPECT_THAT(FaultsOfApproval("valid_to { year: 2025 month: 6 day: 31 }"),
              testing::Contains("approval.valid_to"));
}

constexpr matcher::Day kYesterday{kToday.since_epoch - 1};
constexpr matcher::Day kTomorrow{kToday.since_epoch + 1};

matcher::WorkApproval Until(const std::string& id, matcher::Day day) {
  return {.id = id, .occupations = {"isco/93"}, .approved_on = {1}, .valid_to = day};
}

// Puts one among `standing`, today, and returns the fields at fault.
std::vector<std::string> FaultsOfPutting(const matcher::WorkApproval& one,
                                         std::vector<matcher::WorkApproval>& standing) {
  return FaultyFields([&](const Field& at) { PutWorkApproval(one, kToday, at["a"], standing); });
}

TEST(WorkApproval, IsEndedByAPastDayAndKeepsWhatItWas) {
  std::vector<matcher::WorkApproval> standing = {Until("a", kTomorrow), Until("b", kTomorrow)};
  matcher::WorkApproval end{.id = "a", .approved_on = kToday, .valid_to = kYesterday};
  EXPECT_THAT(FaultsOfPutting(end, standing), IsEmpty());
  EXPECT_THAT(standing, ElementsAre(Until("a", kYesterday), Until("b", kTomorrow)));
  end.valid_to = {kYesterday.since_epoch - 9};
  EXPECT_THAT(FaultsOfPutting(end, standing), IsEmpty());
  EXPECT_EQ(standing[0].valid_to, end.valid_to);
  end.valid_to = kYesterday;
  EXPECT_THAT(FaultsOfPutting(end, standing), IsEmpty());
  EXPECT_LT(standing[0].valid_to, kYesterday) << "one that has ended is not made longer";

  end.id = "none";
  EXPECT_THAT(FaultsOfPutting(end, standing), ElementsAre("a.valid_to"));
  EXPECT_THAT(standing, SizeIs(2));
}

TEST(WorkApproval, ThatHasEndedMakesRoomForOneMore) {
  std::vector<matcher::WorkApproval> standing;
  for (int i = 0; i < 50; ++i) standing.push_back(Until(absl::StrCat("a", i), kToday));
  auto full = standing;
  EXPECT_THAT(FaultsOfPutting(Until("new", kTomorrow), full), ElementsAre("a"));
  full = standing;
  EXPECT_THAT(FaultsOfPutting(Until("a7", kTomorrow), full), IsEmpty()) << "it replaces one";
  EXPECT_THAT(full, SizeIs(50));
  full[3].valid_to = kYesterday;
  EXPECT_THAT(FaultsOfPutting(Until("new", kTomorrow), full), IsEmpty());
  EXPECT_THAT(full, SizeIs(50));
  EXPECT_EQ(std::ranges::count(full, "a3", &matcher::WorkApproval::id), 0);
}

std::vector<std::string> FaultsOfEntry(const std::string& text) {
  const auto plan = Parse<v1::RiskPlan>(absl::StrCat("no_contact { ", text, " }"));
  return FaultyFields(
      [&](const Field& at) { ReadNoContact(plan.no_contact(), FakeDigest, at["no_contact"]); });
}

TEST(NoContact, KeepsNoNameThatCouldBeReadBack) {
  const auto plan = Parse<v1::RiskPlan>(R"pb(
    no_contact {
      no_contact_id: "v"
      kind: NO_CONTACT_KIND_VICTIM
      employers: "employers/acme"
      sites: [ "employers/other/sites/main", "employers/other/sites/main" ]
    }
  )pb");
  Violations violations;
  const auto entries = ReadNoContact(plan.no_contact(), FakeDigest, Field(violations));
  ASSERT_TRUE(violations.empty());
  ASSERT_THAT(entries, SizeIs(1));
  EXPECT_THAT(entries[0].names,
              testing::UnorderedElementsAre(FakeDigest("employers/acme"),
                                            FakeDigest("employers/other/sites/main")));
  const v1::NoContact shown = WriteNoContact(entries[0]);
  EXPECT_THAT(shown.DebugString(), testing::Not(testing::HasSubstr("acme")));
  EXPECT_EQ(shown.names_size(), 2);

  // Sent back as it was shown, it is what it was.
  v1::RiskPlan again;
  *again.add_no_contact() = shown;
  EXPECT_EQ(ReadNoContact(again.no_contact(), FakeDigest, Field(violations)), entries);
  EXPECT_TRUE(violations.empty());
}

TEST(NoContact, NamesWhatIsWrong) {
  EXPECT_THAT(FaultsOfEntry("no_contact_id: 'v' kind: NO_CONTACT_KIND_VICTIM"),
              ElementsAre("no_contact[0].employers"));
  EXPECT_THAT(FaultsOfEntry("no_contact_id: 'v' employers: 'employers/acme'"),
              ElementsAre("no_contact[0].kind"));
  EXPECT_THAT(FaultsOfEntry("no_contact_id: 'v' kind: NO_CONTACT_KIND_GROUP "
                            "employers: 'acme' sites: 'employers/acme'"),
              ElementsAre("no_contact[0].employers[0]", "no_contact[0].sites[0]"));
  // Bytes that no digest has, one character short, and an unclean last character.
  for (const std::string kept : {"?", "AAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAB"}) {
    EXPECT_THAT(FaultsOfEntry(absl::StrCat("no_contact_id: 'v' kind: NO_CONTACT_KIND_GROUP ",
                                           "names: '", kept, "'")),
                ElementsAre("no_contact[0].names[0]"))
        << kept;
  }
  EXPECT_THAT(FaultsOfEntry("no_contact_id: 'v' kind: NO_CONTACT_KIND_GROUP "
                            "employers: 'employers/acme' } no_contact { no_contact_id: 'v' "
                            "kind: NO_CONTACT_KIND_GROUP employers: 'employers/acme'"),
              ElementsAre("no_contact[1].no_contact_id"));
}

matcher::Zone ZoneOf(const std::string& id, matcher::ZoneKind kind) {
  matcher::Zone zone;
  zone.id = id;
  zone.kind = kind;
  return zone;
}

matcher::SharedArea FakeDisc(const matcher::Zone& zone) {
  return {.id = zone.id, .centre = {534'000'000, -22'000'000}, .radius = {3'500}};
}

matcher::RiskPlanTerms PlanWithZones() {
  matcher::RiskPlanTerms plan;
  plan.zones = {ZoneOf("north", matcher::ZoneKind::kExclusion),
                ZoneOf("stay", matcher::ZoneKind::kRestriction)};
  return plan;
}

TEST(SharedEffects, AreReadAsTheyAreMeant) {
  auto wire = Parse<v1::SharedEffects>(R"pb(
    attributes: WORK_ATTRIBUTE_CHILDREN
    occupations: "isco/23"
    hours { days: WEEKDAY_MONDAY start: "07:00" end: "19:00" }
    areas { zone_id: "north" }
  )pb");
  Violations violations;
  const auto effects = ReadSharedEffects(wire, PlanWithZones(), FakeDisc, Field(violations));
  ASSERT_TRUE(violations.empty());
  EXPECT_EQ(effects.attributes, matcher::MaskOf(matcher::WorkAttribute::kChildren));
  EXPECT_THAT(effects.occupations, ElementsAre("isco/23"));
  EXPECT_THAT(effects.areas, ElementsAre(FakeDisc(PlanWithZones().zones[0])));
  auto& disc = *wire.mutable_areas(0)->mutable_disc();
  disc.mutable_centre()->set_latitude(53.4);
  disc.mutable_centre()->set_longitude(-2.2);
  disc.set_radius_m(3'500);
  EXPECT_TRUE(MessageDifferencer::Equals(WriteSharedEffects(effects), wire));
}

TEST(SharedEffects, ShowOnlyExclusionZonesOfThePlan) {
  const auto faults = [](const std::string& areas) {
    const auto wire = Parse<v1::SharedEffects>(areas);
    return FaultyFields([&](const Field& at) {
      ReadSharedEffects(wire, PlanWithZones(), FakeDisc, at["effects"]);
    });
  };
  EXPECT_THAT(faults("areas { zone_id: 'north' }"), IsEmpty());
  EXPECT_THAT(faults("areas { zone_id: 'stay' } areas { zone_id: 'elsewhere' } areas {}"),
              ElementsAre("effects.areas[0].zone_id", "effects.areas[1].zone_id",
                          "effects.areas[2].zone_id"));
  EXPECT_THAT(faults("areas { zone_id: 'north' } areas { zone_id: 'north' }"),
              ElementsAre("effects.areas[1].zone_id"));
}

}  // namespace
}  // namespace throughgate::services
