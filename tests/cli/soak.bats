# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later

load common

# For NNREG_SOAK_MINUTES, by default 15 s; `make soak` takes an hour.
@test "random use leaves no thread, no open file, no file, and the memory flat" {
  mkoctfile --mex -o "$BATS_TEST_TMPDIR/heap_bytes.mex" "$root/tests/tools/heap_bytes.c"
  mkdir "$BATS_TEST_TMPDIR/soak"
  cd "$BATS_TEST_TMPDIR/soak"
  run -0 octave_in "$root/build/prefix" --eval "
    pkg load nnreg; addpath ('$root/tests/memory', '$BATS_TEST_TMPDIR');
    soak (${NNREG_SOAK_MINUTES:-15 / 60}, ${NNREG_SEED:-1})"
  [[ ${lines[-1]} == soaked:* ]]
  [ -z "$(ls)" ]
  echo "# ${lines[-1]}" >&3
}
