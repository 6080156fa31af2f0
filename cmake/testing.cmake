include(GoogleTest)
enable_testing()

# throughgate_test(NAME name LABEL kind SOURCES … LIBRARIES …): one test program, its cases found
# when ctest runs. LABEL is the kind of test, so that `ctest -L contract` works.
function(throughgate_test)
  cmake_parse_arguments(T "" "NAME;LABEL" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(${T_NAME} ${T_SOURCES})
  target_link_libraries(${T_NAME} PRIVATE throughgate::settings throughgate::testing ${T_LIBRARIES}
    GTest::gmock GTest::gtest_main)
  gtest_discover_tests(${T_NAME} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60 NO_PRETTY_VALUES
    PROPERTIES LABELS ${T_LABEL} TIMEOUT 600)
endfunction()
