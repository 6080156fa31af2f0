// Areas that others drew, from files that are not part of the project.
#ifndef THROUGHGATE_TESTS_ORACLE_GEOS_REAL_AREAS_H_
#define THROUGHGATE_TESTS_ORACLE_GEOS_REAL_AREAS_H_

#include <string>
#include <vector>

#include "matcher/model/zone.h"

namespace throughgate::oracle {

struct NamedArea {
  std::string name;  // the file, and the number of the feature in it
  matcher::MultiPolygon area;
};

// Every polygon of every GeoJSON file, gzipped or not, in the folder of real data that
// THROUGHGATE_DATA names. None when there is no such folder.
std::vector<NamedArea> RealAreas();

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_GEOS_REAL_AREAS_H_
