# SPDX-License-Identifier: GPL-3.0-or-later
# The flags every target shares, and one function to declare a room (a static library under core/ or ui/).

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

# bomay_room(NAME SOURCES … LINKS …): the static library bomay_NAME of the folder it is called from.
function(bomay_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(bomay_${name} STATIC ${ROOM_SOURCES})
  target_link_libraries(bomay_${name} PUBLIC bomay_core_flags Qt6::Core ${ROOM_LINKS} PRIVATE ${ROOM_PRIVATE_LINKS})
endfunction()
