#!/bin/sh
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# missing.sh SYSTEM WHAT...: says in one line that nnreg needs these, and how to install them.
# SYSTEM is linux, macos or windows, or '' for the one that this runs on; WHAT is make, compiler,
# mkoctfile, openblas or zlib.

system=$1
shift
missing=$*
if [ -z "$system" ]; then
  case $(uname -s) in
    Darwin) system=macos ;;
    MINGW* | MSYS* | CYGWIN* | Windows*) system=windows ;;
    *) system=linux ;;
  esac
fi

# each SEPARATOR MAKE COMPILER MKOCTFILE OPENBLAS ZLIB: the texts of what is missing, each once.
each() {
  line=
  for what in $missing; do
    case $what in
      make) text=$2 ;;
      compiler) text=$3 ;;
      mkoctfile) text=$4 ;;
      openblas) text=$5 ;;
      zlib) text=$6 ;;
    esac
    case "$line$1" in
      *"$text$1"*) ;;
      *) line=$line${line:+$1}$text ;;
    esac
  done
  echo "$line"
}

# by MANAGER: the command with the packages' names.
by() {
  case $1 in
    apt-get)
      printf 'sudo apt-get install '
      each ' ' make g++ octave-dev libopenblas0-pthread zlib1g-dev
      ;;
    dnf)
      printf 'sudo dnf install '
      each ' ' make gcc-c++ octave-devel openblas-threads zlib-devel
      ;;
    pacman)
      printf 'sudo pacman -S '
      each ' ' make gcc octave openblas zlib
      ;;
    apk)
      printf 'apk add '
      each ' ' make g++ octave-dev openblas zlib-dev
      ;;
    brew)
      tools="xcode-select --install"
      each '; ' "$tools" "$tools" "brew install octave" "brew install openblas" "$tools"
      ;;
  esac
}

advice() {
  case $system in
    windows) echo "Octave for Windows has them: install it again, from octave.org" ;;
    macos) echo "type in a terminal: $(by brew)" ;;
    *)
      for manager in apt-get dnf pacman apk; do
        if command -v $manager >/dev/null 2>&1; then
          echo "type in a terminal: $(by $manager)"
          return
        fi
      done
      echo "install the packages of this system that have them"
      ;;
  esac
}

what=$(each ', ' "GNU make" "a C and C++ compiler" mkoctfile OpenBLAS zlib.h)
case $what in
  *,*) found="not all found here" ;;
  *) found="not found here" ;;
esac
echo "nnreg needs $what, $found; $(advice)"
