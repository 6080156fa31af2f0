// An advert as a feed gives it, taken apart into what our records are made of.
#ifndef THROUGHGATE_SERVICES_IMPORT_ADVERT_H_
#define THROUGHGATE_SERVICES_IMPORT_ADVERT_H_

#include <optional>
#include <string>
#include <string_view>

#include "matcher/model/employer.h"
#include "matcher/model/place.h"
#include "matcher/model/units.h"
#include "matcher/model/vacancy.h"
#include "services/convert/field.h"
#include "services/import/label_index.h"
#include "throughgate/v1/vacancy_service.pb.h"

namespace throughgate::services {

// Pay per hour is pay per year by this many hours: 37.5 a week, 52 weeks.
inline constexpr int kHoursPerYear = 1950;
inline constexpr int kPoundsPerYearMax = 1'000'000;

struct Advert {
  matcher::VacancyName name;  // of the employer that the advert names, or of the feed's unnamed one
  std::string external_id;
  std::string title;
  std::string description;
  std::string employer_display_name;
  std::string site;  // the last part of its name, which says the position too when one is stated
  std::string site_display_name;
  std::string location;                      // as worded; empty: only the position is stated
  std::optional<matcher::Place> stated;      // the position as the feed gives it
  matcher::Metres unknown_name_uncertainty;  // 0: of a name that is not known nothing is known
  matcher::PencePerHour pay;
  std::optional<matcher::Day> posted_on;
  std::optional<matcher::Day> closes_on;
};

// Of the vacancy that the advert is.
matcher::VacancyName NameOfAdvert(const v1::Advert& wire, const std::string& feed);

// Texts are taken as advert_text.h says.
Advert ReadAdvert(const v1::Advert& wire, const std::string& feed, const Field& at);

// Makes `vacancy`, new or as stored, be what the advert says; what it does not say stays.
void ApplyAdvert(const Advert& advert, const std::string& feed, const LabelIndex& labels,
                 matcher::Vacancy& vacancy);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_ADVERT_H_
