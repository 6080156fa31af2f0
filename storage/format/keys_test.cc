#include "storage/format/keys.h"

#include <gtest/gtest.h>

#include <string>

namespace throughgate::format {
namespace {

const matcher::EmployerName kEmployer = {"acme"};
const matcher::SiteName kSite = {"acme", "leeds"};
const matcher::VacancyName kVacancy = {"acme", "cook-1"};
const matcher::SlotName kSlot = {kVacancy, "mondays"};
const matcher::CandidateName kCandidate = {"c-7"};
const matcher::OrganisationId kOrganisation = {"north"};
const matcher::GrantName kGrant = {kOrganisation, "wren-east"};
const RequestName kRequest = {"dana", "1B9F-22"};
const matcher::LinkName kLink = {{"dana"}, {"c-7"}};
const matcher::ReferenceName kReference = {{"dana"}, "heron"};
const ChunkName kChunk = {"esco-1.1.1-4f", 42};

struct Example {
  std::string key;
  std::string text;
  ParsedKey parsed;
};

const Example kExamples[] = {
    {DetailKey(kEmployer), "employer,acme,detail", {RecordKind::kEmployerDetail, kEmployer}},
    {TermsKey(kEmployer), "employer,acme,terms", {RecordKind::kEmployerTerms, kEmployer}},
    {DetailKey(kSite), "site,acme,leeds,detail", {RecordKind::kSiteDetail, kSite}},
    {TermsKey(kSite), "site,acme,leeds,terms", {RecordKind::kSiteTerms, kSite}},
    {DetailKey(kVacancy), "vacancy,acme,cook-1,detail", {RecordKind::kVacancyDetail, kVacancy}},
    {TermsKey(kVacancy), "vacancy,acme,cook-1,terms", {RecordKind::kVacancyTerms, kVacancy}},
    {TermsKey(kSlot), "slot,acme,cook-1,mondays,terms", {RecordKind::kSlotTerms, kSlot}},
    {DetailKey(kCandidate), "candidate,c-7,detail", {RecordKind::kCandidateDetail, kCandidate}},
    {TermsKey(kCandidate), "candidate,c-7,terms", {RecordKind::kCandidateTerms, kCandidate}},
    {RiskPlanKey(kCandidate), "riskplan,c-7,terms", {RecordKind::kRiskPlanTerms, kCandidate}},
    {RequestKey(kRequest), "request,dana,1B9F-22", {RecordKind::kRequest, kRequest}},
    {ImportKey({"feed-1"}), "import,feed-1", {RecordKind::kImport, ImportName{"feed-1"}}},
    {TaxonomyManifestKey(), "taxonomy,current", {RecordKind::kTaxonomyManifest, {}}},
    {TaxonomyChunkKey(kChunk),
     "taxonomy,esco-1.1.1-4f,000042",
     {RecordKind::kTaxonomyChunk, kChunk}},
    {GazetteerManifestKey(), "gazetteer,current", {RecordKind::kGazetteerManifest, {}}},
    {GazetteerChunkKey({"g", kChunkNumberMax}),
     "gazetteer,g,999999",
     {RecordKind::kGazetteerChunk, ChunkName{"g", kChunkNumberMax}}},
    {SharedEffectsKey(kCandidate),
     "sharedeffects,c-7,terms",
     {RecordKind::kSharedEffectsTerms, kCandidate}},
    {SecretKey({"no-contact"}),
     "secret,no-contact",
     {RecordKind::kSecret, SecretName{"no-contact"}}},
    {PremisesManifestKey(), "premises,current", {RecordKind::kPremisesManifest, {}}},
    {PremisesChunkKey(kChunk),
     "premises,esco-1.1.1-4f,000042",
     {RecordKind::kPremisesChunk, kChunk}},
    {AreaManifestKey(), "area,current", {RecordKind::kAreaManifest, {}}},
    {AreaChunkKey(kChunk), "area,esco-1.1.1-4f,000042", {RecordKind::kAreaChunk, kChunk}},
    {MoveBudgetKey(kEmployer), "movebudget,acme", {RecordKind::kMoveBudget, kEmployer}},
    {PostingFlagKey({"acme", "lattice"}),
     "postingflag,acme,lattice",
     {RecordKind::kPostingFlag, PostingFlagName{"acme", "lattice"}}},
    {TermsKey(kLink), "link,dana,c-7", {RecordKind::kLink, kLink}},
    {TermsKey(kReference), "reference,dana,heron", {RecordKind::kReference, kReference}},
    {LinkCodeKey({"0f"}), "linkcode,0f", {RecordKind::kLinkCode, LinkCodeName{"0f"}}},
    {DetailKey(kOrganisation),
     "organisation,north,detail",
     {RecordKind::kOrganisationDetail, kOrganisation}},
    {TermsKey(kOrganisation),
     "organisation,north,terms",
     {RecordKind::kOrganisationTerms, kOrganisation}},
    {TermsKey(kGrant), "grant,north,wren-east,terms", {RecordKind::kGrantTerms, kGrant}},
};

TEST(Keys, FollowTheGrammar) {
  for (const Example& example : kExamples) EXPECT_EQ(example.key, example.text);
}

TEST(Keys, AreParsedAgain) {
  for (const Example& example : kExamples) EXPECT_EQ(ParseKey(example.text), example.parsed);
}

TEST(Keys, ParsingRefusesWhatNoBuilderMakes) {
  for (const char* key : {"",
                          ",",
                          "employer",
                          "employer,",
                          "employer,acme",
                          "employer,acme,",
                          "employer,,terms",
                          "employer,acme,plan",
                          "employer,acme,x,terms",
                          "slot,acme,cook,detail",
                          "slot,a,b,c,detail",
                          "riskplan,c,detail",
                          "organisation,north",
                          "organisation,a,b,terms",
                          "grant,north,terms",
                          "grant,north,a,detail",
                          "grant,north,,terms",
                          "sharedeffects,c",
                          "sharedeffects,c,detail",
                          "secret",
                          "secret,a,b",
                          "taxonomy,current,",
                          "taxonomy,v,42",
                          "taxonomy,v,0000042",
                          "taxonomy,v,00004x",
                          "taxonomy,v,-00042",
                          "request,caller",
                          "import,a,b",
                          "Employer,a,terms",
                          "employer,acme,terms,",
                          ",employer,acme,terms"}) {
    EXPECT_EQ(ParseKey(key), std::nullopt) << key;
  }
}

TEST(Keys, SortAnIdBeforeItsExtensions) {
  EXPECT_LT(TermsKey(matcher::EmployerName{"acme"}), DetailKey(matcher::EmployerName{"acme-2"}));
  EXPECT_LT(DetailKey(matcher::SiteName{"acme", "z"}), DetailKey(matcher::SiteName{"acme-2", "a"}));
}

TEST(Keys, PrefixesHoldTheirNounAndNothingElse) {
  EXPECT_TRUE(DetailKey(kSite).starts_with(SitesPrefix(kEmployer)));
  EXPECT_FALSE(DetailKey(matcher::SiteName{"acme-2", "leeds"}).starts_with(SitesPrefix(kEmployer)));
  EXPECT_TRUE(TermsKey(kVacancy).starts_with(VacanciesPrefix(kEmployer)));
  EXPECT_TRUE(TermsKey(kSlot).starts_with(SlotsPrefix(kVacancy)));
  EXPECT_FALSE(TermsKey(kSlot).starts_with(kVacanciesPrefix));
  EXPECT_TRUE(RiskPlanKey(kCandidate).starts_with(kRiskPlansPrefix));
  EXPECT_TRUE(SharedEffectsKey(kCandidate).starts_with(kSharedEffectsPrefix));
  EXPECT_TRUE(SecretKey({"no-contact"}).starts_with(kSecretsPrefix));
  EXPECT_TRUE(MoveBudgetKey(kEmployer).starts_with(kMoveBudgetsPrefix));
  EXPECT_TRUE(PostingFlagKey({"acme", "lattice"}).starts_with(kPostingFlagsPrefix));
  EXPECT_TRUE(DetailKey(kOrganisation).starts_with(kOrganisationsPrefix));
  EXPECT_TRUE(TermsKey(kGrant).starts_with(kGrantsPrefix));
  EXPECT_TRUE(TermsKey(kGrant).starts_with(GrantsPrefix(kOrganisation)));
  EXPECT_FALSE(
      TermsKey(matcher::GrantName{{"north-2"}, "x"}).starts_with(GrantsPrefix(kOrganisation)));
}

TEST(KeysDeathTest, ANameThatCouldBeTakenForAnotherStopsTheProgram) {
  EXPECT_DEATH(RequestKey({"dana,x", "y"}), "");
  EXPECT_DEATH(DetailKey(matcher::EmployerName{""}), "");
}

}  // namespace
}  // namespace throughgate::format
