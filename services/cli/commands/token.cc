#include <memory>
#include <string>

#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "services/cli/commands/commands.h"
#include "services/cli/commands/record_verbs.h"
#include "services/cli/show/errors.h"
#include "services/cli/show/text.h"
#include "services/identity/local_key.h"

namespace throughgate::cli {
namespace {

using identity::LocalKey;

ExitStatus NewKey(Session& session, const std::string& path) {
  const absl::Status made = LocalKey::Create(path);
  if (!made.ok()) return ReportError(session.err(), made);
  // The answer is the file.
  session.err() << "Whoever can read " << Printable(path)
                << " can be anybody to a server that is started with --local-key of it.\n";
  return ExitStatus::kDone;
}

struct MintOptions {
  std::string key;
  std::string subject;
  std::string lifetime = "15m";
};

ExitStatus Mint(Session& session, const MintOptions& options) {
  const absl::StatusOr<LocalKey> key = LocalKey::Load(options.key);
  if (!key.ok()) return ReportError(session.err(), key.status());
  absl::Duration lifetime;
  // The command line has checked it.
  absl::ParseDuration(options.lifetime, &lifetime);
  const absl::StatusOr<std::string> token = key->Mint(options.subject, absl::Now(), lifetime);
  if (!token.ok()) return ReportError(session.err(), token.status());
  session.out() << *token << "\n";
  return ExitStatus::kDone;
}

void AddNewKey(CLI::App& tokens, Session& session) {
  CLI::App& verb = *tokens.add_subcommand(
      "new-key", "Make a key and write it to a new file that only you may read");
  auto path = std::make_shared<std::string>();
  verb.add_option("FILE", *path, "Where to; never over a file that is there")->required();
  verb.callback(
      [&session, path] { session.action = [&session, path] { return NewKey(session, *path); }; });
}

void AddMint(CLI::App& tokens, Session& session) {
  CLI::App& verb = *tokens.add_subcommand("mint", "Print a token of a person under such a key");
  auto options = std::make_shared<MintOptions>();
  verb.add_option("--key", options->key, "The key, as new-key has made it")
      ->type_name("FILE")
      ->required();
  verb.add_option("--subject", options->subject, "Whose token: the subject that grants name")
      ->type_name("NAME")
      ->required();
  verb.add_option("--lifetime", options->lifetime, "How long it is good, such as 90m; at most 24h")
      ->type_name("DURATION")
      ->check([](const std::string& text) {
        absl::Duration parsed;
        return absl::ParseDuration(text, &parsed) ? "" : "not a duration like 15m or 8h";
      });
  verb.callback([&session, options] {
    session.action = [&session, options] { return Mint(session, *options); };
  });
}

}  // namespace

void AddToken(CLI::App& app, Session& session) {
  CLI::App& tokens =
      AddNoun(app, "token",
              "Tokens under a key of your own, for a server on this machine. Elsewhere an "
              "identity provider issues them");
  AddNewKey(tokens, session);
  AddMint(tokens, session);
}

}  // namespace throughgate::cli
