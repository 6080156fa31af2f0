// `import`, which is the same for every kind of record.
#ifndef THROUGHGATE_SERVICES_CLI_COMMANDS_IMPORT_VERB_H_
#define THROUGHGATE_SERVICES_CLI_COMMANDS_IMPORT_VERB_H_

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "services/cli/commands/session.h"
#include "services/cli/commands/table_options.h"
#include "services/cli/import/import_wire.h"
#include "services/cli/rows/columns.h"

namespace throughgate::cli {

struct ImportVerb {
  std::string kind;  // "vacancies"
  std::string description;
  absl::Span<const Column> columns = {};  // none: JSON Lines alone
  std::string overwrites = {};  // what --overwrite-corrections does; empty: no such option
  // Asked first. What it returns is the end of it: the file was of another shape, by an option of
  // its own.
  std::function<std::optional<ExitStatus>(const std::string& file, bool dry_run)> instead = {};
};

// How a stream begins.
struct ImportStart {
  v1::ImportHeader header;
  std::string feed;
};

// Opens the stream of one kind of record.
using OpenWire =
    std::function<std::unique_ptr<ImportWire>(grpc::ClientContext&, const ImportStart&)>;

// Adds the verb and its options.
CLI::App& AddImportVerb(CLI::App& noun, Session& session, const ImportVerb& verb, OpenWire open);

// The same, for a method of a service.
template <typename Stub, typename Request, typename Response>
CLI::App& AddImport(CLI::App& noun, Session& session, const ImportVerb& verb,
                    std::unique_ptr<grpc::ClientReaderWriter<Request, Response>> (Stub::*method)(
                        grpc::ClientContext*)) {
  return AddImportVerb(noun, session, verb,
                       [&session, method](grpc::ClientContext& context, const ImportStart& start) {
                         Request header;
                         if constexpr (requires { header.mutable_header()->set_feed(""); }) {
                           *header.mutable_header()->mutable_header() = start.header;
                           header.mutable_header()->set_feed(start.feed);
                         } else {
                           *header.mutable_header() = start.header;
                         }
                         Stub stub(session.channel());
                         return std::make_unique<GrpcImportWire<Request, Response>>(
                             (stub.*method)(&context), std::move(header));
                       });
}

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_COMMANDS_IMPORT_VERB_H_
