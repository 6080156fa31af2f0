// Positions on the ground.
//
// Units  degrees on the wire, 1e-7 of a degree inside, to the nearest.
#ifndef THROUGHGATE_SERVICES_CONVERT_POSITION_H_
#define THROUGHGATE_SERVICES_CONVERT_POSITION_H_

#include "matcher/model/place.h"
#include "services/convert/field.h"
#include "throughgate/v1/types.pb.h"

namespace throughgate::services {

// Refused: what is not a number, not in the United Kingdom, or in it once latitude and longitude
// are swapped.
matcher::GeoPoint ReadPoint(double latitude, double longitude, const Field& at);
double WriteDegrees(std::int32_t e7);

// The place of a record. Refused also: an uncertainty that is not stated, or is 0.
//
// Why  a place that is said to be exact, because nobody said otherwise, would be cleared by zones
//      that it may well be in.
matcher::Place ReadPosition(const v1::Position& wire, const Field& at);

// The same as a feed states it, who may not know how exact it is: an uncertainty of 0 is then none.
matcher::Place ReadPositionOfFeed(const v1::Position& wire, const Field& at);

v1::Position WritePosition(const matcher::Place& place);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_POSITION_H_
