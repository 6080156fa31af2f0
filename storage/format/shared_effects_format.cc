#include "storage/format/codec.h"
#include "storage/format/records.h"

namespace throughgate::format {
namespace {

matcher::SharedArea ReadArea(const v1::SharedArea& stored, Reader& reader) {
  return {
      .id = stored.id(), .centre = reader.Point(stored.centre()), .radius = {stored.radius_m()}};
}

}  // namespace

std::string Encode(std::string_view key, const matcher::SharedEffects& record) {
  v1::SharedEffects stored;
  stored.set_attributes(record.attributes);
  for (const std::string& group : record.occupations) stored.add_occupations(group);
  StoreWeek(record.hours, *stored.mutable_hours());
  for (const matcher::SharedArea& area : record.areas) {
    v1::SharedArea& entry = *stored.add_areas();
    entry.set_id(area.id);
    StorePoint(area.centre, *entry.mutable_centre());
    entry.set_radius_m(area.radius.value);
  }
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, matcher::SharedEffects& record) {
  v1::SharedEffects stored;
  Reader reader(key, value, stored);
  record.attributes = reader.BitsUpTo(matcher::kWorkAttributeLast, stored.attributes());
  record.occupations.assign(stored.occupations().begin(), stored.occupations().end());
  record.hours = reader.Week(stored.hours());
  record.areas = reader.Each(stored.areas(), ReadArea);
  return reader.status();
}

}  // namespace throughgate::format
