// Where in a request something stands, and what was found wrong with it.
#ifndef THROUGHGATE_SERVICES_CONVERT_FIELD_H_
#define THROUGHGATE_SERVICES_CONVERT_FIELD_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "services/edge/errors.h"

namespace throughgate::services {

// Collects all that is wrong with one request. What was converted must not be used unless status()
// is ok.
class Violations {
 public:
  // Of a field that is wrong in several ways one after the other, the first is told.
  void Add(std::string field, std::string_view description);
  // Notes that a code was used before the "taxonomy" or "gazetteer" that holds it was loaded.
  void MissReferenceData(std::string_view what) { missing_ = what; }

  bool empty() const { return found_.empty() && missing_.empty(); }
  const std::vector<FieldViolation>& found() const { return found_; }
  // How many were added, told or not.
  std::size_t faults() const { return faults_; }

  // Errors  FIELD_INVALID           naming every field.
  //         REFERENCE_DATA_MISSING  nothing else is wrong.
  absl::Status status() const;

 private:
  std::vector<FieldViolation> found_;
  std::size_t faults_ = 0;
  std::string missing_;
};

// A field of a request, by its path: "vacancy.shifts.windows[2].start".
//
//   Violations violations;
//   const Field request(violations);
//   ReadVacancy(wire, mask, references, request["vacancy"], vacancy);
//   RETURN_IF_ERROR(violations.status());
class Field {
 public:
  explicit Field(Violations& violations, std::string path = {})
      : violations_(violations), path_(std::move(path)) {}

  Field operator[](std::string_view name) const;
  Field operator[](std::size_t index) const;

  // `description` says what is wrong and what to do, and never repeats the value.
  void Refuse(std::string_view description) const { violations_.Add(path_, description); }
  void MissReferenceData(std::string_view what) const { violations_.MissReferenceData(what); }

  // How many faults have been found, here or elsewhere in the request.
  std::size_t faults() const { return violations_.faults(); }

 private:
  Violations& violations_;
  std::string path_;
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_FIELD_H_
