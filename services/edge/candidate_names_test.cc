#include "services/edge/candidate_names.h"

#include <gmock/gmock.h>
#include <google/protobuf/descriptor.h>
#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <string>
#include <thread>

#include "matcher/index/catalogue_builder.h"
#include "services/edge/errors.h"
#include "tests/support/status_matchers.h"
#include "throughgate/v1/candidate_service.pb.h"
#include "throughgate/v1/match_service.pb.h"
#include "throughgate/v1/naming.pb.h"
#include "throughgate/v1/risk_plan_service.pb.h"
#include "throughgate/v1/vacancy_service.pb.h"

namespace throughgate::services {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::FileDescriptor;
using testing::HasSubstr;
using testing::Not;

const matcher::OrganisationId kCustodian = {"custodian"};
const matcher::OrganisationId kLinked = {"linked"};
const matcher::OrganisationId kProbation = {"probation"};
// As it is made now, and from before there were links.
constexpr char kHeronId[] = "5f0c9d7be6a14c0f8d21b3a4c5e6f708";
constexpr char kHeron[] = "candidates/5f0c9d7be6a14c0f8d21b3a4c5e6f708";
constexpr char kOld[] = "candidates/old-one";
constexpr char kEtag[] = "000000000000000100000000000000ff";

class Names : public testing::Test {
 protected:
  Names() {
    for (const char* id : {kHeronId, "old-one"}) {
      matcher::CandidateTerms terms;
      terms.custodian = kCustodian;
      builder_.SetCandidate(matcher::CandidateName{id}, terms);
      builder_.SetCandidate(matcher::CandidateName{id}, matcher::CandidateDetail());
    }
    builder_.SetLink({kCustodian, {kHeronId}}, {.reference = "heron"});
    builder_.SetLink({kLinked, {kHeronId}}, {.caseload = "north", .reference = "r-17"});
    builder_.SetLink({kLinked, {"old-one"}}, {.caseload = "south"});
    catalogue_ = builder_.Publish(1);
  }

  CandidateNames Of(const matcher::OrganisationId& organisation, bool probation = false) const {
    return CandidateNames(*catalogue_, handles_,
                          {.organisation = organisation, .probation = probation});
  }
  std::string Handle(const matcher::OrganisationId& organisation, const char* id) const {
    return "candidates/" + handles_.HandleOf(organisation, id);
  }

  matcher::CatalogueBuilder builder_{matcher::Taxonomy::Build("", "", {}),
                                     matcher::Gazetteer::Build("", {})};
  std::shared_ptr<const matcher::Catalogue> catalogue_;
  const storage::Handles handles_{{.key = std::string(32, 's')}};
};

TEST_F(Names, AreReferencesOrHandlesOfTheCaller) {
  EXPECT_EQ(Of(kCustodian).Resolve("candidates/heron"), kHeron);
  EXPECT_EQ(Of(kCustodian).Resolve(Handle(kCustodian, kHeronId)), kHeron);
  EXPECT_EQ(Of(kLinked).Resolve("candidates/r-17"), kHeron);
  EXPECT_EQ(Of(kLinked).Resolve(Handle(kLinked, "old-one")), kOld);
  EXPECT_EQ(Of(kCustodian).Resolve("candidates/old-one"), kOld) << "as it always called it";
  EXPECT_EQ(Of(kLinked).Resolve("candidates/r-17/riskPlan"), std::string(kHeron) + "/riskPlan");
  EXPECT_EQ(Of(kLinked).Resolve("candidates/r-17/sharedEffects"),
            std::string(kHeron) + "/sharedEffects");
}

TEST_F(Names, OfOthersAreNobodys) {
  EXPECT_EQ(Of(kLinked).Resolve("candidates/heron"), std::nullopt);
  EXPECT_EQ(Of(kLinked).Resolve(Handle(kCustodian, kHeronId)), std::nullopt);
  EXPECT_EQ(Of(kLinked).Resolve("candidates/old-one"), std::nullopt) << "an internal id";
  EXPECT_EQ(Of(kLinked).Resolve(kHeron), std::nullopt);
  EXPECT_EQ(Of(kCustodian).Resolve(kHeron), std::nullopt);
  EXPECT_EQ(Of(kProbation, true).Resolve("candidates/heron"), std::nullopt);
  // A handle of one's own is of no use without a link.
  EXPECT_EQ(Of(kProbation, true).Resolve(Handle(kProbation, kHeronId)), std::nullopt);
}

TEST_F(Names, AreLookedUpWithinTheReachOfTheCaller) {
  const CandidateNames names(*catalogue_, handles_,
                             {.organisation = kLinked, .caseloads = {{"south"}}});
  EXPECT_EQ(names.Resolve("candidates/r-17"), std::nullopt);
  EXPECT_EQ(names.Resolve(Handle(kLinked, kHeronId)), std::nullopt);
  EXPECT_EQ(names.Resolve(Handle(kLinked, "old-one")), kOld);
}

TEST_F(Names, OfProbationAreKnownWhereItKeepsThePlan) {
  matcher::RiskPlanTerms plan;
  plan.supervised_by = kProbation;
  ASSERT_OK(builder_.SetRiskPlan(matcher::CandidateName{"old-one"}, plan));
  catalogue_ = builder_.Publish(2);
  const std::string handle = Handle(kProbation, "old-one");
  EXPECT_EQ(Of(kProbation, true).Resolve(handle + "/riskPlan"), std::string(kOld) + "/riskPlan");
  EXPECT_EQ(Of(kProbation, true).Shown(kOld), handle);
  EXPECT_EQ(Of(kProbation, false).Resolve(handle), std::nullopt);
}

TEST_F(Names, ThatAreNoneResolveToNothing) {
  for (const char* name : {"", "heron", "candidates/", "candidates/heron/", "candidates/heron/plan",
                           "employers/heron", "candidates/Heron", "candidates/-heron",
                           "/candidates/heron", "candidates/heron/riskPlan/x"}) {
    EXPECT_EQ(Of(kCustodian).Resolve(name), std::nullopt) << name;
  }
  EXPECT_EQ(Of(kCustodian).Resolve("candidates/" + std::string(1'000, 'a')), std::nullopt);
}

TEST_F(Names, AreResolvedInRequests) {
  CandidateNames names = Of(kLinked);
  v1::FindVacanciesRequest request;
  request.set_candidate("candidates/r-17");
  EXPECT_OK(names.ResolveIn(request));
  EXPECT_EQ(request.candidate(), kHeron);

  v1::SetRiskPlanRequest deep;
  deep.mutable_risk_plan()->set_name(Handle(kLinked, "old-one") + "/riskPlan");
  deep.mutable_risk_plan()->set_etag(handles_.SealEtag(kLinked, kEtag));
  EXPECT_OK(names.ResolveIn(deep));
  EXPECT_EQ(deep.risk_plan().name(), std::string(kOld) + "/riskPlan");
  EXPECT_EQ(deep.risk_plan().etag(), kEtag);
}

TEST_F(Names, ThatNobodyHasAreNotFoundAsTheyWereAskedFor) {
  for (const std::string& name : {std::string("candidates/heron"), std::string(kHeron),
                                  Handle(kCustodian, kHeronId), std::string("candidates/nobody")}) {
    v1::FindVacanciesRequest request;
    request.set_candidate(name);
    const absl::Status status = Of(kLinked).ResolveIn(request);
    EXPECT_EQ(ReasonOf(status), v1::ERROR_REASON_RESOURCE_NOT_FOUND);
    EXPECT_THAT(std::string(status.message()), HasSubstr(name));
  }
}

// So that the error is the same as ever.
TEST_F(Names, ThatAreMalformedAreLeftForTheHandler) {
  v1::FindVacanciesRequest request;
  for (const char* name : {"", "heron", "candidates/Heron"}) {
    request.set_candidate(name);
    EXPECT_OK(Of(kLinked).ResolveIn(request));
    EXPECT_EQ(request.candidate(), name);
  }
}

TEST_F(Names, InListsAreLeftForTheHandler) {
  v1::FindVacanciesBatchRequest request;
  request.add_candidates("candidates/r-17");
  request.add_candidates("candidates/nobody");
  EXPECT_OK(Of(kLinked).ResolveIn(request));
  EXPECT_EQ(request.candidates(0), "candidates/r-17");
}

TEST_F(Names, AreShownAtAnyDepth) {
  v1::ListCandidatesResponse list;
  list.add_candidates()->set_name(kHeron);
  list.mutable_candidates(0)->set_etag(kEtag);
  list.add_candidates()->set_name(kOld);
  Of(kLinked).ShowIn(list);
  EXPECT_EQ(list.candidates(0).name(), "candidates/r-17");
  EXPECT_EQ(list.candidates(0).etag(), handles_.SealEtag(kLinked, kEtag));
  EXPECT_EQ(list.candidates(1).name(), Handle(kLinked, "old-one"));
  EXPECT_EQ(list.candidates(1).etag(), "");

  v1::FindCandidatesResponse found;
  found.add_matches()->set_candidate(kHeron);
  Of(kCustodian).ShowIn(found);
  EXPECT_EQ(found.matches(0).candidate(), "candidates/heron");

  v1::SuggestSharedEffectsResponse suggested;
  suggested.add_suggestions()->mutable_effects()->set_name(std::string(kHeron) + "/sharedEffects");
  Of(kLinked).ShowIn(suggested);
  EXPECT_EQ(suggested.suggestions(0).effects().name(), "candidates/r-17/sharedEffects");

  v1::FindVacanciesBatchRequest repeated;
  repeated.add_candidates(kHeron);
  repeated.add_candidates(kOld);
  Of(kLinked).ShowIn(repeated);
  EXPECT_EQ(repeated.candidates(0), "candidates/r-17");
  EXPECT_EQ(repeated.candidates(1), Handle(kLinked, "old-one"));
}

// One who was registered this moment has a handle at least.
TEST_F(Names, OfWhomTheCatalogueDoesNotKnowAreHandles) {
  const char* fresh = "00000000000000000000000000000001";
  EXPECT_EQ(Of(kLinked).Shown(std::string("candidates/") + fresh), Handle(kLinked, fresh));
  EXPECT_EQ(Of({"unheard-of"}).Shown(kHeron), Handle({"unheard-of"}, kHeronId));
  EXPECT_EQ(Of(kLinked).Shown(""), "");
}

TEST_F(Names, ShownAreThoseThatCanBeAskedFor) {
  for (const auto& organisation : {kCustodian, kLinked}) {
    for (const char* name : {kHeron, kOld}) {
      EXPECT_EQ(Of(organisation).Resolve(Of(organisation).Shown(name)), name);
    }
  }
}

TEST_F(Names, InErrorsAreThoseThatWereAskedFor) {
  CandidateNames names = Of(kLinked);
  v1::GetRiskPlanRequest request;
  request.set_name("candidates/r-17/riskPlan");
  ASSERT_OK(names.ResolveIn(request));
  const absl::Status status = names.ShowInStatus(NotFound(request.name()));
  EXPECT_EQ(status, NotFound("candidates/r-17/riskPlan"));
  EXPECT_EQ(names.ShowInStatus(NotFound(kHeron)), NotFound("candidates/r-17"));
  EXPECT_EQ(names.ShowInText(std::string("of ") + kHeron + ", and " + kHeron + "/sharedEffects."),
            "of candidates/r-17, and candidates/r-17/sharedEffects.");
  // What was not asked for is not looked up: it may be a guess that was given back.
  EXPECT_EQ(names.ShowInText("candidates/old-one"), "candidates/old-one");
  EXPECT_EQ(names.ShowInText(std::string(kHeron) + "0"), std::string(kHeron) + "0");
  EXPECT_EQ(names.ShowInText("candidates/"), "candidates/");
  EXPECT_EQ(names.ShowInText(""), "");
  EXPECT_OK(names.ShowInStatus(absl::OkStatus()));
  const absl::Status field = FieldInvalid("risk_plan.name", "Is wrong.");
  EXPECT_EQ(names.ShowInStatus(field), field);
}

TEST_F(Names, OfEtagsThatTheCallerWasNotGivenAgreeWithNothing) {
  for (const std::string& etag : {std::string(kEtag), handles_.SealEtag(kCustodian, kEtag)}) {
    v1::SetSharedEffectsRequest request;
    request.mutable_shared_effects()->set_etag(etag);
    EXPECT_OK(Of(kLinked).ResolveIn(request));
    EXPECT_NE(request.shared_effects().etag(), kEtag);
    EXPECT_NE(request.shared_effects().etag(), "") << "which would agree with anything";
  }
  v1::SetSharedEffectsRequest none;
  EXPECT_OK(Of(kLinked).ResolveIn(none));
  EXPECT_EQ(none.shared_effects().etag(), "");
}

TEST_F(Names, AreTheSameOnEveryThread) {
  std::string shown;
  std::thread([&] {
    v1::FindCandidatesResponse found;
    found.add_matches()->set_candidate(kOld);
    Of(kLinked).ShowIn(found);
    shown = found.matches(0).candidate();
  }).join();
  EXPECT_EQ(shown, Handle(kLinked, "old-one"));
}

TEST_F(Names, OfMessagesWithoutAnyAreNotLookedFor) {
  v1::ListVacanciesResponse vacancies;
  vacancies.add_vacancies()->set_name(kHeron);
  Of(kLinked).ShowIn(vacancies);
  EXPECT_EQ(vacancies.vacancies(0).name(), kHeron);
}

// ---- The contract ----

// Calls `each(field)` for every field of the API.
template <typename Each>
void ForEachField(const Each& each) {
  std::set<const FileDescriptor*> files;
  const auto add = [&](const auto& self, const FileDescriptor& file) -> void {
    if (file.package() != "throughgate.v1" || !files.insert(&file).second) return;
    for (int i = 0; i < file.dependency_count(); ++i) self(self, *file.dependency(i));
  };
  for (const Descriptor* message : {v1::Candidate::descriptor(), v1::RiskPlan::descriptor(),
                                    v1::VacancyMatch::descriptor(), v1::Vacancy::descriptor()}) {
    add(add, *message->file());
  }
  const auto visit = [&](const auto& self, const Descriptor& message) -> void {
    for (int i = 0; i < message.field_count(); ++i) each(*message.field(i));
    for (int i = 0; i < message.nested_type_count(); ++i) self(self, *message.nested_type(i));
  };
  for (const FileDescriptor* file : files) {
    for (int i = 0; i < file->message_type_count(); ++i) visit(visit, *file->message_type(i));
  }
}

bool IsOfPlansOrCandidates(const FieldDescriptor& field) {
  return field.file() == v1::Candidate::descriptor()->file() ||
         field.file() == v1::RiskPlan::descriptor()->file();
}

// By their names, since comments are not in the program.
bool LooksLikeANameOfACandidate(const FieldDescriptor& field) {
  if (field.cpp_type() != FieldDescriptor::CPPTYPE_STRING) return false;
  const std::string& name = field.name();
  if (name == "candidate" || name == "candidates") return true;
  const std::set<std::string> about = {"Candidate",
                                       "RiskPlan",
                                       "RiskPlanDue",
                                       "SharedEffects",
                                       "GetCandidateRequest",
                                       "GetRiskPlanRequest",
                                       "ReviewRiskPlanRequest",
                                       "SetWorkApprovalRequest",
                                       "SetZoneRequest",
                                       "GetSharedEffectsRequest",
                                       "SuggestSharedEffectsRequest"};
  return name == "name" && (about.contains(field.containing_type()->name()) ||
                            field.containing_type()->name().ends_with("CandidateRequest"));
}

TEST(Contract, MarksEveryNameOfACandidate) {
  int marked = 0;
  ForEachField([&](const FieldDescriptor& field) {
    EXPECT_EQ(field.options().GetExtension(v1::names_candidate), LooksLikeANameOfACandidate(field))
        << field.full_name();
    marked += field.options().GetExtension(v1::names_candidate) ? 1 : 0;
  });
  EXPECT_GE(marked, 16);
}

TEST(Contract, MarksEveryEtagOfARecordAboutACandidate) {
  int marked = 0;
  ForEachField([&](const FieldDescriptor& field) {
    const bool about = field.name() == "etag" && IsOfPlansOrCandidates(field);
    EXPECT_EQ(field.options().GetExtension(v1::etag_of_candidate), about) << field.full_name();
    marked += about ? 1 : 0;
  });
  EXPECT_GE(marked, 6);
}

}  // namespace
}  // namespace throughgate::services
