#include <vector>

#include "storage/format/codec.h"
#include "storage/format/records.h"

namespace throughgate::format {
namespace {

using Texts = google::protobuf::RepeatedPtrField<std::string>;

Texts StoreTexts(const std::vector<std::string>& texts) { return {texts.begin(), texts.end()}; }

std::vector<std::string> ReadTexts(const Texts& stored) { return {stored.begin(), stored.end()}; }

matcher::Concept ReadConcept(const v1::Concept& stored, Reader& reader) {
  return {.code = stored.code(),
          .kind = reader.UpTo(matcher::ConceptKind::kSkillGroup, stored.kind()),
          .label = stored.label(),
          .other_labels = ReadTexts(stored.other_labels()),
          .broader = ReadTexts(stored.broader()),
          .essential_skills = ReadTexts(stored.essential_skills()),
          .optional_skills = ReadTexts(stored.optional_skills())};
}

matcher::District ReadDistrict(const v1::District& stored, Reader& reader) {
  return {.code = stored.code(),
          .centre = reader.Point(stored.centre()),
          .uncertainty = {stored.uncertainty_m()},
          .town = stored.town(),
          .region = stored.region(),
          .wider_region = stored.wider_region()};
}

}  // namespace

std::string Encode(std::string_view key, const TaxonomyChunk& record) {
  v1::TaxonomyChunk stored;
  for (const matcher::Concept& source : record.concepts) {
    v1::Concept& entry = *stored.add_concepts();
    entry.set_code(source.code);
    entry.set_kind(static_cast<std::uint32_t>(source.kind));
    entry.set_label(source.label);
    *entry.mutable_other_labels() = StoreTexts(source.other_labels);
    *entry.mutable_broader() = StoreTexts(source.broader);
    *entry.mutable_essential_skills() = StoreTexts(source.essential_skills);
    *entry.mutable_optional_skills() = StoreTexts(source.optional_skills);
  }
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, TaxonomyChunk& record) {
  v1::TaxonomyChunk stored;
  Reader reader(key, value, stored);
  record.concepts = reader.Each(stored.concepts(), ReadConcept);
  return reader.status();
}

std::string Encode(std::string_view key, const TaxonomyManifest& record) {
  v1::TaxonomyManifest stored;
  stored.set_version(record.version);
  stored.set_taxonomy(record.taxonomy);
  stored.set_attribution(record.attribution);
  stored.set_chunks(record.chunks);
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, TaxonomyManifest& record) {
  v1::TaxonomyManifest stored;
  const Reader reader(key, value, stored);
  record.version = stored.version();
  record.taxonomy = stored.taxonomy();
  record.attribution = stored.attribution();
  record.chunks = stored.chunks();
  return reader.status();
}

std::string Encode(std::string_view key, const GazetteerChunk& record) {
  v1::GazetteerChunk stored;
  for (const matcher::District& district : record.districts) {
    v1::District& entry = *stored.add_districts();
    entry.set_code(district.code);
    StorePoint(district.centre, *entry.mutable_centre());
    entry.set_uncertainty_m(district.uncertainty.value);
    entry.set_town(district.town);
    entry.set_region(district.region);
    entry.set_wider_region(district.wider_region);
  }
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, GazetteerChunk& record) {
  v1::GazetteerChunk stored;
  Reader reader(key, value, stored);
  record.districts = reader.Each(stored.districts(), ReadDistrict);
  return reader.status();
}

std::string Encode(std::string_view key, const GazetteerManifest& record) {
  v1::GazetteerManifest stored;
  stored.set_version(record.version);
  stored.set_gazetteer(record.gazetteer);
  stored.set_chunks(record.chunks);
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, GazetteerManifest& record) {
  v1::GazetteerManifest stored;
  const Reader reader(key, value, stored);
  record.version = stored.version();
  record.gazetteer = stored.gazetteer();
  record.chunks = stored.chunks();
  return reader.status();
}

}  // namespace throughgate::format
