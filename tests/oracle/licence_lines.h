// matcher/licence/conditions.csv, the table of licence conditions, read a second time and plainly:
// every cell stays the words that it is.
#ifndef THROUGHGATE_TESTS_ORACLE_LICENCE_LINES_H_
#define THROUGHGATE_TESTS_ORACLE_LICENCE_LINES_H_

#include <string>
#include <utility>
#include <vector>

#include "matcher/model/work.h"

namespace throughgate::oracle {

struct LicenceLine {
  std::vector<std::string> versions;
  std::string code;
  std::vector<std::pair<std::string, std::string>> inputs;  // name and kind
  std::string about;
  std::string reading;
  std::vector<matcher::WorkAttribute> barred;
  std::vector<matcher::WorkAttribute> needs_approval;
  std::vector<std::string> items;
  std::string bearing;

  bool Takes(const std::string& item) const;
  // "an exclusion zone": what can stand for the condition; empty when nothing can.
  std::string ItemsInWords() const;
};

const std::vector<LicenceLine>& LicenceLines();

// Null when the policy of that version has no such condition.
const LicenceLine* LineOf(const std::string& version, const std::string& code);

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_LICENCE_LINES_H_
