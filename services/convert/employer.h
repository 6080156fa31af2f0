// Employers and their sites.
#ifndef THROUGHGATE_SERVICES_CONVERT_EMPLOYER_H_
#define THROUGHGATE_SERVICES_CONVERT_EMPLOYER_H_

#include <string_view>

#include "matcher/model/employer.h"
#include "services/convert/field.h"
#include "services/convert/field_set.h"
#include "services/convert/stored.h"
#include "throughgate/v1/employer_service.pb.h"

namespace throughgate::services {

inline constexpr std::string_view kEmployerFields[] = {"display_name", "sector", "pledges"};
inline constexpr std::string_view kSiteFields[] = {"display_name", "position", "premises_kinds"};

// Takes `fields` of `wire` into `employer`, whose other fields stay. Never its name.
void ReadEmployer(const v1::Employer& wire, const FieldSet& fields, const Field& at,
                  matcher::Employer& employer);
v1::Employer WriteEmployer(const Stored<matcher::Employer>& stored);

// As near as a site's position must be known for it to be verified: about a unit postcode.
inline constexpr matcher::Metres kVerifiableWithin{150};

// A site whose place changes becomes UNVERIFIED, and its check is gone.
void ReadSite(const v1::Site& wire, const FieldSet& fields, const Field& at, matcher::Site& site);
v1::Site WriteSite(const Stored<matcher::Site>& stored);

// The check that a request tells of, but for who made it. Refused: a day after `today`, or more
// than 365 days before it.
matcher::SiteCheck ReadSiteCheck(const v1::VerifySiteRequest& wire, matcher::Day today,
                                 const Field& at);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_EMPLOYER_H_
