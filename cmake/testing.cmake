include(GoogleTest)
enable_testing()

# throughgate_test(NAME name LABEL kind [PRECOMPILED kind] SOURCES … LIBRARIES …): one test program,
# its cases found when ctest runs. LABEL is the kind of test, so that `ctest -L contract` works.
# Tests are built with less optimisation than what they test: they are compiled more than they run.
function(throughgate_test)
  cmake_parse_arguments(T "" "NAME;LABEL;PRECOMPILED" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(${T_NAME} ${T_SOURCES})
  target_link_libraries(${T_NAME} PRIVATE throughgate::settings throughgate::testing ${T_LIBRARIES}
    GTest::gmock GTest::gtest_main)
  target_compile_options(${T_NAME} PRIVATE -O1)
  if(T_PRECOMPILED)
    throughgate_precompile(${T_NAME} ${T_PRECOMPILED})
  endif()
  gtest_discover_tests(${T_NAME} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60 NO_PRETTY_VALUES
    PROPERTIES LABELS ${T_LABEL} TIMEOUT 600)
endfunction()
