# Headers that take longer to read than the file that includes them, read once for all that do.
# Nothing may rest on it: every file still includes what it uses.
#
# throughgate_precompile(target kind): kind is `grpc_test` (gRPC, the generated API and GoogleTest) or
# `cli` (gRPC, the generated API, CLI11 and JSON).
set(PRECOMPILED_grpc <grpcpp/grpcpp.h> <memory> <string> <vector>
  "throughgate/v1/candidate_service.grpc.pb.h" "throughgate/v1/employer_service.grpc.pb.h"
  "throughgate/v1/match_service.grpc.pb.h" "throughgate/v1/reference_service.grpc.pb.h"
  "throughgate/v1/risk_plan_service.grpc.pb.h" "throughgate/v1/vacancy_service.grpc.pb.h")
set(PRECOMPILED_grpc_test <gmock/gmock.h> <gtest/gtest.h> ${PRECOMPILED_grpc})
set(PRECOMPILED_cli <CLI/CLI.hpp> <nlohmann/json.hpp> ${PRECOMPILED_grpc})

function(throughgate_precompile target kind)
  list(TRANSFORM PRECOMPILED_${kind} REPLACE "^([^<].*)$" "<\\1>" OUTPUT_VARIABLE headers)
  target_precompile_headers(${target} PRIVATE ${headers})
  # GCC 12 takes the standard library's strings, once precompiled, for ours, and warns of what it
  # believes they might do.
  target_compile_options(${target} PRIVATE -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow)
endfunction()
