#include "services/import/advert.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "services/convert/dates.h"
#include "services/convert/position.h"
#include "services/convert/values.h"
#include "services/import/advert_text.h"
#include "services/import/infer.h"
#include "services/import/slug.h"

namespace throughgate::services {
namespace {

constexpr TextLimits kExternalId{.max = 200, .required = true};
constexpr TextLimits kTitle{.max = 300, .required = true};
constexpr TextLimits kDescription{.max = 10'000, .lines = true};
constexpr TextLimits kDisplayName{.max = 200};
constexpr Range kPoundsPerYear{.min = 0, .max = kPoundsPerYearMax};

// The least pence per hour that make `pounds` a year, to the nearest.
matcher::PencePerHour HourlyPay(std::int32_t pounds) {
  return {
      static_cast<std::int32_t>((std::int64_t{pounds} * 100 + kHoursPerYear / 2) / kHoursPerYear)};
}

void ReadEmployer(const v1::Advert& wire, const std::string& feed, const Field& at,
                  Advert& advert) {
  advert.employer_display_name =
      ReadText(OneLine(wire.employer_display_name()), kDisplayName, at["employer_display_name"]);
  if (advert.employer_display_name.empty()) {
    advert.employer_display_name = absl::StrCat("Unnamed employer (", feed, ")");
  }
}

void ReadSite(const v1::Advert& wire, const Field& at, Advert& advert) {
  advert.location = ReadText(OneLine(wire.location()), kDisplayName, at["location"]);
  if (wire.has_position()) advert.stated = ReadPositionOfFeed(wire.position(), at["position"]);
  advert.unknown_name_uncertainty = {ReadNumber(wire.unknown_name_uncertainty_m(),
                                                {0, matcher::kUncertaintyMax.value},
                                                at["unknown_name_uncertainty_m"])};
  if (advert.location.empty() && !advert.stated) {
    at["location"].Refuse("Is required unless a position is set.");
  }
  advert.site_display_name = advert.location;
  if (advert.location.empty() && advert.stated) {
    advert.site_display_name =
        absl::StrCat(wire.position().latitude(), ", ", wire.position().longitude());
  }
  advert.site = advert.stated ? SlugOfPlace(advert.site_display_name, *advert.stated)
                              : SlugOfName(advert.site_display_name);
}

}  // namespace

matcher::VacancyName NameOfAdvert(const v1::Advert& wire, const std::string& feed) {
  const std::string employer = OneLine(wire.employer_display_name());
  return {employer.empty() ? absl::StrCat(feed, "-unnamed") : SlugOfName(employer),
          SlugOfExternalId(feed, wire.external_id())};
}

Advert ReadAdvert(const v1::Advert& wire, const std::string& feed, const Field& at) {
  Advert advert;
  advert.name = NameOfAdvert(wire, feed);
  advert.external_id = ReadText(wire.external_id(), kExternalId, at["external_id"]);
  advert.title = ReadText(OneLine(wire.title()), kTitle, at["title"]);
  advert.description = ReadText(Lines(wire.description()), kDescription, at["description"]);
  ReadEmployer(wire, feed, at, advert);
  ReadSite(wire, at, advert);
  advert.pay = HourlyPay(ReadNumber(wire.pounds_per_year(), kPoundsPerYear, at["pounds_per_year"]));
  advert.posted_on = ReadOptionalDate(wire.has_posted_on(), wire.posted_on(), at["posted_on"]);
  advert.closes_on = ReadOptionalDate(wire.has_closes_on(), wire.closes_on(), at["closes_on"]);
  return advert;
}

void ApplyAdvert(const Advert& advert, const std::string& feed, const LabelIndex& labels,
                 matcher::Vacancy& vacancy) {
  Inferred inferred = Infer(labels, advert.title, advert.description);
  vacancy.terms.kind = matcher::VacancyKind::kJob;
  vacancy.terms.site_mode = matcher::SiteMode::kChooseOne;
  vacancy.terms.sites = {advert.site};
  vacancy.terms.closes_on = advert.closes_on;
  vacancy.terms.occupations = std::move(inferred.occupations);
  vacancy.detail.title = advert.title;
  vacancy.detail.description = advert.description;
  vacancy.detail.skills = std::move(inferred.skills);
  vacancy.detail.pay = advert.pay;
  if (advert.posted_on) vacancy.detail.posted_on = *advert.posted_on;
  vacancy.detail.feed = feed;
  vacancy.detail.external_id = advert.external_id;
  vacancy.detail.corrected = false;
}

}  // namespace throughgate::services
