# The sources of this folder, for services/CMakeLists.txt.
set(THROUGHGATE_IMPORT_SOURCES)
