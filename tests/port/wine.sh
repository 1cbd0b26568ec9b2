#!/bin/sh
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# wine.sh PROGRAM.EXE: runs it with a Windows of its own, in build/windows/wine.
here=$(cd "$(dirname "$0")/../.." && pwd) || exit
export WINEPREFIX="$here/build/windows/wine" WINEDEBUG=-all WINEARCH=win64 WINEDLLOVERRIDES='mscoree,mshtml='
export NNREG_OPENBLAS="Z:$here/build/windows/tests/libopenblas.dll"
# wine passes the variables of this shell on.
unset TMPDIR DISPLAY
exec wine "$@"
