#include "services/cli/testing/test_files.h"

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace throughgate::cli {
namespace {

void WriteEntry(archive* out, const std::string& name, absl::string_view bytes) {
  archive_entry* entry = archive_entry_new();
  archive_entry_set_pathname(entry, name.c_str());
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
  archive_write_header(out, entry);
  archive_write_data(out, bytes.data(), bytes.size());
  archive_entry_free(entry);
}

}  // namespace

TempFolder::TempFolder() {
  std::string name = ::testing::TempDir() + "/throughgate-cli-XXXXXX";
  path_ = mkdtemp(name.data());
}

TempFolder::~TempFolder() { std::filesystem::remove_all(path_); }

std::string TempFolder::Write(const std::string& name, absl::string_view bytes) const {
  std::ofstream(PathOf(name), std::ios::binary) << bytes;
  return PathOf(name);
}

std::string TempFolder::WriteGzip(const std::string& name, absl::string_view text) const {
  archive* out = archive_write_new();
  archive_write_add_filter_gzip(out);
  archive_write_set_format_raw(out);
  archive_write_open_filename(out, PathOf(name).c_str());
  WriteEntry(out, "text", text);
  archive_write_free(out);
  return PathOf(name);
}

std::string TempFolder::WriteZip(const std::string& name, const Entries& entries) const {
  archive* out = archive_write_new();
  archive_write_set_format_zip(out);
  archive_write_open_filename(out, PathOf(name).c_str());
  for (const auto& [entry_name, bytes] : entries) WriteEntry(out, entry_name, bytes);
  archive_write_free(out);
  return PathOf(name);
}

std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string RealData(const std::string& name) {
  const char* given = std::getenv("THROUGHGATE_DATA");
  const std::string path =
      std::string(given == nullptr ? THROUGHGATE_DATA_DEFAULT : given) + "/" + name;
  return std::filesystem::exists(path) ? path : "";
}

}  // namespace throughgate::cli
