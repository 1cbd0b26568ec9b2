#!/bin/sh
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# In the place of another system's mkoctfile: the headers are those of this machine's Octave, and
# LINK_MEX (words) links.
case $1-${2:-} in
  -p-INCFLAGS) mkoctfile -p INCFLAGS ;;
  -p-*) ;;
  --mex-*)
    shift
    # shellcheck disable=SC2086  # words
    exec $LINK_MEX "$@"
    ;;
esac
