// Job titles as British adverts use them, where ESCO lacks the title or means something else by it.
// Our own words, reviewed against the adverts that the tests read.
#ifndef THROUGHGATE_SERVICES_IMPORT_UK_TITLES_H_
#define THROUGHGATE_SERVICES_IMPORT_UK_TITLES_H_

#include <span>
#include <string_view>
#include <vector>

namespace throughgate::services {

// A title means the occupation of that preferred label; where a taxonomy has none, or it is empty,
// the ISCO group of that code; and nothing where it has neither, so that the table serves any
// taxonomy.
struct UkTitle {
  std::string_view title;
  std::string_view occupation;
  std::string_view group;
};

// Each title once.
std::span<const UkTitle> UkTitles();

// Titles, and labels that ESCO gives to some one thing, which in an advert may be anything:
// nothing is inferred from them.
std::vector<std::string_view> VagueTitles();

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_UK_TITLES_H_
