// Layers of places: premises, and areas by name.
#include "storage/format/codec.h"
#include "storage/format/records.h"
#include "storage/format/zone_format.h"

namespace throughgate::format {
namespace {

constexpr auto kPremisesLast = static_cast<matcher::PremisesKind>(matcher::kPremisesKindLast);

matcher::Premises ReadPremises(const v1::Premises& stored, Reader& reader) {
  return {.id = stored.id(),
          .kind = reader.UpTo(kPremisesLast, stored.kind()),
          .place = reader.Place(stored.place())};
}

matcher::NamedArea ReadNamedArea(const v1::NamedArea& stored, Reader& reader) {
  return {.name = stored.name(), .area = reader.One(stored.area(), ReadArea)};
}

}  // namespace

std::string Encode(std::string_view key, const PremisesChunk& record) {
  v1::PremisesChunk stored;
  for (const matcher::Premises& source : record.premises) {
    v1::Premises& entry = *stored.add_premises();
    entry.set_id(source.id);
    entry.set_kind(static_cast<std::uint32_t>(source.kind));
    StorePlace(source.place, *entry.mutable_place());
  }
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, PremisesChunk& record) {
  v1::PremisesChunk stored;
  Reader reader(key, value, stored);
  record.premises = reader.Each(stored.premises(), ReadPremises);
  return reader.status();
}

std::string Encode(std::string_view key, const PremisesManifest& record) {
  v1::PremisesManifest stored;
  stored.set_version(record.version);
  stored.set_layer(record.layer);
  stored.set_chunks(record.chunks);
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, PremisesManifest& record) {
  v1::PremisesManifest stored;
  const Reader reader(key, value, stored);
  record.version = stored.version();
  record.layer = stored.layer();
  record.chunks = stored.chunks();
  return reader.status();
}

std::string Encode(std::string_view key, const AreaChunk& record) {
  v1::AreaChunk stored;
  for (const matcher::NamedArea& source : record.areas) {
    v1::NamedArea& entry = *stored.add_areas();
    entry.set_name(source.name);
    StoreArea(source.area, *entry.mutable_area());
  }
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, AreaChunk& record) {
  v1::AreaChunk stored;
  Reader reader(key, value, stored);
  record.areas = reader.Each(stored.areas(), ReadNamedArea);
  return reader.status();
}

std::string Encode(std::string_view key, const AreaManifest& record) {
  v1::AreaManifest stored;
  stored.set_version(record.version);
  stored.set_layer(record.layer);
  stored.set_chunks(record.chunks);
  stored.set_areas(record.areas);
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, AreaManifest& record) {
  v1::AreaManifest stored;
  const Reader reader(key, value, stored);
  record.version = stored.version();
  record.layer = stored.layer();
  record.chunks = stored.chunks();
  record.areas = stored.areas();
  return reader.status();
}

}  // namespace throughgate::format
