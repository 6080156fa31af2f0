#include "tests/scenario/ground.h"

#include <gtest/gtest.h>

#include <cmath>

#include "matcher/geo/vincenty_for_test.h"

namespace throughgate::scenario {
namespace {
TEST(Ground, X) {}
}  // namespace
}  // namespace throughgate::scenario
