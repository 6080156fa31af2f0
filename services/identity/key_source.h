// Where the keys of an issuer come from, and how they are replaced while the server runs.
#ifndef THROUGHGATE_SERVICES_IDENTITY_KEY_SOURCE_H_
#define THROUGHGATE_SERVICES_IDENTITY_KEY_SOURCE_H_

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "services/identity/key_set.h"

namespace throughgate::identity {

// A line for the operator: names files and addresses, never what a caller sent.
using Report = std::function<void(const std::string&)>;

// Threads  any.
class KeySource {
 public:
  virtual ~KeySource() = default;

  // Never null. Cost: a lock, and what the source says.
  virtual std::shared_ptr<const KeySet> Current() const = 0;

  // A token names a key that Current() lacks: perhaps there is a newer set. Does not wait for it;
  // the caller's next try finds it.
  virtual void NoteUnknownKey() {}
};

// Keys that stay as they are.
class FixedKeys final : public KeySource {
 public:
  explicit FixedKeys(KeySet keys) : keys_(std::make_shared<const KeySet>(std::move(keys))) {}
  std::shared_ptr<const KeySet> Current() const override { return keys_; }

 private:
  const std::shared_ptr<const KeySet> keys_;
};

// The same error, with where the keys are from, a path or an address, before its text.
absl::Status About(const std::string& what, const absl::Status& error);

// Tells the operator of a trouble with keys once, however often it is met, and of its end.
//
// Threads  one at a time.
class TroubleReport {
 public:
  TroubleReport(std::string what, Report report)
      : what_(std::move(what)), report_(std::move(report)) {}

  // An error says itself what it is about.
  void Update(const absl::Status& status);

 private:
  const std::string what_;
  const Report report_;
  absl::Status last_;
};

}  // namespace throughgate::identity

#endif  // THROUGHGATE_SERVICES_IDENTITY_KEY_SOURCE_H_
