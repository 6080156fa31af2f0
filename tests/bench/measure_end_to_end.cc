// Calls over loopback: FindVacancies against an empty unary call to the same server; writes mixed
// in; how soon a change is visible.
#include <grpcpp/grpcpp.h>

#include <array>
#include <atomic>
#include <cstdlib>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "empty_service.grpc.pb.h"
#include "services/edge/backend.h"
#include "services/match_service.h"
#include "storage/feed/catalogue_feed.h"
#include "storage/format/keys.h"
#include "storage/format/records.h"
#include "storage/memory/memory_store.h"
#include "tests/bench/calls.h"
#include "tests/bench/country_records.h"
#include "tests/bench/measure.h"
#include "tests/support/parties.h"

namespace throughgate::bench {
namespace {

constexpr int kManyClients = 8;

class EmptyService final : public v1::EmptyService::Service {
  grpc::Status Nothing(grpc::ServerContext*, const v1::NothingRequest*,
                       v1::NothingResponse*) override {
    return grpc::Status::OK;
  }
};

// A server of a country's records, kept in memory.
class CountryServer {
 public:
  CountryServer(const Country& country, std::size_t vacancies, std::size_t askers,
                std::size_t twins)
      : store_(storage::MakeMemoryStore()) {
    {
      Writer writer(*store_);
      PutReferenceData(country, writer);
      PutEmployers(country, vacancies, writer);
      PutVacancies(country, vacancies, writer);
      PutCandidates(country, askers, writer);
      PutTwins(country, twins, writer);
    }
    GrantEveryRole(*store_, Country::Custodians(), absl::Now());
    feed_ = *storage::CatalogueFeed::Open(*store_, [](const std::string&) {});
    backend_ = std::make_unique<services::Backend>(
        services::Backend{*store_, *feed_, absl::Now, trust_.authenticator.get(),
                          std::make_shared<const storage::Handles>(
                              format::Secret{.key = std::string(format::kSecretBytes, 's')})});
    matches_ = std::make_unique<services::MatchService>(*backend_);
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port_);
    builder.RegisterService(matches_.get());
    builder.RegisterService(&empty_);
    server_ = builder.BuildAndStart();
    if (server_ == nullptr) std::abort();
  }
  ~CountryServer() { server_->Shutdown(); }

  int port() const { return port_; }
  storage::Store& store() { return *store_; }
  const storage::CatalogueFeed& feed() const { return *feed_; }

 private:
  std::unique_ptr<storage::Store> store_;
  std::unique_ptr<storage::CatalogueFeed> feed_;
  const services::Trust trust_ = TrustInTests();
  std::unique_ptr<services::Backend> backend_;
  std::unique_ptr<services::MatchService> matches_;
  EmptyService empty_;
  std::unique_ptr<grpc::Server> server_;
  int port_ = 0;
};

// Writes one vacancy over with another's content and waits until the next question sees it.
double WriteAndSee(const Country& country, CountryServer& server, std::size_t vacancies,
                   std::size_t i) {
  const std::size_t n = i * 6'151 % vacancies;
  const matcher::Vacancy other = country.VacancyAt(vacancies + n);
  const matcher::VacancyName name = country.VacancyAt(n).name;
  storage::Transaction commit;
  const auto put = [&commit](const std::string& key, const auto& part) {
    commit.writes.push_back({key, format::Encode(key, part)});
  };
  put(format::TermsKey(name), other.terms);
  put(format::DetailKey(name), other.detail);
  return Seconds([&] {
    const auto revision = server.store().Commit(commit);
    if (!revision.ok()) std::abort();
    if (!server.feed().AtLeast(*revision, absl::InfiniteFuture()).ok()) std::abort();
  });
}

double Us(const std::vector<double>& seconds, double p) { return Percentile(seconds, p) * 1e6; }

// Of each kind of call, in one row, at one size.
struct Rows {
  std::vector<double> empty, shared, full;
};

// In turns, so that whatever else the machine does meets all of them.
Rows CallInTurns(const Scale& scale, int port) {
  constexpr std::size_t kTurns = 10;
  Rows rows;
  const Call empty = EmptyCall(port, 0);
  const Call shared = FindVacanciesCall(port, 0, scale.askers, "broker");
  const Call full = FindVacanciesCall(port, 0, scale.askers, "probation");
  for (const Call& call : {empty, shared, full}) CallInARow(0, scale.calls / 10, call);
  // Each turn asks about others, so that the last in a thousand are not the same few.
  const auto add = [&](std::size_t turn, std::vector<double>& row, const Call& call) {
    const std::size_t calls = scale.calls / kTurns;
    const std::vector<double> more = CallInARow(turn * calls, calls, call);
    row.insert(row.end(), more.begin(), more.end());
  };
  for (std::size_t turn = 0; turn < kTurns; ++turn) {
    add(turn, rows.empty, empty);
    add(turn, rows.shared, shared);
    add(turn, rows.full, full);
  }
  return rows;
}

void ReportRows(const std::string& n, const Rows& rows, Report& report) {
  report.Add("empty_p50_us_" + n, Us(rows.empty, 50), "us", "empty unary call");
  report.Add("empty_p99_us_" + n, Us(rows.empty, 99), "us", "");
  report.Add("e2e_p50_us_" + n, Us(rows.shared, 50), "us",
             absl::StrCat("FindVacancies, k = 20, SHARED, ", n, " vacancies"));
  report.Add("e2e_p99_us_" + n, Us(rows.shared, 99), "us", "");
  report.Add("e2e_p999_us_" + n, Us(rows.shared, 99.9), "us", "");
  report.Add("e2e_full_p50_us_" + n, Us(rows.full, 50), "us", "the same in the FULL view");
  report.Add("e2e_full_p99_us_" + n, Us(rows.full, 99), "us", "");
}

void MeasureThroughput(const Scale& scale, int port, Report& report) {
  const MakeCall empty = [port](int c) { return EmptyCall(port, c); };
  const MakeCall find = [&](int c) { return FindVacanciesCall(port, c, scale.askers, "broker"); };
  double empty_rate = 0;
  double find_rate = 0;
  for (const int clients : {1, 2, kManyClients}) {
    const std::size_t calls = scale.calls / static_cast<std::size_t>(clients);
    empty_rate = Throughput(clients, calls, empty);
    find_rate = Throughput(clients, calls, find);
    report.Add(absl::StrCat("empty_qps", clients), empty_rate, "/s",
               absl::StrCat("empty calls, ", clients, " clients"));
    report.Add(absl::StrCat("qps", clients), find_rate, "/s", "FindVacancies");
  }
  report.AddAtLeast("qps8_to_empty", find_rate / empty_rate, 1.0 / 3, "with 8 clients");
}

// Two readers and a writer at once: one write to nineteen questions.
void MeasureMixed(const Scale& scale, const Country& country, CountryServer& server,
                  std::size_t vacancies, Report& report) {
  constexpr std::size_t kReaders = 2;
  constexpr std::size_t kReadsToAWrite = 19;
  const std::size_t calls = scale.calls / kReaders;
  std::array<std::vector<double>, kReaders> read;
  std::atomic<std::size_t> asked = 0;
  std::vector<std::thread> readers;
  for (std::size_t r = 0; r < kReaders; ++r) {
    readers.emplace_back([&, r] {
      const Call find =
          FindVacanciesCall(server.port(), static_cast<int>(r), scale.askers, "broker");
      for (std::size_t i = 0; i < calls; ++i, ++asked) {
        read[r].push_back(Seconds([&] { find(i); }));
      }
    });
  }
  std::vector<double> writes;
  while (writes.size() * kReadsToAWrite < calls * kReaders) {
    if (writes.size() * kReadsToAWrite <= asked) {
      writes.push_back(WriteAndSee(country, server, vacancies, writes.size()));
    } else {
      std::this_thread::yield();
    }
  }
  for (std::thread& reader : readers) reader.join();
  std::vector<double> reads;
  for (const std::vector<double>& one : read) reads.insert(reads.end(), one.begin(), one.end());
  report.Add("mixed_read_p50_us", Us(reads, 50), "us",
             "FindVacancies of two clients, among 5 % writes");
  report.Add("mixed_read_p99_us", Us(reads, 99), "us", "");
  report.Add("update_to_visible_p50_us", Us(writes, 50), "us",
             "from commit until the next question sees it, in a store in memory");
  report.Add("update_to_visible_p99_us", Us(writes, 99), "us", "");
}

}  // namespace

void MeasureEndToEnd(const Scale& scale, Report& report) {
  report.Section("over loopback gRPC");
  const Country country(scale.country());
  for (const std::size_t vacancies : scale.vacancies) {
    CountryServer server(country, vacancies, scale.askers, scale.twins);
    const Rows rows = CallInTurns(scale, server.port());
    ReportRows(Short(vacancies), rows, report);
    if (vacancies != scale.main) continue;
    report.AddAtMost("e2e_to_empty_p50", Us(rows.shared, 50) / Us(rows.empty, 50), 2.5, "medians");
    report.AddAtMost("e2e_to_empty_p99", Us(rows.shared, 99) / Us(rows.empty, 99), 8,
                     "99th percentiles");
    MeasureSealedTime(scale, server.port(), report);
    MeasureThroughput(scale, server.port(), report);
    MeasureMixed(scale, country, server, vacancies, report);
  }
  for (std::size_t i = 1; i < scale.vacancies.size(); ++i) {
    const std::string from = Short(scale.vacancies[i - 1]);
    const std::string to = Short(scale.vacancies[i]);
    const double growth = report.ValueOf("e2e_p50_us_" + to) / report.ValueOf("e2e_p50_us_" + from);
    const std::string name = "growth_" + from + "_" + to;
    const std::string what = "of the end-to-end median";
    if (scale.vacancies[i] == 1'000'000) {
      report.AddAtMost(name, growth, 1.5, what);
    } else if (scale.vacancies[i - 1] == 1'000'000) {
      report.AddAtMost(name, growth, 2, what);
    } else {
      report.Add(name, growth, "x", what);
    }
  }
}

}  // namespace throughgate::bench
