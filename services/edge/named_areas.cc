#include "services/edge/named_areas.h"

#include <optional>
#include <string_view>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/convert/area.h"
#include "services/convert/zone.h"
#include "services/edge/status_macros.h"
#include "storage/format/keys.h"
#include "storage/format/records.h"

namespace throughgate::services {
namespace {

template <class Stored>
absl::StatusOr<std::optional<Stored>> Get(const storage::Store& store, const std::string& key,
                                          storage::Revision revision) {
  ASSIGN_OR_RETURN(const std::optional<storage::Record> record, store.Get(key, revision));
  if (!record) return std::nullopt;
  ASSIGN_OR_RETURN(Stored stored, format::Decode<Stored>(key, record->value));
  return stored;
}

// What came of a search, and a name that is rather like the one that was not found.
struct Search {
  std::optional<matcher::NamedArea> found;
  std::string similar;
};

// One name has the other in it, whatever the case of the letters.
bool IsLike(const std::string& name, const std::string& wanted) {
  const auto tail = [](const std::string& text) {
    return absl::AsciiStrToLower(absl::string_view(text).substr(text.find('/') + 1));
  };
  return absl::StrContains(tail(name), tail(wanted)) || absl::StrContains(tail(wanted), tail(name));
}

absl::StatusOr<Search> FindArea(const storage::Store& store, const format::AreaManifest& manifest,
                                const std::string& name, storage::Revision revision) {
  Search search;
  for (std::int32_t i = 0; i < manifest.chunks; ++i) {
    const std::string key = format::AreaChunkKey({manifest.version, i});
    ASSIGN_OR_RETURN(auto chunk, Get<format::AreaChunk>(store, key, revision));
    if (!chunk) return absl::DataLossError(absl::StrCat("record \"", key, "\" is missing"));
    for (matcher::NamedArea& area : chunk->areas) {
      if (absl::EqualsIgnoreCase(area.name, name)) {
        search.found = std::move(area);
        return search;
      }
      if (search.similar.empty() && IsLike(area.name, name)) search.similar = area.name;
    }
  }
  return search;
}

void FillDistrict(const matcher::Gazetteer& gazetteer, const Field& at, v1::Zone& zone) {
  const std::string code =
      absl::AsciiStrToUpper(absl::string_view(zone.named_area()).substr(kDistrictKind.size()));
  if (zone.kind() == v1::ZONE_KIND_RESTRICTION) {
    return at["named_area"].Refuse(
        "A district is known as a circle, which is larger than it. Draw the area to stay in.");
  }
  if (gazetteer.district_count() == 0) return at.MissReferenceData("gazetteer");
  const std::optional<matcher::Place> place = gazetteer.FindDistrict(code);
  if (!place) return at["named_area"].Refuse("Is not a district of the gazetteer.");
  zone.set_named_area(absl::StrCat("district/", code));
  *zone.mutable_circle()->mutable_centre() = WriteVertex(place->at);
  zone.mutable_circle()->set_radius_m(static_cast<std::int32_t>(place->uncertainty.value));
}

}  // namespace

absl::StatusOr<AreasInUse> ReadAreasInUse(const storage::Store& store) {
  ASSIGN_OR_RETURN(const auto manifest,
                   Get<format::AreaManifest>(store, format::AreaManifestKey(), store.latest()));
  if (!manifest) return AreasInUse();
  return AreasInUse{manifest->layer, manifest->areas};
}

absl::Status FillShape(const Backend& backend, const Field& at, v1::Zone& zone) {
  if (zone.named_area().starts_with(kDistrictKind)) {
    FillDistrict(*backend.feed.Latest()->gazetteer, at, zone);
    return absl::OkStatus();
  }
  const storage::Revision revision = backend.store.latest();
  ASSIGN_OR_RETURN(const auto manifest,
                   Get<format::AreaManifest>(backend.store, format::AreaManifestKey(), revision));
  if (!manifest) {
    at.MissReferenceData("layer of areas");
    return absl::OkStatus();
  }
  ASSIGN_OR_RETURN(const Search search,
                   FindArea(backend.store, *manifest, zone.named_area(), revision));
  if (search.found) {
    zone.set_named_area(search.found->name);
    *zone.mutable_area() = WriteArea(search.found->area);
  } else {
    at["named_area"].Refuse(absl::StrCat(
        "Is not an area of the layer ", manifest->layer, ".",
        search.similar.empty() ? "" : absl::StrCat(" There is \"", search.similar, "\".")));
  }
  return absl::OkStatus();
}

}  // namespace throughgate::services
