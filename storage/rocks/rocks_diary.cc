#include "storage/rocks/rocks_diary.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"

namespace throughgate::storage {
namespace {

// The rest of a longer line is lost.
constexpr std::size_t kLineBytesMax = std::size_t{16} << 10;
// A longer diary is begun anew.
constexpr std::size_t kDiaryBytesMax = std::size_t{16} << 20;
constexpr mode_t kReadableByGroup = 0640;

class Nothing : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char*, va_list) override {}
};

std::string Line(const char* format, va_list arguments) {
  std::array<char, kLineBytesMax> text;
  const int size = std::vsnprintf(text.data(), text.size(), format, arguments);
  const std::size_t kept = std::min(static_cast<std::size_t>(std::max(size, 0)), text.size() - 1);
  const std::string_view words(text.data(), kept);
  return absl::StrCat(absl::FormatTime(absl::RFC3339_sec, absl::Now(), absl::UTCTimeZone()), " ",
                      std::string(words), words.ends_with('\n') ? "" : "\n");
}

}  // namespace

RocksDiary::RocksDiary(std::string directory) : directory_(std::move(directory)) { Begin(); }

RocksDiary::~RocksDiary() {
  if (descriptor_ >= 0) close(descriptor_);
}

void RocksDiary::Begin() {
  if (descriptor_ >= 0) close(descriptor_);
  const std::string path = directory_ + "/LOG";
  std::rename(path.c_str(), (path + ".old").c_str());  // the first has none before it
  descriptor_ = open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, kReadableByGroup);
  bytes_ = 0;
}

void RocksDiary::Logv(const char* format, va_list arguments) {
  const std::string line = Line(format, arguments);
  const std::lock_guard lock(mutex_);
  if (bytes_ + line.size() > kDiaryBytesMax) Begin();
  const ssize_t written = write(descriptor_, line.data(), line.size());
  bytes_ += static_cast<std::size_t>(std::max<ssize_t>(written, 0));
}

std::shared_ptr<rocksdb::Logger> NoDiary() {
  static const auto& nothing = *new std::shared_ptr<rocksdb::Logger>(std::make_shared<Nothing>());
  return nothing;
}

}  // namespace throughgate::storage
