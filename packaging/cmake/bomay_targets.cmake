# SPDX-License-Identifier: GPL-3.0-or-later
# The flags every target shares, and one function to declare a room (a library under core/, ui/ or app/).

add_library(bomay_flags INTERFACE)
target_include_directories(bomay_flags INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(bomay_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wold-style-cast
  -Wnull-dereference -Wformat=2)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # -fpch-preprocess lets ccache look into precompiled headers.
  target_compile_options(bomay_flags INTERFACE -Wduplicated-cond -Wlogical-op -Wsuggest-override -fpch-preprocess)
endif()
if(BOMAY_WARNINGS_AS_ERRORS)
  target_compile_options(bomay_flags INTERFACE -Werror)
endif()
if(BOMAY_SANITIZERS)
  target_compile_options(bomay_flags INTERFACE -fsanitize=${BOMAY_SANITIZERS} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(bomay_flags INTERFACE -fsanitize=${BOMAY_SANITIZERS})
  target_compile_definitions(bomay_flags INTERFACE _GLIBCXX_ASSERTIONS)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ 12 sees null pointers that are none once the sanitizers have rewritten the branches.
    target_compile_options(bomay_flags INTERFACE -Wno-null-dereference -Wno-maybe-uninitialized)
  endif()
endif()
target_compile_definitions(bomay_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
  QT_NO_KEYWORDS QT_DISABLE_DEPRECATED_BEFORE=0x060400
  BOMAY_VERSION="${PROJECT_VERSION}")

# Conversions are watched in core, where numbers are limits of law and millimetres of paper.
add_library(bomay_core_flags INTERFACE)
target_link_libraries(bomay_core_flags INTERFACE bomay_flags)
target_compile_options(bomay_core_flags INTERFACE -Wconversion -Wsign-conversion)

# Headers that most files take in, compiled once: reading them was half of the time of a small file. Each file still names
# what it uses; the tidy preset builds without this.
set(bomay_common_headers
  <QDateTime> <QHash> <QList> <QMap> <QSet> <QString> <QStringList>
  <boost/container/small_vector.hpp>
  <algorithm> <array> <cmath> <expected> <functional> <map> <memory> <optional> <ranges> <set> <span> <tuple> <unordered_map>
  <unordered_set> <utility> <variant> <vector>)
# A library of nothing else, for the compiler wants the same definitions in those that share them.
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/precompiled.cpp CONTENT "// Carries the precompiled headers.\n")
add_library(bomay_precompiled STATIC ${PROJECT_BINARY_DIR}/precompiled.cpp)
target_precompile_headers(bomay_precompiled PRIVATE ${bomay_common_headers})
target_link_libraries(bomay_precompiled PRIVATE bomay_core_flags Qt6::Core)

# Presets that build everything once join the files of a room, and of a folder of the window, into one translation unit
# (CMAKE_UNITY_BUILD): a third of the time. bomay_stands_alone(FILES …): those with names of their own that a neighbour has too.
function(bomay_stands_alone)
  set_source_files_properties(${ARGV} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()

# bomay_room(NAME SOURCES … LINKS …): the library bomay_NAME of the folder it is called from. Static, and so part of the
# program; shared where there are a hundred test programs that would each take in a copy (BUILD_SHARED_LIBS, not on Windows,
# whose libraries show nothing unasked).
function(bomay_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(bomay_${name} ${ROOM_SOURCES})
  set_target_properties(bomay_${name} PROPERTIES UNITY_BUILD_BATCH_SIZE 0)
  target_precompile_headers(bomay_${name} REUSE_FROM bomay_precompiled)
  target_link_libraries(bomay_${name} PUBLIC bomay_core_flags Qt6::Core ${ROOM_LINKS} PRIVATE ${ROOM_PRIVATE_LINKS})
endfunction()
