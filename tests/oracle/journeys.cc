#include "tests/oracle/journeys.h"

#include <algorithm>
#include <cmath>

namespace throughgate::oracle {
namespace {

using matcher::TravelMode;

constexpr int kDay = 24 * 60;

// Metres an hour, and minutes.
struct Means {
  int by_day;
  int by_night;
  int allowance;
  int faster() const { return std::max(by_day, by_night); }
  int slower() const { return std::min(by_day, by_night); }
};

Means MeansOf(TravelMode mode) {
  switch (mode) {
    case TravelMode::kUnspecified:
    case TravelMode::kWalk:
      return {4'000, 4'000, 5};
    case TravelMode::kCycle:
      return {11'000, 10'000, 5};
    case TravelMode::kPublicTransport:
      return {14'000, 8'000, 15};
    case TravelMode::kCar:
      return {28'000, 32'000, 10};
  }
  return {};
}

int SpeedAt(const Means& means, int minute) {
  const int hour = (minute % kDay + kDay) % kDay / 60;
  return hour >= 6 && hour < 20 ? means.by_day : means.by_night;
}

bool WhollyInFasterHours(const Means& means, int begin, int minutes) {
  for (int i = 0; i < std::min(minutes, kDay); ++i) {
    if (SpeedAt(means, begin + i) < means.faster()) return false;
  }
  return true;
}

int MinutesAt(int metres_an_hour, double metres, Doubt& doubt) {
  constexpr double kCentimetres = 0.03;  // places are rounded to a centimetre in each direction
  const auto minutes = [=](double way) {
    return static_cast<int>(std::ceil(way * 60 / metres_an_hour));
  };
  if (metres == 0) return 0;
  if (minutes(metres - kCentimetres) != minutes(metres + kCentimetres)) doubt.Raise();
  return minutes(metres);
}

}  // namespace

int MinutesToArrive(TravelMode mode, double metres, int minute, Doubt& doubt) {
  const Means means = MeansOf(mode);
  const int quick = MinutesAt(means.faster(), metres, doubt) + means.allowance;
  if (WhollyInFasterHours(means, minute - quick, quick)) return quick;
  return MinutesAt(means.slower(), metres, doubt) + means.allowance;
}

int MinutesAfterLeaving(TravelMode mode, double metres, int minute, Doubt& doubt) {
  const Means means = MeansOf(mode);
  const int quick = MinutesAt(means.faster(), metres, doubt) + means.allowance;
  if (WhollyInFasterHours(means, minute, quick)) return quick;
  return MinutesAt(means.slower(), metres, doubt) + means.allowance;
}

}  // namespace throughgate::oracle
