// Who may do what. Every role and every kind of grant stands here by itself, so that none can
// change its value.
#include <cstdint>
#include <string>
#include <vector>

#include "storage/format/keys.h"
#include "tests/golden/golden_records.h"

namespace throughgate::golden {
namespace {

using format::GrantKind;
using format::MaskOf;
using format::Role;

constexpr std::int64_t kFrom = 1'748'862'000;
constexpr std::int64_t kDay = 24 * 60 * 60;

// For 30 days, by Alex.
format::GrantTerms Standing(Role role) {
  format::GrantTerms terms;
  terms.subject = "wren";
  terms.role = role;
  terms.kind = GrantKind::kStanding;
  terms.from = absl::FromUnixSeconds(kFrom);
  terms.until = absl::FromUnixSeconds(kFrom + 30 * kDay);
  terms.granted_by = "alex";
  return terms;
}

// For a week.
format::GrantTerms StandingIn(Role role, GrantKind kind, const std::string& caseload) {
  format::GrantTerms terms = Standing(role);
  terms.kind = kind;
  terms.caseload = caseload;
  terms.until = absl::FromUnixSeconds(kFrom + 7 * kDay);
  return terms;
}

format::GrantTerms Revoked() {
  format::GrantTerms terms = Standing(Role::kBroker);
  terms.caseload = "east";
  terms.until = absl::FromUnixSeconds(kFrom + 3'600);
  terms.revoked_by = "robin";
  return terms;
}

format::GrantTerms OfAService() {
  format::GrantTerms terms = Standing(Role::kEvaluator);
  terms.subject = "spiffe://prison.example/referrals";
  return terms;
}

format::GrantTerms First() {
  format::GrantTerms terms = Standing(Role::kAdministrator);
  terms.granted_by = "";
  return terms;
}

GoldenRecord Grant(const char* id, const format::GrantTerms& terms) {
  return Golden(format::TermsKey(matcher::GrantName{{"north"}, id}), terms);
}

}  // namespace

std::vector<GoldenRecord> RecordsWithAccess() {
  const matcher::OrganisationId bare = {"bare"};
  const matcher::OrganisationId north = {"north"};
  const matcher::OrganisationId south = {"south"};
  const format::OrganisationTerms operating{
      .roles = MaskOf(Role::kEngagement) | MaskOf(Role::kBroker) | MaskOf(Role::kProbation) |
               MaskOf(Role::kSeniorProbation) | MaskOf(Role::kCustody) | MaskOf(Role::kEvaluator) |
               MaskOf(Role::kAuditor) | MaskOf(Role::kAdministrator),
      .operates = true};
  const format::OrganisationTerms suspended{
      .roles = MaskOf(Role::kBroker) | MaskOf(Role::kAdministrator), .suspended = true};
  return {Grant("administrator", First()),
          Grant("auditor", Standing(Role::kAuditor)),
          Grant("broker", Revoked()),
          Grant("custody", StandingIn(Role::kCustody, GrantKind::kCover, "east")),
          Grant("engagement", Standing(Role::kEngagement)),
          Grant("evaluator", OfAService()),
          Grant("probation", StandingIn(Role::kProbation, GrantKind::kDuty, "")),
          Grant("senior-probation", Standing(Role::kSeniorProbation)),
          Golden(format::DetailKey(bare), format::OrganisationDetail()),
          Golden(format::TermsKey(bare), format::OrganisationTerms()),
          Golden(format::DetailKey(north), format::OrganisationDetail{"North, café"}),
          Golden(format::TermsKey(north), operating),
          Golden(format::DetailKey(south), format::OrganisationDetail{"South"}),
          Golden(format::TermsKey(south), suspended)};
}

}  // namespace throughgate::golden
