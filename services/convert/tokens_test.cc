// Revision tokens, page tokens and etags: what callers keep and give back.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <limits>

#include "services/convert/cursor_numbers.h"
#include "services/convert/due_cursor.h"
#include "services/convert/match_cursor.h"
#include "services/convert/name_cursor.h"
#include "services/convert/page_token.h"
#include "services/convert/personal_data.h"
#include "services/convert/revision_token.h"
#include "services/convert/stored.h"
#include "services/edge/errors.h"

namespace throughgate::services {
namespace {

constexpr char kStore[] = "0123456789abcdef";

TEST(RevisionTokens, ReadBackAsTheyAreWritten) {
  for (const storage::Revision revision : {storage::Revision{0}, storage::Revision{1},
                                           std::numeric_limits<storage::Revision>::max()}) {
    EXPECT_EQ(*ParseRevision(kStore, FormatRevision(kStore, revision)), revision);
  }
}

TEST(RevisionTokens, OfAnotherStoreOrNoneAreRefused) {
  for (const char* token :
       {"", "12", "-12", "0123456789abcdef", "0123456789abcdef-", "0123456789abcdef-x",
        "0123456789abcdef-012", "0123456789abcdef-12 ", "0123456789abcdef--12",
        "0123456789abcdef-99999999999999999999999", "fedcba9876543210-12", "0123456789ABCDEF-12"}) {
    EXPECT_EQ(ReasonOf(ParseRevision(kStore, token).status()), v1::ERROR_REASON_REVISION_INVALID)
        << token;
  }
}

const storage::Handles kHandles{{.key = std::string(32, 's')}};
const PageScope kScope{kHandles, kStore, "/service/List", "employers/acme"};

RC_GTEST_PROP(PageTokens, ReadBackAsTheyAreWritten,
              (storage::Revision revision, const std::string& position)) {
  const PageCursor cursor{revision, position};
  const std::string token = FormatPageToken(kScope, cursor);
  const auto parsed = ParsePageToken(kScope, token);
  RC_ASSERT(parsed.ok());
  RC_ASSERT(*parsed == cursor);
  RC_ASSERT(!FindPersonalData(token));
}

RC_GTEST_PROP(PageTokens, AreGoodForTheirScopeAndUnchangedOnly, ()) {
  std::string token = FormatPageToken(kScope, {7, "vacancy,acme,cook,terms"});
  for (const PageScope& other : {PageScope{kHandles, "other", kScope.method, kScope.subject},
                                 PageScope{kHandles, kStore, "/service/Lis", "temployers/acme"},
                                 PageScope{kHandles, kStore, kScope.method, ""}}) {
    RC_ASSERT(ReasonOf(ParsePageToken(other, token).status()) == v1::ERROR_REASON_CURSOR_INVALID);
  }
  char& changed = token[*rc::gen::inRange<std::size_t>(0, token.size())];
  const char before = changed;
  changed = *rc::gen::arbitrary<char>();
  RC_PRE(changed != before);
  RC_ASSERT(ReasonOf(ParsePageToken(kScope, token).status()) == v1::ERROR_REASON_CURSOR_INVALID);
}

TEST(PageTokens, DoNotShowWhereTheyGoOn) {
  const std::string token = FormatPageToken(kScope, {7, "heron"});
  EXPECT_EQ(token.find("6865726f6e"), token.npos) << "\"heron\", in hexadecimal digits";
}

// Whoever forges a token must not take a calendar to years that it does not have.
TEST(MatchCursors, AreOfAnInstantThatCanBeAskedFor) {
  const MatchCursor cursor{7, absl::FromUnixSeconds(1'700'000'000) + absl::Nanoseconds(5), {3, 4}};
  EXPECT_EQ(*ParseMatchCursor(kScope, FormatMatchCursor(kScope, cursor)), cursor);
  for (const std::int64_t seconds :
       {std::numeric_limits<std::int64_t>::min(), std::int64_t{-2'208'988'801},
        std::int64_t{7'289'654'400}, std::numeric_limits<std::int64_t>::max()}) {
    const std::uint64_t numbers[] = {3, 4, static_cast<std::uint64_t>(seconds), 0};
    const std::string forged = FormatPageToken(kScope, {7, PackNumbers(numbers)});
    EXPECT_EQ(ReasonOf(ParseMatchCursor(kScope, forged).status()), v1::ERROR_REASON_CURSOR_INVALID)
        << seconds;
    const std::uint64_t due[] = {static_cast<std::uint64_t>(seconds), 0};
    EXPECT_EQ(
        ReasonOf(ParseDueCursor(kScope, FormatPageToken(kScope, {7, PackNumbers(due)})).status()),
        v1::ERROR_REASON_CURSOR_INVALID)
        << seconds;
  }
  const std::uint64_t nanos[] = {3, 4, 0, 1'000'000'000};
  EXPECT_FALSE(ParseMatchCursor(kScope, FormatPageToken(kScope, {7, PackNumbers(nanos)})).ok());
  const std::uint64_t more[] = {3, 4, 0, 0, 0};
  EXPECT_FALSE(ParseMatchCursor(kScope, FormatPageToken(kScope, {7, PackNumbers(more)})).ok());
  EXPECT_FALSE(ParseMatchCursor(kScope, FormatPageToken(kScope, {7, "short"})).ok());
}

TEST(DueCursors, ReadBackAsTheyAreWritten) {
  const DueCursor cursor{7, absl::FromUnixSeconds(1'700'000'000), {{-3}, "c-1"}};
  EXPECT_EQ(*ParseDueCursor(kScope, FormatDueCursor(kScope, cursor)), cursor);
  EXPECT_FALSE(ParseDueCursor(kScope, FormatPageToken(kScope, {7, "short"})).ok());
}

TEST(NameCursors, ReadBackAsTheyAreWritten) {
  const NameCursor cursor{7, absl::FromUnixSeconds(1'700'000'000), "heron"};
  EXPECT_EQ(*ParseNameCursor(kScope, FormatNameCursor(kScope, cursor)), cursor);
  EXPECT_FALSE(ParseNameCursor(kScope, FormatPageToken(kScope, {7, "short"})).ok());
}

RC_GTEST_PROP(Etags, NameBothVersionsAndLookLikeNobody,
              (storage::Revision terms, storage::Revision detail)) {
  RC_PRE(terms != 0 || detail != 0);
  const std::string etag = FormatEtag({terms, detail});
  RC_ASSERT(etag != FormatEtag({terms, detail + 1}));
  RC_ASSERT(etag != FormatEtag({terms + 1, detail}));
  RC_ASSERT(!FindPersonalData(etag));
}

}  // namespace
}  // namespace throughgate::services
