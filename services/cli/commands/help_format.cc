#include "services/cli/commands/help_format.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "services/cli/show/text.h"

namespace throughgate::cli {
namespace {

// `text` in lines of at most `columns`, each but the first behind `indent` blanks.
std::string Wrapped(absl::string_view text, std::size_t columns, std::size_t indent) {
  std::string wrapped;
  std::size_t used = 0;
  for (const absl::string_view word : absl::StrSplit(text, ' ')) {
    const std::size_t width = DisplayWidth(word);
    if (used > 0 && used + 1 + width > columns) {
      absl::StrAppend(&wrapped, "\n", std::string(indent, ' '));
      used = 0;
    }
    absl::StrAppend(&wrapped, used > 0 ? " " : "", word);
    used += width + (used > 0 ? 1 : 0);
  }
  return wrapped;
}

// A name, and what it is beside it, or below when the name is long.
std::string Entry(const std::string& name, absl::string_view what, std::size_t name_columns) {
  std::string entry = "  " + name;
  if (DisplayWidth(entry) + 1 > name_columns) {
    absl::StrAppend(&entry, "\n", std::string(name_columns, ' '));
  } else {
    entry.append(name_columns - DisplayWidth(entry), ' ');
  }
  return absl::StrCat(entry, Wrapped(what, kHelpColumns - name_columns, name_columns), "\n");
}

}  // namespace

std::string HelpFormat::make_description(const CLI::App* app) const {
  return Wrapped(app->get_description(), kHelpColumns, 0) + "\n";
}

std::string HelpFormat::make_subcommand(const CLI::App* sub) const {
  return Entry(sub->get_display_name(true), sub->get_description(), kNameColumns);
}

std::string HelpFormat::make_option(const CLI::Option* option, bool is_positional) const {
  std::string name = option->get_name(is_positional, true);
  std::string what = option->get_description();
  if (!is_positional && option->get_type_size() > 0) {
    // "ROLE:{broker,engagement}" names its values again, which the description does.
    const std::vector<std::string> type = absl::StrSplit(option->get_type_name(), ':');
    absl::StrAppend(&name, " ", type.front());
  }
  if (!is_positional && option->get_required()) absl::StrAppend(&what, ". Required");
  if (!option->get_envname().empty()) absl::StrAppend(&what, "; or ", option->get_envname());
  return Entry(name, what, kNameColumns);
}

}  // namespace throughgate::cli
