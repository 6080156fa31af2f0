#include "matcher/licence/conditions_page.h"

#include <map>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "matcher/licence/condition_words.h"
#include "matcher/rules/reasons.h"

namespace throughgate::matcher {
namespace {

constexpr absl::string_view kIntroduction =
    "# How licence conditions are read\n"
    "\n"
    "For probation officers and policy specialists: what each condition of a licence does "
    "to a match. This page is made from\n"
    "[matcher/licence/conditions.csv](matcher/licence/conditions.csv), which is what the "
    "program itself reads; a test holds\n"
    "the two together.\n"
    "\n"
    "The codes and categories are the Ministry of Justice's, of licence policies 1.0, 2.0, "
    "2.1, 3.0 and 4.0; the words are\n"
    "ours. A licence says what a condition means; this page says how it bears on work. A "
    "condition is known by its policy\n"
    "version and its code together, because codes change their meaning between versions. "
    "Upper and lower case of a code are\n"
    "the same.\n"
    "\n"
    "| read as | what follows |\n"
    "| --- | --- |\n"
    "| no bearing | nothing |\n"
    "| notice | nothing is barred; the explanation tells whoever clears the work of it; limits "
    "apply besides |\n"
    "| clearance | nothing beyond the officer's clearance, for which every start waits |\n"
    "| limit | work that involves what is named is REVIEW, or NOT_AVAILABLE where it is "
    "barred, and REVIEW when nobody has said whether it does; or an item of the plan is "
    "named for the condition, and decides in its place. Driving that is limited is driving to "
    "the work too |\n"
    "| item | REVIEW until the plan names an item that expresses the condition; that item "
    "then decides, and limits apply besides. An item that has ended, or that allows more than "
    "the condition was filled in with, expresses nothing: REVIEW. Nor does any item whose "
    "hours, times, amount or purpose the condition was never filled in with |\n"
    "| person | always REVIEW |\n"
    "\n"
    "A condition that no policy here has, that was written for one person, or that is only "
    "a picture, is always REVIEW. One\n"
    "with a last day is over on the day after. Of names, addresses, pictures and other "
    "words that fill a condition in, nothing\n"
    "is kept.\n";

// "nights away", "the internet".
std::vector<std::string> AttributeNames(AttributeMask mask) {
  std::vector<std::string> names;
  for (int i = 1; i <= kWorkAttributeLast; ++i) {
    const auto attribute = static_cast<WorkAttribute>(i);
    if ((mask & MaskOf(attribute)) != 0) names.emplace_back(AttributeName(attribute));
  }
  return names;
}

std::string LimitsText(const ConditionReading& reading) {
  std::vector<std::string> parts;
  if (reading.barred != 0) {
    parts.push_back(absl::StrCat(absl::StrJoin(AttributeNames(reading.barred), ", "), " barred"));
  }
  if (reading.needs_approval != 0) {
    parts.push_back(
        absl::StrCat("approval of ", absl::StrJoin(AttributeNames(reading.needs_approval), ", ")));
  }
  return absl::StrJoin(parts, "; ");
}

// "an exclusion zone, which may hold for an event alone".
std::string ItemsText(const ConditionReading& reading) {
  const ItemDemands& demands = reading.demands;
  std::string text = PlanItemsText(reading);
  if (demands.event) text += ", which may hold for an event alone";
  if (demands.hours.stated()) text += ", every day from 17:00 to midnight";
  if (demands.contact_from == ContactDegree::kSupervised) text += " from supervised contact on";
  return text;
}

absl::string_view InputKindName(InputKind kind) {
  switch (kind) {
    case InputKind::kChoice:
      return "a choice";
    case InputKind::kChoices:
      return "choices";
    case InputKind::kYears:
      return "an age";
    case InputKind::kPounds:
      return "pounds";
    case InputKind::kTime:
      return "a time";
    case InputKind::kDate:
      return "a date";
    case InputKind::kLastDay:
      return "the last day";
    case InputKind::kText:
      return "words, not kept";
    case InputKind::kAddress:
      return "an address, not kept";
    case InputKind::kMap:
      return "a map, not kept";
  }
  return "";
}

std::string InputsText(const ConditionReading& reading) {
  std::vector<std::string> parts;
  for (const ConditionInput& input : reading.inputs) {
    parts.push_back(absl::StrCat("`", input.name, "` (", InputKindName(input.kind), ")"));
  }
  return absl::StrJoin(parts, ", ");
}

std::string Heading(const ConditionReading& reading) {
  const absl::string_view set =
      reading.set == ConditionSet::kLicence ? "Licence" : "Supervision after a sentence";
  return absl::StrCat(set, ": ",
                      reading.kind == ConditionKind::kStandard
                          ? "standard conditions"
                          : absl::AsciiStrToLower(reading.category));
}

std::string Row(const ConditionReading& reading) {
  return absl::StrCat("| ", reading.about, " | ", absl::StrJoin(reading.versions, " "), " | `",
                      reading.code, "` | ", ReadingText(reading), " | ", reading.bearing, " | ",
                      InputsText(reading), " |\n");
}

// Where one code has several meanings, in the order of the file.
std::string ChangedCodes(const ConditionTable& table) {
  std::map<std::string, std::vector<const ConditionReading*>> by_code;
  for (const ConditionReading& reading : table.readings()) {
    by_code[absl::AsciiStrToLower(reading.code)].push_back(&reading);
  }
  std::string text =
      "\n## Codes that change their meaning\n\n"
      "| code | version | about | read as |\n| --- | --- | --- | --- |\n";
  for (const auto& [code, readings] : by_code) {
    bool changes = false;
    for (const auto* reading : readings) changes |= reading->about != readings.front()->about;
    if (!changes) continue;
    for (const auto* reading : readings) {
      absl::StrAppend(&text, "| `", reading->code, "` | ", absl::StrJoin(reading->versions, " "),
                      " | ", reading->about, " | ", ReadingText(*reading), " |\n");
    }
  }
  return text;
}

}  // namespace

std::string ReadingText(const ConditionReading& reading) {
  switch (reading.read_as) {
    case ReadAs::kNoBearing:
      return "no bearing";
    case ReadAs::kNotice:
      return LimitsText(reading).empty() ? "notice" : "notice; and limit: " + LimitsText(reading);
    case ReadAs::kClearance:
      return "clearance";
    case ReadAs::kLimit:
      return absl::StrCat("limit: ", LimitsText(reading),
                          reading.items == 0 ? "" : "; or " + ItemsText(reading));
    case ReadAs::kItem:
      return absl::StrCat(
          "item: ", ItemsText(reading),
          (reading.barred | reading.needs_approval) == 0 ? "" : "; and " + LimitsText(reading));
    case ReadAs::kPerson:
      return "person";
  }
  return "";
}

std::string ConditionsPage(const ConditionTable& table) {
  std::string page(kIntroduction);
  std::string heading;
  for (const ConditionReading& reading : table.readings()) {
    if (heading != Heading(reading)) {
      heading = Heading(reading);
      absl::StrAppend(&page, "\n## ", heading,
                      "\n\n| about | versions | code | read as | bearing on work | filled in with |"
                      "\n| --- | --- | --- | --- | --- | --- |\n");
    }
    page += Row(reading);
  }
  return page + ChangedCodes(table);
}

}  // namespace throughgate::matcher
