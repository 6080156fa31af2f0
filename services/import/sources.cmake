# The sources of this folder, for services/CMakeLists.txt.
set(THROUGHGATE_IMPORT_SOURCES
  import/advert.cc
  import/advert_rows.cc
  import/advert_text.cc
  import/candidate_rows.cc
  import/employer_rows.cc
  import/import_session.cc
  import/imports.cc
  import/infer.cc
  import/label_index.cc
  import/pending_store.cc
  import/slug.cc
  import/uk_titles.cc
  import/vacancy_rows.cc
  import/words.cc)
