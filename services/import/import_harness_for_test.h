// What the tests of imports share: a store in memory with its feed, a little reference data, and
// calls without gRPC.
#ifndef THROUGHGATE_SERVICES_IMPORT_IMPORT_HARNESS_FOR_TEST_H_
#define THROUGHGATE_SERVICES_IMPORT_IMPORT_HARNESS_FOR_TEST_H_

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/time/time.h"
#include "matcher/index/links.h"
#include "services/edge/backend.h"
#include "services/edge/records.h"
#include "services/import/imports.h"
#include "services/import/reference_import.h"
#include "storage/feed/catalogue_feed.h"
#include "storage/memory/memory_store.h"
#include "tests/support/parties.h"
#include "tests/support/status_matchers.h"

namespace throughgate::services {

// The message that `text` writes; of a field that is written twice the last counts.
template <class Message>
Message Proto(const std::string& text) {
  Message message;
  EXPECT_TRUE(google::protobuf::TextFormat::MergeFromString(text, &message)) << text;
  return message;
}

// A store whose commits a test can come in between, and whose changes it can hold back.
class HarnessStore : public storage::Store {
 public:
  std::string_view id() const override { return base_->id(); }
  storage::Revision latest() const override { return base_->latest(); }
  absl::StatusOr<std::optional<storage::Record>> Get(std::string_view key,
                                                     storage::Revision revision) const override {
    return base_->Get(key, revision);
  }
  absl::StatusOr<storage::Page> List(std::string_view prefix, const storage::PageRequest& request,
                                     storage::Revision revision) const override {
    return base_->List(prefix, request, revision);
  }
  absl::StatusOr<storage::Revision> Commit(const storage::Transaction& transaction) override {
    ++commits;
    if (absl::Status status = before_commit(); !status.ok()) return status;
    return base_->Commit(transaction);
  }
  absl::StatusOr<std::unique_ptr<storage::Watcher>> Watch(storage::Revision after) override;
  absl::StatusOr<bool> Compact(absl::Time horizon) override { return base_->Compact(horizon); }

  // The records whose keys start with `prefix`.
  std::vector<storage::Record> All(std::string_view prefix) const {
    return base_->List(prefix, {.after = {}, .limit = storage::kPageRecordsMax}, 0)->records;
  }
  // Past what comes in between.
  storage::Store& base() { return *base_; }
  void Empty() { base_ = storage::MakeMemoryStore(); }

  std::atomic<bool> held = false;  // watchers see no further change
  int commits = 0;
  std::function<absl::Status()> before_commit = [] { return absl::OkStatus(); };

 private:
  std::unique_ptr<storage::Store> base_ = storage::MakeMemoryStore();
};

// What came of a call: its status, and the progress of each answer, the header's first.
struct CallResult {
  absl::Status status;
  std::vector<v1::ImportProgress> progress;
};

class ImportHarness : public testing::Test {
 protected:
  ImportHarness();

  // Begins anew with an empty store.
  void Empty();
  // Three occupations and a group of two of them, two skills; three districts of Leeds and one of
  // Newport.
  void LoadReferenceData();
  absl::StatusOr<v1::ImportTaxonomyResponse> SendTaxonomy(
      std::vector<v1::ImportTaxonomyRequest> requests);
  absl::StatusOr<v1::ImportGazetteerResponse> SendGazetteer(
      std::vector<v1::ImportGazetteerRequest> requests);
  absl::StatusOr<v1::ImportPremisesResponse> SendPremises(
      std::vector<v1::ImportPremisesRequest> requests);
  absl::StatusOr<v1::ImportAreasResponse> SendAreas(std::vector<v1::ImportAreasRequest> requests);

  template <class Request, class Response>
  CallResult Send(absl::Status (*import)(const ImportContext&,
                                         const ImportStream<Request, Response>&),
                  const std::vector<Request>& requests) {
    CallResult result;
    std::size_t next = 0;
    const auto read = [&](Request& request) {
      if (next == requests.size()) return false;
      request = requests[next++];
      return true;
    };
    const auto write = [&](const Response& response) {
      result.progress.push_back(response.progress());
      return true;
    };
    result.status = import(Context(), {read, write});
    return result;
  }

  template <class Model>
  Model Stored(const NameType<Model>& name) {
    const auto found = Read<Model>(store, name);
    EXPECT_OK(found);
    return found.ok() ? found->record : Model();
  }

  // The candidate whom `organisation` calls so.
  matcher::CandidateName Called(const std::string& reference) const {
    const auto found = matcher::CandidateCalled(*Latest(), {{organisation}, reference});
    EXPECT_TRUE(found.has_value()) << reference;
    return found ? *Latest()->candidate_names[*found] : matcher::CandidateName();
  }
  // Links another organisation to it, by a reference of its own.
  void Link(const std::string& other, const matcher::CandidateName& candidate,
            const std::string& reference) {
    const matcher::LinkName link{{other}, candidate};
    const matcher::ReferenceName name{{other}, reference};
    const storage::Transaction commit{
        .writes = {
            {format::TermsKey(link),
             format::Encode(format::TermsKey(link), matcher::LinkTerms{.reference = reference})},
            {format::TermsKey(name),
             format::Encode(format::TermsKey(name), matcher::ReferenceTerms{candidate})}}};
    ASSERT_OK(feed_->AtLeast(*store.Commit(commit), absl::InfiniteFuture()));
  }

  std::shared_ptr<const matcher::Catalogue> Latest() const { return feed_->Latest(); }

  HarnessStore store;
  absl::Time now = absl::FromCivil(absl::CivilDay(2024, 5, 1), absl::UTCTimeZone());
  std::string organisation = "north-west";
  bool probation = true;
  absl::Duration time_allowed = absl::Minutes(1);  // for a call
  std::function<bool()> is_over = [] { return false; };

 private:
  ImportContext Context();

  Caller caller_;
  std::unique_ptr<storage::CatalogueFeed> feed_;
  std::unique_ptr<Backend> backend_;
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_IMPORT_HARNESS_FOR_TEST_H_
