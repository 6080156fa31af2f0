#include "services/cli/rows/columns.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <nlohmann/json.hpp>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace throughgate::cli {
namespace {

constexpr std::array kAdvertColumns{
    Column{"external_id", "advert.external_id", "", true, ""},
    Column{"title", "advert.title", "", true, ""},
    Column{"description", "advert.description", "", false, ""},
    Column{"employer", "advert.employer_display_name", "", false, ""},
    Column{"location", "advert.location", "", false, ""},
    Column{"latitude", "advert.position.latitude", "", false, "longitude"},
    Column{"longitude", "advert.position.longitude", "", false, "latitude"},
    Column{"uncertainty_m", "advert.position.uncertainty_m", "", false, "latitude"},
    Column{"unknown_name_uncertainty_m", "advert.unknown_name_uncertainty_m", "", false, ""},
    Column{"pounds_per_year", "advert.pounds_per_year", "", false, ""},
    Column{"posted_on", "advert.posted_on", "", false, ""},
    Column{"closes_on", "advert.closes_on", "", false, ""},
};

constexpr std::array kDistrictColumns{
    Column{"code", "code", "postcode", true, ""},
    Column{"latitude", "latitude", "", true, ""},
    Column{"longitude", "longitude", "", true, ""},
    Column{"uncertainty_m", "uncertainty_m", "", false, ""},
    Column{"town", "town", "", false, ""},
    Column{"region", "region", "", false, ""},
    Column{"wider_region", "wider_region", "uk_region", false, ""},
};

constexpr std::array kPremisesColumns{
    Column{"id", "premises_id", "", true, ""},
    Column{"kind", "kind", "", true, ""},
    Column{"latitude", "latitude", "", true, ""},
    Column{"longitude", "longitude", "", true, ""},
    Column{"uncertainty_m", "uncertainty_m", "", true, ""},
};

std::string FieldList(absl::Span<const Column> columns) {
  return absl::StrJoin(columns, ", ",
                       [](std::string* out, const Column& c) { absl::StrAppend(out, c.field); });
}

const Column* FindColumn(absl::Span<const Column> columns, absl::string_view field) {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const Column& column) { return column.field == field; });
  return found == columns.end() ? nullptr : &*found;
}

bool IsBound(const std::vector<BoundColumn>& bound, absl::string_view field) {
  return std::any_of(bound.begin(), bound.end(),
                     [&](const BoundColumn& b) { return b.column->field == field; });
}

// What to look for when nothing is declared.
ColumnMap UsualMap(absl::Span<const Column> columns, const std::vector<std::string>& header) {
  ColumnMap map;
  for (const Column& column : columns) {
    for (const absl::string_view name : {column.field, column.usual_header}) {
      if (map.contains(column.field)) break;
      if (std::find(header.begin(), header.end(), name) != header.end()) {
        map.emplace(column.field, CellSource{std::string(name), ""});
      }
    }
  }
  return map;
}

// What else could part the columns of a file that seems to have one; empty when nothing could.
std::string OtherDelimiter(const std::vector<std::string>& header) {
  if (header.size() != 1) return "";
  for (const auto& [sign, option] :
       {std::pair(';', "';'"), std::pair('\t', "tab"), std::pair('|', "'|'")}) {
    if (absl::StrContains(header.front(), sign)) {
      return absl::StrCat(". --delimiter ", option, " parts it into columns");
    }
  }
  return "";
}

absl::Status CheckComplete(absl::Span<const Column> columns, const std::vector<BoundColumn>& bound,
                           const std::vector<std::string>& header) {
  for (const Column& column : columns) {
    if (column.required && !IsBound(bound, column.field)) {
      return absl::InvalidArgumentError(absl::StrCat(
          "no column is declared for ", column.field, ": use --column ", column.field,
          "=HEADER or --columns FILE.json. The file has: ", absl::StrJoin(header, ", "),
          OtherDelimiter(header)));
    }
  }
  for (const BoundColumn& b : bound) {
    if (!b.column->needs.empty() && !IsBound(bound, b.column->needs)) {
      return absl::InvalidArgumentError(absl::StrCat(
          "a column for ", b.column->field, " needs one for ", b.column->needs, " beside it"));
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::Span<const Column> AdvertColumns() { return kAdvertColumns; }
absl::Span<const Column> DistrictColumns() { return kDistrictColumns; }
absl::Span<const Column> PremisesColumns() { return kPremisesColumns; }

absl::StatusOr<ColumnMap> LoadColumnMap(const std::string& path) {
  std::ifstream file(path);
  if (!file) return absl::ErrnoToStatus(errno, absl::StrCat("cannot read ", path));
  const auto json = nlohmann::json::parse(file, nullptr, /*allow_exceptions=*/false);
  ColumnMap map;
  bool readable = json.is_object();
  for (auto entry = json.begin(); readable && entry != json.end(); ++entry) {
    readable = entry->is_string() || entry->is_number();
    if (entry->is_string()) map[entry.key()] = {entry->get<std::string>(), ""};
    if (entry->is_number()) map[entry.key()] = {"", entry->dump()};
  }
  if (!readable) {
    return absl::InvalidArgumentError(
        absl::StrCat(path, ": a column map is a JSON object like {\"title\": \"Job title\"}"));
  }
  return map;
}

absl::Status AddColumn(absl::string_view text, ColumnMap& map) {
  const std::size_t equals = text.find('=');
  const bool constant = equals != absl::string_view::npos && equals > 0 && text[equals - 1] == ':';
  const absl::string_view field = text.substr(0, constant ? equals - 1 : equals);
  if (equals == absl::string_view::npos || field.empty() || equals + 1 == text.size()) {
    return absl::InvalidArgumentError(
        absl::StrCat("'", text, "' is not of the form FIELD=HEADER or FIELD:=VALUE"));
  }
  const std::string value(text.substr(equals + 1));
  map.insert_or_assign(std::string(field),
                       constant ? CellSource{"", value} : CellSource{value, ""});
  return absl::OkStatus();
}

absl::StatusOr<std::vector<BoundColumn>> BindColumns(absl::Span<const Column> columns,
                                                     const ColumnMap& declared,
                                                     const std::vector<std::string>& header) {
  std::vector<BoundColumn> bound;
  for (const auto& [field, source] : declared.empty() ? UsualMap(columns, header) : declared) {
    const Column* column = FindColumn(columns, field);
    if (column == nullptr) {
      return absl::InvalidArgumentError(
          absl::StrCat("there is no field '", field, "'. The fields are: ", FieldList(columns)));
    }
    if (!source.constant.empty()) {
      bound.push_back({column, 0, source.constant});
      continue;
    }
    const std::string& name = source.header;
    const auto count = std::count(header.begin(), header.end(), name);
    if (count != 1) {
      return absl::InvalidArgumentError(
          absl::StrCat("the file has ", count == 0 ? "no" : "more than one", " column '", name,
                       "' for ", field, ". It has: ", absl::StrJoin(header, ", ")));
    }
    const auto place = std::find(header.begin(), header.end(), name) - header.begin();
    bound.push_back({column, static_cast<std::size_t>(place)});
  }
  if (absl::Status status = CheckComplete(columns, bound, header); !status.ok()) return status;
  return bound;
}

}  // namespace throughgate::cli
