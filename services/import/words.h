// The words of a text, folded so that words which people take for the same compare equal. Labels,
// titles and the names that ids are made of are all taken apart here.
#ifndef THROUGHGATE_SERVICES_IMPORT_WORDS_H_
#define THROUGHGATE_SERVICES_IMPORT_WORDS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace throughgate::services {

// What stands between a word and the one before it; the greatest that does.
enum class Gap : std::uint8_t {
  kBlank,  // blanks, a hyphen, an apostrophe, a mask ("****")
  kSlash,  // "picker/packer"
  kBreak,  // a comma, bracket, bar, colon, dash or a full stop: another part begins
};

// One word, and the bytes [begin, end) of the text that it stands for.
struct Word {
  std::string folded;  // of [a-z0-9], and '+' or '#' after those: "c++"
  std::int32_t begin = 0;
  std::int32_t end = 0;
  Gap before = Gap::kBlank;
};

// The words of a UTF-8 text, in order. Latin letters lose case and accents ("Pâtissier" is
// "patissier"), an apostrophe joins ("Women's" is "womens"), '&' is the word "and", and whatever
// else there is separates.
//
// Cost  linear.
std::vector<Word> WordsOf(std::string_view text);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_WORDS_H_
