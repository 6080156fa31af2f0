// The words for what work demands and plans limit, for vacancies and plans alike.
#ifndef THROUGHGATE_TESTS_SCENARIO_ROLE_WORDS_H_
#define THROUGHGATE_TESTS_SCENARIO_ROLE_WORDS_H_

#include <array>

#include "matcher/model/role.h"
#include "tests/scenario/reading.h"

namespace throughgate::scenario {

inline matcher::Known KnownOf(Reading& reading, absl::string_view text) {
  static constexpr std::array<Word<matcher::Known>, 3> kWords = {
      {{"NO", matcher::Known::kNo},
       {"YES", matcher::Known::kYes},
       {"not known", matcher::Known::kUnknown}}};
  return reading.WordOf<matcher::Known>(text, kWords);
}

inline matcher::ContactDegree DegreeOf(Reading& reading, absl::string_view text) {
  static constexpr std::array<Word<matcher::ContactDegree>, 4> kWords = {
      {{"NONE", matcher::ContactDegree::kNone},
       {"INCIDENTAL", matcher::ContactDegree::kIncidental},
       {"SUPERVISED", matcher::ContactDegree::kSupervised},
       {"UNSUPERVISED", matcher::ContactDegree::kUnsupervised}}};
  return reading.WordOf<matcher::ContactDegree>(text, kWords);
}

inline constexpr std::array<Word<matcher::VehicleType>, matcher::kVehicleTypeLast> kVehicleWords = {
    {{"car", matcher::VehicleType::kCar},
     {"van", matcher::VehicleType::kVan},
     {"motorcycle", matcher::VehicleType::kMotorcycle},
     {"lorry", matcher::VehicleType::kLorry},
     {"passenger vehicle", matcher::VehicleType::kPassenger},
     {"plant", matcher::VehicleType::kPlant}}};

inline matcher::VehicleType VehicleOf(Reading& reading, absl::string_view text) {
  return reading.WordOf<matcher::VehicleType>(text, kVehicleWords);
}

inline constexpr std::array<Word<matcher::OffenceCategory>, matcher::kOffenceCategoryLast>
    kOffenceWords = {{{"arson", matcher::OffenceCategory::kArson},
                      {"criminal damage", matcher::OffenceCategory::kCriminalDamage},
                      {"driving", matcher::OffenceCategory::kDriving},
                      {"drugs", matcher::OffenceCategory::kDrugs},
                      {"fraud", matcher::OffenceCategory::kFraud},
                      {"hate crime", matcher::OffenceCategory::kHateCrime},
                      {"murder", matcher::OffenceCategory::kMurder},
                      {"public order", matcher::OffenceCategory::kPublicOrder},
                      {"robbery", matcher::OffenceCategory::kRobbery},
                      {"sexual", matcher::OffenceCategory::kSexual},
                      {"terrorism", matcher::OffenceCategory::kTerrorism},
                      {"theft", matcher::OffenceCategory::kTheft},
                      {"violence", matcher::OffenceCategory::kViolence},
                      {"weapons", matcher::OffenceCategory::kWeapons},
                      {"other", matcher::OffenceCategory::kOther}}};

inline matcher::OffenceCategory OffenceOf(Reading& reading, absl::string_view text) {
  return reading.WordOf<matcher::OffenceCategory>(text, kOffenceWords);
}

}  // namespace throughgate::scenario

#endif  // THROUGHGATE_TESTS_SCENARIO_ROLE_WORDS_H_
