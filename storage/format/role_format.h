// What a vacancy's work demands; vacancy_format.cc includes it.
#ifndef THROUGHGATE_STORAGE_FORMAT_ROLE_FORMAT_H_
#define THROUGHGATE_STORAGE_FORMAT_ROLE_FORMAT_H_

#include "matcher/model/role.h"
#include "storage/format/codec.h"

namespace throughgate::format {

void StoreRole(const matcher::Role& role, v1::Role& stored);
matcher::Role ReadRole(const v1::Role& stored, Reader& reader);

}  // namespace throughgate::format

#endif  // THROUGHGATE_STORAGE_FORMAT_ROLE_FORMAT_H_
