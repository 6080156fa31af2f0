// Turns stored records into catalogues.
#ifndef THROUGHGATE_STORAGE_FEED_CATALOGUE_LOADER_H_
#define THROUGHGATE_STORAGE_FEED_CATALOGUE_LOADER_H_

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "matcher/index/catalogue.h"
#include "matcher/index/catalogue_builder.h"
#include "storage/feed/access_book.h"
#include "storage/report.h"
#include "storage/store.h"

namespace throughgate::storage {

// A risk plan that cannot be read stops nobody: its candidate counts as having none, which is
// REVIEW, and that is reported. Likewise shared effects disclose nothing, and without the key for
// the names in no-contact entries all who have any are for REVIEW. Any other record that cannot be
// read is an error.
//
// Threads  one at a time.
class CatalogueLoader {
 public:
  // Reads every record of the store as of its newest revision.
  //
  // Errors  those of the store; kDataLoss and kFailedPrecondition of the format, naming the key;
  //         kFailedPrecondition also for a key of a kind that is not known here.
  static absl::StatusOr<CatalogueLoader> Load(const Store& store, Report report);

  enum class Outcome {
    kApplied,
    kLoadAgain,  // what all cards are made with has changed, or a slot is gone
  };
  // Takes one change. Errors: those of the format.
  absl::StatusOr<Outcome> Apply(const Change& change);

  Revision revision() const { return revision_; }
  std::shared_ptr<const matcher::Catalogue> Publish() { return builder_->Publish(revision_); }
  // Of the same revision.
  std::shared_ptr<const AccessBook> PublishAccess();

 private:
  CatalogueLoader(std::unique_ptr<matcher::CatalogueBuilder> builder, Revision revision,
                  Report report);
  absl::Status LoadAll(const Store& store);

  std::unique_ptr<matcher::CatalogueBuilder> builder_;
  AccessBook access_;
  std::shared_ptr<const AccessBook> published_access_;  // null: access_ has changed since
  Revision revision_;
  Report report_;
};

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_FEED_CATALOGUE_LOADER_H_
