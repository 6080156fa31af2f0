// The concepts of a taxonomy and the districts of a gazetteer.
#ifndef THROUGHGATE_SERVICES_CONVERT_REFERENCE_H_
#define THROUGHGATE_SERVICES_CONVERT_REFERENCE_H_

#include <string>

#include "matcher/model/reference.h"
#include "services/convert/field.h"
#include "throughgate/v1/reference_service.pb.h"

namespace throughgate::services {

// What a taxonomy, a gazetteer or a layer is called: [A-Za-z0-9.-], 1 to 63.
std::string ReadReferenceName(const std::string& wire, const Field& at);
// [A-Za-z0-9./-], 1 to 100.
std::string ReadCode(const std::string& wire, const Field& at);
// One line, at most 1,000 characters.
std::string ReadAttribution(const std::string& wire, const Field& at);

// That the codes it refers to exist is not looked at.
matcher::Concept ReadConcept(const v1::Concept& wire, const Field& at);
// Without the skills of an occupation.
v1::Concept WriteConcept(const matcher::Concept& concept_);

// The code is taken in capitals, however it was written.
matcher::District ReadDistrict(const v1::District& wire, const Field& at);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_REFERENCE_H_
