// Conditions that stand in a plan for what could not be read of a licence or of an order.
//
// Why  what the report of an import alone told of would leave the plan as clear as if it were not
//      there.
#ifndef THROUGHGATE_SERVICES_CLI_LICENCES_HELD_PARTS_H_
#define THROUGHGATE_SERVICES_CLI_LICENCES_HELD_PARTS_H_

#include <string>

#include "services/cli/licences/licence.h"

namespace throughgate::cli {

// What begins the ids of the conditions that stand for parts: "cvl-em-3fa85f64-" of an order,
// "cvl-1234-" of a licence, each followed by the part. Only an order of the same id has the same:
// the ids of orders are hexadecimal digits and hyphens, and no part is.
std::string HeldPrefix(const Licence& licence);

// The id of what stands for the hours of a curfew; a curfew has no such id itself.
std::string HeldHours(const std::string& curfew);

// Whether an import of `licence` can have brought the condition `id`: licences have their own
// conditions, and the parts of orders and of curfew times are none of theirs.
bool IsOfItsKind(const Licence& licence, const std::string& id);

// Notes `part`, and has the condition `id` stand for it, perhaps together with others. Of the part
// nothing is kept but that there is one.
void Hold(const std::string& id, UnreadPart part, Licence& licence,
          v1::ConditionForm form = v1::CONDITION_FORM_BESPOKE);

// The same, for what only the members of the licence or order as a whole can stand for.
void HoldMember(const std::string& member, const std::string& why, Licence& licence);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_LICENCES_HELD_PARTS_H_
