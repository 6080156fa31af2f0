// Lines about the person's record: barred lists, offences and orders of courts.
#include <array>
#include <utility>

#include "absl/strings/strip.h"
#include "tests/scenario/attribute_words.h"
#include "tests/scenario/occupations.h"
#include "tests/scenario/role_words.h"

namespace throughgate::scenario {
namespace {

using matcher::BarredLists;
using matcher::CourtOrder;
using matcher::Known;
using matcher::OrderKind;

template <Known BarredLists::*list>
void ReadBarredList(Reading& reading) {
  reading.scenario().plan.barred_lists.*list = KnownOf(reading, reading.value());
}

// "theft, spent from 2026-01-01"; the day may be left out.
void ReadOffence(Reading& reading) {
  const std::vector<std::string> parts = reading.Parts();
  matcher::Offence offence{OffenceOf(reading, parts.front()), {}};
  if (parts.size() > 1) {
    absl::string_view spent = parts[1];
    if (parts.size() > 2 || !absl::ConsumePrefix(&spent, "spent from ")) {
      return reading.Complain("an offence is such as \"theft, spent from 2026-01-01\"");
    }
    offence.spent_on = reading.DayOf(spent);
  }
  reading.scenario().plan.offences.push_back(offence);
}

OrderKind OrderKindOf(Reading& reading, absl::string_view text) {
  static constexpr std::array<Word<OrderKind>, 10> kKinds = {
      {{"SEXUAL_HARM_PREVENTION", OrderKind::kSexualHarmPrevention},
       {"SEXUAL_RISK", OrderKind::kSexualRisk},
       {"RESTRAINING", OrderKind::kRestraining},
       {"STALKING_PROTECTION", OrderKind::kStalkingProtection},
       {"CRIMINAL_BEHAVIOUR", OrderKind::kCriminalBehaviour},
       {"SERIOUS_CRIME_PREVENTION", OrderKind::kSeriousCrimePrevention},
       {"TERRORISM", OrderKind::kTerrorism},
       {"DIRECTOR_DISQUALIFICATION", OrderKind::kDirectorDisqualification},
       {"DRIVING_DISQUALIFICATION", OrderKind::kDrivingDisqualification},
       {"OTHER", OrderKind::kOther}}};
  return reading.WordOf<OrderKind>(text, kKinds);
}

void AddClause(Reading& reading, absl::string_view clause, CourtOrder& order) {
  if (absl::ConsumePrefix(&clause, "bars work ")) {
    for (const std::string& group : Reading::PartsOf(clause)) {
      order.barred_occupations.push_back(IscoGroupOf(reading, group));
    }
  } else if (absl::ConsumePrefix(&clause, "bars ")) {
    for (const std::string& attribute : Reading::PartsOf(clause)) {
      order.barred_attributes.push_back(AttributeOf(reading, attribute));
    }
  } else if (absl::ConsumePrefix(&clause, "last day ")) {
    order.ends_on = reading.DayOf(clause);
  } else if (clause == "read in full") {
    order.read_in_full = true;
  } else {
    reading.Complain(
        "an order may go on \"; bars children, internet\", \"; bars work isco/23\", "
        "\"; read in full\" or \"; last day 2026-12-31\"");
  }
}

// "SEXUAL_HARM_PREVENTION; bars children; bars work isco/23; read in full; last day 2026-12-31":
// all but the kind may be left out.
void ReadCourtOrder(Reading& reading) {
  const std::vector<std::string> clauses = reading.Clauses();
  CourtOrder order;
  order.id = reading.name();
  order.kind = OrderKindOf(reading, clauses.front());
  for (std::size_t i = 1; i < clauses.size(); ++i) AddClause(reading, clauses[i], order);
  reading.scenario().plan.orders.push_back(std::move(order));
}

constexpr std::array kKeys = {
    Key{"barred list children", "YES | NO | not known", ReadBarredList<&BarredLists::children>},
    Key{"barred list adults", "YES | NO | not known", ReadBarredList<&BarredLists::adults>},
    Key{"offence", "theft[, spent from 2026-01-01]", ReadOffence, true},
    Key{"court order NAME",
        "SEXUAL_HARM_PREVENTION[; bars children, internet][; bars work isco/23, isco/53]"
        "[; read in full][; last day 2026-12-31]",
        ReadCourtOrder},
};

}  // namespace

std::span<const Key> RecordKeys() { return kKeys; }

}  // namespace throughgate::scenario
