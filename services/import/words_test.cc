#include "services/import/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughgate::services {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> Folded(std::string_view text) {
  std::vector<std::string> folded;
  for (const Word& word : WordsOf(text)) folded.push_back(word.folded);
  return folded;
}

TEST(Words, LoseCaseAndAccents) {
  EXPECT_THAT(Folded("Chef PÂTISSIER Łódź"), ElementsAre("chef", "patissier", "lodz"));
  EXPECT_THAT(Folded("Straße Œuvre"), ElementsAre("strasse", "oeuvre"));
}

TEST(Words, AreSeparatedByWhateverIsNoLetter) {
  EXPECT_THAT(Folded("HGV/LGV-driver – nights (C+E)"),
              ElementsAre("hgv", "lgv", "driver", "nights", "c+e"));
  EXPECT_THAT(Folded(" **** p/h "), ElementsAre("p", "h"));
  EXPECT_THAT(Folded("公司 Ltd"), ElementsAre("ltd"));
  EXPECT_THAT(Folded("…"), IsEmpty());
}

TEST(Words, AreJoinedByApostrophes) {
  EXPECT_THAT(Folded("Women's Children’s"), ElementsAre("womens", "childrens"));
}

TEST(Words, KeepTheSignsThatNameLanguages) {
  EXPECT_THAT(Folded("C++ / C# dev + #1"), ElementsAre("c++", "c#", "dev", "1"));
}

TEST(Words, AnAmpersandIsAWord) { EXPECT_THAT(Folded("P&C"), ElementsAre("p", "and", "c")); }

TEST(Words, SayWhatStandsBeforeThem) {
  const auto gaps = [](std::string_view text) {
    std::vector<Gap> gaps;
    for (const Word& word : WordsOf(text)) gaps.push_back(word.before);
    return gaps;
  };
  EXPECT_THAT(gaps("multi-drop **** driver"), ElementsAre(Gap::kBlank, Gap::kBlank, Gap::kBlank));
  EXPECT_THAT(gaps("picker/packer"), ElementsAre(Gap::kBlank, Gap::kSlash));
  EXPECT_THAT(
      gaps("Cook - nights (Leeds), R & D"),
      ElementsAre(Gap::kBlank, Gap::kBreak, Gap::kBreak, Gap::kBreak, Gap::kBlank, Gap::kBlank));
  EXPECT_THAT(
      gaps("Cook – nights. Leeds\nHull 7.5"),
      ElementsAre(Gap::kBlank, Gap::kBreak, Gap::kBreak, Gap::kBreak, Gap::kBlank, Gap::kBlank));
}

TEST(Words, KnowTheirBytes) {
  const std::string text = "Café – Chef’s";
  const std::vector<Word> words = WordsOf(text);
  ASSERT_EQ(words.size(), 2u);
  EXPECT_EQ(text.substr(words[0].begin, words[0].end - words[0].begin), "Café");
  EXPECT_EQ(text.substr(words[1].begin, words[1].end - words[1].begin), "Chef’s");
}

TEST(Words, TakeBytesThatAreNotUtf8ForSeparators) {
  EXPECT_THAT(Folded("a\xff"
                     "b\xc3"),
              ElementsAre("a", "b"));
}

}  // namespace
}  // namespace throughgate::services
