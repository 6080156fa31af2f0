// What is inferred from real adverts, and from titles labelled by hand, with the whole of ESCO, and
// where adverts are put with all districts. The files are not part of the project: THROUGHGATE_DATA
// names their folder. Without it these tests skip.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

#include "services/import/advert.h"
#include "services/import/advert_place.h"
#include "services/import/infer.h"
#include "services/import/real_data_for_test.h"
#include "services/postings/lattice.h"
#include "services/postings/near_duplicates.h"

namespace throughgate::services {
namespace {

// Of 72,908 adverts, measured on 2026-11-21, less a margin of one in a hundred.
constexpr double kWithOccupationMin = 0.74;
constexpr double kWithPlaceMin = 0.98;

// The digits of the ISCO groups of all that is inferred from a title.
std::vector<std::string> GroupsOf(const LabelIndex& labels, std::string_view title) {
  const matcher::Taxonomy& taxonomy = *labels.taxonomy();
  std::vector<std::string> groups;
  for (const auto& inferred : Infer(labels, title, "").occupations) {
    const matcher::Concept& found = taxonomy.occupation(taxonomy.Occupation(inferred.code));
    const bool group = found.kind == matcher::ConceptKind::kOccupationGroup;
    groups.push_back((group ? found.code : found.broader.front()).substr(5));
  }
  return groups;
}

// Whether each of `groups` is, holds or is held by one of those that will do; of "-" there is none.
bool AreRight(const std::vector<std::string>& groups, const std::vector<std::string>& will_do) {
  if (will_do.front() == "-") return groups.empty();
  return !groups.empty() && std::ranges::all_of(groups, [&](const std::string& group) {
    return std::ranges::any_of(will_do, [&](const std::string& one) {
      return group.starts_with(one) || one.starts_with(group);
    });
  });
}

TEST(RealTaxonomy, TitlesLabelledByHandAreUnderstood) {
  if (!HasRealData()) GTEST_SKIP() << "the real data is not here: set THROUGHGATE_DATA";
  const LabelIndex labels(Esco());
  std::ifstream sample(THROUGHGATE_TITLE_SAMPLE);
  int titles = 0;
  for (std::string line; std::getline(sample, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> parts = absl::StrSplit(line, " = ");
    ASSERT_EQ(parts.size(), 2u) << line;
    const std::vector<std::string> groups = GroupsOf(labels, parts[0]);
    EXPECT_TRUE(AreRight(groups, absl::StrSplit(parts[1], ' ')))
        << line << " is taken for " << absl::StrJoin(groups, " ");
    ++titles;
  }
  EXPECT_GT(titles, 200);
}

TEST(RealAdverts, MostGetAnOccupationAndAPlace) {
  if (!HasRealData()) GTEST_SKIP() << "the real data is not here: set THROUGHGATE_DATA";
  const LabelIndex labels(Esco());
  const auto gazetteer = matcher::Gazetteer::Build("outcodes", Outcodes());
  int total = 0;
  int with_occupation = 0;
  int with_skill = 0;
  int with_place = 0;
  ForEachRealAdvert([&](const Advert& advert) {
    const Inferred inferred = Infer(labels, advert.title, advert.description);
    ++total;
    with_occupation += inferred.occupations.empty() ? 0 : 1;
    with_skill += inferred.skills.empty() ? 0 : 1;
    with_place += PlaceOf(advert, *gazetteer) ? 1 : 0;
  });
  std::cout << total << " adverts: " << with_occupation << " with an occupation, " << with_skill
            << " with a skill, " << with_place << " with a place\n";
  EXPECT_GT(with_occupation, kWithOccupationMin * total);
  EXPECT_GT(with_place, kWithPlaceMin * total);
}

// Even if each position were as exact as it looks.
TEST(RealAdverts, NoneLookAsIfSomebodyProbedWithThem) {
  if (!HasRealData()) GTEST_SKIP() << "the real data is not here: set THROUGHGATE_DATA";
  using Points = std::vector<matcher::Ecef>;
  std::map<std::string, Points> of_employer;
  std::map<std::pair<std::string, std::string>, Points> of_work;
  ForEachRealAdvert([&](const Advert& advert) {
    if (!advert.stated) return;
    const matcher::Ecef at = matcher::ToEcef(advert.stated->at);
    of_employer[advert.name.employer].push_back(at);
    of_work[{advert.name.employer, advert.title}].push_back(at);
  });
  EXPECT_GT(of_employer.size(), 5'000u);
  for (const auto& [employer, points] : of_employer) {
    EXPECT_EQ(FindLattice(points), std::nullopt) << employer;
  }
  for (const auto& [work, points] : of_work) {
    EXPECT_EQ(FindNearDuplicates(points), std::nullopt) << work.first << ": " << work.second;
  }
}

}  // namespace
}  // namespace throughgate::services
