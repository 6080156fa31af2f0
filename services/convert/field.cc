#include "services/convert/field.h"

#include "absl/strings/str_cat.h"

namespace throughgate::services {

void Violations::Add(std::string field, std::string_view description) {
  ++faults_;
  if (!found_.empty() && found_.back().field == field) return;
  found_.push_back({std::move(field), std::string(description)});
}

absl::Status Violations::status() const {
  if (!found_.empty()) return FieldInvalid(found_);
  if (!missing_.empty()) return ReferenceDataMissing(missing_);
  return absl::OkStatus();
}

Field Field::operator[](std::string_view name) const {
  std::string path =
      path_.empty() ? std::string(name) : std::string(path_).append(".").append(name);
  return Field(violations_, std::move(path));
}

Field Field::operator[](std::size_t index) const {
  return Field(violations_, absl::StrCat(path_, "[", index, "]"));
}

}  // namespace throughgate::services
