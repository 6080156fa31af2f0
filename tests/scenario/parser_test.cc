
#include <gtest/gtest.h>

#include <cmath>

namespace throughgate::scenario {
namespace {}  // namespace
}  // namespace throughgate::scenario
