// Prints CONDITIONS.md. Run it whenever conditions.csv has changed:
//
//   conditions_page > CONDITIONS.md
#include <cstdio>

#include "matcher/licence/conditions_page.h"

int main() {
  std::fputs(
      throughgate::matcher::ConditionsPage(throughgate::matcher::LicenceConditions()).c_str(),
      stdout);
  return 0;
}
