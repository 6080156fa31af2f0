// Where the records of an upload stand in the files that they were read from: the server counts
// them, people look for a line.
#ifndef THROUGHGATE_SERVICES_CLI_COMMANDS_RECORD_PLACES_H_
#define THROUGHGATE_SERVICES_CLI_COMMANDS_RECORD_PLACES_H_

#include <grpcpp/grpcpp.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/strings/string_view.h"

namespace throughgate::cli {

class RecordPlaces {
 public:
  // What the file calls the field that the server calls `path`.
  using FieldName = std::function<std::string(absl::string_view path)>;

  // The records added from now on stand on lines of this file, or are features of it.
  void BeginLines(const std::string& path, FieldName field_name);
  void BeginFeatures(const std::string& path);
  // The next record, and the number of its line or feature.
  void Add(std::int64_t number) { numbers_.push_back(number); }

  // "schools.csv: line 2302"; empty when nobody has said where the record stands.
  std::string Of(std::size_t record) const;
  std::string NameOf(std::size_t record, absl::string_view field) const;

 private:
  struct File {
    std::string path;
    bool lines = false;
    FieldName field_name;
    std::size_t first = 0;  // of its records
  };
  const File* FileOf(std::size_t record) const;

  std::vector<File> files_;
  std::vector<std::int64_t> numbers_;  // of all records
};

// What the server said of the records of an upload, "premises[2300].uncertainty_m", by their places
// and what they are called: "schools.csv: line 2302 (s-77): uncertainty_m". The rest of `status` is
// as it was.
grpc::Status InTheFiles(const grpc::Status& status, const RecordPlaces& places, std::size_t records,
                        absl::FunctionRef<std::string(std::size_t record)> id_of);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_COMMANDS_RECORD_PLACES_H_
