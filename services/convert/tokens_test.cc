// Revision tokens, page tokens and etags: what callers keep and give back.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <limits>

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

const PageScope kScope{kStore, "/service/List", "employers/acme"};

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
  for (const PageScope& other : {PageScope{"other", kScope.method, kScope.subject},
                                 PageScope{kStore, "/service/Lis", "temployers/acme"},
                                 PageScope{kStore, kScope.method, ""}}) {
    RC_ASSERT(ReasonOf(ParsePageToken(other, token).status()) == v1::ERROR_REASON_CURSOR_INVALID);
  }
  char& changed = token[*rc::gen::inRange<std::size_t>(0, token.size())];
  const char before = changed;
  changed = *rc::gen::arbitrary<char>();
  RC_PRE(changed != before);
  RC_ASSERT(ReasonOf(ParsePageToken(kScope, token).status()) == v1::ERROR_REASON_CURSOR_INVALID);
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
