// What an answer says of a pair, and from what it is computed.
#ifndef THROUGHGATE_MATCHER_MODEL_VERDICT_H_
#define THROUGHGATE_MATCHER_MODEL_VERDICT_H_

#include <cstdint>

namespace throughgate::matcher {

// The strictest rule wins, so verdicts are ordered. ELIGIBLE means "no known bar", never
// "cleared".
enum class Verdict : std::uint8_t { kEligible, kReview, kNotAvailable };

// From what an answer is computed. SHARED never reads the sealed plan.
enum class View : std::uint8_t { kShared, kFull };

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_MODEL_VERDICT_H_
