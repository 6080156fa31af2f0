// Tells the thread sanitizer of every lock of Abseil's, gRPC's among them: the distribution's
// libraries are not built with the sanitizer, which would take each of these locks for nothing and
// report what it guards as a race.
//
// These are found in the place of the library's own, which they call. What waits for some time
// calls what waits until some time. ReaderLockWhen() and its kind are left as they are, because
// nobody calls them: whoever begins to is told that a mutex is unlocked which nobody has locked.
#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

#include <string>

#include "absl/synchronization/mutex.h"

namespace absl {
ABSL_NAMESPACE_BEGIN
namespace {

#define THROUGHGATE_TEXT_OF(name) #name
#define THROUGHGATE_TEXT(name) THROUGHGATE_TEXT_OF(name)

// The library's function that the linker knows by `name`, behind that of the namespace.
template <class Function>
Function* Next(const char* name) {
  const std::string space = THROUGHGATE_TEXT(ABSL_OPTION_INLINE_NAMESPACE_NAME);
  const std::string symbol = "_ZN4absl" + std::to_string(space.size()) + space + name;
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, symbol.c_str()));
}

#undef THROUGHGATE_TEXT
#undef THROUGHGATE_TEXT_OF

// While each of these lives, the sanitizer looks away: what the library does then is its own. A
// condition that it asks then is ours, and is asked as by somebody who has the mutex.
thread_local bool locking_now = false;

class Locking {
 public:
  explicit Locking(Mutex* mutex, unsigned how = 0)
      : mutex_(mutex), how_(how), before_(locking_now) {
    __tsan_mutex_pre_lock(mutex_, how_);
    locking_now = true;
  }
  ~Locking() {
    locking_now = before_;
    __tsan_mutex_post_lock(mutex_, how_, 0);
  }
  Locking(const Locking&) = delete;
  Locking& operator=(const Locking&) = delete;

  bool WasTried(bool locked) {
    if (!locked) how_ |= __tsan_mutex_try_lock_failed;
    return locked;
  }

 private:
  Mutex* mutex_;
  unsigned how_;
  bool before_;
};

class Unlocking {
 public:
  explicit Unlocking(Mutex* mutex, unsigned how = 0)
      : mutex_(mutex), how_(how), before_(locking_now) {
    __tsan_mutex_pre_unlock(mutex_, how_);
    locking_now = false;
  }
  ~Unlocking() {
    locking_now = before_;
    __tsan_mutex_post_unlock(mutex_, how_);
  }
  Unlocking(const Unlocking&) = delete;
  Unlocking& operator=(const Unlocking&) = delete;

 private:
  Mutex* mutex_;
  unsigned how_;
  bool before_;
};

// The library asks it between the beginning and the end of a locking or an unlocking, sometimes by
// the thread that unlocks instead of the one that waits.
struct Watched {
  Mutex* mutex;
  const Condition* condition;

  bool Holds() const {
    if (locking_now) {
      __tsan_mutex_post_lock(mutex, 0, 0);
    } else {
      __tsan_mutex_post_unlock(mutex, 0);
      __tsan_mutex_pre_lock(mutex, 0);
      __tsan_mutex_post_lock(mutex, 0, 0);
    }
    const bool holds = condition->Eval();
    __tsan_mutex_pre_unlock(mutex, 0);
    if (locking_now) {
      __tsan_mutex_post_unlock(mutex, 0);
      __tsan_mutex_pre_lock(mutex, 0);
    }
    return holds;
  }
};

// Gives the mutex up, waits by `wait`, and has the mutex again.
template <class Wait>
auto Waiting(Mutex* mutex, Wait wait) {
  struct Regained {
    Mutex* mutex;
    ~Regained() { Locking again(mutex); }
  } regained{mutex};
  Unlocking unlocking(mutex);
  return wait();
}

}  // namespace

Mutex::~Mutex() {
  static auto* const next = Next<void(Mutex*)>("5MutexD1Ev");
  __tsan_mutex_destroy(this, 0);
  next(this);
}

void Mutex::Lock() ABSL_NO_THREAD_SAFETY_ANALYSIS {
  static auto* const next = Next<void(Mutex*)>("5Mutex4LockEv");
  Locking locking(this);
  next(this);
}

void Mutex::Unlock() ABSL_NO_THREAD_SAFETY_ANALYSIS {
  static auto* const next = Next<void(Mutex*)>("5Mutex6UnlockEv");
  Unlocking unlocking(this);
  next(this);
}

bool Mutex::TryLock() ABSL_NO_THREAD_SAFETY_ANALYSIS {
  static auto* const next = Next<bool(Mutex*)>("5Mutex7TryLockEv");
  Locking locking(this, __tsan_mutex_try_lock);
  return locking.WasTried(next(this));
}

void Mutex::ReaderLock() ABSL_NO_THREAD_SAFETY_ANALYSIS {
  static auto* const next = Next<void(Mutex*)>("5Mutex10ReaderLockEv");
  Locking locking(this, __tsan_mutex_read_lock);
  next(this);
}

void Mutex::ReaderUnlock() ABSL_NO_THREAD_SAFETY_ANALYSIS {
  static auto* const next = Next<void(Mutex*)>("5Mutex12ReaderUnlockEv");
  Unlocking unlocking(this, __tsan_mutex_read_lock);
  next(this);
}

void Mutex::LockWhen(const Condition& condition) ABSL_NO_THREAD_SAFETY_ANALYSIS {
  static auto* const next =
      Next<void(Mutex*, const Condition&)>("5Mutex8LockWhenERKNS0_9ConditionE");
  const Watched watched{this, &condition};
  Locking locking(this);
  next(this, Condition(&watched, &Watched::Holds));
}

bool Mutex::LockWhenWithDeadline(const Condition& condition,
                                 Time deadline) ABSL_NO_THREAD_SAFETY_ANALYSIS {
  static auto* const next = Next<bool(Mutex*, const Condition&, Time)>(
      "5Mutex20LockWhenWithDeadlineERKNS0_9ConditionENS0_4TimeE");
  const Watched watched{this, &condition};
  Locking locking(this);
  return next(this, Condition(&watched, &Watched::Holds), deadline);
}

void Mutex::Await(const Condition& condition) {
  static auto* const next = Next<void(Mutex*, const Condition&)>("5Mutex5AwaitERKNS0_9ConditionE");
  const Watched watched{this, &condition};
  Waiting(this, [&] { next(this, Condition(&watched, &Watched::Holds)); });
}

bool Mutex::AwaitWithDeadline(const Condition& condition, Time deadline) {
  static auto* const next = Next<bool(Mutex*, const Condition&, Time)>(
      "5Mutex17AwaitWithDeadlineERKNS0_9ConditionENS0_4TimeE");
  const Watched watched{this, &condition};
  return Waiting(this, [&] { return next(this, Condition(&watched, &Watched::Holds), deadline); });
}

void CondVar::Wait(Mutex* mutex) {
  static auto* const next = Next<void(CondVar*, Mutex*)>("7CondVar4WaitEPNS0_5MutexE");
  Waiting(mutex, [&] { next(this, mutex); });
}

bool CondVar::WaitWithDeadline(Mutex* mutex, Time deadline) {
  static auto* const next =
      Next<bool(CondVar*, Mutex*, Time)>("7CondVar16WaitWithDeadlineEPNS0_5MutexENS0_4TimeE");
  return Waiting(mutex, [&] { return next(this, mutex, deadline); });
}

ABSL_NAMESPACE_END
}  // namespace absl
