# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later

load common

# For NNREG_SOAK_MINUTES, by default 25 s: `make soak` takes an hour.
@test "random use leaves no thread, no open file, no file, and the memory flat" {
  cd "$BATS_TEST_TMPDIR"
  run -0 octave_in "$root/build/prefix" --eval "
    pkg load nnreg; addpath ('$root/tests/memory');
    soak (${NNREG_SOAK_MINUTES:-25 / 60}, ${NNREG_SEED:-1})"
  [[ ${lines[-1]} == soaked:* ]]
  [ -z "$(ls)" ]
  echo "# ${lines[-1]}" >&3
}
