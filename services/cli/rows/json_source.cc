#include "services/cli/rows/json_source.h"

#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace throughgate::cli {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using Json = nlohmann::ordered_json;

constexpr char kRejected[] = "rejected";
constexpr absl::string_view kRejectedStart = "{\"rejected\":";
// How much of a line that cannot be kept whole goes into the file of rejected rows.
constexpr std::size_t kExcerptBytes = 1000;

Json ParseJson(absl::string_view text) { return Json::parse(text, nullptr, false); }

std::string WithoutRejected(std::string text) {
  if (!absl::StartsWith(text, kRejectedStart)) return text;
  Json json = ParseJson(text);
  if (!json.is_object()) return text;
  json.erase(kRejected);
  return json.dump();
}

// The kinds of record that a row of an import may hold; none for a record itself.
std::vector<const FieldDescriptor*> KindsOf(const Descriptor* type) {
  std::vector<const FieldDescriptor*> kinds;
  for (int i = 0; absl::EndsWith(type->name(), "Row") && i < type->field_count(); ++i) {
    const bool is_record = type->field(i)->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE;
    if (is_record) kinds.push_back(type->field(i));
  }
  return kinds;
}

std::optional<Fault> Parse(const std::string& text, Message& message) {
  const auto status = google::protobuf::util::JsonStringToMessage(text, &message);
  const std::string why(status.message());
  // "Unexpected token.\n<the line>\n^": the line comes back anyway.
  if (!status.ok()) {
    return Fault{"", absl::StrCat("cannot be read: ", why.substr(0, why.find('\n')))};
  }
  const std::vector<const FieldDescriptor*> kinds = KindsOf(message.GetDescriptor());
  const bool has_record = std::any_of(kinds.begin(), kinds.end(), [&](const auto* kind) {
    return message.GetReflection()->HasField(message, kind);
  });
  if (kinds.empty() || has_record) return std::nullopt;
  const std::string names = absl::StrJoin(kinds, ", ", [](std::string* out, const auto* kind) {
    absl::StrAppend(out, kind->json_name());
  });
  return Fault{"", absl::StrCat("names no kind of record: wanted around it is one of ", names)};
}

}  // namespace

absl::StatusOr<bool> JsonSource::Next(SourceRow& row, Message& message) {
  do {
    const absl::StatusOr<bool> found = reader_.Next(line_);
    if (!found.ok() || !*found) return found;
  } while (absl::StripAsciiWhitespace(line_.text).empty());
  row = SourceRow();
  row.number = ++rows_;
  row.line = line_.number;
  if (line_.too_long) {
    row.fault = {"", absl::StrCat("the line is longer than ", kLineBytesMax >> 20, " MiB")};
    line_.text.resize(kExcerptBytes);
  }
  const auto bad_byte = decoder_.Decode(line_.text, row.original.emplace_back());
  if (bad_byte && !row.fault) {
    row.fault = {"", absl::StrCat("is not UTF-8 at byte ", *bad_byte + 1, " of the line")};
  }
  row.original.front() = WithoutRejected(std::move(row.original.front()));
  if (!row.fault) row.fault = Parse(row.original.front(), message);
  return true;
}

std::string JsonSource::RejectedRow(const SourceRow& row, const Fault& fault) const {
  Json out = {{kRejected, {{"line", row.line}, {"field", fault.field}, {"reason", fault.reason}}}};
  const Json original = ParseJson(row.original.front());
  if (original.is_object()) {
    out.update(original);
  } else {
    out[kRejected]["text"] = row.original.front();
  }
  // A reason may quote a character cut in two.
  return out.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace throughgate::cli
