#include "services/edge/edit.h"

#include <gmock/gmock.h>

#include "storage/memory/memory_store.h"
#include "tests/support/status_matchers.h"

namespace throughgate::services {
namespace {

using matcher::Employer;

const Employer kAcme{.name = {"acme"}, .terms = {}, .detail = {.display_name = "Acme"}};
const std::string kTerms = format::TermsKey(kAcme.name);
const std::string kDetail = format::DetailKey(kAcme.name);

std::map<std::string, storage::Revision> GuardsOf(const Edit& edit) {
  std::map<std::string, storage::Revision> guards;
  for (const auto& [key, version] : edit.transaction().guards) guards[key] = version;
  return guards;
}

std::vector<std::string> WrittenBy(const Edit& edit) {
  std::vector<std::string> keys;
  for (const storage::Write& write : edit.transaction().writes) keys.push_back(write.key);
  return keys;
}

using Guards = std::map<std::string, storage::Revision>;

TEST(Edit, OfANewRecordWritesBothPartsGuardedAbsent) {
  Edit edit;
  EXPECT_TRUE(edit.Put({}, kAcme));
  EXPECT_EQ(GuardsOf(edit), (Guards{{kTerms, 0}, {kDetail, 0}}));
  EXPECT_THAT(WrittenBy(edit), testing::ElementsAre(kDetail, kTerms));
  EXPECT_EQ(edit.operations(), 4u);
}

TEST(Edit, WritesThePartThatDiffersAndGuardsBoth) {
  Employer renamed = kAcme;
  renamed.detail.display_name = "Acme Foods";
  Edit edit;
  EXPECT_TRUE(edit.Put(std::optional(Stored<Employer>{kAcme, {.terms = 3, .detail = 5}}), renamed));
  EXPECT_EQ(GuardsOf(edit), (Guards{{kTerms, 3}, {kDetail, 5}}));
  EXPECT_THAT(WrittenBy(edit), testing::ElementsAre(kDetail));
}

TEST(Edit, Deletes) {
  Edit edit;
  edit.Delete(kTerms);
  EXPECT_FALSE(edit.empty());
  EXPECT_EQ(edit.bytes(), kTerms.size());
  EXPECT_EQ(edit.transaction().writes.at(0).value, std::nullopt);
}

TEST(Edit, OfWhatIsThereAlreadyIsEmpty) {
  Edit edit;
  EXPECT_FALSE(edit.Put(std::optional(Stored<Employer>{kAcme, {3, 5}}), kAcme));
  EXPECT_TRUE(edit.empty());
}

TEST(Edit, RestsOnTheTermsOfWhatItRequires) {
  Edit edit;
  edit.Require(Stored<Employer>{kAcme, {.terms = 3, .detail = 5}});
  EXPECT_EQ(GuardsOf(edit), (Guards{{kTerms, 3}}));
}

TEST(Edit, KeepsTheVersionThatItFirstSaw) {
  Edit edit;
  edit.Guard("key", 3);
  edit.Guard("key", 4);
  EXPECT_EQ(GuardsOf(edit), (Guards{{"key", 3}}));
}

TEST(Edit, CountsTheBytesThatTheStoreCounts) {
  Edit edit;
  edit.Write("key", std::string(storage::kCommitBytesMax - 3, 'v'));
  EXPECT_EQ(edit.bytes(), storage::kCommitBytesMax);
  const auto store = storage::MakeMemoryStore();
  EXPECT_OK(store->Commit(edit.transaction()));
  edit.Guard("k", 0);
  EXPECT_GT(edit.bytes(), storage::kCommitBytesMax);
  EXPECT_THAT(store->Commit(edit.transaction()), StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST(Records, ReadBackWithTheirVersions) {
  const auto store = storage::MakeMemoryStore();
  EXPECT_OK(Find<Employer>(*store, kAcme.name));
  Edit create;
  create.Put({}, kAcme);
  ASSERT_OK(store->Commit(create.transaction()));
  ASSERT_OK_AND_ASSIGN(const auto found, Read<Employer>(*store, kAcme.name));
  EXPECT_EQ(found.record, kAcme);
  EXPECT_EQ(found.versions, (Versions{1, 1}));
}

TEST(Records, ThatLackAPartAreDamaged) {
  const auto store = storage::MakeMemoryStore();
  Edit create;
  create.Put({}, kAcme);
  ASSERT_OK(store->Commit(create.transaction()));
  ASSERT_OK(store->Commit({.writes = {{kDetail, std::nullopt}}}));
  EXPECT_THAT(Find<Employer>(*store, kAcme.name), StatusIs(absl::StatusCode::kDataLoss));
}

}  // namespace
}  // namespace throughgate::services
