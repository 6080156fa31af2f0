#include "services/import/label_index.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/substitute.h"
#include "services/import/uk_titles.h"
#include "services/import/words.h"

namespace throughgate::services {
namespace {

using matcher::Concept;
using matcher::ConceptKind;

// Why a concept is called so; the less the better.
enum class Rank { kTitle, kPreferred, kGroupPreferred, kOther };

struct Claim {
  const Concept* claimant;
  std::string_view label;
  Rank rank;
};
using Claims = absl::flat_hash_map<std::string, std::vector<Claim>>;  // by phrase

// "drivers" -> "driver", "companies" -> "company", "classes" -> "class"; "gas" stays. An adviser is
// an advisor.
std::string WithoutPlural(std::string word) {
  if (word == "adviser" || word == "advisers") return "advisor";
  const auto ends = [&](std::string_view ending) { return word.ends_with(ending); };
  if (word.size() < 4 || !ends("s") || ends("ss") || ends("us") || ends("is")) return word;
  if (ends("ies") && word.size() > 4) return word.replace(word.size() - 3, 3, "y");
  const bool es = ends("sses") || ends("ches") || ends("shes") || ends("xes");
  word.resize(word.size() - (es ? 2 : 1));
  return word;
}

// Whether `word` belongs to the sum before it: "**** pa", "30k p/a".
bool IsOfSum(std::string_view text, const Word& word) {
  static constexpr std::array<std::string_view, 6> kOfSums = {"k", "p", "pa", "pd", "ph", "pw"};
  if (std::ranges::find(kOfSums, word.folded) == kOfSums.end()) return false;
  std::string_view before = text.substr(0, static_cast<std::size_t>(word.begin));
  const auto drop = [&](std::string_view dropped) {
    while (!before.empty() && dropped.find(before.back()) != dropped.npos) before.remove_suffix(1);
  };
  drop(" ");
  drop("kK");
  return !before.empty() &&
         (before.back() == '*' || absl::ascii_isdigit(static_cast<unsigned char>(before.back())));
}

// The words of a text as phrases are made of them.
std::vector<Word> PhraseWords(std::string_view text) {
  std::vector<Word> words = WordsOf(text);
  std::erase_if(words, [&](const Word& word) { return IsOfSum(text, word); });
  for (Word& word : words) word.folded = WithoutPlural(std::move(word.folded));
  return words;
}

std::string PhraseOf(const std::vector<Word>& words) {
  std::string phrase;
  for (const Word& word : words) phrase += word.folded;
  return phrase;
}

// The code of the ISCO group of an occupation, or of the group that it is itself.
std::string_view GroupOf(const Concept& occupation) {
  if (occupation.kind == ConceptKind::kOccupationGroup) return occupation.code;
  return occupation.broader.empty() ? std::string_view() : occupation.broader.front();
}

// The claimants of the best rank, by code, each once.
std::map<std::string_view, Claim> BestOf(const std::vector<Claim>& claims) {
  const Rank best = std::ranges::min_element(claims, {}, &Claim::rank)->rank;
  std::map<std::string_view, Claim> found;
  for (const Claim& claim : claims) {
    if (claim.rank == best) found.try_emplace(claim.claimant->code, claim);
  }
  return found;
}

}  // namespace

// Gathers who claims each phrase, then decides.
class LabelIndex::Builder {
 public:
  explicit Builder(LabelIndex& index) : index_(index) {
    for (const std::string_view title : VagueTitles()) {
      const std::vector<Word> words = PhraseWords(title);
      vague_titles_.insert(PhraseOf(words));
      if (words.size() < 2) continue;
      index_.phrases_[PhraseOf(words)].vague = title;
      index_.words_max_ = std::max(index_.words_max_, words.size());
    }
    for (const std::string_view skill : VagueSkills()) {
      vague_skills_.insert(PhraseOf(PhraseWords(skill)));
    }
    for (const std::string_view cuisine : Cuisines()) {
      cuisines_.insert(PhraseOf(PhraseWords(cuisine)));
    }
  }

  void Add(const Concept& source) {
    if (source.kind == ConceptKind::kSkill &&
        cuisines_.contains(PhraseOf(PhraseWords(source.label)))) {
      return AddLanguage(source);
    }
    const bool group = source.kind == ConceptKind::kOccupationGroup;
    Add({&source, source.label, group ? Rank::kGroupPreferred : Rank::kPreferred}, source.label);
    for (const std::string& label : source.other_labels) Add({&source, label, Rank::kOther}, label);
    if (source.kind == ConceptKind::kSkill) {
      AddWithoutBrackets(source);
    } else {
      meanings_.try_emplace(group ? source.code : source.label, &source);
    }
  }

  void AddTitles() {
    for (const std::span<const UkTitles> tables : {UkManualTitles(), UkOfficeTitles()}) {
      for (const UkTitles& row : tables) {
        const Concept* meant = MeantBy(row);
        if (meant == nullptr) continue;
        for (const std::string_view title : NamesIn(row.titles)) {
          Add({meant, title, Rank::kTitle}, title);
        }
      }
    }
  }

  void AddTrades() {
    for (const UkTitles& row : UkTrades()) {
      const Concept* meant = MeantBy(row);
      if (meant == nullptr) continue;
      for (const std::string_view trade : NamesIn(row.titles)) {
        const std::vector<Word> words = PhraseWords(trade);
        index_.phrases_[PhraseOf(words)].trade = {meant->code, trade};
        index_.words_max_ = std::max(index_.words_max_, words.size());
      }
    }
  }

  void Finish() const {
    for (const auto& [phrase, claims] : occupations_) {
      const Meaning meaning = OccupationMeant(claims);
      if (!meaning.code.empty()) index_.phrases_[phrase].occupation = meaning;
    }
    for (const auto& [phrase, claims] : skills_) {
      const auto best = BestOf(claims);
      if (best.size() > 1) continue;
      index_.phrases_[phrase].skill = {best.begin()->first, best.begin()->second.label};
    }
  }

 private:
  void Add(const Claim& claim, std::string_view text) {
    const bool skill = claim.claimant->kind == ConceptKind::kSkill;
    const std::vector<Word> words = PhraseWords(text);
    if (words.empty()) return;
    if (words.size() == 1 && (words[0].folded.size() == 1 || (skill && claim.rank == Rank::kOther)))
      return;
    std::string phrase = PhraseOf(words);
    if ((skill ? vague_skills_ : vague_titles_).contains(phrase)) return;
    (skill ? skills_ : occupations_)[std::move(phrase)].push_back(claim);
    index_.words_max_ = std::max(index_.words_max_, words.size());
  }

  const Concept* MeantBy(const UkTitles& row) const {
    auto found = meanings_.find(row.occupation);
    if (found == meanings_.end()) found = meanings_.find(row.group);
    return found == meanings_.end() ? nullptr : found->second;
  }

  void AddLanguage(const Concept& language) {
    for (const char* use : {"$0 speaking", "$0 speaker", "$0 language", "$0 teacher", "$0 tutor",
                            "speak $0", "fluent $0", "fluent in $0", "teacher of $0"}) {
      Add({&language, language.label, Rank::kPreferred}, absl::Substitute(use, language.label));
    }
  }

  // "Java (computer programming)" is called "Java".
  void AddWithoutBrackets(const Concept& skill) {
    const std::string_view label = skill.label;
    const std::size_t bracket = label.find(" (");
    if (bracket == label.npos || !label.ends_with(')')) return;
    Add({&skill, label, Rank::kPreferred}, label.substr(0, bracket));
  }

  // See the class.
  Meaning OccupationMeant(const std::vector<Claim>& claims) const {
    const auto best = BestOf(claims);
    const auto& [first_code, first] = *best.begin();
    if (best.size() == 1) return {first_code, first.label};
    std::map<std::string_view, std::vector<std::string_view>> groups;  // codes by group
    for (const auto& [code, claim] : best) groups[GroupOf(*claim.claimant)].push_back(code);
    for (const auto& [group, codes] : groups) {
      if (codes.size() * 2 <= best.size()) continue;
      const auto found = meanings_.find(group);
      return {found != meanings_.end() ? std::string_view(found->second->code) : codes.front(),
              first.label};
    }
    return {};
  }

  LabelIndex& index_;
  absl::flat_hash_set<std::string> vague_titles_;  // phrases
  absl::flat_hash_set<std::string> vague_skills_;
  absl::flat_hash_set<std::string> cuisines_;
  Claims occupations_;
  Claims skills_;
  // Occupations by preferred label and groups by code: what titles stand for.
  absl::flat_hash_map<std::string_view, const Concept*> meanings_;
};

LabelIndex::LabelIndex(std::shared_ptr<const matcher::Taxonomy> taxonomy)
    : taxonomy_(std::move(taxonomy)) {
  Builder builder(*this);
  for (std::size_t i = 0; i < taxonomy_->occupation_count(); ++i) {
    builder.Add(taxonomy_->occupation(static_cast<matcher::OccupationIndex>(i)));
  }
  for (std::size_t i = 0; i < taxonomy_->skill_count(); ++i) {
    builder.Add(taxonomy_->skill(static_cast<matcher::SkillIndex>(i)));
  }
  builder.AddTitles();
  builder.AddTrades();
  builder.Finish();
}

std::vector<LabelMatch> LabelIndex::Find(std::string_view text) const {
  std::vector<LabelMatch> matches;
  const std::vector<Word> words = PhraseWords(text);
  std::string phrase;
  for (std::size_t first = 0; first < words.size(); ++first) {
    phrase.clear();
    Gap gap = Gap::kBlank;
    const std::size_t end = std::min(words.size(), first + words_max_);
    for (std::size_t last = first; last < end; ++last) {
      phrase += words[last].folded;
      if (last > first) gap = std::max(gap, words[last].before);
      const auto found = phrases_.find(phrase);
      if (found == phrases_.end()) continue;
      const auto add = [&](const Meaning& meaning, LabelKind kind) {
        if (meaning.label.empty()) return;
        matches.push_back(
            {meaning.code, meaning.label, kind, words[first].begin, words[last].end, gap});
      };
      add(found->second.occupation, LabelKind::kOccupation);
      add(found->second.trade, LabelKind::kTrade);
      add(found->second.skill, LabelKind::kSkill);
      add({.code = {}, .label = found->second.vague}, LabelKind::kVague);
    }
  }
  return matches;
}

}  // namespace throughgate::services
