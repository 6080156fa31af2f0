// Types of work and the ISCO groups that hold them, by the taxonomy's own records.
#ifndef THROUGHGATE_TESTS_ORACLE_TYPES_OF_WORK_H_
#define THROUGHGATE_TESTS_ORACLE_TYPES_OF_WORK_H_

#include <string>
#include <vector>

#include "matcher/model/reference.h"

namespace throughgate::oracle {

enum class Within { kNo, kPerhaps, kYes };

// Whether the work of a code is within any of the groups, or may be: work that is known by no more
// than "craft" may be a baker's, and what the taxonomy does not know may be anything. A group of
// another scheme than "isco/" may hold any work.
Within WithinGroups(const std::vector<matcher::Concept>& concepts, const std::string& code,
                    const std::vector<std::string>& groups);

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_TYPES_OF_WORK_H_
