// How long journeys take, typed from RANKING.md.
#ifndef THROUGHGATE_TESTS_ORACLE_JOURNEYS_H_
#define THROUGHGATE_TESTS_ORACLE_JOURNEYS_H_

#include "matcher/model/work.h"
#include "tests/oracle/doubt.h"

namespace throughgate::oracle {

// Minutes for a journey over `metres` that arrives, or leaves, at a minute of the week. In doubt
// where a few centimetres make a minute.
int MinutesToArrive(matcher::TravelMode mode, double metres, int minute, Doubt& doubt);
int MinutesAfterLeaving(matcher::TravelMode mode, double metres, int minute, Doubt& doubt);

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_JOURNEYS_H_
