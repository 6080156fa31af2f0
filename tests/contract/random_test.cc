// Random histories: every store answers as the memory store does, right and wrong calls alike.
//
// THROUGHGATE_SEED=n repeats the history of a failure, which prints its n.
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "storage/memory/memory_store.h"
#include "tests/contract/store_contract.h"

namespace throughgate::storage {
namespace {

constexpr int kSteps = 250;

std::uint64_t Seed() {
  const char* seed = std::getenv("THROUGHGATE_SEED");
  return seed != nullptr ? std::strtoull(seed, nullptr, 10) : std::random_device()();
}

bool Same(const Write& left, const Write& right) {
  return left.key == right.key && left.value == right.value;
}
bool Same(const Change& left, const Change& right) {
  return left.revision == right.revision &&
         std::equal(left.writes.begin(), left.writes.end(), right.writes.begin(),
                    right.writes.end(), [](const auto& l, const auto& r) { return Same(l, r); });
}
bool Same(const Page& left, const Page& right) {
  return left.records == right.records && left.next == right.next &&
         left.revision == right.revision;
}
template <typename T>
bool Same(const T& left, const T& right) {
  return left == right;
}

template <typename T>
void ExpectSame(const absl::StatusOr<T>& actual, const absl::StatusOr<T>& model) {
  ASSERT_EQ(actual.status(), model.status());
  ASSERT_TRUE(!model.ok() || Same(*actual, *model));
}

// What the next call is, drawn from few keys and revisions so that they meet each other.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}

  int Roll(int sides) { return std::uniform_int_distribution<int>(0, sides - 1)(random_); }

  std::string Key() {
    static constexpr const char* kKeys[] = {"a", "a/", "a/1", "a/1/x", "a/2", "a0", "b", "b/\xff"};
    return kKeys[Roll(std::size(kKeys))];
  }
  std::string Prefix() {
    static constexpr const char* kPrefixes[] = {"", "a", "a/", "a/1", "b", "c"};
    return kPrefixes[Roll(std::size(kPrefixes))];
  }
  // Mostly recent, sometimes compacted or not yet there, sometimes 0.
  Revision Near(Revision latest) {
    if (Roll(4) == 0) return Roll(static_cast<int>(latest) + 2);
    return latest - std::min<Revision>(latest, Roll(6));
  }
  // Guards that often hold, on keys that are often written; now and then invalid.
  Transaction Commit(const Store& store) {
    Transaction transaction;
    for (int i = Roll(3); i > 0; --i) {
      const std::string key = Key();
      const auto record = store.Get(key);
      const Revision version = *record ? (*record)->version : 0;
      transaction.guards.push_back({key, Roll(8) == 0 ? Near(store.latest()) : version});
    }
    for (int i = Roll(4); i > 0; --i) {
      if (Roll(3) == 0) {
        transaction.writes.push_back({Key(), std::nullopt});
      } else {
        transaction.writes.push_back({Key(), std::string(Roll(20), static_cast<char>(Roll(256)))});
      }
    }
    return transaction;
  }

 private:
  std::mt19937_64 random_;
};

void ExpectSameFeed(Store& actual, Store& model, Revision after) {
  const auto watcher = actual.Watch(after);
  const auto model_watcher = model.Watch(after);
  ASSERT_EQ(watcher.status(), model_watcher.status());
  if (!watcher.ok()) return;
  for (bool more = true; more;) {
    const auto change = (*model_watcher)->Next(absl::InfinitePast());
    ExpectSame((*watcher)->Next(absl::InfinitePast()), change);
    more = change.ok();
  }
}

TEST_P(StoreContract, AnswersAsTheModelDoes) {
  const std::uint64_t seed = Seed();
  SCOPED_TRACE(absl::StrCat("THROUGHGATE_SEED=", seed));
  Dice dice(seed);
  const auto model = MakeMemoryStore({.clock = [this] { return now(); }});
  for (int step = 0; step < kSteps && !HasFailure(); ++step) {
    SCOPED_TRACE(absl::StrCat("step ", step));
    const Revision revision = dice.Near(model->latest());
    const int action = dice.Roll(20);
    if (action < 9) {
      const Transaction transaction = dice.Commit(*model);
      ExpectSame(store().Commit(transaction), model->Commit(transaction));
    } else if (action < 12) {
      const std::string key = dice.Key();
      ExpectSame(store().Get(key, revision), model->Get(key, revision));
    } else if (action < 16) {
      const std::string prefix = dice.Prefix();
      const PageRequest request{.after = dice.Roll(2) == 0 ? dice.Key() : "",
                                .limit = static_cast<std::size_t>(dice.Roll(7))};
      ExpectSame(store().List(prefix, request, revision), model->List(prefix, request, revision));
    } else if (action < 17) {
      ExpectSameFeed(store(), *model, revision);
    } else if (action < 19) {
      Advance(absl::Seconds(dice.Roll(120)));
    } else {
      const absl::Time horizon = now() - absl::Minutes(dice.Roll(10));
      ExpectSame(store().Compact(horizon), model->Compact(horizon));
    }
    ASSERT_EQ(store().latest(), model->latest());
  }
}

}  // namespace
}  // namespace throughgate::storage
