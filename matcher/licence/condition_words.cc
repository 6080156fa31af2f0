#include "matcher/licence/condition_words.h"

#include <algorithm>
#include <array>
#include <span>

namespace throughgate::matcher {
namespace {

template <typename Value>
struct Word {
  std::string_view text;
  Value value;
};

template <typename Value>
std::optional<Value> Find(std::span<const Word<Value>> words, std::string_view text) {
  const auto found = std::ranges::find(words, text, &Word<Value>::text);
  if (found == words.end()) return std::nullopt;
  return found->value;
}

constexpr auto kSets = std::to_array<Word<ConditionSet>>({
    {"licence", ConditionSet::kLicence},
    {"supervision", ConditionSet::kSupervision},
});

constexpr auto kKinds = std::to_array<Word<ConditionKind>>({
    {"standard", ConditionKind::kStandard},
    {"additional", ConditionKind::kAdditional},
});

constexpr auto kInputKinds = std::to_array<Word<InputKind>>({
    {"choice", InputKind::kChoice},
    {"choices", InputKind::kChoices},
    {"years", InputKind::kYears},
    {"pounds", InputKind::kPounds},
    {"time", InputKind::kTime},
    {"date", InputKind::kDate},
    {"last-day", InputKind::kLastDay},
    {"text", InputKind::kText},
    {"address", InputKind::kAddress},
    {"map", InputKind::kMap},
});

constexpr auto kReadings = std::to_array<Word<ReadAs>>({
    {"none", ReadAs::kNoBearing},
    {"notice", ReadAs::kNotice},
    {"clearance", ReadAs::kClearance},
    {"limit", ReadAs::kLimit},
    {"item", ReadAs::kItem},
    {"person", ReadAs::kPerson},
});

constexpr auto kAttributes = std::to_array<Word<WorkAttribute>>({
    {"children", WorkAttribute::kChildren},
    {"vulnerable-adults", WorkAttribute::kVulnerableAdults},
    {"internet", WorkAttribute::kInternet},
    {"driving", WorkAttribute::kDriving},
    {"cash", WorkAttribute::kCash},
    {"keys", WorkAttribute::kKeys},
    {"licensed-premises", WorkAttribute::kLicensedPremises},
    {"lone-work", WorkAttribute::kLoneWork},
    {"customer-homes", WorkAttribute::kCustomerHomes},
    {"nights-away", WorkAttribute::kNightsAway},
    {"blades-and-tools", WorkAttribute::kBladesAndTools},
    {"supervises-others", WorkAttribute::kSupervisesOthers},
    {"gambling", WorkAttribute::kGambling},
    {"public-events", WorkAttribute::kPublicEvents},
    {"personal-data", WorkAttribute::kPersonalData},
    {"controlled-drugs", WorkAttribute::kControlledDrugs},
    {"work-phone", WorkAttribute::kWorkPhone},
    {"remote-access", WorkAttribute::kRemoteAccess},
    {"publishing", WorkAttribute::kPublishing},
    {"stock", WorkAttribute::kStock},
    {"financial-control", WorkAttribute::kFinancialControl},
    {"alcohol", WorkAttribute::kAlcohol},
    {"tag-conflict", WorkAttribute::kTagConflict},
    {"live-in", WorkAttribute::kLiveIn},
    {"work-abroad", WorkAttribute::kWorkAbroad},
    {"with-prisoners", WorkAttribute::kWithPrisoners},
    {"prison-service", WorkAttribute::kPrisonService},
    {"teaching", WorkAttribute::kTeaching},
    {"photography", WorkAttribute::kPhotography},
    {"worship", WorkAttribute::kWorship},
    {"sexual-services", WorkAttribute::kSexualServices},
});

constexpr auto kItems = std::to_array<Word<PlanItemKind>>({
    {"exclusion-zone", PlanItemKind::kExclusionZone},
    {"event-zone", PlanItemKind::kExclusionZone},
    {"restriction-zone", PlanItemKind::kRestrictionZone},
    {"curfew", PlanItemKind::kCurfew},
    {"curfew-from-17:00", PlanItemKind::kCurfew},
    {"work-limit", PlanItemKind::kWorkLimit},
    {"commitment", PlanItemKind::kCommitment},
    {"contact-limit", PlanItemKind::kContactLimit},
    {"contact-limit-from-supervised", PlanItemKind::kContactLimit},
    {"no-contact", PlanItemKind::kNoContact},
    {"vehicle", PlanItemKind::kVehicleLimit},
    {"cash", PlanItemKind::kCashLimit},
    {"tag", PlanItemKind::kTag},
    {"alcohol-tag", PlanItemKind::kTag},
    {"location-tag", PlanItemKind::kTag},
    {"home-county", PlanItemKind::kHomeCounty},
    {"premises-limit", PlanItemKind::kPremisesLimit},
});

}  // namespace

std::optional<ConditionSet> SetOfWord(std::string_view word) {
  return Find<ConditionSet>(kSets, word);
}
std::optional<ConditionKind> KindOfWord(std::string_view word) {
  return Find<ConditionKind>(kKinds, word);
}
std::optional<InputKind> InputKindOfWord(std::string_view word) {
  return Find<InputKind>(kInputKinds, word);
}
std::optional<ReadAs> ReadAsOfWord(std::string_view word) { return Find<ReadAs>(kReadings, word); }
std::optional<WorkAttribute> AttributeOfWord(std::string_view word) {
  return Find<WorkAttribute>(kAttributes, word);
}
std::optional<PlanItemKind> ItemOfWord(std::string_view word) {
  return Find<PlanItemKind>(kItems, word);
}

std::string_view PlanItemName(PlanItemKind kind) {
  static constexpr std::array<std::string_view, kPlanItemKindLast + 1> kNames = {
      "nothing",    "exclusion zone", "restriction zone", "curfew",        "limit on work",
      "commitment", "contact limit",  "no-contact entry", "vehicle limit", "cash limit",
      "tag",        "home county",    "premises limit",
  };
  return kNames[static_cast<std::size_t>(kind)];
}

std::string PlanItemsText(const ConditionReading& reading) {
  std::string text;
  for (int i = 1; i <= kPlanItemKindLast; ++i) {
    const auto kind = static_cast<PlanItemKind>(i);
    if ((reading.items & KindsOf(kind)) == 0) continue;
    std::string name(PlanItemName(kind));
    if (kind == PlanItemKind::kTag && reading.demands.tag == TagKind::kAlcohol) {
      name = "alcohol tag";
    } else if (kind == PlanItemKind::kTag && reading.demands.tag == TagKind::kLocation) {
      name = "location tag";
    }
    const bool vowel = std::string_view("aeiou").find(name.front()) != std::string_view::npos;
    text += text.empty() ? "" : " or ";
    text += vowel ? "an " : "a ";
    text += name;
  }
  return text;
}

}  // namespace throughgate::matcher
