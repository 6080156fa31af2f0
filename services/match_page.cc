#include "services/match_page.h"

#include <optional>

namespace throughgate::services {
namespace {

constexpr std::int32_t kRowsByDefault = 20;

}  // namespace

std::size_t RowsAsked(std::int32_t page_size, std::int32_t most, const Field& at) {
  if (page_size == 0) return kRowsByDefault;
  return static_cast<std::size_t>(ReadNumber(page_size, {1, most}, at));
}

v1::RowView ReadRowView(v1::RowView wire, const Field& at) {
  return ReadEnum<v1::RowView>(wire, at);
}

matcher::Question MatchPage::question() const {
  std::optional<matcher::RankKey> after;
  if (opening_.cursor) after = opening_.cursor->below;
  return {caller_.view(), opening_.point.today, limit_, after};
}

// The token for the page below the rows that are shown of `matches`; none when there is no other.
std::string MatchPage::NextPage(const std::vector<matcher::Match>& matches,
                                std::size_t shown) const {
  if (shown < limit_ && shown == matches.size()) return {};
  read_points_.Keep(caller_.organisation, opening_.point);
  return FormatMatchCursor(scope(),
                           {catalogue().revision, opening_.point.as_of, matches[shown - 1].key});
}

}  // namespace throughgate::services
