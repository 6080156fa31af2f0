// Promise 2, at the door: what is sealed is changed at random, and every answer to everybody who
// may not see it stays the same to the byte: rows, pages, streams, errors, their details, metadata,
// and so the size of each.
//
// Two worlds begin alike. In one of them probation writes plans; in the other engagement renames an
// employer that nobody asks about, as many times. What is heard in both must be the same, the
// revision too. And what is heard in the first must be what was heard before the change, but for
// the revision.
//
// The revision is the one exception, and published (services/README.md): a revision is a place in
// the one order of all writes, so that a write of anybody moves it. It tells that somebody has
// written something, and the two worlds show that it tells no more: not that it was sealed, not
// what, nor about whom. Whoever holds on to a revision, by a page token, does not even see that.
//
// THROUGHGATE_SEALED_CHANGES sets how many changes are made, THROUGHGATE_SEALED_SEED which.
#include <google/protobuf/descriptor.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "tests/service/may_see.h"
#include "tests/service/sealed_changes.h"
#include "tests/service/sealed_world.h"
#include "tests/service/shared_questions.h"
#include "tests/service/wire.h"

namespace throughgate {
namespace {

using google::protobuf::FieldDescriptor;

constexpr int kPagesMax = 3;
// Then it begins anew, with people who have no plans.
constexpr int kChangesOfAWorld = 200;

int FromEnvironment(const char* name, int otherwise) {
  int value = 0;
  const char* set = std::getenv(name);
  return set != nullptr && absl::SimpleAtoi(set, &value) ? value : otherwise;
}

// A question that was asked, a page of one too, and what was heard.
struct Told {
  Question question;
  Heard heard;
};

std::vector<Told> AskAll(SealedWorld& world) {
  const auto channel = world.server().channel();
  std::vector<Told> told;
  for (const Question& question : SharedQuestions()) {
    told.push_back({question, Ask(channel, question)});
    for (int page = 1; page < kPagesMax; ++page) {
      const auto next = NextPage(told.back().question, told.back().heard);
      if (next == nullptr) break;
      told.push_back({*next, Ask(channel, *next)});
    }
  }
  return told;
}

std::string Show(const Question& question, const Heard& heard) {
  std::string shown = heard.ending;
  for (const std::string& bytes : heard.messages) {
    absl::StrAppend(&shown, "\n", ReadAnswer(question, bytes)->DebugString());
  }
  return shown;
}

// The first question that is answered in two ways; empty when there is none.
std::string Difference(const std::vector<Told>& one, const std::vector<Told>& other,
                       bool but_for_the_revision) {
  if (one.size() != other.size()) return "there are more pages than there were";
  for (std::size_t i = 0; i < one.size(); ++i) {
    const Question& question = one[i].question;
    const auto heard = [&](const Told& told) {
      return but_for_the_revision ? WithoutRevision(question, told.heard) : told.heard;
    };
    if (heard(one[i]) == heard(other[i])) continue;
    return absl::StrCat(question.who.role, " asked ", question.method, "\n",
                        question.request->DebugString(), "and heard\n",
                        Show(question, one[i].heard), "\nor\n", Show(question, other[i].heard));
  }
  return "";
}

// The page of a ranking that was given under a revision before; null when there is none.
const Told* KeptPage(const std::vector<Told>& told) {
  for (const Told& one : told) {
    const auto* find = dynamic_cast<const v1::FindVacanciesRequest*>(one.question.request.get());
    if (find != nullptr && find->page_token().size() > 2) return &one;
  }
  return nullptr;
}

std::string TextOf(const v1::RiskPlan& plan, const FieldDescriptor& field) {
  std::string text;
  const auto& reflection = *plan.GetReflection();
  const auto add = [&](int index) {
    std::string value;
    google::protobuf::TextFormat::PrintFieldValueToString(plan, &field, index, &value);
    absl::StrAppend(&text, value, "\n");
  };
  if (field.is_repeated()) {
    for (int i = 0; i < reflection.FieldSize(plan, &field); ++i) add(i);
  } else if (reflection.HasField(plan, &field)) {
    add(-1);
  }
  return text;
}

// What has been changed so far, to see in the end that nothing was left out.
class Record {
 public:
  void Add(const SealedChange& change, bool full_answer_moved) {
    ++made_;
    moved_ += full_answer_moved ? 1 : 0;
    const auto& type = *v1::RiskPlan::descriptor();
    for (int i = 0; i < type.field_count(); ++i) {
      const FieldDescriptor& field = *type.field(i);
      if (TextOf(change.before, field) != TextOf(change.after, field)) changed_.insert(&field);
    }
  }
  void AddRefused(const SealedChange& change) {
    ++refused_;
    if (first_refused_.empty()) {
      first_refused_ =
          absl::StrCat(change.what, ": ", testing::PrintToString(Decode(change.status)));
    }
  }

  int made() const { return made_; }

  // Else nothing would be said by all of this.
  void Check() const {
    EXPECT_LE(refused_ * 5, made_) << first_refused_;
    EXPECT_GE(moved_ * 4, made_) << "probation's answers depend on the plan, whose would not?";
    if (made_ < 1'000) return;
    const auto& type = *v1::RiskPlan::descriptor();
    for (int i = 0; i < type.field_count(); ++i) {
      if (type.field(i)->name() == "name") continue;
      EXPECT_TRUE(changed_.contains(type.field(i))) << type.field(i)->name() << " never changed";
    }
  }

 private:
  int made_ = 0;
  int moved_ = 0;
  int refused_ = 0;
  std::string first_refused_;
  std::set<const FieldDescriptor*> changed_;
};

// Some changes in a world, each looked at from everywhere.
void ChangeAWorld(int changes, std::mt19937_64& random, Record& record) {
  SealedWorld world;
  SealedWorld twin(world);
  ASSERT_EQ(world.latest(), twin.latest());
  std::map<std::string, Heard> in_full;
  for (const char* candidate : kSealedCandidates) in_full[candidate] = world.AskInFull(candidate);
  std::vector<Told> before = AskAll(world);
  ASSERT_EQ(Difference(before, AskAll(twin), /*but_for_the_revision=*/false), "")
      << "two worlds that are alike";
  for (int i = 0; i < changes; ++i) {
    const SealedChange change = world.Change(random);
    if (!change.status.ok()) {
      record.AddRefused(change);
      continue;
    }
    while (twin.latest() < world.latest() && !testing::Test::HasFailure()) twin.WriteElsewhere();
    const std::string where = absl::StrCat("change ", record.made(), ", ", change.what, ", to\n",
                                           change.after.DebugString());
    const Told* kept = KeptPage(before);
    ASSERT_NE(kept, nullptr);
    ASSERT_TRUE(Ask(world.server().channel(), kept->question) == kept->heard)
        << "a page of the revision before, at " << where;
    std::vector<Told> now = AskAll(world);
    ASSERT_EQ(Difference(now, AskAll(twin), /*but_for_the_revision=*/false), "")
        << "beside another world, at " << where;
    ASSERT_EQ(Difference(before, now, /*but_for_the_revision=*/true), "")
        << "before and after, at " << where;
    before = std::move(now);
    const Heard full = world.AskInFull(change.candidate);
    record.Add(change, full != std::exchange(in_full[change.candidate], full));
  }
}

TEST(SealedFields, ChangeNoByteOfWhatAnybodyElseIsTold) {
  const int changes = FromEnvironment("THROUGHGATE_SEALED_CHANGES", 2'000);
  const int seed = FromEnvironment("THROUGHGATE_SEALED_SEED", 1);
  SCOPED_TRACE(absl::StrCat("THROUGHGATE_SEALED_SEED=", seed));
  std::mt19937_64 random(static_cast<std::uint64_t>(seed));
  Record record;
  for (int made = -1; record.made() < changes && record.made() > made && !HasFailure();) {
    made = record.made();
    ChangeAWorld(std::min(kChangesOfAWorld, changes - made), random, record);
  }
  EXPECT_EQ(record.made(), changes);
  record.Check();
}

// What the comparison rests on is there to be compared.
TEST(SealedFields, AreAskedForByEverySharedRoleAndPastTheFirstPage) {
  SealedWorld world;
  std::set<std::string> succeeded;
  std::set<std::string> failed;
  const std::vector<Told> all = AskAll(world);
  EXPECT_NE(KeptPage(all), nullptr);
  for (const Told& told : all) {
    const bool ok = told.heard.ending.starts_with("0 ");
    (ok ? succeeded : failed).insert(told.question.who.role + told.question.method);
    for (const std::string& bytes : told.heard.messages) {
      ExpectMaySee(told.question.who.role, told.question.who.organisation,
                   *ReadAnswer(told.question, bytes));
    }
  }
  for (const char* method : {"FindVacancies", "FindCandidates", "ExplainMatch"}) {
    EXPECT_TRUE(succeeded.contains(absl::StrCat("broker/throughgate.v1.MatchService/", method)));
    if (std::string(method) == "FindCandidates") continue;
    EXPECT_TRUE(succeeded.contains(absl::StrCat("custody/throughgate.v1.MatchService/", method)));
  }
  EXPECT_TRUE(succeeded.contains("engagement/throughgate.v1.MatchService/FindCandidates"));
  EXPECT_TRUE(succeeded.contains("broker/throughgate.v1.MatchService/FindVacanciesBatch"));
  EXPECT_TRUE(failed.contains("broker/throughgate.v1.RiskPlanService/GetRiskPlan"));
}

}  // namespace
}  // namespace throughgate
