#include "storage/format/codec.h"

#include "storage/format/envelope.h"
#include "storage/format/faults.h"

namespace throughgate::format {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

constexpr matcher::AttributeMask kAttributesKnown =
    (matcher::AttributeMask{1} << (matcher::kWorkAttributeLast + 1)) - 1;

bool HasUnknownFields(const Message& message) {
  const auto& reflection = *message.GetReflection();
  if (!reflection.GetUnknownFields(message).empty()) return true;
  for (int i = 0; i < message.GetDescriptor()->field_count(); ++i) {
    const FieldDescriptor* field = message.GetDescriptor()->field(i);
    if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
    if (field->is_repeated()) {
      for (int j = 0; j < reflection.FieldSize(message, field); ++j) {
        if (HasUnknownFields(reflection.GetRepeatedMessage(message, field, j))) return true;
      }
    } else if (reflection.HasField(message, field) &&
               HasUnknownFields(reflection.GetMessage(message, field))) {
      return true;
    }
  }
  return false;
}

absl::Status Parse(std::string_view key, std::string_view value, Message& stored) {
  const auto payload = Unwrap(key, value);
  if (!payload.ok()) return payload.status();
  if (!stored.ParseFromArray(payload->data(), static_cast<int>(payload->size()))) {
    return Damaged(key, "it cannot be parsed");
  }
  if (HasUnknownFields(stored)) return TooNew(key, "it has a field that is not known here");
  return absl::OkStatus();
}

}  // namespace

std::string Write(std::string_view key, const Message& stored) {
  return Wrap(key, stored.SerializeAsString());
}

Reader::Reader(std::string_view key, std::string_view value, Message& stored)
    : key_(key), status_(Parse(key, value, stored)) {
  if (!status_.ok()) stored.Clear();
}

std::uint8_t Reader::UpTo(std::uint8_t last, std::uint32_t number) {
  if (number <= last) return static_cast<std::uint8_t>(number);
  status_.Update(TooNew(key_, "it has an enumerator that is not known here"));
  return 0;
}

matcher::AttributeMask Reader::Attributes(std::uint32_t mask) {
  if ((mask & ~kAttributesKnown) == 0) return mask;
  status_.Update(TooNew(key_, "it has a work attribute that is not known here"));
  return 0;
}

void Reader::Damaged(std::string_view what) { status_.Update(format::Damaged(key_, what)); }

void StoreWeek(const matcher::WeekPattern& pattern, Numbers& stored) {
  for (const matcher::WeekSpan& span : pattern.spans) {
    stored.Add(span.begin);
    stored.Add(span.length);
  }
}

matcher::WeekPattern ReadWeek(const Numbers& stored, Reader& reader) {
  matcher::WeekPattern pattern;
  if (stored.size() % 2 != 0) reader.Damaged("half a span of the week");
  for (int i = 0; i + 1 < stored.size(); i += 2) {
    pattern.spans.push_back({stored[i], stored[i + 1]});
  }
  return pattern;
}

void StorePoint(const matcher::GeoPoint& point, v1::Point& stored) {
  stored.set_latitude_e7(point.latitude_e7);
  stored.set_longitude_e7(point.longitude_e7);
}

matcher::GeoPoint ReadPoint(const v1::Point& stored) {
  return {stored.latitude_e7(), stored.longitude_e7()};
}

}  // namespace throughgate::format
