// One line of a scenario while it is being read.
#ifndef THROUGHGATE_TESTS_SCENARIO_READING_H_
#define THROUGHGATE_TESTS_SCENARIO_READING_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "matcher/model/place.h"
#include "matcher/model/units.h"
#include "matcher/model/week_pattern.h"
#include "tests/scenario/scenario.h"
#include "tests/scenario/scenario_text.h"

namespace throughgate::scenario {

// What a word in a file stands for.
template <class T>
struct Word {
  absl::string_view word;
  T meaning;
};

// Reads values. What cannot be read is complained of, saying what is allowed, and some default is
// returned, so that whoever handles the line need not ask each time.
class Reading {
 public:
  Reading(Scenario& scenario, const Line& line, absl::string_view name)
      : scenario_(scenario), line_(line), name_(name) {}

  Scenario& scenario() { return scenario_; }
  // What the line is about: "park" of "exclusion zone park: A B C D".
  const std::string& name() const { return name_; }
  const std::string& value() const { return line_.value; }
  const std::vector<std::string>& rows() const { return line_.rows; }

  void Complain(absl::string_view what);
  const std::string& complaint() const { return complaint_; }  // empty: none

  std::vector<std::string> Parts() const;    // of the value, between commas
  std::vector<std::string> Clauses() const;  // of the value, between semicolons
  static std::vector<std::string> PartsOf(absl::string_view text, char between = ',');
  matcher::Metres MetresOf(absl::string_view text);     // "500 m", "1.5 km"
  std::int32_t PoundsOf(absl::string_view text);        // "£200"
  matcher::Day DayOf(absl::string_view text);           // "2026-11-23", "3 days ago"
  matcher::WeekPattern WeekOf(absl::string_view text);  // "Mon-Fri 08:00-16:30, Sun 22:00-06:00"
  char LetterOf(absl::string_view text);                // "s"
  matcher::GeoPoint PlaceOf(absl::string_view text);    // "s", the place
  std::vector<matcher::GeoPoint> PlacesOf(absl::string_view text);  // "A B C"

  template <class T>
  T WordOf(absl::string_view text, std::span<const Word<T>> words) {
    std::string allowed;
    for (const Word<T>& word : words) {
      if (word.word == text) return word.meaning;
      absl::StrAppend(&allowed, allowed.empty() ? "" : ", ", word.word);
    }
    Complain(absl::StrCat("\"", text, "\" is not one of: ", allowed));
    return words.front().meaning;
  }

 private:
  Scenario& scenario_;
  const Line& line_;
  std::string name_;
  std::string complaint_;
};

// A kind of line.
struct Key {
  absl::string_view key;   // before the colon; for NAME at its end there may be any one word
  absl::string_view form;  // what may stand behind it
  void (*read)(Reading&);
  bool repeats = false;  // whether a scenario may have several
};

// The lines there are, by what they are about.
std::span<const Key> PlaceKeys();
std::span<const Key> VacancyKeys();
std::span<const Key> RoleKeys();
std::span<const Key> CandidateKeys();
std::span<const Key> PlanKeys();
std::span<const Key> LimitKeys();
std::span<const Key> RecordKeys();
std::span<const Key> HoursKeys();
std::span<const Key> PremisesKeys();
std::span<const Key> DisclosureKeys();
std::span<const Key> ConditionKeys();
std::span<const Key> ExpectationKeys();

}  // namespace throughgate::scenario

#endif  // THROUGHGATE_TESTS_SCENARIO_READING_H_
