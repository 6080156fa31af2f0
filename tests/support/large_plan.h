// A risk plan that no commit takes.
#ifndef THROUGHGATE_TESTS_SUPPORT_LARGE_PLAN_H_
#define THROUGHGATE_TESTS_SUPPORT_LARGE_PLAN_H_

#include "absl/strings/str_cat.h"
#include "throughgate/v1/risk_plan_service.pb.h"

namespace throughgate {

// Zones of as many vertices as a plan may have, to and fro across the country: vertices that are
// far apart take the most bytes.
inline void AddZonesTooLargeForACommit(v1::RiskPlan& plan) {
  constexpr int kZones = 15;
  constexpr int kTurns = 4'990;
  for (int i = 0; i < kZones; ++i) {
    v1::Zone& zone = *plan.add_zones();
    zone.set_zone_id(absl::StrCat("large-", i));
    zone.set_kind(v1::ZONE_KIND_EXCLUSION);
    v1::Ring& ring = *zone.mutable_area()->add_polygons()->add_rings();
    const auto add = [&](double latitude, double longitude) {
      v1::Vertex& vertex = *ring.add_vertices();
      vertex.set_latitude(latitude);
      vertex.set_longitude(longitude);
    };
    for (int turn = 0; turn < kTurns; ++turn) {
      add(49.1, -8.9 + turn * 1e-4);
      add(61.4, 1.3 + turn * 1e-4);
    }
    add(49.1, -8.9 + kTurns * 1e-4);
    add(49.0, -8.9);
    add(49.1, -8.9);
  }
}

}  // namespace throughgate

#endif  // THROUGHGATE_TESTS_SUPPORT_LARGE_PLAN_H_
