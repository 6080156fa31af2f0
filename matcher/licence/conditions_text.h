// The text of conditions.csv, as it was when this program was built.
#ifndef THROUGHGATE_MATCHER_LICENCE_CONDITIONS_TEXT_H_
#define THROUGHGATE_MATCHER_LICENCE_CONDITIONS_TEXT_H_

#include <string_view>

namespace throughgate::matcher {

extern const std::string_view kConditionsText;

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_LICENCE_CONDITIONS_TEXT_H_
