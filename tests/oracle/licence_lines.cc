#include "tests/oracle/licence_lines.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace throughgate::oracle {
namespace {

using matcher::WorkAttribute;

// By value of WorkAttribute.
constexpr std::array kAttributeWords = {"",
                                        "children",
                                        "vulnerable-adults",
                                        "internet",
                                        "driving",
                                        "cash",
                                        "keys",
                                        "licensed-premises",
                                        "lone-work",
                                        "customer-homes",
                                        "nights-away",
                                        "blades-and-tools",
                                        "supervises-others",
                                        "gambling",
                                        "public-events",
                                        "personal-data",
                                        "controlled-drugs",
                                        "work-phone",
                                        "remote-access",
                                        "publishing",
                                        "stock",
                                        "financial-control",
                                        "alcohol",
                                        "tag-conflict",
                                        "live-in",
                                        "work-abroad",
                                        "with-prisoners",
                                        "prison-service",
                                        "teaching",
                                        "photography",
                                        "worship",
                                        "sexual-services"};

WorkAttribute AttributeOf(const std::string& word) {
  const auto* const found = std::find(kAttributeWords.begin(), kAttributeWords.end(), word);
  if (found == kAttributeWords.end()) std::abort();
  return static_cast<WorkAttribute>(found - kAttributeWords.begin());
}

std::vector<std::string> WordsOf(const std::string& cell) {
  std::istringstream stream(cell);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

// A comma within quotation marks does not end a cell.
std::vector<std::string> CellsOf(const std::string& line) {
  std::vector<std::string> cells = {""};
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

LicenceLine LineFrom(const std::vector<std::string>& cells) {
  LicenceLine line;
  line.versions = WordsOf(cells.at(0));
  line.code = cells.at(1);
  for (const std::string& word : WordsOf(cells.at(5))) {
    const std::size_t sign = word.find('=');
    line.inputs.emplace_back(word.substr(0, sign), word.substr(sign + 1));
  }
  line.about = cells.at(6);
  line.reading = cells.at(7);
  bool barred = false;
  for (const std::string& word : WordsOf(cells.at(8))) {
    if (word == "barred" || word == "approval") {
      barred = word == "barred";
    } else {
      (barred ? line.barred : line.needs_approval).push_back(AttributeOf(word));
    }
  }
  line.items = WordsOf(cells.at(9));
  line.bearing = cells.at(10);
  return line;
}

std::string InSmallLetters(std::string text) {
  for (char& c : text) {
    if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

bool Contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool LicenceLine::Takes(const std::string& item) const { return Contains(items, item); }

std::string LicenceLine::ItemsInWords() const {
  static const auto& words = *new std::vector<std::pair<std::string, std::string>>{
      {"exclusion-zone", "an exclusion zone"},
      {"event-zone", "an exclusion zone"},
      {"restriction-zone", "a restriction zone"},
      {"curfew", "a curfew"},
      {"curfew-from-17:00", "a curfew"},
      {"work-limit", "a limit on work"},
      {"commitment", "a commitment"},
      {"contact-limit", "a contact limit"},
      {"contact-limit-from-supervised", "a contact limit"},
      {"no-contact", "a no-contact entry"},
      {"vehicle", "a vehicle limit"},
      {"cash", "a cash limit"},
      {"tag", "a tag"},
      {"alcohol-tag", "an alcohol tag"},
      {"location-tag", "a location tag"},
      {"home-county", "a home county"},
      {"premises-limit", "a premises limit"},
  };
  std::string text;
  for (const auto& [item, name] : words) {
    if (Takes(item)) text += (text.empty() ? "" : " or ") + name;
  }
  return text;
}

const std::vector<LicenceLine>& LicenceLines() {
  static const auto& lines = *[] {
    auto* const all = new std::vector<LicenceLine>;
    std::ifstream file(THROUGHGATE_LICENCE_CONDITIONS);
    bool past_header = false;
    for (std::string line; std::getline(file, line);) {
      if (line.empty() || line.front() == '#') continue;
      if (past_header) all->push_back(LineFrom(CellsOf(line)));
      past_header = true;
    }
    if (all->empty()) std::abort();  // nothing would be read at all
    return all;
  }();
  return lines;
}

const LicenceLine* LineOf(const std::string& version, const std::string& code) {
  for (const LicenceLine& line : LicenceLines()) {
    const bool is_it = InSmallLetters(line.code) == InSmallLetters(code);
    if (is_it && Contains(line.versions, version)) return &line;
  }
  return nullptr;
}

}  // namespace throughgate::oracle
