// The importer against a server of a few lines in memory, which can be cut off at any batch.
#include "services/cli/import/importer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <set>

#include "absl/strings/str_cat.h"
#include "services/cli/rows/csv_source.h"
#include "services/cli/rows/json_source.h"
#include "services/cli/testing/test_files.h"
#include "throughgate/v1/vacancy_service.pb.h"

namespace throughgate::cli {
namespace {

using ::testing::HasSubstr;

constexpr int kNever = 1'000'000;

// What outlives one run: how far the import has got, and what it has taken.
struct Server {
  std::int64_t applied_through = 0;
  std::set<std::string> taken = {};  // external ids
  int batches_before_cut = kNever;
  int answers_before_cut = kNever;  // those to the batches behind are lost
};

// Refuses every advert whose title is "bad", and every one whose id another row has had.
class FakeWire : public ImportWire {
 public:
  explicit FakeWire(Server& server) : server_(server) {}

  bool Start() override {
    absl::MutexLock lock(&mutex_);
    answers_.emplace_back().set_applied_through_row(server_.applied_through);
    return true;
  }
  google::protobuf::Message& NewRow() override {
    row_.Clear();
    return row_;
  }
  void Keep(std::int64_t number) override {
    row_.set_row(number);
    batch_.push_back(row_);
  }
  void KeepId(std::int64_t number) override {
    ReduceToId(row_);
    EXPECT_EQ(row_.advert().title(), "");
    ids_.emplace(row_.advert().external_id(), number);
    ++settled_earlier_;
  }
  bool Send() override {
    absl::MutexLock lock(&mutex_);
    if (std::exchange(settled_earlier_, 0) > 0) {
      answers_.emplace_back();
      return true;
    }
    if (server_.batches_before_cut-- <= 0) {
      closed_ = true;
      return false;
    }
    v1::ImportProgress answer;
    for (const auto& row : batch_) Apply(row, answer);
    server_.applied_through = std::max(server_.applied_through, batch_.back().row());
    batch_.clear();
    if (server_.answers_before_cut-- > 0) answers_.push_back(answer);
    return true;
  }
  void Close() override {
    absl::MutexLock lock(&mutex_);
    closed_ = true;
  }
  bool Receive(v1::ImportProgress& progress) override {
    absl::MutexLock lock(&mutex_);
    const auto ready = [&]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
      return closed_ || !answers_.empty();
    };
    mutex_.Await(absl::Condition(&ready));
    if (answers_.empty()) return false;
    most_unanswered_ = std::max(most_unanswered_, answers_.size());
    progress = answers_.front();
    answers_.pop_front();
    return true;
  }
  grpc::Status Finish() override {
    return server_.batches_before_cut < 0
               ? grpc::Status(grpc::StatusCode::UNAVAILABLE, "the connection was cut")
               : grpc::Status::OK;
  }
  std::size_t most_unanswered() const { return most_unanswered_; }

 private:
  void Apply(const v1::ImportVacanciesRow& row, v1::ImportProgress& answer) {
    const auto [id, first] = ids_.emplace(row.advert().external_id(), row.row());
    const bool twice = !first && id->second != row.row();
    if (row.advert().title() != "bad" && !twice) {
      const bool fresh = server_.taken.insert(row.advert().external_id()).second;
      if (fresh) answer.set_created(answer.created() + 1);
      if (!fresh) answer.set_unchanged(answer.unchanged() + 1);
      return;
    }
    v1::RejectedRow& rejected = *answer.add_rejected();
    rejected.set_row(row.row());
    rejected.set_field("advert.title");
    rejected.set_message(twice ? absl::StrCat("has the id of row ", id->second) : "is bad");
  }

  Server& server_;
  absl::Mutex mutex_;
  std::deque<v1::ImportProgress> answers_ ABSL_GUARDED_BY(mutex_);
  bool closed_ ABSL_GUARDED_BY(mutex_) = false;
  std::size_t most_unanswered_ = 0;
  v1::ImportVacanciesRow row_;
  std::vector<v1::ImportVacanciesRow> batch_;
  std::map<std::string, std::int64_t> ids_;  // of this run, with the rows that had them
  int settled_earlier_ = 0;                  // ids in the batch being made
};

// Rows of another source, with something done before some.
class WatchedSource : public RowSource {
 public:
  WatchedSource(RowSource& rows, const std::function<void(std::int64_t)>& before_row)
      : rows_(rows), before_row_(before_row) {}

  absl::StatusOr<bool> Next(SourceRow& row, google::protobuf::Message& message) override {
    if (before_row_) before_row_(++read_);
    return rows_.Next(row, message);
  }
  std::string FieldName(absl::string_view path) const override { return rows_.FieldName(path); }
  std::string RejectsHeader() const override { return rows_.RejectsHeader(); }
  std::string RejectedRow(const SourceRow& row, const Fault& fault) const override {
    return rows_.RejectedRow(row, fault);
  }

 private:
  RowSource& rows_;
  const std::function<void(std::int64_t)>& before_row_;
  std::int64_t read_ = 0;
};

class ImporterTest : public ::testing::Test {
 protected:
  ImportOutcome Run(const std::string& csv) {
    TextStream stream(csv, 1000);
    CsvOptions options;
    options.columns = AdvertColumns();
    return Run(**CsvSource::Open(stream, options));
  }

  ImportOutcome Run(RowSource& rows) {
    WatchedSource source(rows, before_row_);
    FakeWire wire(server_);
    RejectsFile rejects(folder_.PathOf("rejects.csv"), "an import", source);
    const ImportOutcome outcome = Importer(source, wire, rejects, [](const auto&) {}).Run();
    most_unanswered_ = wire.most_unanswered();
    return outcome;
  }

  std::string Rejects() const { return ReadFile(folder_.PathOf("rejects.csv")); }

  Server server_;
  std::function<void(std::int64_t)> before_row_;
  std::size_t most_unanswered_ = 0;
  const TempFolder folder_;
};

// `rows` adverts; every seventh is refused by the server, every tenth by this side,
// so that batches end with one.
std::string Adverts(int rows) {
  std::string csv = "external_id,title\n";
  for (int i = 1; i <= rows; ++i) {
    absl::StrAppend(&csv, "x", i, ",", i % 10 == 0 ? "=1" : i % 7 == 0 ? "bad" : "Cook", "\n");
  }
  return csv;
}

TEST_F(ImporterTest, SettlesEveryRowOnce) {
  const ImportOutcome outcome = Run(Adverts(1234));
  EXPECT_TRUE(outcome.complete()) << outcome.local << outcome.server.error_message();
  EXPECT_EQ(outcome.totals.settled, 1234);
  EXPECT_EQ(outcome.totals.rejected, 123 + 176 - 17);
  EXPECT_EQ(outcome.totals.created + outcome.totals.rejected, 1234);
  EXPECT_EQ(outcome.totals.through_line, 1235);
  EXPECT_EQ(server_.taken.size(), static_cast<std::size_t>(outcome.totals.created));
  EXPECT_LE(most_unanswered_, kBatchesInFlightMax);
}

TEST_F(ImporterTest, ReturnsRejectedRowsInOrderWithTheirReasons) {
  Run("external_id,title\na,bad\nb,=1\nc,Cook\nd,bad\n");
  EXPECT_EQ(Rejects(),
            "\"external_id\",\"title\",\"line\",\"field\",\"reason\"\n"
            "\"a\",\"bad\",\"2\",\"title\",\"is bad\"\n"
            "\"b\",\"'=1\",\"3\",\"title\",\"begins like a spreadsheet formula (= + - @, a tab or "
            "a carriage return)\"\n"
            "\"d\",\"bad\",\"5\",\"title\",\"is bad\"\n");
}

TEST_F(ImporterTest, SettlesAFileOfFaultsAlone) {
  std::string csv = "external_id,title\n";
  for (int i = 0; i < 350; ++i) csv += "x,=1\n";
  const ImportOutcome outcome = Run(csv);
  EXPECT_TRUE(outcome.complete());
  EXPECT_EQ(outcome.totals.rejected, 350);
}

TEST_F(ImporterTest, WritesNoRejectsWhenThereAreNoneAndRemovesOldOnes) {
  folder_.Write("rejects.csv", "of another import");
  EXPECT_TRUE(Run("external_id,title\na,Cook\n").complete());
  EXPECT_EQ(Rejects(), "");
}

TEST_F(ImporterTest, ResumesWhereItWasCutOff) {
  const std::string csv = Adverts(1000);
  server_.batches_before_cut = 4;
  const ImportOutcome first = Run(csv);
  EXPECT_EQ(first.server.error_code(), grpc::StatusCode::UNAVAILABLE);
  EXPECT_EQ(first.totals.settled, 400);
  server_.batches_before_cut = 1000;
  const ImportOutcome second = Run(csv);
  EXPECT_TRUE(second.complete());
  // Row 400 was refused on this side, so that the server's mark is before it.
  EXPECT_EQ(second.totals.skipped, 400);
  EXPECT_EQ(second.totals.rejected_earlier, 40 + 57 - 5);
  EXPECT_EQ(second.totals.settled, 600);
  EXPECT_EQ(second.totals.unchanged, 0);
  EXPECT_EQ(server_.taken.size(), 1000u - 100 - 142 + 14);
}

TEST_F(ImporterTest, KeepsTheRejectsOfAllRunsEachOnce) {
  const std::string csv = Adverts(1000);
  Run(csv);
  const std::string in_one_run = Rejects();
  server_ = {};
  for (int run = 1; run <= 10; ++run) {
    server_.batches_before_cut = 1;
    EXPECT_EQ(Run(csv).complete(), run == 10);
  }
  EXPECT_TRUE(Rejects() == in_one_run);
}

// The server has applied rows whose answers were under way when either side was killed.
TEST_F(ImporterTest, ListsWhatWasRejectedInBatchesWhoseAnswersWereLost) {
  const std::string csv = Adverts(600);
  Run(csv);
  const std::string in_one_run = Rejects();
  for (int applied = 0; applied <= 6; ++applied) {
    for (int answered = 0; answered <= std::min(applied, 5); ++answered) {
      server_ = {.batches_before_cut = applied, .answers_before_cut = answered};
      EXPECT_EQ(Run(csv).totals.settled, 100 * answered);
      server_.batches_before_cut = server_.answers_before_cut = kNever;
      const ImportOutcome second = Run(csv);
      EXPECT_TRUE(second.complete());
      EXPECT_EQ(second.totals.skipped, 100 * answered);
      EXPECT_TRUE(Rejects() == in_one_run) << applied << " applied, " << answered << " answered";
      EXPECT_EQ(server_.taken.size(), 600u - 60 - 85 + 8);
    }
  }
}

// The server knows what a row is about from this run alone, so it is told what earlier ones sent.
TEST_F(ImporterTest, ARowWithTheIdOfAnotherIsRejectedWhereverTheImportWasCutOff) {
  const std::string csv = absl::StrCat(Adverts(950), "x3,Cook\n", "x7,Cook\n", "x10,Cook\n");
  Run(csv);
  const std::string in_one_run = Rejects();
  EXPECT_THAT(in_one_run, HasSubstr("has the id of row 3"));
  EXPECT_THAT(in_one_run, HasSubstr("has the id of row 7"));
  EXPECT_THAT(in_one_run, testing::Not(HasSubstr("has the id of row 10")));
  for (int applied = 0; applied <= 9; ++applied) {
    server_ = {.batches_before_cut = applied};
    Run(csv);
    server_.batches_before_cut = kNever;
    EXPECT_TRUE(Run(csv).complete());
    EXPECT_TRUE(Rejects() == in_one_run) << applied;
  }
}

TEST_F(ImporterTest, SendsEveryRowWhereNothingSaysWhatBecameOfThem) {
  const std::string csv = Adverts(1000);
  Run(csv);
  const std::string in_one_run = Rejects();
  server_ = {.batches_before_cut = 5};
  Run(csv);
  std::filesystem::remove(folder_.PathOf("rejects.csv.settled"));  // as on another machine
  server_.batches_before_cut = kNever;
  const ImportOutcome again = Run(csv);
  EXPECT_EQ(again.totals.skipped, 0);
  EXPECT_EQ(again.totals.unchanged, 500 - 50 - 71 + 7);
  EXPECT_TRUE(Rejects() == in_one_run);
}

TEST_F(ImporterTest, ChangesNothingTheSecondTime) {
  Run(Adverts(100));
  const std::string rejects = Rejects();
  const ImportOutcome again = Run(Adverts(100));
  EXPECT_TRUE(again.complete());
  EXPECT_EQ(again.totals.settled, 100);
  EXPECT_EQ(again.totals.unchanged, 100 - 10 - 14 + 1);
  EXPECT_EQ(Rejects(), rejects);
}

// Full disks and folders that may not be written are known before anything is sent.
TEST_F(ImporterTest, SendsNothingWhenRejectsCannotBeWritten) {
  std::filesystem::create_directory(folder_.PathOf("rejects.csv.settled"));
  const ImportOutcome outcome = Run(Adverts(1000));
  EXPECT_THAT(std::string(outcome.local.message()), HasSubstr("rejects.csv.settled"));
  EXPECT_TRUE(server_.taken.empty());
}

TEST_F(ImporterTest, StopsWhenRejectsCanNoLongerBeWritten) {
  std::string csv = "external_id,title\n";
  for (int i = 0; i < 3000; ++i) absl::StrAppend(&csv, "x", i, i < 1000 ? ",Cook\n" : ",bad\n");
  before_row_ = [this](std::int64_t row) {
    if (row == 500) std::filesystem::create_directory(folder_.PathOf("rejects.csv"));
  };
  const ImportOutcome outcome = Run(csv);
  EXPECT_THAT(std::string(outcome.local.message()), HasSubstr("cannot write"));
  EXPECT_EQ(outcome.totals.settled, 1000);
  EXPECT_EQ(outcome.totals.rejected, 0);
}

TEST_F(ImporterTest, TellsOfAFileThatCannotBeReadToItsEnd) {
  const std::string csv =
      absl::StrCat(Adverts(150), "\"", std::string(kCsvRecordBytesMax + 1, 'x'));
  const ImportOutcome outcome = Run(csv);
  EXPECT_THAT(std::string(outcome.local.message()), HasSubstr("line 152"));
  EXPECT_EQ(outcome.totals.settled, 150);
}

TEST_F(ImporterTest, RejectsARowThatIsTooLargeToSend) {
  TextStream stream(absl::StrCat("{\"advert\":{\"title\":\"", std::string(kRowBytesMax, 'x'),
                                 "\"}}\n{\"advert\":{\"title\":\"Cook\"}}\n"),
                    100'000);
  JsonSource source(stream);
  const ImportOutcome outcome = Run(source);
  EXPECT_TRUE(outcome.complete());
  EXPECT_EQ(outcome.totals.rejected, 1);
  EXPECT_EQ(outcome.totals.created, 1);
}

}  // namespace
}  // namespace throughgate::cli
