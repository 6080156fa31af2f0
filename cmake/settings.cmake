# What every target of ours is built with, in one INTERFACE target that each links PRIVATE.
set(THROUGHGATE_SANITIZE "" CACHE STRING "Sanitizers, comma separated (address,undefined or thread)")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
# Assertions stay on in every build type: a broken invariant must stop, not mislead.
set(CMAKE_CXX_FLAGS_RELEASE "-O2")

find_program(CCACHE ccache)
if(CCACHE)
  # What is precompiled is compared by content, as sources are.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
    CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE})
endif()
find_program(MOLD mold)

add_library(throughgate_settings INTERFACE)
add_library(throughgate::settings ALIAS throughgate_settings)
target_include_directories(throughgate_settings INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(throughgate_settings INTERFACE
  -Wall -Wextra -Werror
  # GCC fuses a*b+c by default; answers must be bit-identical on every machine.
  -ffp-contract=off
  -fstack-protector-strong)
target_compile_definitions(throughgate_settings INTERFACE _GLIBCXX_ASSERTIONS)
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  target_compile_options(throughgate_settings INTERFACE -Wthread-safety)
endif()

# Sanitizers go to every target, generated code included, so that no frame is left unseen.
if(THROUGHGATE_SANITIZE)
  add_compile_options(-fsanitize=${THROUGHGATE_SANITIZE} -fno-omit-frame-pointer -O1)
  add_link_options(-fsanitize=${THROUGHGATE_SANITIZE})
elseif(MOLD)
  add_link_options(-fuse-ld=mold)
endif()
