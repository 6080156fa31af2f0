// An advert as a feed gives it, taken apart into what our records are made of.
#ifndef THROUGHGATE_SERVICES_IMPORT_ADVERT_H_
#define THROUGHGATE_SERVICES_IMPORT_ADVERT_H_

#include <optional>
#include <string>
#include <string_view>

#include "matcher/index/gazetteer.h"
#include "matcher/model/employer.h"
#include "matcher/model/units.h"
#include "matcher/model/vacancy.h"
#include "services/convert/field.h"
#include "services/import/label_index.h"
#include "throughgate/v1/vacancy_service.pb.h"

namespace throughgate::services {

// Pay per hour is pay per year by this many hours: 37.5 a week, 52 weeks.
inline constexpr int kHoursPerYear = 1950;
inline constexpr int kPoundsPerYearMax = 1'000'000;
// What could be anywhere within this much of a position is not known.
inline constexpr matcher::Metres kExtentMax{100'000};

struct Advert {
  matcher::VacancyName name;  // of the employer that the advert names, or of the feed's unnamed one
  std::string external_id;
  std::string title;
  std::string description;
  std::string employer_display_name;
  std::string site;  // the last part of its name, which says the position too when one is stated
  std::string site_display_name;
  std::string location;                  // as worded; empty: only the position is stated
  std::optional<matcher::Place> stated;  // the position as the feed gives it
  matcher::PencePerHour pay;
  std::optional<matcher::Day> posted_on;
  std::optional<matcher::Day> closes_on;
};

// Texts are taken as advert_text.h says.
Advert ReadAdvert(const v1::Advert& wire, const std::string& feed, const Field& at);

// Where the work is, never a guess: the position stated, or else the middle of everything of the
// location's name; as uncertain as is stated, and as a place of that name can be far from there (of
// each of the names in "Leeds, West Yorkshire"). nullopt: not known, because neither an uncertainty
// nor any of the names says how well, because a name is of somewhere else, or because it could be
// more than kExtentMax away.
std::optional<matcher::Place> PlaceOf(const Advert& advert, const matcher::Gazetteer& gazetteer);

// Makes `vacancy`, new or as stored, be what the advert says; what it does not say stays.
void ApplyAdvert(const Advert& advert, const std::string& feed, const LabelIndex& labels,
                 matcher::Vacancy& vacancy);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_ADVERT_H_
