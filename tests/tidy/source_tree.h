// The files of the project, read for the tidy test.
#ifndef THROUGHGATE_TESTS_TIDY_SOURCE_TREE_H_
#define THROUGHGATE_TESTS_TIDY_SOURCE_TREE_H_

#include <string>
#include <vector>

namespace throughgate::tidy {

struct SourceFile {
  std::string path;  // from the root, with '/'
  std::vector<std::string> lines;

  bool IsHeader() const { return path.ends_with(".h"); }
  bool IsSource() const { return path.ends_with(".cc"); }
  bool IsTest() const;
  bool Under(const std::string& folder) const { return path.starts_with(folder); }
};

// Every file of ours whose name ends like source, proto, script, page or build file. Build trees
// and installed packages are left out.
std::vector<SourceFile> ReadSourceTree(const std::string& root);

// The path between the quotes or brackets of an include line; empty for any other line.
std::string IncludedPath(const std::string& line);

}  // namespace throughgate::tidy

#endif  // THROUGHGATE_TESTS_TIDY_SOURCE_TREE_H_
