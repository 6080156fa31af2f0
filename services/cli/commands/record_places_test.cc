#include "services/cli/commands/record_places.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "throughgate/v1/error_details.pb.h"

namespace throughgate::cli {
namespace {

RecordPlaces ThreeFiles() {
  RecordPlaces places;
  places.BeginLines("a.csv", [](absl::string_view field) { return absl::StrCat("my_", field); });
  for (const int line : {2, 3, 7}) places.Add(line);
  places.BeginLines("empty.csv", {});
  places.BeginFeatures("b.geojson");
  for (const int feature : {0, 4}) places.Add(feature);
  return places;
}

TEST(RecordPlaces, AreThoseOfTheFiles) {
  const RecordPlaces places = ThreeFiles();
  EXPECT_EQ(places.Of(0), "a.csv: line 2");
  EXPECT_EQ(places.Of(2), "a.csv: line 7");
  EXPECT_EQ(places.Of(3), "b.geojson: features[0]");
  EXPECT_EQ(places.Of(4), "b.geojson: features[4]");
  EXPECT_EQ(places.Of(5), "");
  EXPECT_EQ(places.NameOf(2, "code"), "my_code");
  EXPECT_EQ(places.NameOf(3, "code"), "code");
  EXPECT_EQ(RecordPlaces().Of(0), "");
}

// `fields`, as InTheFiles tells them of ten records, of which five have a place.
std::vector<std::string> Told(const std::vector<std::string>& fields, std::string& message) {
  v1::BadRequest request;
  for (const std::string& field : fields) {
    auto& violation = *request.add_field_violations();
    violation.set_field(field);
    violation.set_description("Is wrong.");
  }
  v1::Status rich;
  rich.add_details()->set_type_url("type.googleapis.com/google.rpc.ErrorInfo");
  rich.add_details()->set_type_url("type.googleapis.com/google.rpc.BadRequest");
  rich.mutable_details(1)->set_value(request.SerializeAsString());
  const grpc::Status status = InTheFiles(
      {grpc::StatusCode::INVALID_ARGUMENT, message, rich.SerializeAsString()}, ThreeFiles(), 10,
      [](std::size_t record) { return record == 1 ? "" : absl::StrCat("id-", record); });
  EXPECT_EQ(status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
  message = status.error_message();
  rich.ParseFromString(status.error_details());
  EXPECT_EQ(rich.details_size(), 2);
  request.ParseFromString(rich.details(1).value());
  std::vector<std::string> told;
  for (const auto& violation : request.field_violations()) told.push_back(violation.field());
  return told;
}

TEST(InTheFiles, TellsFieldsOfRecordsAndLeavesOthers) {
  std::string message = "concepts[2].label: Is wrong.";
  EXPECT_EQ(Told({"concepts[2].label", "concepts[1]", "concepts[4].broader[3]", "concepts[7].code",
                  "concepts[10].code", "taxonomy", "layer.parts[1].x", "concepts[x].y", "]["},
                 message),
            (std::vector<std::string>{"a.csv: line 7 (id-2): my_label", "a.csv: line 3",
                                      "b.geojson: features[4] (id-4): broader[3]",
                                      "concepts[7] (id-7): code", "concepts[10].code", "taxonomy",
                                      "layer.parts[1].x", "concepts[x].y", "]["}));
  EXPECT_EQ(message, "a.csv: line 7 (id-2): my_label: Is wrong.");
}

TEST(InTheFiles, LeavesAMessageThatIsAboutSomethingElse) {
  std::string message = "More than 10 premises.";
  EXPECT_TRUE(Told({}, message).empty());
  EXPECT_EQ(message, "More than 10 premises.");
}

}  // namespace
}  // namespace throughgate::cli
