// Readers need no lock: a catalogue stands still while the next ones are made.
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

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

// Publishes after every write of `worlds`, one world after the other.
void WriteAll(const std::vector<World>& worlds, matcher::CatalogueBuilder& builder,
              Versions& versions) {
  for (const World& world : worlds) {
    for (const Write& write : WritesOf(world)) {
      write(builder);
      versions.Add(builder.Publish(1));
    }
  }
}

RC_GTEST_PROP(Readers, SeeOneVersionWhileOthersArePublished, (const World& world)) {
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
  const std::vector<World> later = {*WorldNamedAs(world), *WorldNamedAs(world)};
  std::vector<std::thread> readers;
  for (int i = 0; i < 2; ++i) readers.emplace_back(read);
  WriteAll(later, builder, versions);
  done = true;
  for (std::thread& reader : readers) reader.join();
  RC_ASSERT(differences == 0);
}

}  // namespace
}  // namespace throughgate
