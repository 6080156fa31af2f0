// Puts a licence into a plan, without taking anything out that a person has entered.
#ifndef THROUGHGATE_SERVICES_CLI_LICENCES_MERGE_H_
#define THROUGHGATE_SERVICES_CLI_LICENCES_MERGE_H_

#include <string>
#include <vector>

#include "services/cli/licences/licence.h"

namespace throughgate::cli {

struct MergeCounts {
  int added = 0;      // conditions and curfews that the plan did not have
  int changed = 0;    // that it had otherwise
  int unchanged = 0;  // that it had
  // Conditions that the licence has under another id than before: "cvl-12 as cvl-34".
  std::vector<std::string> carried;
  // Of these, by their new ids, the ones for which items were named or that were filled in by hand,
  // and for which that is to be done anew: it was said of what another licence lays down.
  std::vector<std::string> to_say_anew;
  // Conditions that stood for parts that could not be read, and that are no longer needed.
  std::vector<std::string> read_now;
  // Conditions that an earlier import brought and the licence no longer has, by their ids.
  std::vector<std::string> gone;
  std::string kept_because;  // although they were to be lifted; empty: they were not to be
  bool lifted = false;       // whether they have been taken out

  bool any() const {
    return added + changed > 0 || !carried.empty() || !read_now.empty() || lifted;
  }
};

struct MergeOptions {
  // What another says of the candidate is not at stake: what is gone from the licence has ended or
  // is under another id, and what it can be read of in full is all there is.
  bool stands_alone = false;
  bool lift_gone = false;  // too; only of one that stands alone
};

// Whether a licence stands alone. `count` is how often the file has licences or orders of the
// candidate.
bool StandsAlone(const Licence& licence, int count);

// What stands in the way of lifting what is gone from a licence, in words; empty: nothing does.
std::string WhatHindersLifting(const Licence& licence, int count);

// Conditions and curfews are found by their ids, which imports begin with kImportedPrefix. Version,
// code and what a condition was filled in with, and the hours of an imported curfew, follow the
// licence; what expresses a condition is a person's to say and stays, unless the condition has
// become another one; so does whether a variation of a curfew is sought. A condition that a person
// entered without an id, and that the licence has once, is the licence's; if that is a variation,
// what was said by hand was said of the licence before. One that is gone and one that is new, the
// only ones of a version and code, are one condition of a licence that was varied, if the licence
// stands alone: it takes its new id, and so does the curfew that was made of it. What expresses it
// stays only where the policy's words and what the licence fills in are all that it says: a name,
// an address or a map may be what was varied. What was filled in by hand does not.
//
// What stands for an unread part is a condition like the others, and comes again when a person has
// taken it out; it goes once the part can be read by what stands alone. A licence of home detention
// needs the hours of that curfew: while the plan has none, from whatever file, a condition stands
// for them. All else in the plan stays; what is gone from the licence, or from the order, goes only
// with `lift_gone`, and the curfew that was made of it too.
MergeCounts MergeLicence(const Licence& licence, const MergeOptions& options, v1::RiskPlan& plan);

// What there still is to tell of a licence's unread parts once `plan` has taken it: no longer what
// only asks for items that a condition of the plan now names, and the hours of home detention where
// the plan has none.
std::vector<UnreadPart> StillToTell(const Licence& licence, const v1::RiskPlan& plan);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_LICENCES_MERGE_H_
