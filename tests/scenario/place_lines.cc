// Lines that say where things are: the map, and places told by their distance from others.
#include <array>

#include "absl/strings/ascii.h"
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

void DrawRow(Reading& reading, const std::string& row, Offset begin, double column_m) {
  for (std::size_t column = 0; column < row.size(); ++column) {
    const char mark = row[column];
    if (absl::StrContains(kDrawing, mark)) continue;
    if (!absl::ascii_isalnum(static_cast<unsigned char>(mark))) {
      reading.Complain(absl::StrCat("\"", std::string(1, mark),
                                    "\" on the map: use letters for places and ", kDrawing,
                                    " to draw"));
    }
    const Offset offset{begin.east_m + static_cast<double>(column) * column_m, begin.north_m};
    if (!reading.scenario().places.emplace(mark, Moved(kTopLeft, offset)).second) {
      reading.Complain(absl::StrCat("\"", std::string(1, mark), "\" is on the map twice"));
    }
  }
}

// "1 column = 500 m, 1 row = 1 km", then the rows, north up.
void ReadMap(Reading& reading) {
  const std::vector<std::string> scales = reading.Parts();
  absl::string_view column = scales.front();
  absl::string_view row = scales.back();
  if (scales.size() != 2 || !absl::ConsumePrefix(&column, "1 column = ") ||
      !absl::ConsumePrefix(&row, "1 row = ")) {
    return reading.Complain("a map needs its scale: \"map: 1 column = 500 m, 1 row = 1 km\"");
  }
  const auto column_m = static_cast<double>(reading.MetresOf(column).value);
  const auto row_m = static_cast<double>(reading.MetresOf(row).value);
  reading.scenario().places.clear();
  double north_m = 0;
  for (const std::string& text : reading.rows()) {
    DrawRow(reading, text, {0, north_m}, column_m);
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

// "51.4779 N, 0.0015 W".
GeoPoint Coordinates(Reading& reading, absl::string_view text) {
  const std::vector<absl::string_view> parts = absl::StrSplit(text, ", ");
  absl::string_view latitude = parts.front();
  absl::string_view longitude = parts.back();
  double north = 0;
  double east = 0;
  const bool north_read =
      absl::ConsumeSuffix(&latitude, " N") && absl::SimpleAtod(latitude, &north);
  const bool west = absl::ConsumeSuffix(&longitude, " W");
  const bool east_read =
      (west || absl::ConsumeSuffix(&longitude, " E")) && absl::SimpleAtod(longitude, &east);
  if (parts.size() != 2 || !north_read || !east_read) {
    reading.Complain("coordinates are such as \"51.4779 N, 0.0015 W\"");
  }
  const double sign = west ? -1 : 1;
  return {static_cast<std::int32_t>(north * 1e7 + 0.5),
          static_cast<std::int32_t>(sign * (east * 1e7 + 0.5))};
}

// "501 m east of B", "3 km north and 4 km east of H", "at 51.4779 N, 0.0015 W".
void ReadPlace(Reading& reading) {
  const char letter = reading.LetterOf(reading.name());
  absl::string_view text = reading.value();
  if (absl::ConsumePrefix(&text, "at ")) {
    reading.scenario().places[letter] = Coordinates(reading, text);
    return;
  }
  const std::vector<absl::string_view> way_and_from = absl::StrSplit(text, " of ");
  if (way_and_from.size() != 2) {
    return reading.Complain("a place is told as \"501 m east of B\" or \"at 51.4779 N, 0.0015 W\"");
  }
  Offset offset;
  for (absl::string_view leg : absl::StrSplit(way_and_from[0], " and ")) {
    AddLeg(reading, leg, offset);
  }
  reading.scenario().places[letter] = Moved(reading.PlaceOf(way_and_from[1]), offset);
}

constexpr std::array kKeys = {
    Key{"map", "1 column = 500 m, 1 row = 1 km", ReadMap},
    Key{"place NAME", "501 m east of B | 3 km north and 4 km east of B | at 51.4779 N, 0.0015 W",
        ReadPlace},
};

}  // namespace

std::span<const Key> PlaceKeys() { return kKeys; }

}  // namespace throughgate::scenario
