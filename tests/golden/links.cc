// Candidates who are known to several organisations, and what the person has consented to.
#include "storage/format/keys.h"
#include "tests/golden/golden_records.h"

namespace throughgate::golden {

std::vector<GoldenRecord> RecordsWithLinks() {
  const matcher::CandidateName candidate = {"5f0c9d7be6a14c0f8d21b3a4c5e6f708"};
  const matcher::OrganisationId broker = {"broker-2"};
  matcher::CandidateTerms terms;
  terms.custodian = {"broker-1"};
  terms.release_area = "M13";
  terms.reach = {15'000};
  terms.travel_mode = matcher::TravelMode::kCycle;
  terms.consent = {.basis = matcher::ConsentBasis::kLegalObligation,
                   .lists = true,
                   .counts = true,
                   .given_on = {20'500},
                   .expires_on = matcher::Day{20'865}};
  return {
      Golden(format::TermsKey(candidate), terms),
      Golden(format::TermsKey(matcher::LinkName{broker, candidate}),
             matcher::LinkTerms{
                 .caseload = "north", .reference = "r-17", .linked_at_s = 1'767'225'600}),
      Golden(format::TermsKey(matcher::LinkName{{"broker-3"}, candidate}), matcher::LinkTerms()),
      Golden(format::LinkCodeKey({"c0ffee"}),
             format::LinkCode{.candidate = candidate,
                              .issued_by = {"broker-1"},
                              .expires_at = absl::FromUnixSeconds(1'768'435'200)}),
      Golden(format::TermsKey(matcher::ReferenceName{broker, "r-17"}),
             matcher::ReferenceTerms{.candidate = candidate})};
}

}  // namespace throughgate::golden
