// Lines about the day and the candidate.
#include <array>

#include "absl/strings/strip.h"
#include "tests/scenario/reading.h"

namespace throughgate::scenario {
namespace {

using matcher::TravelMode;

void ReadDay(Reading& reading) {
  reading.scenario().today = reading.DayOf(reading.value());
  reading.scenario().plan.reviewed_on = reading.scenario().today;
}

// "H, known to 3 km" or "not known".
void ReadReleaseArea(Reading& reading) {
  if (reading.value() == "not known") {
    reading.scenario().home.reset();
    return;
  }
  const std::vector<std::string> parts = reading.Parts();
  absl::string_view extent = parts.back();
  if (parts.size() != 2 || !absl::ConsumePrefix(&extent, "known to ")) {
    return reading.Complain("a release area is \"H, known to 3 km\" or \"not known\"");
  }
  const matcher::Place home{reading.PlaceOf(parts.front()), reading.MetresOf(extent)};
  if (home.uncertainty.value == 0) reading.Complain("a release area is known to 1 m at best");
  reading.scenario().home = home;
}

void ReadReach(Reading& reading) {
  reading.scenario().candidate.reach = reading.MetresOf(reading.value());
}

void ReadTravel(Reading& reading) {
  static constexpr std::array<Word<TravelMode>, 5> kModes = {
      {{"CAR", TravelMode::kCar},
       {"WALK", TravelMode::kWalk},
       {"CYCLE", TravelMode::kCycle},
       {"PUBLIC_TRANSPORT", TravelMode::kPublicTransport},
       {"not stated", TravelMode::kUnspecified}}};
  reading.scenario().candidate.travel_mode = reading.WordOf<TravelMode>(reading.value(), kModes);
}

void ReadAvailable(Reading& reading) {
  reading.scenario().candidate.available_from = reading.DayOf(reading.value());
}

constexpr std::array kKeys = {
    Key{"day", "YYYY-MM-DD", ReadDay},
    Key{"release area", "H, known to 3 km | not known", ReadReleaseArea},
    Key{"reach", "15 km", ReadReach},
    Key{"travel", "CAR | WALK | CYCLE | PUBLIC_TRANSPORT | not stated", ReadTravel},
    Key{"available from", "a day", ReadAvailable},
};

}  // namespace

std::span<const Key> CandidateKeys() { return kKeys; }

}  // namespace throughgate::scenario
