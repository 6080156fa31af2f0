#include "tests/oracle/edge_world.h"

#include "tests/oracle/edge_parts.h"
#include "tests/oracle/name_digest.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

Concept Work(const char* code, std::vector<std::string> broader) {
  return {code, ConceptKind::kOccupation, code, {}, broader, {}, {}};
}

Concept GroupOfWork(const char* code) {
  return {code, ConceptKind::kOccupationGroup, code, {}, {}, {}, {}};
}

std::vector<Concept> SomeConcepts() {
  return {GroupOfWork("isco/75"),
          GroupOfWork("isco/7512"),
          GroupOfWork("isco/5120"),
          Work("occupation/baker", {"isco/7512"}),
          Work("occupation/butcher", {"isco/7511"}),
          Work("occupation/bricklayer", {"isco/7112"}),
          Work("occupation/cook", {"isco/5120"}),
          Work("occupation/dreamer", {}),
          {"skill/bake", ConceptKind::kSkill, "bake", {}, {}, {}, {}}};
}

}  // namespace

PlainWorld EdgeWorld(std::uint64_t seed) {
  Dice dice(seed);
  PlainWorld world;
  world.today = {20'000};
  world.concepts = SomeConcepts();
  AddVacancies(dice, world);
  AddSlots(dice, world);
  AddCandidates(dice, world);
  AddPlans(dice, world);
  if (!dice.OneIn(3)) CalmDown(dice, world);
  AddSites(dice, world);
  AddDistricts(dice, world);
  FitHours(dice, world);
  FitReach(dice, world);
  AddEffects(dice, world);
  if (!dice.OneIn(8)) world.digest = DigestOf;
  // Dice of their own, so that they change nothing else of a world.
  Dice more(~seed);
  AddPremises(more, world);
  AddContrary(more, world);
  return world;
}

}  // namespace throughgate::oracle
