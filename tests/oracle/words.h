// What findings call the things that they are about.
#ifndef THROUGHGATE_TESTS_ORACLE_WORDS_H_
#define THROUGHGATE_TESTS_ORACLE_WORDS_H_

#include <string>

#include "matcher/model/premises.h"
#include "matcher/model/role.h"
#include "matcher/model/work.h"

namespace throughgate::oracle {

std::string NameOf(matcher::WorkAttribute attribute);
std::string NameOf(matcher::PremisesKind kind);
std::string NameOf(matcher::OffenceCategory category);

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_WORDS_H_
