// What a row of each kind asks for: one function a kind, all of the same shape.
#ifndef THROUGHGATE_SERVICES_IMPORT_IMPORT_ROWS_H_
#define THROUGHGATE_SERVICES_IMPORT_IMPORT_ROWS_H_

#include <string_view>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "matcher/index/catalogue.h"
#include "matcher/model/names.h"
#include "matcher/model/units.h"
#include "matcher/model/vacancy.h"
#include "services/edge/candidate_names.h"
#include "services/edge/edit.h"
#include "services/import/import_session.h"
#include "services/import/label_index.h"
#include "storage/store.h"
#include "throughgate/v1/candidate_service.pb.h"
#include "throughgate/v1/employer_service.pb.h"
#include "throughgate/v1/risk_plan_service.pb.h"
#include "throughgate/v1/vacancy_service.pb.h"

namespace throughgate::services {

// What a row is decided on, and what it is put into.
struct RowWork {
  const matcher::OrganisationId& organisation;  // that the caller acts for
  matcher::Day today;
  bool overwrite_corrections;
  const matcher::Catalogue& catalogue;  // for its taxonomy and gazetteer
  const storage::Store& store;
  Edit& edit;
  absl::Time now;
  const Reach& reach;
  const CandidateNames& names;  // as the catalogue has them
  const storage::Handles& handles;
};

// Each makes the record be as the row says, with the same validation as the API, and puts that and
// everything it rests on into the edit. What is output only stays as it is, but for what imports
// set: a vacancy's feed. What a person has entered or corrected is kept, unless the import
// overwrites corrections; it is the import's again then.
//
// Errors  FIELD_INVALID           paths are within the row: "site.position.latitude".
//         PERSONAL_DATA_REFUSED   as CandidateService.
//         RESOURCE_CLOSED         a slot of a closed vacancy.
//         REFERENCE_DATA_MISSING  and those of the store.
using RowResult = absl::StatusOr<RowOutcome>;
RowResult DecideEmployer(const v1::Employer& wire, const RowWork& work);
// LIMIT_EXCEEDED also when imports have moved as many of the employer's sites as they may.
RowResult DecideSite(const v1::Site& wire, const RowWork& work);
// By the caller's reference, which a new candidate gets, or by the handle of one that is there.
// Only the custodian's own are written: RESOURCE_EXISTS for others that are linked.
RowResult DecideCandidate(const v1::ImportCandidatesRow& row, const RowWork& work);
// Of candidates whom the caller reaches: RESOURCE_NOT_FOUND. Never replaces a plan by one that was
// reviewed before it, nor another organisation's unless the import overwrites corrections. A row
// that was reviewed after the day on which a person corrected the plan is a new review, and
// replaces it.
RowResult DecideRiskPlan(const v1::RiskPlan& wire, const RowWork& work);

// Whether an import leaves this vacancy alone: it is closed, which is for good, or a person has
// entered or corrected it, which can be overwritten.
bool MustKeep(const matcher::Vacancy& stored, bool overwrite_corrections);

// A slot that is cancelled is kept.
RowResult DecideVacancy(const v1::Vacancy& wire, const std::string& feed, const RowWork& work);
RowResult DecideSlot(const v1::WorkTrialSlot& wire, const RowWork& work);

// Makes the employer and the site too unless they are there. See advert.h for what becomes of the
// advert's words. `labels` are those of the catalogue's taxonomy.
//
// An employer that is there is left as it is, and so is a site, which a person may have corrected
// or verified, but for one whose place nobody knew. A position that the feed corrects is another
// site, to which the advert moves: see slug.h.
RowResult DecideAdvert(const v1::Advert& wire, const std::string& feed, const LabelIndex& labels,
                       const RowWork& work);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_IMPORT_ROWS_H_
