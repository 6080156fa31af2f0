// Lines that say where things are: the map, and places told by their distance from others.
#include <array>
#include <cmath>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "tests/scenario/ground.h"
#include "tests/scenario/reading.h"

namespace throughgate::scenario {
namespace {

using matcher::GeoPoint;
using matcher::Metres;

// The top left character of a map. Manchester, so that maps lie where the service does.
constexpr GeoPoint kTopLeft{534'800'000, -22'400'000};

// What zones are drawn with; it means nothing by itself.
constexpr absl::string_view kDrawing = " .-|+/\\'";

// "51.4779 N" and "0.0015 W".
GeoPoint Coordinates(Reading& reading, absl::string_view latitude, absl::string_view longitude) {
  double north = 0;
  double east = 0;
  const bool north_read =
      absl::ConsumeSuffix(&latitude, " N") && absl::SimpleAtod(latitude, &north);
  const bool west = absl::ConsumeSuffix(&longitude, " W");
  const bool east_read =
      (west || absl::ConsumeSuffix(&longitude, " E")) && absl::SimpleAtod(longitude, &east);
  if (!north_read || !east_read) {
    reading.Complain("coordinates are such as \"51.4779 N, 0.0015 W\"");
  }
  return {static_cast<std::int32_t>(std::lround(north * 1e7)),
          static_cast<std::int32_t>(std::lround((west ? -east : east) * 1e7))};
}

void DrawRow(Reading& reading, const std::string& row, GeoPoint begin, double column_m) {
  for (std::size_t column = 0; column < row.size(); ++column) {
    const std::string mark(1, row[column]);
    if (absl::StrContains(kDrawing, mark)) continue;
    const char letter = reading.LetterOf(mark);
    const Offset offset{.east_m = static_cast<double>(column) * column_m};
    if (!reading.scenario().places.emplace(letter, Moved(begin, offset)).second) {
      reading.Complain(absl::StrCat("\"", mark, "\" is on the map twice"));
    }
  }
}

// "1 column = 500 m, 1 row = 1 km", then the rows, north up.
void ReadMap(Reading& reading) {
  const std::vector<std::string> parts = reading.Parts();
  absl::string_view column = parts.front();
  absl::string_view row;
  if (parts.size() > 1) row = parts[1];
  if (!absl::ConsumePrefix(&column, "1 column = ") || !absl::ConsumePrefix(&row, "1 row = ")) {
    return reading.Complain("a map needs its scale: \"map: 1 column = 500 m, 1 row = 1 km\"");
  }
  GeoPoint top_left = kTopLeft;
  if (parts.size() > 2) {
    absl::string_view corner = parts[2];
    if (parts.size() != 4 || !absl::ConsumePrefix(&corner, "top left at ")) {
      return reading.Complain("behind the scale there may be \"top left at 51.4779 N, 0.0015 W\"");
    }
    top_left = Coordinates(reading, corner, parts[3]);
  }
  const auto column_m = static_cast<double>(reading.MetresOf(column).value);
  const auto row_m = static_cast<double>(reading.MetresOf(row).value);
  if (reading.scenario().places.size() > 1) reading.Complain("the map comes before other places");
  reading.scenario().places.clear();
  double north_m = 0;
  for (const std::string& text : reading.rows()) {
    DrawRow(reading, text, Moved(top_left, {0, north_m}), column_m);
    north_m -= row_m;
  }
}

// Adds one leg, "501 m east".
void AddLeg(Reading& reading, absl::string_view text, Offset& offset) {
  const std::vector<absl::string_view> words = absl::StrSplit(text, ' ', absl::SkipEmpty());
  if (words.size() != 3) {
    return reading.Complain(absl::StrCat("\"", text, "\" is not a way such as \"501 m east\""));
  }
  const auto metres =
      static_cast<double>(reading.MetresOf(absl::StrCat(words[0], " ", words[1])).value);
  static constexpr std::array<Word<Offset>, 4> kDirections = {
      {{"north", {0, 1}}, {"south", {0, -1}}, {"east", {1, 0}}, {"west", {-1, 0}}}};
  const Offset direction = reading.WordOf<Offset>(words[2], kDirections);
  offset.east_m += metres * direction.east_m;
  offset.north_m += metres * direction.north_m;
}

// "501 m east of B" or "3 km north and 4 km east of B".
void ReadPlace(Reading& reading) {
  const char letter = reading.LetterOf(reading.name());
  const std::vector<absl::string_view> way_and_from = absl::StrSplit(reading.value(), " of ");
  if (way_and_from.size() != 2) {
    return reading.Complain("a place is told as \"501 m east of B\"");
  }
  Offset offset;
  for (absl::string_view leg : absl::StrSplit(way_and_from[0], " and ")) {
    AddLeg(reading, leg, offset);
  }
  const GeoPoint place = Moved(reading.PlaceOf(way_and_from[1]), offset);
  if (!reading.scenario().places.emplace(letter, place).second) {
    reading.Complain(absl::StrCat("\"", reading.name(), "\" is a place already"));
  }
}

constexpr std::array kKeys = {
    Key{"map", "1 column = 500 m, 1 row = 1 km[, top left at 51.4779 N, 0.0015 W]", ReadMap},
    Key{"place NAME", "501 m east of B | 3 km north and 4 km east of B", ReadPlace},
};

}  // namespace

std::span<const Key> PlaceKeys() { return kKeys; }

}  // namespace throughgate::scenario
