// One import stream to the server, whatever is imported.
#ifndef THROUGHGATE_SERVICES_CLI_IMPORT_IMPORT_WIRE_H_
#define THROUGHGATE_SERVICES_CLI_IMPORT_IMPORT_WIRE_H_

#include <google/protobuf/message.h>
#include <grpcpp/grpcpp.h>

#include <cstdint>
#include <memory>
#include <type_traits>
#include <utility>

#include "throughgate/v1/import.pb.h"

namespace throughgate::cli {

// Clears all of a row but what says which resource it is about.
void ReduceToId(google::protobuf::Message& row);

// Threads   one thread sends (NewRow, Keep, KeepId, Send, Close) while another receives; Start
// before both,
//           Finish after both.
class ImportWire {
 public:
  virtual ~ImportWire() = default;

  // Sends the header; false when the stream is broken.
  virtual bool Start() = 0;
  // A blank row, to be filled and then perhaps kept.
  virtual google::protobuf::Message& NewRow() = 0;
  // Adds the row just filled to the batch being made.
  virtual void Keep(std::int64_t row_number) = 0;
  // Adds no more than its id, to a batch of rows that an earlier run has settled.
  virtual void KeepId(std::int64_t row_number) = 0;
  // Sends the batch being made; false when the stream is broken.
  virtual bool Send() = 0;
  // Says that no batch follows.
  virtual void Close() = 0;
  // Waits for the next answer; false when there is none.
  virtual bool Receive(v1::ImportProgress& progress) = 0;
  // How the stream ended.
  virtual grpc::Status Finish() = 0;
};

// The wire of a stream of ImportXRequest and ImportXResponse.
//
// Lifetime  the stream's context must outlive it.
template <typename Request, typename Response>
class GrpcImportWire : public ImportWire {
 public:
  using Stream = grpc::ClientReaderWriter<Request, Response>;

  // `header` is the first message.
  GrpcImportWire(std::unique_ptr<Stream> stream, Request header)
      : stream_(std::move(stream)), request_(std::move(header)) {}

  bool Start() override { return SendRequest(); }
  google::protobuf::Message& NewRow() override {
    row_.Clear();
    return row_;
  }
  void Keep(std::int64_t row_number) override {
    row_.set_row(row_number);
    request_.mutable_batch()->add_rows()->Swap(&row_);
  }
  void KeepId(std::int64_t row_number) override {
    ReduceToId(row_);
    request_.mutable_batch()->set_settled_earlier(true);
    Keep(row_number);
  }
  bool Send() override { return SendRequest(); }
  void Close() override { stream_->WritesDone(); }
  bool Receive(v1::ImportProgress& progress) override {
    Response response;
    if (!stream_->Read(&response)) return false;
    progress = std::move(*response.mutable_progress());
    return true;
  }
  grpc::Status Finish() override { return stream_->Finish(); }

 private:
  using Row = std::remove_cvref_t<decltype(std::declval<Request>().batch().rows(0))>;

  bool SendRequest() {
    const bool sent = stream_->Write(request_);
    request_.Clear();
    return sent;
  }

  std::unique_ptr<Stream> stream_;
  Request request_;
  Row row_;
};

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_IMPORT_IMPORT_WIRE_H_
