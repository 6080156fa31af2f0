#include "storage/format/codec.h"

#include "storage/format/envelope.h"
#include "storage/format/faults.h"

namespace throughgate::format {
namespace {

using google::protobuf::Message;

absl::Status Parse(std::string_view key, std::string_view value, Message& stored) {
  const auto payload = Unwrap(key, value);
  if (!payload.ok()) return payload.status();
  if (!stored.ParseFromArray(payload->data(), static_cast<int>(payload->size()))) {
    return Damaged(key, "it cannot be parsed");
  }
  return absl::OkStatus();
}

}  // namespace

std::string Write(std::string_view key, const Message& stored) {
  return Wrap(key, stored.SerializeAsString());
}

Reader::Reader(std::string_view key, std::string_view value, Message& stored)
    : key_(key), status_(Parse(key, value, stored)) {
  if (!status_.ok()) stored.Clear();
  CheckUnknown(stored);
}

std::uint8_t Reader::UpTo(std::uint8_t last, std::uint32_t number) {
  if (number <= last) return static_cast<std::uint8_t>(number);
  status_.Update(TooNew(key_, "it has an enumerator that is not known here"));
  return 0;
}

std::uint32_t Reader::BitsUpTo(int last, std::uint32_t mask) {
  // Of a last bit 31, the 2 leaves the word at its upper end, which gives all ones but the lowest.
  const std::uint32_t known = (std::uint32_t{2} << last) - 2;
  if ((mask & ~known) == 0) return mask;
  status_.Update(TooNew(key_, "it has a bit that is not known here"));
  return 0;
}

matcher::WeekPattern Reader::Week(const Numbers& pairs) {
  matcher::WeekPattern pattern;
  if (pairs.size() % 2 != 0) Damaged("half a span of the week");
  for (int i = 0; i + 1 < pairs.size(); i += 2) {
    pattern.spans.push_back({.begin = pairs[i], .length = pairs[i + 1]});
  }
  return pattern;
}

matcher::GeoPoint Reader::Point(const v1::Point& stored) {
  return One(stored, [](const v1::Point& point, Reader&) {
    return matcher::GeoPoint{point.latitude_e7(), point.longitude_e7()};
  });
}

matcher::Place Reader::Place(const v1::Place& stored) {
  return One(stored, [](const v1::Place& place, Reader& reader) {
    return matcher::Place{.at = reader.Point(place.at()), .uncertainty = {place.uncertainty_m()}};
  });
}

void Reader::Damaged(std::string_view what) { status_.Update(format::Damaged(key_, what)); }

void Reader::CheckUnknown(const Message& stored) {
  if (stored.GetReflection()->GetUnknownFields(stored).empty()) return;
  status_.Update(TooNew(key_, "it has a field that is not known here"));
}

void StoreWeek(const matcher::WeekPattern& pattern, Numbers& pairs) {
  for (const matcher::WeekSpan& span : pattern.spans) {
    pairs.Add(span.begin);
    pairs.Add(span.length);
  }
}

void StorePoint(const matcher::GeoPoint& point, v1::Point& stored) {
  stored.set_latitude_e7(point.latitude_e7);
  stored.set_longitude_e7(point.longitude_e7);
}

void StorePlace(const matcher::Place& place, v1::Place& stored) {
  StorePoint(place.at, *stored.mutable_at());
  stored.set_uncertainty_m(place.uncertainty.value);
}

}  // namespace throughgate::format
