// How the words of a job title stand to each other: which of the labels found in it name the work.
//
// An English title ends in what the person is, and the words before that only say of what kind: a
// service desk manager does not sit at the service desk. What follows "for", "to" or "at" is whom
// one works for.
#ifndef THROUGHGATE_SERVICES_IMPORT_JOB_TITLE_H_
#define THROUGHGATE_SERVICES_IMPORT_JOB_TITLE_H_

#include <string_view>
#include <vector>

#include "matcher/index/taxonomy.h"
#include "services/import/label_index.h"

namespace throughgate::services {

// What a text is to be read as.
enum class TextKind { kTitle, kProse };

// Whether `wide` is a group of many kinds of work, of which `other` says more exactly which: all
// who drive, and drivers of heavy lorries. Both are codes of occupations or of groups of them.
bool SaysMore(const matcher::Taxonomy& taxonomy, std::string_view other, std::string_view wide);

// Those of `matches`, which do not overlap and are of `text`, that name the work; skills stay.
//
// Left out are
// - an occupation that somebody else's follows: "chef trainer", "cleaner supervisor";
// - a trade of somebody whom other words name: "warehouse manager", "consultant (carpentry)";
//   but "HGV" stays beside "driver", of which it says more, and so does one that is a part by
//   itself, "driver / warehouse";
// - in a title, what follows a preposition once the work is named: "PA to the solicitor";
// - in prose, every trade: "our warehouse" is no warehouse operative.
//
// Cost  the words times the matches.
std::vector<LabelMatch> NamingTheWork(std::string_view text, TextKind kind,
                                      const matcher::Taxonomy& taxonomy,
                                      const std::vector<LabelMatch>& matches);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_JOB_TITLE_H_
