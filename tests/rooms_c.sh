#!/usr/bin/env bash
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The rooms of the C side, lowest first. A room includes headers of its own and of lower ones, so
# no circle is possible; gateways include the public header alone; only os includes the system's.
set -u
cd "$(dirname "$0")/../csrc" || exit 1

rooms="os data network kernels engine linear core"
system='^(unistd|fcntl|dlfcn|link|pthread|sched|time|immintrin|sys/.*)[.]h$'

# file, header: of each #include.
includes() {
  grep -rnoE '^ *# *include *[<"][^>"]*' core kernels mex include --include='*.[ch]' |
    sed -E 's/^([^:]*):[0-9]+: *# *include *[<"](.*)$/\1 \2/'
}

includes | awk -v rooms="$rooms" -v system_header="$system" '
  function fail(why) { print $1 " includes " $2 ": " why; bad = 1 }
  BEGIN { count = split(rooms, names, " "); for (i = 1; i <= count; i++) rank[names[i]] = i }
  {
    n = split($1, path, "/")
    room = path[1] == "core" && n > 2 ? path[2] : path[1]
    n = split($2, path, "/")
    target = n > 1 ? path[1] : room
    seen++
  }
  $2 ~ system_header && room != "os" && !(room == "kernels" && $2 == "immintrin.h") {
    fail("the operating system is the business of core/os")
  }
  $2 == "nnreg.h" || !(target in rank) { next }
  !(room in rank) { fail("gateways include nnreg.h alone"); next }
  rank[target] > rank[room] { fail(target " lies above " room) }
  END { exit bad || seen < 50 }'
