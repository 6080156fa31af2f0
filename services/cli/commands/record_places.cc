#include "services/cli/commands/record_places.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "throughgate/v1/error_details.pb.h"

namespace throughgate::cli {
namespace {

// "premises[2300].uncertainty_m", in its parts.
struct RecordField {
  std::size_t record = 0;
  absl::string_view field;  // within the record; empty: all of it
};

// Whether `path` is of a record: one of a list in the request itself.
bool ReadPath(absl::string_view path, RecordField& read) {
  const std::size_t open = path.find('[');
  const std::size_t close = path.find(']');
  if (open == absl::string_view::npos || close == absl::string_view::npos || close < open) {
    return false;
  }
  if (absl::StrContains(path.substr(0, open), '.')) return false;
  if (!absl::SimpleAtoi(path.substr(open + 1, close - open - 1), &read.record)) return false;
  read.field = path.substr(close + 1);
  absl::ConsumePrefix(&read.field, ".");
  return true;
}

}  // namespace

void RecordPlaces::BeginLines(const std::string& path, FieldName field_name) {
  files_.push_back({path, true, std::move(field_name), numbers_.size()});
}

void RecordPlaces::BeginFeatures(const std::string& path) {
  files_.push_back({path, false, {}, numbers_.size()});
}

const RecordPlaces::File* RecordPlaces::FileOf(std::size_t record) const {
  if (record >= numbers_.size()) return nullptr;
  const auto after = std::ranges::upper_bound(files_, record, {}, &File::first);
  return after == files_.begin() ? nullptr : &*std::prev(after);
}

std::string RecordPlaces::Of(std::size_t record) const {
  const File* file = FileOf(record);
  if (file == nullptr) return "";
  return file->lines ? absl::StrCat(file->path, ": line ", numbers_[record])
                     : absl::StrCat(file->path, ": features[", numbers_[record], "]");
}

std::string RecordPlaces::NameOf(std::size_t record, absl::string_view field) const {
  const File* file = FileOf(record);
  return file != nullptr && file->field_name ? file->field_name(field) : std::string(field);
}

grpc::Status InTheFiles(const grpc::Status& status, const RecordPlaces& places, std::size_t records,
                        absl::FunctionRef<std::string(std::size_t record)> id_of) {
  const auto in_the_files = [&](const std::string& path) {
    RecordField read;
    if (!ReadPath(path, read) || read.record >= records) return path;
    std::string text = places.Of(read.record);
    if (text.empty()) text = path.substr(0, path.find(']') + 1);
    if (const std::string id = id_of(read.record); !id.empty()) {
      absl::StrAppend(&text, " (", id, ")");
    }
    if (read.field.empty()) return text;
    return absl::StrCat(text, ": ", places.NameOf(read.record, read.field));
  };
  v1::Status rich;
  if (!rich.ParseFromString(status.error_details())) return status;
  std::string message = status.error_message();
  for (auto& detail : *rich.mutable_details()) {
    v1::BadRequest request;
    if (!absl::EndsWith(detail.type_url(), "/google.rpc.BadRequest") ||
        !request.ParseFromString(detail.value())) {
      continue;
    }
    for (auto& violation : *request.mutable_field_violations()) {
      const std::string before = absl::StrCat(violation.field(), ": ", violation.description());
      violation.set_field(in_the_files(violation.field()));
      // The message repeats the first.
      if (message == before) {
        message = absl::StrCat(violation.field(), ": ", violation.description());
      }
    }
    detail.set_value(request.SerializeAsString());
  }
  return grpc::Status(status.error_code(), message, rich.SerializeAsString());
}

}  // namespace throughgate::cli
