#include "matcher/geo/trig.h"

#include <cfloat>
#include <cmath>
#include <limits>

// Without these the same source gives different bits on different machines.
static_assert(std::numeric_limits<double>::is_iec559 && FLT_EVAL_METHOD == 0);
#ifdef __FAST_MATH__
#error "matcher/geo must not be built with -ffast-math"
#endif

namespace throughgate::matcher {
namespace {

constexpr double kQuarterTurnE7 = 900'000'000;

// Taylor's series for |x| <= pi/4, where the first term left out is below 1e-19 (sine) and 1e-17
// (cosine). Each step adds the terms from the smallest up, and the largest last.
constexpr double kSine[] = {-1.0 / 6,
                            1.0 / 120,
                            -1.0 / 5'040,
                            1.0 / 362'880,
                            -1.0 / 39'916'800,
                            1.0 / 6'227'020'800,
                            -1.0 / 1'307'674'368'000,
                            1.0 / 355'687'428'096'000};
constexpr double kCosine[] = {-1.0 / 2,
                              1.0 / 24,
                              -1.0 / 720,
                              1.0 / 40'320,
                              -1.0 / 3'628'800,
                              1.0 / 479'001'600,
                              -1.0 / 87'178'291'200,
                              1.0 / 20'922'789'888'000};

template <int N>
double Polynomial(const double (&coefficients)[N], double x) {
  double sum = coefficients[N - 1];
  for (int i = N - 2; i >= 0; --i) sum = coefficients[i] + x * sum;
  return sum;
}

}  // namespace

SineCosine SineAndCosine(double angle_e7) {
  // Both steps are exact: a small whole number of quarter turns, and what remains of the angle.
  const double turns = std::floor(angle_e7 / kQuarterTurnE7 + 0.5);
  const double x = (angle_e7 - turns * kQuarterTurnE7) * kRadiansPerE7;
  const double xx = x * x;
  const double sine = x + x * (xx * Polynomial(kSine, xx));
  const double cosine = 1 + xx * Polynomial(kCosine, xx);
  switch (static_cast<int>(turns) & 3) {
    case 0:
      return {sine, cosine};
    case 1:
      return {cosine, -sine};
    case 2:
      return {-sine, -cosine};
    default:
      return {-cosine, sine};
  }
}

}  // namespace throughgate::matcher
