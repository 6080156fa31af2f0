#include "services/cli/commands/record_verbs.h"

#include <memory>

#include "absl/strings/str_cat.h"
#include "services/cli/show/fields.h"
#include "services/cli/show/table.h"

namespace throughgate::cli {
namespace {

constexpr std::size_t kProseMax = 60;

}  // namespace

CLI::App& AddNoun(CLI::App& app, const std::string& noun, const std::string& description) {
  CLI::App& added = *app.add_subcommand(noun, description);
  added.require_subcommand(1);
  return added;
}

CLI::App& AddNameVerb(CLI::App& noun, Session& session, const NameVerb& verb,
                      std::function<ExitStatus(const std::string& name)> ask) {
  CLI::App& added = *noun.add_subcommand(verb.verb, verb.description);
  auto text = std::make_shared<std::string>();
  added.add_option(verb.positional, *text, NameForms(verb.pattern))->required();
  added.callback([&session, verb, text, ask = std::move(ask)] {
    session.action = [&session, verb, text, ask] {
      const absl::StatusOr<std::string> name = FullName(verb.pattern, *text);
      if (!name.ok()) return ReportError(session.err(), name.status());
      return ask(absl::StrCat(*name, verb.suffix));
    };
  });
  return added;
}

int ShowPage(Session& session, const google::protobuf::Message& response,
             const ListColumns& columns, bool first) {
  const auto* reflection = response.GetReflection();
  const auto* records = response.GetDescriptor()->field(0);
  std::vector<TableColumn> table_columns;
  for (const auto& [header, path] : columns) {
    // What people copy into the next command is whole, however long.
    const bool prose = path == "title" || path == "display_name" || path == "label";
    table_columns.push_back({header, Align::kLeft, prose ? kProseMax : TableColumn().width_max});
  }
  Table table(std::move(table_columns));
  const int count = reflection->FieldSize(response, records);
  for (int i = 0; i < count; ++i) {
    const auto& record = reflection->GetRepeatedMessage(response, records, i);
    if (session.options.json) {
      session.PrintJson(record);
      continue;
    }
    std::vector<std::string> cells;
    for (const auto& [header, path] : columns) cells.push_back(FieldText(record, path));
    table.AddRow(cells);
  }
  if (!session.options.json && count > 0) session.out() << (first ? table.Text() : table.Rows());
  return count;
}

void SayNoneFound(Session& session) {
  if (!session.options.json) session.out() << "None.\n";
}

}  // namespace throughgate::cli
