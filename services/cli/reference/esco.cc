#include "services/cli/reference/esco.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <set>
#include <unordered_map>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "services/cli/files/archive.h"
#include "services/cli/reference/named_table.h"

namespace throughgate::cli {
namespace {

constexpr absl::string_view kUriStart = "http://data.europa.eu/esco/";

void AddOnce(std::string code, google::protobuf::RepeatedPtrField<std::string>& codes) {
  if (std::find(codes.begin(), codes.end(), code) == codes.end()) *codes.Add() = std::move(code);
}

class EscoReader {
 public:
  absl::Status ReadConcepts(ByteStream& bytes, v1::ConceptKind kind) {
    auto table = NamedTable::Open(bytes, {"conceptUri", "preferredLabel", "altLabels"});
    if (!table.ok()) return table.status();
    const NamedTable& row = **table;
    absl::StatusOr<bool> found = (*table)->Next();
    for (; found.ok() && *found; found = (*table)->Next()) {
      v1::Concept& item = taxonomy_.concepts.emplace_back();
      item.set_code(EscoCode(row["conceptUri"]));
      item.set_kind(kind);
      item.set_label(std::string(row["preferredLabel"]));
      for (const absl::string_view column : {"altLabels", "hiddenLabels"}) {
        for (absl::string_view label : absl::StrSplit(row[column], '\n', absl::SkipWhitespace())) {
          AddOnce(std::string(absl::StripAsciiWhitespace(label)), *item.mutable_other_labels());
        }
      }
      if (!row["iscoGroup"].empty()) item.add_broader(absl::StrCat("isco/", row["iscoGroup"]));
      places_.emplace(item.code(), taxonomy_.concepts.size() - 1);
    }
    return found.status();
  }

  absl::Status ReadBroader(ByteStream& bytes) {
    return ReadRelations(bytes, "conceptUri", "broaderUri",
                         [](v1::Concept& concept_below, std::string code, const NamedTable&) {
                           AddOnce(std::move(code), *concept_below.mutable_broader());
                         });
  }

  absl::Status ReadSkillsOfOccupations(ByteStream& bytes) {
    return ReadRelations(bytes, "occupationUri", "skillUri",
                         [](v1::Concept& occupation, std::string code, const NamedTable& row) {
                           const bool essential = row["relationType"] == "essential";
                           *(essential ? occupation.add_essential_skills()
                                       : occupation.add_optional_skills()) = std::move(code);
                         });
  }

  EscoTaxonomy Take() { return std::move(taxonomy_); }

 private:
  template <typename Add>
  absl::Status ReadRelations(ByteStream& bytes, absl::string_view from, absl::string_view to,
                             Add add) {
    auto table = NamedTable::Open(bytes, {from, to});
    if (!table.ok()) return table.status();
    const NamedTable& row = **table;
    absl::StatusOr<bool> found = (*table)->Next();
    for (; found.ok() && *found; found = (*table)->Next()) {
      const auto subject = places_.find(EscoCode(row[from]));
      const auto object = places_.find(EscoCode(row[to]));
      if (subject == places_.end() || object == places_.end()) {
        ++taxonomy_.dangling_relations;
        continue;
      }
      add(taxonomy_.concepts[subject->second], object->first, row);
    }
    return found.status();
  }

  EscoTaxonomy taxonomy_;
  std::unordered_map<std::string, std::size_t> places_;  // of each code in the concepts
};

// One of the files: its name up to the language, and what to do with it.
struct EscoFile {
  absl::string_view name;
  bool relations;  // read once all concepts are known
  absl::Status (*read)(EscoReader& reader, ByteStream& bytes);
};

template <v1::ConceptKind kKind>
absl::Status ReadKind(EscoReader& reader, ByteStream& bytes) {
  return reader.ReadConcepts(bytes, kKind);
}

absl::Status ReadBroader(EscoReader& reader, ByteStream& bytes) {
  return reader.ReadBroader(bytes);
}

absl::Status ReadSkillsOfOccupations(EscoReader& reader, ByteStream& bytes) {
  return reader.ReadSkillsOfOccupations(bytes);
}

constexpr std::array kFiles{
    EscoFile{"occupations", false, ReadKind<v1::CONCEPT_KIND_OCCUPATION>},
    EscoFile{"ISCOGroups", false, ReadKind<v1::CONCEPT_KIND_OCCUPATION_GROUP>},
    EscoFile{"skills", false, ReadKind<v1::CONCEPT_KIND_SKILL>},
    EscoFile{"skillGroups", false, ReadKind<v1::CONCEPT_KIND_SKILL_GROUP>},
    EscoFile{"broaderRelationsOccPillar", true, ReadBroader},
    EscoFile{"broaderRelationsSkillPillar", true, ReadBroader},
    EscoFile{"occupationSkillRelations", true, ReadSkillsOfOccupations},
};

// "occupations_en.csv" is the file "occupations".
const EscoFile* FindFile(const std::string& entry_name) {
  std::string stem = std::filesystem::path(entry_name).stem().string();
  const absl::string_view name = absl::string_view(stem).substr(0, stem.find('_'));
  const auto found = std::find_if(kFiles.begin(), kFiles.end(),
                                  [&](const EscoFile& file) { return file.name == name; });
  return found == kFiles.end() ? nullptr : &*found;
}

absl::Status ReadZip(const std::string& zip, bool relations, EscoReader& reader,
                     std::set<absl::string_view>& seen) {
  const auto archive = Archive::Open(zip);
  if (!archive.ok()) return archive.status();
  absl::StatusOr<bool> more = (*archive)->NextText();
  for (; more.ok() && *more; more = (*archive)->NextText()) {
    const EscoFile* file = FindFile((*archive)->text_name());
    if (file == nullptr || file->relations != relations) continue;
    seen.insert(file->name);
    const absl::Status status = file->read(reader, **archive);
    if (!status.ok()) {
      return absl::Status(status.code(),
                          absl::StrCat(zip, ": ", (*archive)->text_name(), ": ", status.message()));
    }
  }
  return more.status();
}

}  // namespace

std::string EscoCode(absl::string_view uri) {
  absl::ConsumePrefix(&uri, kUriStart);
  return absl::ConsumePrefix(&uri, "isco/C") ? absl::StrCat("isco/", uri) : std::string(uri);
}

absl::StatusOr<EscoTaxonomy> ReadEsco(const std::vector<std::string>& zips) {
  EscoReader reader;
  std::set<absl::string_view> seen;
  for (const bool relations : {false, true}) {
    for (const std::string& zip : zips) {
      if (absl::Status status = ReadZip(zip, relations, reader, seen); !status.ok()) return status;
    }
  }
  for (const EscoFile& file : kFiles) {
    if (seen.contains(file.name)) continue;
    return absl::InvalidArgumentError(
        absl::StrCat("none of the files holds ", file.name,
                     ".csv: give both the zip of a language and the zip of relations"));
  }
  return reader.Take();
}

}  // namespace throughgate::cli
