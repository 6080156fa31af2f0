// Sine and cosine that are the same on every machine.
#ifndef THROUGHGATE_MATCHER_GEO_TRIG_H_
#define THROUGHGATE_MATCHER_GEO_TRIG_H_

namespace throughgate::matcher {

inline constexpr double kRadiansPerE7 = 3.14159265358979323846 / 1'800'000'000;

struct SineCosine {
  double sine = 0;
  double cosine = 0;
};

// The sine and cosine of an angle.
//
// Units     1e-7 of a degree, at most 3,600,000,000 either way; every whole number of them is
// exact.
//           Each result is within 2e-16 of the truth, 1 nm on the Earth's radius, and within 2
//           units in its last place.
// Why       the platform's sine differs between C libraries in its last bits. This one uses only
//           operations that IEEE 754 rounds correctly, and no fused ones (-ffp-contract=off).
SineCosine SineAndCosine(double angle_e7);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_GEO_TRIG_H_
