// Sites that somebody has checked, and what is kept of where an employer's sites were.
#include "storage/format/keys.h"
#include "tests/golden/golden_records.h"

namespace throughgate::golden {

std::vector<GoldenRecord> RecordsWithChecks() {
  const matcher::Place place{{538'000'000, -15'500'000}, {30}};
  const matcher::SiteCheck check{.method = matcher::VerificationMethod::kWorkplaceCheck,
                                 .checked_on = {20'450},
                                 .organisation = {"hmp-somewhere"},
                                 .verifier = "robin"};
  return {
      Golden(format::MoveBudgetKey({"acme"}), format::MoveBudget{.moved_on = {{20'440}, {20'441}},
                                                                 .placed_on = {{20'439}},
                                                                 .import_moved_on = {{20'438}}}),
      Golden(format::MoveBudgetKey({"bare"}), format::MoveBudget()),
      Golden(format::PostingFlagKey({"acme", "lattice"}),
             format::PostingFlag{.first_seen_on = {20'452},
                                 .places = 16,
                                 .example = "employers/acme/sites/leeds",
                                 .organisation = {"jobs-north"}}),
      Golden(format::TermsKey(matcher::SiteName{"acme", "leeds"}),
             matcher::SiteTerms{.place = place,
                                .verification = matcher::SiteVerification::kVerified,
                                .check = check,
                                .registered_by = {"jobs-north"}}),
      Golden(format::TermsKey(matcher::SiteName{"acme", "york"}),
             matcher::SiteTerms{.place = place, .registered_by = {"jobs-north"}})};
}

}  // namespace throughgate::golden
