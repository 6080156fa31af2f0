// Search is exact: whatever is asked for is the beginning of the one list that a second, plainly
// written ranking makes of all pairs.
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tests/support/answers.h"
#include "tests/support/plain_ranking.h"
#include "tests/support/world.h"

namespace throughgate {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the matcher's

using Lines = std::vector<std::string>;

template <typename Record>
const Record& RecordNamed(const std::vector<Record>& records, const std::string& name) {
  return *std::find_if(records.begin(), records.end(),
                       [&](const Record& record) { return record.name.ToString() == name; });
}

// A row as both rankings must give it.
template <typename Components>
std::string Line(const std::string& name, const Components& points, int requirements_met) {
  return absl::StrCat(name, ": ", absl::StrJoin(points, " "), ", met ", requirements_met);
}

Lines First(const std::vector<PlainRow>& rows, std::size_t limit) {
  Lines lines;
  for (const PlainRow& row : rows) {
    if (lines.size() == limit) break;
    lines.push_back(Line(row.name, row.score.points, row.score.requirements_met));
  }
  return lines;
}

// A world whose search is held against the second ranking of it.
class Held {
 public:
  Held(const World& world, View view) : world_(world), view_(view), catalogue_(Catalogued(world)) {}

  void HoldVacancies(const Named& candidate) {
    std::vector<PlainRow> rows;
    for (const Named& vacancy : VacanciesByName(*catalogue_)) {
      const Day posted = RecordNamed(world_.vacancies, vacancy.first).detail.posted_on;
      AddRow(candidate, vacancy, vacancy.first, posted, rows);
    }
    SortPlainly(rows);
    HoldLists(
        rows, [&](Ordinal i) { return catalogue_->vacancy_rows[i]->name.ToString(); },
        [&](std::size_t page) { return VacanciesFor(*catalogue_, candidate.second, view_, page); },
        [&](const Question& question) {
          return FindVacancies(*catalogue_, candidate.second, question, [] { return false; });
        });
  }

  void HoldCandidates(const Named& vacancy) {
    std::vector<PlainRow> rows;
    for (const Named& candidate : CandidatesByName(*catalogue_)) {
      const Day registered = RecordNamed(world_.candidates, candidate.first).detail.registered_on;
      AddRow(candidate, vacancy, candidate.first, registered, rows);
    }
    SortPlainly(rows);
    HoldLists(
        rows, [&](Ordinal i) { return catalogue_->candidate_names[i]->ToString(); },
        [&](std::size_t page) { return CandidatesFor(*catalogue_, vacancy.second, view_, page); },
        [&](const Question& question) {
          return FindCandidates(
              *catalogue_, vacancy.second, question,
              [](const CandidateBlock&, std::size_t) { return true; }, [] { return false; });
        });
  }

  const Catalogue& catalogue() const { return *catalogue_; }
  // In what the two differ; empty when they agree.
  const std::string& faults() const { return faults_; }

 private:
  void Expect(bool same, const char* what, const std::string& of) {
    if (!same) absl::StrAppend(&faults_, what, " of ", of, "; ");
  }

  void AddRow(const Named& candidate, const Named& vacancy, const std::string& name, Day since,
              std::vector<PlainRow>& rows) {
    const Match match =
        Explain(*catalogue_, candidate.second, vacancy.second, view_, kWorldToday).match;
    const Candidate& person = RecordNamed(world_.candidates, candidate.first);
    const Vacancy& work = RecordNamed(world_.vacancies, vacancy.first);
    const std::int64_t distance_cm =
        work.terms.work_base == WorkBase::kHome
            ? 0
            : PlainDistanceCm(world_, person, SiteNameOf(*catalogue_, match.site));
    const PlainScore score = PlainScoreOf(world_, person, work, distance_cm);
    Expect(match.distance_cm == distance_cm, "distance", name);
    if (match.verdict != Verdict::kNotAvailable) rows.push_back({name, score, distance_cm, since});
  }

  template <typename NameOf, typename Paged, typename Find>
  void HoldLists(const std::vector<PlainRow>& rows, NameOf name_of, Paged paged, Find find) {
    const auto found = [&](const std::vector<Match>& matches) {
      Lines lines;
      for (const Match& match : matches) {
        lines.push_back(
            Line(name_of(match.ordinal), match.points.by_component, match.points.requirements_met));
      }
      return lines;
    };
    for (const std::size_t limit : {1, 3, 20, 1'000}) {
      const Question question{.view = view_, .today = kWorldToday, .limit = limit, .after = {}};
      Expect(found(find(question).value()) == First(rows, limit), "list", absl::StrCat(limit));
    }
    for (std::size_t page = 1; page <= rows.size() + 1; page += 1 + page / 40) {
      Expect(found(paged(page)) == First(rows, rows.size()), "pages", absl::StrCat(page));
    }
  }

  const World& world_;
  View view_;
  std::shared_ptr<const Catalogue> catalogue_;
  std::string faults_;
};

View AnyView() { return *rc::gen::element(View::kShared, View::kFull); }

RC_GTEST_PROP(Search, FindsTheBestVacanciesInOrderAndInPages, (const World& world)) {
  Held held(world, AnyView());
  for (const Named& one : CandidatesByName(held.catalogue())) held.HoldVacancies(one);
  RC_ASSERT(held.faults() == "");
}

RC_GTEST_PROP(Search, FindsTheBestCandidatesInOrderAndInPages, (const World& world)) {
  Held held(world, AnyView());
  for (const Named& one : VacanciesByName(held.catalogue())) held.HoldCandidates(one);
  RC_ASSERT(held.faults() == "");
}

// More vacancies than a block holds, most of them alike but for their names.
TEST(Search, IsExactAcrossBlocksOfTies) {
  World world = WorldOfSeed(7);
  const std::vector<Vacancy> originals = world.vacancies;
  for (std::size_t i = 0; world.vacancies.size() < kCardsPerBlock + 50; ++i) {
    world.vacancies.push_back(originals[i % originals.size()]);
    world.vacancies.back().name.vacancy = absl::StrCat("copy-", i);
  }
  Held held(world, View::kShared);
  const Named candidate = CandidatesByName(held.catalogue()).front();
  ASSERT_GT(VacanciesFor(held.catalogue(), candidate.second, View::kShared).size(), 100u);
  held.HoldVacancies(candidate);
  EXPECT_EQ(held.faults(), "");
}

}  // namespace
}  // namespace throughgate
