#include "services/edge/candidate_links.h"

#include <gmock/gmock.h>

#include <memory>
#include <string>

#include "services/convert/names.h"
#include "services/edge/errors.h"
#include "services/edge/records.h"
#include "storage/memory/memory_store.h"
#include "tests/support/status_matchers.h"

namespace throughgate::services {
namespace {

using matcher::CandidateName;
using matcher::OrganisationId;
using matcher::ReferenceName;

const OrganisationId kCustodian = {"custodian"};
const OrganisationId kOther = {"other"};
const CandidateName kHeron = {"5f0c9d7be6a14c0f8d21b3a4c5e6f708"};
const CandidateName kWren = {"00000000000000000000000000000001"};
const absl::Time kNow = absl::FromUnixSeconds(1'700'000'000);

class CandidateLinks : public testing::Test {
 protected:
  // Commits what `change(edit)` puts together, unless it is refused.
  template <typename Change>
  absl::Status Commit(Change change) {
    Edit edit;
    RETURN_IF_ERROR(change(edit));
    if (edit.empty()) return absl::OkStatus();
    return store_->Commit(edit.transaction()).status();
  }
  absl::Status Put(const OrganisationId& organisation, const CandidateName& candidate,
                   const std::string& reference, const std::string& caseload = "") {
    return Commit([&](Edit& edit) {
      return PutLink(*store_, NewLink(organisation, candidate, caseload, reference, kNow), edit);
    });
  }
  absl::Status Drop(const OrganisationId& organisation, const CandidateName& candidate) {
    return Commit([&](Edit& edit) { return DropLink(*store_, {organisation, candidate}, edit); });
  }
  std::string Called(const OrganisationId& organisation, const std::string& reference) {
    Edit edit;
    const auto found = FindCalled(*store_, {organisation, reference}, edit);
    EXPECT_OK(found);
    return found.ok() && *found ? (*found)->candidate : "";
  }
  std::size_t Records(std::string_view prefix) {
    return store_->List(prefix, {.after = "", .limit = 100})->records.size();
  }

  const std::unique_ptr<storage::Store> store_ = storage::MakeMemoryStore();
};

TEST_F(CandidateLinks, SayTheSameAsTheirReferences) {
  EXPECT_OK(Put(kOther, kHeron, "r-1", "north"));
  EXPECT_EQ(Called(kOther, "r-1"), kHeron.candidate);
  EXPECT_EQ(Called(kCustodian, "r-1"), "");
  const auto link = Find<matcher::Link>(*store_, {kOther, kHeron});
  ASSERT_TRUE(link.ok() && link->has_value());
  EXPECT_EQ(
      (*link)->record.terms,
      (matcher::LinkTerms{.caseload = "north", .reference = "r-1", .linked_at_s = 1'700'000'000}));
  // Another one takes the place of the first.
  EXPECT_OK(Put(kOther, kHeron, "r-2"));
  EXPECT_EQ(Called(kOther, "r-1"), "");
  EXPECT_EQ(Called(kOther, "r-2"), kHeron.candidate);
  EXPECT_EQ(Records(format::kReferencesPrefix), 1u);
  EXPECT_OK(Put(kOther, kHeron, ""));
  EXPECT_EQ(Records(format::kReferencesPrefix), 0u);
  EXPECT_EQ(Records(format::kLinksPrefix), 1u);
}

TEST_F(CandidateLinks, AreTakenBackWithTheirReferences) {
  EXPECT_OK(Put(kOther, kHeron, "r-1"));
  EXPECT_OK(Drop(kOther, kHeron));
  EXPECT_EQ(Records(format::kReferencesPrefix), 0u);
  EXPECT_EQ(Records(format::kLinksPrefix), 0u);
  EXPECT_OK(Drop(kOther, kHeron));
  EXPECT_OK(Put(kOther, kWren, "r-1"));
}

TEST_F(CandidateLinks, ThatChangeNothingWriteNothing) {
  EXPECT_OK(Put(kOther, kHeron, "r-1"));
  const storage::Revision revision = store_->latest();
  EXPECT_OK(Put(kOther, kHeron, "r-1"));
  EXPECT_EQ(store_->latest(), revision);
}

TEST_F(CandidateLinks, HaveReferencesThatAreOnceInAnOrganisation) {
  EXPECT_OK(Put(kOther, kHeron, "r-1"));
  const absl::Status taken = Put(kOther, kWren, "r-1");
  EXPECT_EQ(ReasonOf(taken), v1::ERROR_REASON_RESOURCE_EXISTS);
  EXPECT_THAT(std::string(taken.message()), testing::HasSubstr("candidates/r-1"));
  EXPECT_OK(Put(kCustodian, kWren, "r-1"));
}

// Two who give the same reference at the same time: the commit of the second does not hold.
TEST_F(CandidateLinks, ThatWereDecidedOnWhatHasChangedAreNotCommitted) {
  Edit first;
  Edit second;
  ASSERT_OK(PutLink(*store_, NewLink(kOther, kHeron, "", "r-1", kNow), first));
  ASSERT_OK(PutLink(*store_, NewLink(kOther, kWren, "", "r-1", kNow), second));
  EXPECT_OK(store_->Commit(first.transaction()));
  EXPECT_TRUE(absl::IsAborted(store_->Commit(second.transaction()).status()));
  // Nor is one link dropped twice, with what came between.
  Edit drop;
  ASSERT_OK(DropLink(*store_, {kOther, kHeron}, drop));
  EXPECT_OK(Put(kOther, kHeron, "r-2"));
  EXPECT_TRUE(absl::IsAborted(store_->Commit(drop.transaction()).status()));
}

// From before there were links: the custodian calls the candidate by the id.
TEST_F(CandidateLinks, OfACustodianWithoutOneAreItsId) {
  const CandidateName old{"old-one"};
  ASSERT_OK(Commit([&](Edit& edit) {
    matcher::Candidate candidate;
    candidate.name = old;
    candidate.terms.custodian = kCustodian;
    edit.Put({}, candidate);
    return absl::OkStatus();
  }));
  EXPECT_EQ(Called(kCustodian, "old-one"), "old-one");
  EXPECT_EQ(Called(kOther, "old-one"), "");
  EXPECT_EQ(ReasonOf(Put(kCustodian, kHeron, "old-one")), v1::ERROR_REASON_RESOURCE_EXISTS);
  EXPECT_OK(Put(kOther, kHeron, "old-one"));
  EXPECT_OK(Put(kCustodian, old, "new-word"));
  EXPECT_EQ(Called(kCustodian, "old-one"), "");
  EXPECT_OK(Put(kCustodian, kHeron, "old-one"));
}

TEST(References, AreIdsAndNoHandlesOfTheOrganisation) {
  const storage::Handles handles({.key = std::string(32, 's')});
  const auto refused = [&](const std::string& reference) {
    Violations violations;
    ReadReference(reference, kOther, handles, Field(violations)["reference"]);
    return !violations.status().ok();
  };
  EXPECT_FALSE(refused(""));
  EXPECT_FALSE(refused("r-1"));
  EXPECT_FALSE(refused(handles.HandleOf(kCustodian, kHeron.candidate))) << "means nothing to it";
  EXPECT_TRUE(refused(handles.HandleOf(kOther, kHeron.candidate)));
  EXPECT_TRUE(refused("R 1"));
  EXPECT_TRUE(refused(std::string(64, 'a')));
}

TEST(NewCaseloads, AreThoseThatTheCallerWorksWith) {
  const auto read = [](const std::string& asked, const Reach& reach) -> std::string {
    Violations violations;
    const std::string caseload = ReadCaseload(asked, reach, Field(violations)["caseload"]);
    return violations.status().ok() ? "\"" + caseload + "\"" : "refused";
  };
  const Reach all{.organisation = kOther};
  EXPECT_EQ(read("", all), "\"\"");
  EXPECT_EQ(read("north", all), "\"north\"");
  EXPECT_EQ(read("North", all), "refused");
  const Reach one{.organisation = kOther, .caseloads = {{"north"}}};
  EXPECT_EQ(read("", one), "\"north\"");
  EXPECT_EQ(read("north", one), "\"north\"");
  EXPECT_EQ(read("south", one), "refused");
  const Reach two{.organisation = kOther, .caseloads = {{"north", "south"}}};
  EXPECT_EQ(read("", two), "refused");
  EXPECT_EQ(read("south", two), "\"south\"");
  const Reach unassigned{.organisation = kOther, .caseloads = {{"", "south"}}};
  EXPECT_EQ(read("", unassigned), "\"\"");
}

}  // namespace
}  // namespace throughgate::services
