#include "matcher/index/prepared_effects.h"

namespace throughgate::matcher {

PreparedEffects Prepare(const SharedEffects& effects, const Taxonomy& taxonomy) {
  PreparedEffects prepared;
  prepared.attributes = effects.attributes;
  prepared.occupations = taxonomy.OccupationsWithin(effects.occupations);
  prepared.hours = effects.hours;
  for (const SharedArea& area : effects.areas) {
    prepared.areas.push_back({ToEcef(area.centre), area.radius.value * 100});
  }
  return prepared;
}

}  // namespace throughgate::matcher
