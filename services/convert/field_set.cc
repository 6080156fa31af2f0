#include "services/convert/field_set.h"

#include <algorithm>
#include <cassert>
#include <cstddef>

namespace throughgate::services {

FieldSet::FieldSet(WritableFields writable)
    : writable_(writable), taken_(writable.begin(), writable.end()) {}

FieldSet::FieldSet(const google::protobuf::FieldMask& update_mask, WritableFields writable,
                   const google::protobuf::Descriptor& resource, const Field& at)
    : writable_(writable) {
  if (update_mask.paths().empty()) taken_.insert(writable.begin(), writable.end());
  for (int i = 0; i < update_mask.paths_size(); ++i) {
    const std::string& path = update_mask.paths(i);
    const Field here = at["paths"][static_cast<std::size_t>(i)];
    if (const auto field = std::ranges::find(writable, path); field != writable.end()) {
      taken_.insert(*field);
    } else if (resource.FindFieldByName(path) != nullptr) {
      here.Refuse("Is a field that an update cannot write.");
    } else {
      here.Refuse("Is not a field of the resource. Name whole fields, such as \"display_name\".");
    }
  }
}

bool FieldSet::Has(std::string_view name) const {
  assert(std::ranges::find(writable_, name) != writable_.end());
  return taken_.contains(name);
}

}  // namespace throughgate::services
