#include "tests/tidy/source_tree.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string_view>

namespace throughgate::tidy {
namespace {

namespace fs = std::filesystem;

bool IsOurs(const fs::path& path) {
  static constexpr std::array<std::string_view, 7> kExtensions = {".cc", ".h",     ".proto", ".md",
                                                                  ".js", ".cmake", ".mjs"};
  const std::string extension = path.extension().string();
  return std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end() ||
         path.filename() == "CMakeLists.txt";
}

bool IsForeign(const fs::path& folder) {
  const std::string name = folder.filename().string();
  return name == "build" || name == "node_modules" || (name.starts_with('.') && name != ".ci");
}

SourceFile Read(const fs::path& path, const fs::path& root) {
  SourceFile file{fs::relative(path, root).generic_string(), {}};
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) file.lines.push_back(line);
  return file;
}

}  // namespace

bool SourceFile::IsTest() const {
  return Under("tests/") || path.ends_with("_test.cc") || path.ends_with("_test.h");
}

std::vector<SourceFile> ReadSourceTree(const std::string& root) {
  std::vector<SourceFile> files;
  for (auto entry = fs::recursive_directory_iterator(root);
       entry != fs::recursive_directory_iterator(); ++entry) {
    if (entry->is_directory() && IsForeign(entry->path())) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file() && IsOurs(entry->path())) {
      files.push_back(Read(entry->path(), root));
    }
  }
  std::sort(files.begin(), files.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

std::string IncludedPath(const std::string& line) {
  static const std::regex kInclude(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"].*)");
  std::smatch match;
  return std::regex_match(line, match, kInclude) ? match[1].str() : std::string();
}

}  // namespace throughgate::tidy
