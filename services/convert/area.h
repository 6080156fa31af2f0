// Areas by name.
#ifndef THROUGHGATE_SERVICES_CONVERT_AREA_H_
#define THROUGHGATE_SERVICES_CONVERT_AREA_H_

#include <string>
#include <string_view>

#include "matcher/model/reference.h"
#include "services/convert/field.h"
#include "throughgate/v1/reference_service.pb.h"

namespace throughgate::services {

// Before the codes of the gazetteer's districts: "district/M13".
inline constexpr std::string_view kDistrictKind = "district/";

// What an area is called: a kind of [a-z-], a slash, and a name of 1 to 100 characters.
std::string ReadAreaName(const std::string& wire, const Field& at);

matcher::NamedArea ReadNamedArea(const v1::NamedArea& wire, const Field& at);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_AREA_H_
