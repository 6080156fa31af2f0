#include "matcher/rules/reasons.h"

#include <array>
#include <cstdlib>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "absl/time/civil_time.h"

namespace throughgate::matcher {
namespace {

std::string Fill(std::string_view words, const Finding& finding, std::string_view subject) {
  const std::string amount_day = DayText({static_cast<std::int32_t>(finding.amount)});
  const std::string limit_day = DayText({static_cast<std::int32_t>(finding.limit)});
  return absl::StrReplaceAll(absl::string_view(words.data(), words.size()),
                             {{"{s}", absl::string_view(subject.data(), subject.size())},
                              {"{d}", DistanceText(finding.amount)},
                              {"{D}", DistanceText(finding.limit)},
                              {"{t}", amount_day},
                              {"{T}", limit_day},
                              {"{n}", absl::StrCat(finding.amount)},
                              {"{N}", absl::StrCat(finding.limit)}});
}

}  // namespace

std::string SubjectOf(const Finding& finding, const RiskPlanTerms* plan) {
  if (finding.subject < 0 || finding.rule->subject == nullptr || plan == nullptr) return {};
  return finding.rule->subject(finding.subject, *plan);
}

std::string ReasonText(const Finding& finding, std::string_view subject) {
  return Fill(finding.reason->text, finding, subject);
}

std::string ReasonChange(const Finding& finding, std::string_view subject) {
  return Fill(finding.reason->change, finding, subject);
}

std::string_view AttributeName(WorkAttribute attribute) {
  static constexpr std::array<std::string_view, kWorkAttributeLast + 1> kNames = {
      "something unspecified",
      "contact with children",
      "adults at risk",
      "the internet",
      "driving",
      "cash",
      "keys",
      "licensed premises",
      "lone work",
      "customers' homes",
      "nights away",
      "blades and tools",
      "supervising others",
      "gambling",
      "public events",
      "personal data",
      "controlled drugs",
      "a work telephone",
      "private networks or cloud storage",
      "publishing on the internet",
      "responsibility for stock",
      "control of money",
      "alcohol",
      "places or tasks that a tag does not bear",
      "living at the work",
      "work abroad",
      "serving prisoners",
      "the prison or probation service",
      "teaching or talks",
      "pictures of people",
      "places of worship",
      "commercial sexual services",
  };
  return kNames[static_cast<std::size_t>(attribute)];
}

std::string_view PremisesName(PremisesKind kind) {
  static constexpr std::array<std::string_view, kPremisesKinds> kNames = {
      "premises of no known type",
      "a school",
      "a nursery",
      "a play area",
      "a swimming pool",
      "a drinking place",
      "a place of gambling",
      "a place of worship",
      "a library",
      "a care home",
      "a hospital",
      "a youth centre",
      "premises of another type",
  };
  return kNames[static_cast<std::size_t>(kind)];
}

std::string DayText(Day day) {
  const absl::CivilDay civil = absl::CivilDay(1970, 1, 1) + day.since_epoch;
  return absl::StrFormat("%04d-%02d-%02d", civil.year(), civil.month(), civil.day());
}

std::string DistanceText(std::int64_t metres) {
  const std::int64_t size = std::abs(metres);
  if (size < 1000) return absl::StrFormat("%d m", size);
  const std::int64_t tenths = (size + 50) / 100;
  return absl::StrFormat("%d.%d km", tenths / 10, tenths % 10);
}

}  // namespace throughgate::matcher
