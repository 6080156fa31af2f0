// The words for what work involves, for vacancies and plans alike.
#ifndef THROUGHGATE_TESTS_SCENARIO_ATTRIBUTE_WORDS_H_
#define THROUGHGATE_TESTS_SCENARIO_ATTRIBUTE_WORDS_H_

#include <array>

#include "matcher/model/work.h"
#include "tests/scenario/reading.h"

namespace throughgate::scenario {

inline constexpr std::array<Word<matcher::WorkAttribute>, matcher::kWorkAttributeLast>
    kAttributeWords = {{
        {"children", matcher::WorkAttribute::kChildren},
        {"vulnerable adults", matcher::WorkAttribute::kVulnerableAdults},
        {"internet", matcher::WorkAttribute::kInternet},
        {"driving", matcher::WorkAttribute::kDriving},
        {"cash", matcher::WorkAttribute::kCash},
        {"keys", matcher::WorkAttribute::kKeys},
        {"licensed premises", matcher::WorkAttribute::kLicensedPremises},
        {"lone work", matcher::WorkAttribute::kLoneWork},
        {"customer homes", matcher::WorkAttribute::kCustomerHomes},
        {"nights away", matcher::WorkAttribute::kNightsAway},
        {"blades and tools", matcher::WorkAttribute::kBladesAndTools},
        {"supervises others", matcher::WorkAttribute::kSupervisesOthers},
        {"gambling", matcher::WorkAttribute::kGambling},
        {"public events", matcher::WorkAttribute::kPublicEvents},
        {"personal data", matcher::WorkAttribute::kPersonalData},
        {"controlled drugs", matcher::WorkAttribute::kControlledDrugs},
        {"work phone", matcher::WorkAttribute::kWorkPhone},
        {"remote access", matcher::WorkAttribute::kRemoteAccess},
        {"publishing", matcher::WorkAttribute::kPublishing},
        {"stock", matcher::WorkAttribute::kStock},
        {"financial control", matcher::WorkAttribute::kFinancialControl},
        {"alcohol", matcher::WorkAttribute::kAlcohol},
        {"tag conflict", matcher::WorkAttribute::kTagConflict},
        {"live-in", matcher::WorkAttribute::kLiveIn},
        {"work abroad", matcher::WorkAttribute::kWorkAbroad},
        {"prisoners", matcher::WorkAttribute::kWithPrisoners},
        {"prison service", matcher::WorkAttribute::kPrisonService},
        {"teaching", matcher::WorkAttribute::kTeaching},
        {"photography", matcher::WorkAttribute::kPhotography},
        {"worship", matcher::WorkAttribute::kWorship},
        {"sexual services", matcher::WorkAttribute::kSexualServices},
    }};

inline matcher::WorkAttribute AttributeOf(Reading& reading, absl::string_view text) {
  return reading.WordOf<matcher::WorkAttribute>(text, kAttributeWords);
}

}  // namespace throughgate::scenario

#endif  // THROUGHGATE_TESTS_SCENARIO_ATTRIBUTE_WORDS_H_
