// Records that a person has entered or changed since an import wrote them.
#include "storage/format/keys.h"
#include "tests/golden/golden_records.h"

namespace throughgate::golden {

std::vector<GoldenRecord> RecordsWithCorrections() {
  matcher::RiskPlanTerms plan;
  plan.supervised_by = {"probation-1"};
  plan.reviewed_on = {20'449};
  plan.corrected_on = matcher::Day{20'460};
  matcher::CandidateDetail candidate;
  candidate.registered_on = {20'440};
  candidate.corrected = true;
  return {
      Golden(format::DetailKey(matcher::CandidateName{"c-9"}), candidate),
      Golden(format::DetailKey(matcher::EmployerName{"acme"}),
             matcher::EmployerDetail{.display_name = "Acme Ltd", .sector = 4, .corrected = true}),
      Golden(format::RiskPlanKey({"c-9"}), plan),
      Golden(format::DetailKey(matcher::SiteName{"acme", "leeds"}),
             matcher::SiteDetail{.display_name = "Leeds", .corrected = true})};
}

}  // namespace throughgate::golden
