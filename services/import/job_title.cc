#include "services/import/job_title.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "services/import/words.h"

namespace throughgate::services {
namespace {

using Names = std::span<const std::string_view>;

// Who leads others, or teaches them: not one of those whom the words before name.
constexpr std::array<std::string_view, 9> kLeads = {"controller", "director",       "foreman",
                                                    "lead",       "leader",         "manager",
                                                    "mananger",   "superintendent", "supervisor"};
constexpr std::array<std::string_view, 8> kTeaches = {
    "assessor", "instructor", "lecturer", "recruiter", "teacher", "trainer", "tutor", "verifier"};
// Other words for people at work: those who may be of any trade, and those who are of one that they
// are named before: "engineer, plumbing supplies".
constexpr std::array<std::string_view, 15> kOfAnyTrade = {
    "administrator", "advisor",   "adviser",    "agent",     "apprentice",
    "assistant",     "associate", "clerk",      "operative", "operator",
    "partner",       "secretary", "technician", "trainee",   "worker"};
constexpr std::array<std::string_view, 8> kOfTheirOwn = {"analyst",  "consultant", "coordinator",
                                                         "engineer", "executive",  "head",
                                                         "officer",  "specialist"};
constexpr std::array<std::string_view, 8> kPrepositions = {"at", "for",        "in", "near",
                                                           "of", "supporting", "to", "with"};

bool IsOneOf(Names names, std::string_view word) {
  return std::ranges::find(names, word) != names.end();
}

// The digits of the ISCO group of an occupation, or of the group that it is: "9333".
std::string_view IscoOf(const matcher::Taxonomy& taxonomy, std::string_view code) {
  const matcher::OccupationIndex index = taxonomy.Occupation(code);
  if (index == matcher::kNoIndex) return {};
  const matcher::Concept& occupation = taxonomy.occupation(index);
  std::string_view isco;
  if (occupation.kind == matcher::ConceptKind::kOccupationGroup) {
    isco = occupation.code;
  } else if (!occupation.broader.empty()) {
    isco = occupation.broader.front();
  }
  constexpr std::string_view kPrefix = "isco/";
  return isco.starts_with(kPrefix) ? isco.substr(kPrefix.size()) : std::string_view();
}

// The words of a text, and which match each of them is part of.
class Title {
 public:
  Title(std::string_view text, const matcher::Taxonomy& taxonomy,
        const std::vector<LabelMatch>& matches)
      : text_(text), taxonomy_(taxonomy), matches_(matches), words_(WordsOf(text)) {
    for (Word& word : words_) {
      if (word.folded.size() > 4 && word.folded.ends_with('s')) word.folded.pop_back();
      std::size_t match = 0;
      while (match < matches.size() && !IsInside(word, matches[match])) ++match;
      match_of_.push_back(match);
    }
  }

  // Whether the words right after the match say that the person is somebody else.
  bool IsTakenByNext(std::size_t match) const {
    const std::size_t next = EndOf(match);
    if (next >= words_.size() || words_[next].before != Gap::kBlank) return false;
    if (IsPossessive(matches_[match]) && IsPerson(next)) return true;
    if (Is(next, kTeaches)) return !Is(next - 1, kTeaches);
    if (IsMatched(next)) return false;  // another title begins
    if (Is(next, kLeads)) return true;
    return words_[next].folded == "team" && next + 1 < words_.size() && Is(next + 1, kLeads);
  }

  // Whether the trade is that of a person whom other words name: before it anywhere, behind it in
  // the same part, or leading behind a slash, "warehouse/logistics manager".
  bool IsSomebodys(std::size_t trade) const {
    const bool by_itself = IsPartByItself(trade);
    for (std::size_t w = 0; w < BeginOf(trade); ++w) {
      if (Leads(w)) return true;
      if (!by_itself && (Is(w, kOfTheirOwn) || IsOccupationBeside(w, trade))) return true;
    }
    bool same_part = true;
    for (std::size_t w = EndOf(trade); w < words_.size(); ++w) {
      if (words_[w].before == Gap::kBreak) return false;
      same_part = same_part && words_[w].before == Gap::kBlank;
      if (Leads(w) || (same_part && IsOccupationBeside(w, trade))) return true;
    }
    return false;
  }

  // Whether a preposition stands before the match, and before that, in the same part, who works.
  bool FollowsPreposition(std::size_t match) const {
    bool preposition = false;
    for (std::size_t w = BeginOf(match); w > 0 && words_[w].before != Gap::kBreak; --w) {
      if (preposition && IsPerson(w - 1)) return true;
      preposition = preposition || Is(w - 1, kPrepositions);
    }
    return false;
  }

 private:
  static bool IsInside(const Word& word, const LabelMatch& match) {
    return match.kind != LabelKind::kSkill && match.begin <= word.begin && word.end <= match.end;
  }
  // "driver / warehouse": another job, in a part of its own.
  bool IsPartByItself(std::size_t match) const {
    const std::size_t begin = BeginOf(match);
    const std::size_t end = EndOf(match);
    return begin > 0 && words_[begin].before == Gap::kSlash &&
           (end == words_.size() || words_[end].before != Gap::kBlank);
  }
  // "the headteacher's"; of adverts' own making also "RGN's required".
  bool IsPossessive(const LabelMatch& match) const {
    const std::string_view end = text_.substr(0, static_cast<std::size_t>(match.end));
    return end.ends_with("'s") || end.ends_with("\u2019s");
  }
  std::size_t BeginOf(std::size_t match) const {
    std::size_t w = 0;
    while (w < words_.size() && words_[w].begin < matches_[match].begin) ++w;
    return w;
  }
  std::size_t EndOf(std::size_t match) const {
    std::size_t w = BeginOf(match);
    while (w < words_.size() && words_[w].end <= matches_[match].end) ++w;
    return w;
  }
  bool Is(std::size_t w, Names names) const { return IsOneOf(names, words_[w].folded); }
  bool IsMatched(std::size_t w) const { return match_of_[w] < matches_.size(); }
  bool Leads(std::size_t w) const { return Is(w, kLeads) || Is(w, kTeaches); }
  // Whether an occupation stands there of which the trade does not say more.
  bool IsOccupationBeside(std::size_t w, std::size_t trade) const {
    if (!IsMatched(w)) return false;
    const LabelMatch& match = matches_[match_of_[w]];
    return match.kind == LabelKind::kOccupation &&
           !SaysMore(taxonomy_, matches_[trade].code, match.code);
  }
  bool IsPerson(std::size_t w) const {
    return IsMatched(w) || Leads(w) || Is(w, kOfAnyTrade) || Is(w, kOfTheirOwn);
  }

  std::string_view text_;
  const matcher::Taxonomy& taxonomy_;
  const std::vector<LabelMatch>& matches_;
  std::vector<Word> words_;
  std::vector<std::size_t> match_of_;  // by word; the number of matches for none
};

}  // namespace

bool SaysMore(const matcher::Taxonomy& taxonomy, std::string_view other, std::string_view wide) {
  constexpr std::size_t kUnitGroup = 4;  // digits
  constexpr std::size_t kSubMajorGroup = 2;
  const std::string_view of_wide = IscoOf(taxonomy, wide);
  const std::string_view of_other = IscoOf(taxonomy, other);
  return of_wide.size() >= kSubMajorGroup && of_wide.size() < kUnitGroup &&
         of_other.size() > of_wide.size() &&
         of_other.substr(0, kSubMajorGroup) == of_wide.substr(0, kSubMajorGroup);
}

std::vector<LabelMatch> NamingTheWork(std::string_view text, TextKind kind,
                                      const matcher::Taxonomy& taxonomy,
                                      const std::vector<LabelMatch>& matches) {
  const Title title(text, taxonomy, matches);
  const auto names_work = [&](std::size_t match) {
    const bool trade = matches[match].kind == LabelKind::kTrade;
    if (title.IsTakenByNext(match)) return false;
    if (trade && (kind == TextKind::kProse || title.IsSomebodys(match))) return false;
    return kind == TextKind::kProse || !title.FollowsPreposition(match);
  };
  std::vector<LabelMatch> naming;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (matches[i].kind == LabelKind::kSkill || names_work(i)) naming.push_back(matches[i]);
  }
  return naming;
}

}  // namespace throughgate::services
