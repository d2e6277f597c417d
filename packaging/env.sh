# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# For sourcing by the scripts beside it: where the project is, how ccache is used, how a preset is built.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Precompiled headers are cached only if ccache may overlook times and the define that names them.
export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime

# build_preset NAME: configures and builds quietly; the log's end is shown where that fails.
build_preset() {
    local preset=$1
    local log=$root/build/$preset/build.log
    mkdir -p "$root/build/$preset"
    echo "Building preset $preset (log: $log)"
    if ! (cd "$root" && cmake --preset "$preset" && cmake --build --preset "$preset") >"$log" 2>&1; then
        tail -n 60 "$log" >&2
        echo "The build failed; all of it is in $log" >&2
        return 1
    fi
}
