#include "tests/oracle/geos/real_areas.h"

#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>

#include "nlohmann/json.hpp"

namespace throughgate::oracle {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

fs::path Folder() {
  const char* const given = std::getenv("THROUGHGATE_DATA");
  return given == nullptr ? THROUGHGATE_DATA_DEFAULT : given;
}

// A file that is not compressed is read as it is.
std::string ReadAll(const fs::path& path) {
  std::string text;
  const gzFile file = gzopen(path.c_str(), "rb");
  std::vector<char> part(1 << 20);
  for (int count = 1; file != nullptr && count > 0;) {
    count = gzread(file, part.data(), static_cast<unsigned>(part.size()));
    if (count > 0) text.append(part.data(), count);
  }
  if (file != nullptr) gzclose(file);
  return text;
}

matcher::Polygon PolygonOf(const json& rings) {
  matcher::Polygon polygon;
  for (const json& positions : rings) {
    matcher::Ring ring;
    for (const json& position : positions) {
      ring.push_back({static_cast<std::int32_t>(std::lround(position[1].get<double>() * 1e7)),
                      static_cast<std::int32_t>(std::lround(position[0].get<double>() * 1e7))});
    }
    polygon.rings.push_back(std::move(ring));
  }
  return polygon;
}

matcher::MultiPolygon AreaOf(const json& geometry) {
  matcher::MultiPolygon area;
  if (!geometry.is_object()) return area;
  if (geometry["type"] == "Polygon") area.polygons.push_back(PolygonOf(geometry["coordinates"]));
  if (geometry["type"] == "MultiPolygon") {
    for (const json& polygon : geometry["coordinates"]) area.polygons.push_back(PolygonOf(polygon));
  }
  return area;
}

void AddFile(const fs::path& path, std::vector<NamedArea>& areas) {
  const json file = json::parse(ReadAll(path), nullptr, /*allow_exceptions=*/false);
  if (file.is_discarded()) return;
  const json features = file.contains("features") ? file["features"] : json::array({file});
  for (std::size_t i = 0; i < features.size(); ++i) {
    const json& feature = features[i];
    matcher::MultiPolygon area =
        AreaOf(feature.contains("geometry") ? feature["geometry"] : feature);
    if (area.polygons.empty()) continue;
    areas.push_back({path.filename().string() + " " + std::to_string(i), std::move(area)});
  }
}

}  // namespace

std::vector<NamedArea> RealAreas() {
  std::vector<fs::path> files;
  for (const char* folder : {"polygons", "geo"}) {
    if (!fs::exists(Folder() / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(Folder() / folder)) {
      if (entry.path().string().find(".geojson") != std::string::npos) {
        files.push_back(entry.path());
      }
    }
  }
  std::sort(files.begin(), files.end());
  std::vector<NamedArea> areas;
  for (const fs::path& file : files) AddFile(file, areas);
  return areas;
}

}  // namespace throughgate::oracle
