// What the plans of these worlds keep of a name: any two halves do, the first of the employer and
// the second of the site, as long as those of two names differ.
#ifndef THROUGHGATE_TESTS_ORACLE_NAME_DIGEST_H_
#define THROUGHGATE_TESTS_ORACLE_NAME_DIGEST_H_

#include <string>

#include "matcher/model/disclosure.h"

namespace throughgate::oracle {

matcher::NameDigest DigestOf(const std::string& name);

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_NAME_DIGEST_H_
