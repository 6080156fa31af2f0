#include <optional>

#include "services/edge/errors.h"
#include "services/import/advert.h"
#include "services/import/advert_place.h"
#include "services/import/import_rows.h"
#include "services/import/row_edits.h"

namespace throughgate::services {
namespace {

absl::Status PutEmployer(const Advert& advert, const RowWork& work) {
  matcher::Employer employer;
  employer.name.employer = advert.name.employer;
  ASSIGN_OR_RETURN(const auto before, Find<matcher::Employer>(work.store, employer.name));
  if (before) {
    work.edit.Require(*before);
    return absl::OkStatus();
  }
  employer.detail.display_name = advert.employer_display_name;
  work.edit.Put({}, employer);
  return absl::OkStatus();
}

// That the site is there says that its employer is: neither is ever deleted.
absl::Status PutSite(const Advert& advert, const RowWork& work) {
  const matcher::SiteName name{advert.name.employer, advert.site};
  ASSIGN_OR_RETURN(const auto before, Find<matcher::Site>(work.store, name));
  matcher::Site site = RecordOr(before, name);
  if (!before) {
    RETURN_IF_ERROR(PutEmployer(advert, work));
    site.detail.display_name = advert.site_display_name;
    site.terms.place = PlaceOf(advert, *work.catalogue.gazetteer);
    site.terms.registered_by = work.organisation;
    work.edit.Put({}, site);
    return absl::OkStatus();
  }
  work.edit.Require(*before);
  const bool verified = site.terms.verification == matcher::SiteVerification::kVerified;
  if (site.terms.place || verified || site.detail.corrected) return absl::OkStatus();
  site.terms.place = PlaceOf(advert, *work.catalogue.gazetteer);
  work.edit.Put(before, site);
  return absl::OkStatus();
}

bool IsOf(const matcher::Vacancy& vacancy, const std::string& feed, const Advert& advert) {
  return vacancy.detail.feed == feed && vacancy.detail.external_id == advert.external_id;
}

absl::Status CheckReferenceData(const matcher::Catalogue& catalogue) {
  if (catalogue.taxonomy->occupation_count() == 0) return ReferenceDataMissing("taxonomy");
  if (catalogue.gazetteer->district_count() == 0) return ReferenceDataMissing("gazetteer");
  return absl::OkStatus();
}

}  // namespace

RowResult DecideAdvert(const v1::Advert& wire, const std::string& feed, const LabelIndex& labels,
                       const RowWork& work) {
  RETURN_IF_ERROR(CheckReferenceData(work.catalogue));
  Violations violations;
  const Advert advert = ReadAdvert(wire, feed, Field(violations, "advert"));
  RETURN_IF_ERROR(violations.status());

  ASSIGN_OR_RETURN(const auto before, Find<matcher::Vacancy>(work.store, advert.name));
  matcher::Vacancy after = RecordOr(before, advert.name);
  if (!before) after.detail.posted_on = work.today;
  if (before && !IsOf(after, feed, advert)) {
    return FieldInvalid("advert.external_id", "A vacancy that is not of this feed has its name.");
  }
  if (before && MustKeep(after, work.overwrite_corrections)) return RowOutcome::kKept;
  ApplyAdvert(advert, feed, labels, after);
  RETURN_IF_ERROR(PutSite(advert, work));
  return PutRow(before, after, work.edit);
}

}  // namespace throughgate::services
