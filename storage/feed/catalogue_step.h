// What one stored record does to a catalogue that is being built.
#ifndef THROUGHGATE_STORAGE_FEED_CATALOGUE_STEP_H_
#define THROUGHGATE_STORAGE_FEED_CATALOGUE_STEP_H_

#include <optional>
#include <string_view>

#include "absl/functional/any_invocable.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "matcher/index/catalogue_builder.h"
#include "storage/report.h"

namespace throughgate::storage {

// The record is decoded, so that little is left to do where one thing comes after another. Null
// for a record that no catalogue is made of.
using CatalogueStep = absl::AnyInvocable<void(matcher::CatalogueBuilder&, const Report&)>;

// A risk plan or shared effects that cannot be read are a step that takes back what was there and
// reports it; any other such record is an error.
//
// Errors   kDataLoss and kFailedPrecondition of the format, naming the key; kFailedPrecondition
//          also for a key of a kind that is not known here.
// Threads  any.
absl::StatusOr<CatalogueStep> CatalogueStepOf(std::string_view key, std::string_view value);

// What is to be done when the record is deleted; nullopt when it can be built but not taken back.
std::optional<CatalogueStep> ForgettingStepOf(std::string_view key);

// Of a kind that is not known here.
absl::Status UnknownKey(std::string_view key);

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_FEED_CATALOGUE_STEP_H_
