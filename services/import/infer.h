// What an advert's words say of the work: its occupations and the skills that it asks for.
#ifndef THROUGHGATE_SERVICES_IMPORT_INFER_H_
#define THROUGHGATE_SERVICES_IMPORT_INFER_H_

#include <string_view>
#include <vector>

#include "matcher/model/vacancy.h"
#include "services/import/label_index.h"

namespace throughgate::services {

struct Inferred {
  std::vector<matcher::VacancyOccupation> occupations;
  std::vector<matcher::RequiredSkill> skills;
};

// Where labels overlap, an occupation's counts before any other, one inside a part of the text
// before one across a comma or a slash, and then the longest. job_title.h says which of the
// occupations name the work. A group of many kinds of work is left out beside one of those kinds:
// "HGV driver" is no driver of whatever.
//
// Order  the title's before the description's; of a title, longest first, then earliest; of a
//        description, earliest first. Each code once, at most kVacancyOccupationsMax and
//        kVacancySkillsMax.
// Why    a description names many occupations besides the one on offer (who one works with, and
//        for), so it is asked only where the title names none, and for the one that it names first.
//        Skills are never essential: texts do not say so in a way that can be relied on.
Inferred Infer(const LabelIndex& index, std::string_view title, std::string_view description);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_INFER_H_
