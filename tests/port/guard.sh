#!/usr/bin/env bash
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the C side asks of the system stands in csrc/core/os/posix.c and windows.c alone: no other
# file names a system in a condition, includes a header or calls a function that ISO C, zlib and
# mex.h do not have. Of mex.h and zlib they call what mex_functions and zlib_functions list, by
# which windows.sh and macos.sh link. In Octave the executors alone, which refuse Windows by name,
# need a POSIX shell, its processes and its folders. Each part is a line of TAP.
set -u
cd "$(dirname "$0")/../.." || exit 1
failures=0
result() {
  if [ -z "$2" ]; then echo "ok - $1"; else
    echo "$2"
    echo "not ok - $1"
    failures=$((failures + 1))
  fi
}

others() { find csrc -name '*.[ch]' ! -path csrc/core/os/posix.c ! -path csrc/core/os/windows.c; }

systems='_WIN(32|64)|__MINGW|_MSC_VER|__CYGWIN|__linux|__gnu_linux|__unix|__APPLE__|__MACH__|__(Free|Net|Open)BSD__|__GLIBC__|_(GNU|DARWIN_C|POSIX_C|XOPEN|BSD|DEFAULT)_SOURCE'
# (os.h beside them asks for the name that a compiler has for ISO C's formats.)
result "no condition names a system" "$(others | xargs grep -nE "$systems" |
  grep -vE '^csrc/core/os/os[.]h:[0-9]+:#(ifdef|define NNREG_PRINTF) __MINGW_PRINTF_FORMAT$')"

iso='assert|complex|ctype|errno|fenv|float|inttypes|iso646|limits|locale|math|setjmp|signal|stdalign|stdarg|stdatomic|stdbool|stddef|stdint|stdio|stdlib|stdnoreturn|string|tgmath|time|uchar|wchar|wctype'
result "no header of a system is included" "$(others |
  xargs grep -nE '^ *# *include *<' | grep -vE "<($iso|zlib|mex|immintrin)[.]h>")"
result "a header in quotes is one of ours" "$(others | xargs grep -hE '^ *# *include *"' |
  sed 's/.*"\(.*\)".*/\1/' | sort -u | while read -r name; do
  [ -n "$(find csrc -path "*/$name")" ] || echo "$name"
done)"

# The compiled files ask for what the preprocessor hides. A user's flags would add their own.
folder=build/guard
make -s -j"$(nproc)" -C csrc objects OBJDIR=../$folder CC=gcc CFLAGS=-O0 WERROR=-Werror || {
  echo "not ok - all files are compiled"
  exit 1
}
# (Not fopen, whose names are not UTF-8 on Windows; memory is nnreg_alloc's; numbers have no locale.)
allowed='_GLOBAL_OFFSET_TABLE_|__errno_location|__cpu_model|__cpu_indicator_init|__stack_chk_fail'
allowed+='|abs|copysign|copysignf|exp|expm1|fabs|floor|ceil|fmax|fmin|fmod|frexp|getenv|hypot|ldexp|log|log1p'
allowed+='|memchr|memcmp|memcpy|memmove|memset|nextafter|pow|qsort|snprintf|sqrt|strchr|strcmp'
allowed+='|strcpy|strerror|strlen|strncmp|strrchr|strspn|strstr|tanh|vsnprintf|expf|logf|log1pf|powf|sqrtf|tanhf'
asked=$(find $folder -name '*.o' ! -path '*/os/posix.o' -exec nm -u {} + | awk 'NF == 2 { print $2 }' |
  sort -u | grep -vE "^(nnreg_|linear_|gateway_|problem_|mx[A-Z]|mex[A-Z]|inflate)|^($allowed)$")
result "no function of a system is called" "$asked"
called=$(find $folder -name '*.o' -exec nm -u {} + |
  awk '$2 ~ /^(mx[A-Z]|mex[A-Z]|inflate)/ { print $2 }' | LC_ALL=C sort -u)
result "of mex.h and zlib only what the lists have is called" \
  "$(cat tests/port/mex_functions tests/port/zlib_functions | LC_ALL=C sort -u | diff - <(echo "$called"))"
[ "$(find $folder -name '*.o' | wc -l)" -gt 80 ] || result "all files are looked at" "only a few objects"

# Code without comments and tests. umask does nothing on Windows; export.m and draw.m quote names for
# either shell.
posix='system|unix|shell_cmd|p?open2|popen|pclose|exec|fork|dup2|pipe|fcntl|mkfifo|wait|waitpid|kill|SIG|umask|lstat'
posix+='|link|symlink|readlink|getp?pid|gete?[ug]id|getpgrp|get(pw|gr)(ent|nam|[ug]id)|crypt'
excused='model/export[.]m:[0-9]+:.*system|plot/draw[.]m:[0-9]+:.*system|files/scratch[.]m:[0-9]+:.*umask'
excused+='|study/handle[.]m:[0-9]+:.*getpid'
result "no m-file but the executors needs POSIX" "$(grep -rnE --include='*.m' --exclude-dir=+executors \
  "\b($posix) *\(|['\"](/(tmp|dev|proc|usr|etc|bin|home|var)\b|rm |cp |mv |ls |sh )" octave |
  grep -vE "^[^:]*:[0-9]+: *(#|%)|$excused")"
[ $failures -eq 0 ]
