#include "services/import/advert_text.h"

#include <gtest/gtest.h>

namespace throughgate::services {
namespace {

TEST(OneLine, DecodesCharacterReferencesOnce) {
  EXPECT_EQ(OneLine("R&amp;D &pound;20k &#8211; &#xe9;t&eacute; &quot;x&quot;"),
            "R&D £20k – été \"x\"");
  EXPECT_EQ(OneLine("a &amp;amp; b"), "a &amp; b");
}

TEST(OneLine, LeavesWhatIsNoReference) {
  EXPECT_EQ(OneLine("R&D; M&S, &nosuch; &#0; &#xD800; &#x110000; &#; & &"),
            "R&D; M&S, &nosuch; &#0; &#xD800; &#x110000; &#; & &");
}

TEST(OneLine, KeepsMasksAndTags) {
  EXPECT_EQ(OneLine("RGN **** p/h <b>now</b>"), "RGN **** p/h <b>now</b>");
}

TEST(OneLine, HasNeitherControlsNorRunsOfSpace) {
  EXPECT_EQ(OneLine(" Chef\t \n de\x01 Partie\u0085\u00A0nights&nbsp;&#7; "),
            "Chef de Partie nights");
}

TEST(Lines, KeepEndsOfLines) {
  EXPECT_EQ(Lines("\r\nfirst\tline\r\nsecond  line\rthird\x02\n\n"),
            "first line\nsecond  line\nthird");
}

}  // namespace
}  // namespace throughgate::services
