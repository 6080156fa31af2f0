// A pointer that one thread replaces and any number read, none of them waiting for another.
#ifndef THROUGHGATE_STORAGE_FEED_PUBLISHED_H_
#define THROUGHGATE_STORAGE_FEED_PUBLISHED_H_

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <thread>
#include <utility>

namespace throughgate::storage {

// Two places: readers copy from the one that is marked, the writer fills the other and then moves
// the mark. Before it fills a place it waits until no reader is in it, which takes as long as a
// copy of a pointer.
//
// Threads  Get from any, Set from one at a time.
template <class T>
class Published {
 public:
  using Pointer = std::shared_ptr<const T>;

  // The newest pointer; null before the first. Cost: no lock; a retry for each Set meanwhile.
  Pointer Get() const {
    for (;;) {
      const std::size_t at = marked_.load();
      Place& place = places_[at];
      place.readers.fetch_add(1);
      // Still marked once the writer knows of this reader: it will not touch the place.
      if (marked_.load() == at) {
        Pointer pointer = place.pointer;
        place.readers.fetch_sub(1);
        return pointer;
      }
      place.readers.fetch_sub(1);
    }
  }

  void Set(Pointer pointer) {
    const std::size_t next = 1 - marked_.load();
    Place& place = places_[next];
    while (place.readers.load() > 0) std::this_thread::yield();
    place.pointer = std::move(pointer);
    marked_.store(next);
  }

 private:
  // Each on a line of its own.
  struct alignas(64) Place {
    Pointer pointer;
    std::atomic<std::size_t> readers = 0;
  };
  mutable std::array<Place, 2> places_;
  std::atomic<std::size_t> marked_ = 0;
};

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_FEED_PUBLISHED_H_
