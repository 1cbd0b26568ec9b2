# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# For the scripts beside: what other systems need, from Debian's sources and PyPI, in build/port.
# Each function prints the path of what it fetched, and fetches it once.
# shellcheck shell=bash

port=$PWD/build/port

# What is taken from PyPI.
export OPENBLAS_WHEEL=scipy-openblas32==0.3.34.481.3
export ZIG_WHEEL=ziglang==0.17.1

# debian_source NAME: the folder of the source of Debian's package.
debian_source() {
  local folder=$port/source/$1 apt=$port/apt
  if [ ! -e "$folder/ready" ]; then
    mkdir -p "$apt/lists/partial" "$folder" || return
    cat >"$apt/list.sources" <<END
Types: deb-src
URIs: http://deb.debian.org/debian
Suites: $(. /etc/os-release && echo "$VERSION_CODENAME")
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
END
    local options=(-q -o "Dir::Etc::sourcelist=$apt/list.sources" -o Dir::Etc::sourceparts=-
      -o "Dir::State::lists=$apt/lists" -o APT::Sandbox::User=root)
    {
      apt-get "${options[@]}" update &&
        (cd "$folder" && apt-get "${options[@]}" source --download-only "$1" &&
          tar --strip-components=1 -xf "$1"_*.orig.tar.*[!c] && touch ready)
    } >"$port/$1.log" 2>&1 || { cat "$port/$1.log" >&2; return 1; }
  fi
  echo "$folder"
}

# wheel NAME==VERSION PLATFORM: the folder of the unpacked wheel, without what it depends on.
wheel() {
  local folder=$port/${1%%=*}-${1##*=}-${2%%_*}
  if [ ! -e "$folder/ready" ]; then
    mkdir -p "$folder" || return
    {
      python3 -m venv "$port/venv" &&
        "$port/venv/bin/pip" download --quiet --no-deps --only-binary=:all: --platform "$2" \
          --dest "$folder" "$1" &&
        (cd "$folder" && python3 -m zipfile -e ./*.whl . && rm ./*.whl && touch ready)
    } >&2 || return
  fi
  echo "$folder"
}

# compile_cmocka CC AR FOLDER: cmocka for that compiler, as FOLDER/libcmocka.a and its header.
compile_cmocka() {
  local source
  source=$(debian_source cmocka) && mkdir -p "$3" || return
  # GNU's formats: MinGW would take Microsoft's.
  sed "s/__format__ (__printf__/__format__ (__gnu_printf__/" "$source/include/cmocka.h" >"$3/cmocka.h" &&
    $1 -O1 -w -c "$source/src/cmocka.c" -I"$source/include" -o "$3/cmocka.o" -DHAVE_INTTYPES_H \
      -DHAVE_MALLOC_H -DHAVE_SIGNAL_H -D__USE_MINGW_ANSI_STDIO=1 -DHAVE_GCC_THREAD_LOCAL_STORAGE -DHAVE_STRUCT_TIMESPEC &&
    $2 rcs "$3/libcmocka.a" "$3/cmocka.o"
}

# compile_zlib CC AR FOLDER: likewise.
compile_zlib() {
  local source file
  source=$(debian_source zlib) && mkdir -p "$3" || return
  cp "$source"/z{lib,conf}.h "$3" || return
  for file in adler32 crc32 deflate gzclose gzlib gzread gzwrite inffast inflate inftrees trees zutil; do
    $1 -O2 -w -DHAVE_UNISTD_H -c "$source/$file.c" -o "$3/$file.o" && $2 rcs "$3/libz.a" "$3/$file.o" || return
  done
}
