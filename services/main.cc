// throughgated: the server.
//
// Exit status: 0 stopped as asked or nothing to complain of, 2 could not start.
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "absl/strings/str_format.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/clock.h"
#include "services/edge/log.h"
#include "services/edge/status_macros.h"
#include "services/server.h"
#include "storage/memory/memory_store.h"
#include "storage/rocks/rocks_store.h"

namespace throughgate::services {
namespace {

constexpr int kCouldNotStart = 2;

constexpr char kAbout[] =
    "The Throughgate server: ranked, explained matches between people leaving prison and "
    "vacancies,\nover gRPC. Give it a directory to keep its records in, or --memory to try it.";
constexpr char kExample[] =
    "On this machine alone:\n"
    "          throughgate token new-key local.pem\n"
    "          throughgated --data /var/lib/throughgate --local-key local.pem \\\n"
    "            --first-administrator operations/alex\n"
    "Tokens of an identity provider, over TLS:\n"
    "          throughgated --data /var/lib/throughgate --listen 0.0.0.0:7443 \\\n"
    "            --tls-certificate server.pem --tls-key server.key --issuer https://id.example \\\n"
    "            --audience throughgate --jwks https://id.example/jwks.json\n"
    "Health:   grpc.health.v1.Health/Check says SERVING once all records are read.\n"
    "Stop:     SIGTERM or SIGINT; calls under way may end first, a second signal cuts them off.";

struct Flags {
  std::string data;
  bool memory = false;
  bool verify = false;
  std::size_t cache_mib = 256;
  int drain_seconds = 10;
  std::string listen = ServerOptions{}.listen;
  TrustOptions trust;
  std::string first_administrator;
};

void DeclareTrust(CLI::App& app, Flags& flags) {
  const auto text = [&](const char* name, std::string& value, const char* type, const char* about) {
    return app.add_option(name, value, about)->type_name(type);
  };
  TrustOptions& trust = flags.trust;
  text("--issuer", trust.issuer, "NAME", "Whose tokens to take: their `iss`");
  text("--audience", trust.audience, "NAME", "What their tokens call this service: their `aud`");
  text("--jwks", trust.jwks, "FILE|URL",
       "Their keys, a JSON Web Key Set: a file, or an https:// address; followed as it changes");
  text("--jwks-ca", trust.jwks_ca, "FILE", "Certificates to trust that address by");
  text("--tls-certificate", trust.tls_certificate, "FILE",
       "The server's certificate, and those above it; followed as it changes");
  text("--tls-key", trust.tls_key, "FILE", "Its key");
  text("--client-ca", trust.client_ca, "FILE",
       "Certificates to trust clients' certificates by: those name a caller by their SPIFFE id");
  text("--local-key", trust.local_key, "FILE",
       "A key of `throughgate token`, whose tokens are taken on a loopback address");
  text("--first-administrator", flags.first_administrator, "ORGANISATION/SUBJECT",
       "Of a store that has no organisation yet: who operates the service, and grants the rest");
}

void Declare(CLI::App& app, Flags& flags) {
  app.set_version_flag("--version", "throughgated " THROUGHGATE_VERSION);
  app.footer(kExample);
  auto* where = app.add_option_group("records", "Where records are kept: one of");
  where->add_option("--data", flags.data, "Directory; made if it is missing, but not its parent")
      ->type_name("DIR");
  where->add_flag("--memory", flags.memory, "In memory, gone when the server stops");
  where->require_option(1);
  app.add_option("--listen", flags.listen, "Address and port; beyond loopback with TLS only")
      ->type_name("HOST:PORT")
      ->capture_default_str();
  DeclareTrust(app, flags);
  app.add_option("--cache-mib", flags.cache_mib, "Memory for the store's cache, in MiB")
      ->check(CLI::Range(8, 1 << 20))
      ->capture_default_str();
  app.add_option("--drain-seconds", flags.drain_seconds, "How long calls under way may take to end")
      ->check(CLI::Range(0, 3600))
      ->capture_default_str();
  app.add_flag("--verify", flags.verify, "Read and check every file of DIR, then exit");
}

absl::StatusOr<std::unique_ptr<storage::Store>> OpenStore(const Flags& flags) {
  if (flags.memory) return storage::MakeMemoryStore();
  storage::RocksStoreOptions options;
  options.cache_bytes = flags.cache_mib << 20;
  options.report = [](const std::string& line) { Log(line); };
  return storage::OpenRocksStore(flags.data, options);
}

// Blocked in every thread, so that only WaitForStop gets them.
sigset_t BlockStopSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

void WaitForStop(const sigset_t& signals) {
  int signal = 0;
  sigwait(&signals, &signal);
  // The next one kills.
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

std::string StartLine(const Server& server, absl::Duration taken) {
  const auto catalogue = server.feed().Latest();
  return absl::StrFormat(
      "throughgated %s listens on %s: revision %d, %d vacancies, %d candidates, read in %.1f s",
      THROUGHGATE_VERSION, server.address(), catalogue->revision, catalogue->vacancy_count,
      catalogue->candidate_count, absl::ToDoubleSeconds(taken));
}

absl::Status Serve(const Flags& flags, const sigset_t& signals) {
  const absl::Time begin = absl::Now();
  ServerOptions options;
  // So that nobody waits for a large store to be told this.
  RETURN_IF_ERROR(CheckTrust(flags.trust, flags.listen));
  ASSIGN_OR_RETURN(options.trust,
                   MakeTrust(flags.trust, [](const std::string& line) { Log(line); }));
  if (!flags.first_administrator.empty()) {
    ASSIGN_OR_RETURN(options.first_administrator,
                     ParseFirstAdministrator(flags.first_administrator));
  }
  ASSIGN_OR_RETURN(const auto store, OpenStore(flags));
  options.listen = flags.listen;
  options.drain = absl::Seconds(flags.drain_seconds);
  ASSIGN_OR_RETURN(const auto server, Server::Start(*store, options));
  Log(StartLine(*server, absl::Now() - begin));
  WaitForStop(signals);
  Log("throughgated stops: no more calls are taken");
  server->Stop();
  return absl::OkStatus();
}

absl::Status Run(const Flags& flags, const sigset_t& signals) {
  if (!flags.verify) return Serve(flags, signals);
  if (flags.memory) return absl::InvalidArgumentError("--verify needs --data DIR");
  RETURN_IF_ERROR(storage::VerifyRocksStore(flags.data));
  Log("every file of " + flags.data + " is as it was written");
  return absl::OkStatus();
}

// A file that may grow no further refuses a write like a full disk, and does not end the program.
void IgnoreFileSizeSignal() { signal(SIGXFSZ, SIG_IGN); }

int Main(int argc, char** argv) {
  Flags flags;
  CLI::App app(kAbout, "throughgated");
  Declare(app, flags);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : kCouldNotStart;
  }
  IgnoreFileSizeSignal();
  const sigset_t signals = BlockStopSignals();
  const absl::Status status = Run(flags, signals);
  if (status.ok()) return 0;
  Log("throughgated: " + std::string(status.message()));
  return kCouldNotStart;
}

}  // namespace
}  // namespace throughgate::services

// What is thrown here is a fault of ours, and ends the program.
// NOLINTNEXTLINE(bugprone-exception-escape)
int main(int argc, char** argv) {
  // What goes wrong is said in our words.
  setenv("GRPC_VERBOSITY", "NONE", /*overwrite=*/0);
  // Abseil as it is packaged looks for cycles of locks at every lock, gRPC's too.
  absl::SetMutexDeadlockDetectionMode(absl::OnDeadlockCycle::kIgnore);
  return throughgate::services::Main(argc, argv);
}
