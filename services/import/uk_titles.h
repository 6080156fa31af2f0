// Job titles as British adverts use them, where ESCO lacks the title or means something else by it.
// Our own words, reviewed against the adverts that the tests read.
#ifndef THROUGHGATE_SERVICES_IMPORT_UK_TITLES_H_
#define THROUGHGATE_SERVICES_IMPORT_UK_TITLES_H_

#include <span>
#include <string_view>
#include <vector>

namespace throughgate::services {

// Titles of one occupation: that of this preferred label; where a taxonomy has none, or it is
// empty, the ISCO group of that code; and nothing where it has neither, so that the tables serve
// any taxonomy.
struct UkTitles {
  std::string_view occupation;
  std::string_view group;
  std::string_view titles;  // see NamesIn
};

// The parts of "a, b".
std::vector<std::string_view> NamesIn(std::string_view list);

// Each title once in both of these.
std::span<const UkTitles> UkManualTitles();  // kitchens, stores, roads, sites, workshops, grounds
std::span<const UkTitles> UkOfficeTitles();  // counters, wards, schools, desks

// What somebody works in or on, for what they are: "HGV" and "warehouse" are short for a driver and
// an operative, but an HGV fitter and a warehouse manager are something else.
std::span<const UkTitles> UkTrades();

// Titles, and labels that ESCO gives to some one thing, which in an advert may be anything:
// nothing is inferred from them.
std::vector<std::string_view> VagueTitles();
std::vector<std::string_view> VagueSkills();

// Languages that name what a kitchen cooks as often as what a person speaks: they are skills only
// where somebody speaks, reads or teaches them.
std::vector<std::string_view> Cuisines();

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_UK_TITLES_H_
