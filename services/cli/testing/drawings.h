// GeoJSON drawings for the tests of the command line.
#ifndef THROUGHGATE_SERVICES_CLI_TESTING_DRAWINGS_H_
#define THROUGHGATE_SERVICES_CLI_TESTING_DRAWINGS_H_

namespace throughgate::cli {

inline constexpr char kTriangle[] =
    R"("geometry": {"type": "Polygon", "coordinates": [[[-2, 53], [-1, 53], [-1, 54], [-2, 53]]]})";
// Crosses itself.
inline constexpr char kBowTie[] =
    R"("geometry": {"type": "Polygon",
        "coordinates": [[[-2, 53], [-1, 54], [-1, 53], [-2, 54], [-2, 53]]]})";

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_TESTING_DRAWINGS_H_
