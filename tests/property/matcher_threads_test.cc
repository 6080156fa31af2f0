// Readers need no lock: a catalogue stands still while the next ones are made.
#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "tests/support/answers.h"
#include "tests/support/world.h"

namespace throughgate {
namespace {

using matcher::Catalogue;
using matcher::View;

struct Version {
  std::shared_ptr<const Catalogue> catalogue;
  std::string answers;  // as they were when it was published
};

// The newest version, and all before it.
class Versions {
 public:
  void Add(std::shared_ptr<const Catalogue> catalogue) {
    std::string answers = Answers(*catalogue, View::kFull);
    const std::lock_guard lock(mutex_);
    versions_.push_back({std::move(catalogue), std::move(answers)});
  }
  std::vector<Version> OldestAndNewest() const {
    const std::lock_guard lock(mutex_);
    return {versions_.front(), versions_.back()};
  }

 private:
  mutable std::mutex mutex_;
  std::vector<Version> versions_;
};

TEST(Readers, SeeOneVersionWhileOthersArePublished) {
  const World world = WorldOfSeed(1);
  matcher::CatalogueBuilder builder = EmptyCatalogue(world);
  for (const Write& write : WritesOf(world)) write(builder);
  Versions versions;
  versions.Add(builder.Publish(1));

  std::atomic<bool> done = false;
  std::atomic<int> differences = 0;
  const auto read = [&] {
    do {
      for (const Version& version : versions.OldestAndNewest()) {
        if (Answers(*version.catalogue, View::kFull) != version.answers) ++differences;
      }
    } while (!done);
  };
  std::vector<std::thread> readers;
  for (int i = 0; i < 2; ++i) readers.emplace_back(read);
  for (const Write& write : WritesOf(WorldOfSeed(2))) {
    write(builder);
    versions.Add(builder.Publish(1));
  }
  done = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(differences, 0);
}

}  // namespace
}  // namespace throughgate
