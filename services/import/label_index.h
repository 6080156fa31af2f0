// Finds the labels of a taxonomy, and the job titles of uk_titles.h, in texts.
//
// Two phrases are the same when their words are, but for case, accents, a plural ending and
// whatever separates the words: "Fork-lift Drivers" is "forklift driver". A match begins and ends
// where a word does.
#ifndef THROUGHGATE_SERVICES_IMPORT_LABEL_INDEX_H_
#define THROUGHGATE_SERVICES_IMPORT_LABEL_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "matcher/index/taxonomy.h"
#include "services/import/words.h"

namespace throughgate::services {

enum class LabelKind : std::uint8_t {
  kOccupation,  // what somebody is: "warehouse operative"
  kTrade,       // what somebody works in, which stands for an occupation too: "warehouse"
  kSkill,
  kVague,  // a phrase that means nothing, nor do the words in it: "risk assessor"; no code
};

// One label found in a text: bytes [begin, end).
struct LabelMatch {
  std::string_view code;
  std::string_view label;  // as the taxonomy, or the table of titles, spells it
  LabelKind kind = LabelKind::kOccupation;
  std::int32_t begin = 0;
  std::int32_t end = 0;
  Gap gap = Gap::kBlank;  // the greatest inside it
};

// What a label means when several concepts have it: a title of uk_titles.h decides; else those
// whose preferred label it is, an occupation before a group; else all whose other label it is. Of
// several occupations then left, the ISCO group of more than half of them is meant, or if the
// taxonomy does not have the group, the first of its occupations by code; of several skills, or
// where no group has more than half, nothing.
//
// Left out, because they are found everywhere and mean little: vague titles and skills, labels of
// one letter, and single words that are but another label of a skill. In "30k pa" no personal
// assistant is found.
//
// Threads   any, once built.
// Lifetime  matches refer into the index, which keeps its taxonomy.
// Cost      building is linear in the labels, some 0.3 s for ESCO; finding is linear in the words
//           of a text times the words of the longest label.
class LabelIndex {
 public:
  explicit LabelIndex(std::shared_ptr<const matcher::Taxonomy> taxonomy);

  const std::shared_ptr<const matcher::Taxonomy>& taxonomy() const { return taxonomy_; }

  // Every label in `text`, overlapping ones too, by where they begin.
  std::vector<LabelMatch> Find(std::string_view text) const;

 private:
  class Builder;
  // What a phrase stands for.
  struct Meaning {
    std::string_view code;  // empty: nothing
    std::string_view label;
  };
  struct Meanings {
    Meaning occupation;
    Meaning trade;
    Meaning skill;
    std::string_view vague;  // the title, when the phrase is a vague one of several words
  };

  std::shared_ptr<const matcher::Taxonomy> taxonomy_;
  absl::flat_hash_map<std::string, Meanings> phrases_;  // their words run together
  std::size_t words_max_ = 0;                           // of the longest label
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_LABEL_INDEX_H_
