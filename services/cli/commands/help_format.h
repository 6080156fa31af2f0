// How help reads: wrapped to a terminal's width, with plain words for what to type.
#ifndef THROUGHGATE_SERVICES_CLI_COMMANDS_HELP_FORMAT_H_
#define THROUGHGATE_SERVICES_CLI_COMMANDS_HELP_FORMAT_H_

#include <CLI/CLI.hpp>
#include <string>

namespace throughgate::cli {

inline constexpr std::size_t kHelpColumns = 100;

class HelpFormat : public CLI::Formatter {
 public:
  HelpFormat() { column_width(kNameColumns); }

  std::string make_description(const CLI::App* app) const override;
  std::string make_subcommand(const CLI::App* sub) const override;
  std::string make_option(const CLI::Option* option, bool is_positional) const override;

 private:
  static constexpr std::size_t kNameColumns = 28;
};

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_COMMANDS_HELP_FORMAT_H_
