// The search gives what the exhaustive scan gives, bit for bit: in either direction and view, for
// few rows and many, ties and later pages included, after whatever has been written and on whatever
// day. THROUGHGATE_SEARCH_CASES sets how many questions are asked of it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "matcher/rank/exhaustive.h"
#include "tests/support/answers.h"
#include "tests/support/country.h"
#include "tests/support/dice.h"
#include "tests/support/tempered_world.h"
#include "tests/support/world.h"

namespace throughgate {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the matcher's
using dice::Below;
using dice::Chance;
using Random = std::mt19937_64;

bool NeverStop() { return false; }

// Out of ten questions, seven are asked of small worlds and three of a country.
std::size_t CasesWanted() {
  constexpr std::size_t kInTheSuite = 20'000;
  std::size_t wanted = 0;
  const char* set = std::getenv("THROUGHGATE_SEARCH_CASES");
  return set != nullptr && absl::SimpleAtoi(set, &wanted) ? wanted : kInTheSuite;
}

// Asks a catalogue both ways and counts the questions.
class Examiner {
 public:
  Examiner(const Catalogue& catalogue, Day today, Random& random)
      : catalogue_(catalogue), today_(today), random_(random) {
    SharedEffects effects;
    effects.attributes = MaskOf(WorkAttribute::kCash);
    effects.hours.spans = {{8 * 60, 4 * kMinutesPerDay}};
    previewed_ = Prepare(effects, *catalogue.taxonomy);
  }

  // About each candidate, and each vacancy, that is there; one in `one_in` of them.
  void AskAboutAll(std::size_t one_in) {
    for (const Named& candidate : CandidatesByName(catalogue_)) {
      if (Below(random_, one_in) == 0) AskForVacancies(candidate);
    }
    for (const Named& vacancy : VacanciesByName(catalogue_)) {
      if (Below(random_, one_in) == 0) AskForCandidates(vacancy);
    }
  }

  std::size_t asked() const { return asked_; }
  const std::string& fault() const { return fault_; }

 private:
  Question AnyQuestion() {
    constexpr std::size_t kLimits[] = {1, 1, 2, 5, 20, 20, 20, 1'000};
    constexpr int kDays[] = {0, 0, 0, 0, 0, 1, 2, 7, 30, -1, -7, 400};
    return {.view = Chance(random_, 50) ? View::kShared : View::kFull,
            .today = {today_.since_epoch + kDays[Below(random_, std::size(kDays))]},
            .limit = kLimits[Below(random_, std::size(kLimits))],
            .after = std::nullopt};
  }

  void AskForVacancies(const Named& candidate) {
    const bool previews = Chance(random_, 15);
    AskInPages(candidate.first, [&](Question question) {
      if (previews && question.view == View::kShared) question.effects = &previewed_;
      return std::pair(
          FindVacancies(catalogue_, candidate.second, question, NeverStop),
          FindVacanciesExhaustively(catalogue_, candidate.second, question, NeverStop));
    });
  }

  void AskForCandidates(const Named& vacancy) {
    const bool caseload = Chance(random_, 40);
    const bool some = Chance(random_, 20);
    const Ordinal holder = static_cast<Ordinal>(Below(random_, 4));
    const auto may_appear = [&](const CandidateBlock& block, std::size_t i) {
      return !some || block.cards[i].tie_hash % 4 > 0;
    };
    AskInPages(vacancy.first, [&](Question question) {
      if (caseload) question.holder = holder;
      return std::pair(
          FindCandidates(catalogue_, vacancy.second, question, may_appear, NeverStop),
          FindCandidatesExhaustively(catalogue_, vacancy.second, question, may_appear, NeverStop));
    });
    const Day day = AnyQuestion().today;
    const std::size_t most = Below(random_, 30);
    ++asked_;
    if (CountCandidates(catalogue_, vacancy.second, day, most, NeverStop).value() !=
        CountCandidatesExhaustively(catalogue_, vacancy.second, day, most, NeverStop).value()) {
      fault_ = absl::StrCat("count for ", vacancy.first);
    }
  }

  // The first page and perhaps the one below it, or below any row of it.
  template <class Ask>
  void AskInPages(const std::string& about, Ask ask) {
    Question question = AnyQuestion();
    const std::vector<Match> first = Compare(about, question, ask);
    if (first.empty() || !Chance(random_, 40)) return;
    question.after = first[Below(random_, first.size())].key;
    Compare(about, question, ask);
  }

  template <class Ask>
  std::vector<Match> Compare(const std::string& about, const Question& question, Ask ask) {
    const auto [found, expected] = ask(question);
    ++asked_;
    if (*found != *expected) {
      fault_ = absl::StrCat("for ", about, ", limit ", question.limit, ", day ",
                            question.today.since_epoch, ", ",
                            question.view == View::kFull ? "full" : "shared", ": ", found->size(),
                            " rows, expected ", expected->size());
    }
    return *std::move(expected);
  }

  const Catalogue& catalogue_;
  const Day today_;
  Random& random_;
  PreparedEffects previewed_;
  std::size_t asked_ = 0;
  std::string fault_;
};

// So small that a world of twenty vacancies has several branches.
ForestSizes TinySizes(std::uint64_t seed) {
  constexpr ForestSizes kSizes[] = {{4, 2, 3}, {16, 5, 2}, {1, 1, 2}, {64, 8, 8}};
  return kSizes[seed % std::size(kSizes)];
}

// Writes a world, then writes over parts of it and forgets parts of it, and asks in between.
TEST(Search, FindsWhatTheExhaustiveScanFinds) {
  const std::size_t wanted = CasesWanted() * 7 / 10;
  std::size_t asked = 0;
  for (std::uint64_t seed = 1; asked < wanted; ++seed) {
    Random random(seed);
    const World world = Tempered(WorldOfSeed(seed), seed);
    CatalogueBuilder builder = EmptyCatalogue(world, TinySizes(seed));
    std::vector<Write> writes = WritesOf(world);
    for (int round = 0; round < 4; ++round) {
      for (const Write& write : writes) {
        if (round > 0 && !Chance(random, 25)) continue;
        write(builder);
        if (Chance(random, 5)) builder.Publish(1);
      }
      const std::shared_ptr<const Catalogue> catalogue = builder.Publish(1);
      Examiner examiner(*catalogue, kWorldToday, random);
      examiner.AskAboutAll(1);
      asked += examiner.asked();
      ASSERT_EQ(examiner.fault(), "") << "seed " << seed << ", round " << round;
      writes = round % 2 == 0 ? WritesThatForget(world)
                              : WritesOf(Tempered(WorldLike(world, seed * 31 + round), seed));
      if (round == 1) writes = WritesOf(world);
    }
  }
}

// Many skills, and leaves of many blocks.
TEST(Search, FindsWhatTheExhaustiveScanFindsInACountry) {
  const std::size_t wanted = CasesWanted() * 3 / 10;
  std::size_t asked = 0;
  for (std::uint64_t seed = 1; asked < wanted; ++seed) {
    Random random(seed);
    constexpr std::size_t kVacancies = 1'500;
    constexpr std::size_t kCandidates = 300;
    const Country country({.seed = seed,
                           .towns = 12,
                           .occupations = 300,
                           .skills = 900,
                           .unusual_sites = seed % 2 == 0});
    const auto builder = country.Build(kVacancies, kCandidates, {256, 16, 4});
    for (int round = 0; round < 3; ++round) {
      const std::shared_ptr<const Catalogue> catalogue = builder->Publish(1);
      Examiner examiner(*catalogue, kCountryToday, random);
      examiner.AskAboutAll(3);
      asked += examiner.asked();
      ASSERT_EQ(examiner.fault(), "") << "seed " << seed << ", round " << round;
      // Others of the same names.
      for (int i = 0; i < 400; ++i) {
        const std::size_t n = Below(random, kVacancies);
        const Vacancy other = country.VacancyAt(kVacancies + Below(random, kVacancies));
        const VacancyName name = country.VacancyAt(n).name;
        builder->SetVacancy(name, other.terms);
        builder->SetVacancy(name, other.detail);
        const CandidateName person = country.CandidateAt(Below(random, kCandidates)).name;
        builder->SetCandidate(person, country.CandidateAt(kCandidates + n).terms);
        if (Chance(random, 10)) builder->Publish(1);
      }
    }
  }
}

// More in reach than the most rows, so that for each number of rows there is something to leave
// out: one, twenty and a thousand, both ways, in both views.
TEST(Search, FindsWhatTheExhaustiveScanFindsForFewRowsAndMany) {
  const Country country({.seed = 5, .towns = 1, .occupations = 60, .skills = 200});
  const auto catalogue = country.Build(3'000, 3'000, {256, 16, 4})->Publish(1);
  std::size_t full = 0;
  const auto compare = [&](std::size_t limit, const auto& found, const auto& expected) {
    EXPECT_EQ(*found, *expected) << limit;
    full += limit == kMatchesMax && expected->size() == limit ? 1 : 0;
  };
  const auto anybody = [](const CandidateBlock&, std::size_t) { return true; };
  for (Ordinal i = 0; i < 3'000; i += 150) {
    for (const View view : {View::kShared, View::kFull}) {
      for (const std::size_t limit : {std::size_t{1}, std::size_t{20}, kMatchesMax}) {
        const Question question{
            .view = view, .today = kCountryToday, .limit = limit, .after = std::nullopt};
        compare(limit, FindVacancies(*catalogue, i, question, NeverStop),
                FindVacanciesExhaustively(*catalogue, i, question, NeverStop));
        compare(limit, FindCandidates(*catalogue, i, question, anybody, NeverStop),
                FindCandidatesExhaustively(*catalogue, i, question, anybody, NeverStop));
      }
    }
  }
  EXPECT_GT(full, 20u) << "answers of a thousand rows";
}

// Every few steps, both ways: whoever has no time left does not wait for a leaf to be done.
TEST(Search, StopsSoonWhenItIsToldTo) {
  const Country country({.seed = 5, .towns = 1, .occupations = 60, .skills = 200});
  const auto catalogue = country.Build(2'000, 2'000)->Publish(1);
  const Question question{
      .view = View::kFull, .today = kCountryToday, .limit = kMatchesMax, .after = std::nullopt};
  const auto anybody = [](const CandidateBlock&, std::size_t) { return true; };
  for (const bool for_vacancies : {true, false}) {
    Ordinal about = 0;
    const auto find = [&](int asks, SearchWork& work) {
      const auto out_of_time = [&asks] { return asks-- == 0; };
      return for_vacancies
                 ? FindVacancies(*catalogue, about, question, out_of_time, &work)
                 : FindCandidates(*catalogue, about, question, anybody, out_of_time, &work);
    };
    SearchWork all, some;
    for (; all.pairs_judged < 500; ++about) {
      all = {};
      ASSERT_TRUE(find(1'000'000, all).ok());
    }
    --about;
    for (const int asks : {0, 1, 5}) {
      some = {};
      EXPECT_EQ(find(asks, some).status().code(), absl::StatusCode::kDeadlineExceeded) << asks;
      EXPECT_LE(some.spots_looked_at + some.pairs_judged, 64u * static_cast<unsigned>(asks));
    }
  }
}

}  // namespace
}  // namespace throughgate
