# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later

load common

# NNREG_CALLS calls from NNREG_SEED on; `make fuzz` makes 100,000.
@test "calls with wild arguments: only nnreg's errors come out" {
  cd "$BATS_TEST_TMPDIR"
  ulimit -v 8000000 # a wild size must not exhaust the machine
  run octave_in "$root/build/prefix" --eval "
    pkg load nnreg; addpath ('$root/tests/fuzz');
    exit (fuzz_calls (${NNREG_SEED:-1}, 1:${NNREG_CALLS:-500}, fileparts (which ('nnreg_fit'))) > 0)"
  if [ "$status" -ne 0 ]; then
    printf '%s\n' "$output" "at the end: $(cat call)" # if Octave died
    return 1
  fi
  [[ $output == *" 0 faults"* ]]
}

# NNREG_CHANGES changes from NNREG_SEED on; `make fuzz` makes 20,000.
@test "files with changed bytes: only nnreg's errors come out, and no wrong result" {
  cd "$BATS_TEST_TMPDIR"
  ulimit -v 4000000 # Octave's own load may ask for all memory
  run octave_in "$root/build/prefix" --eval "
    pkg load nnreg; addpath ('$root/tests/fuzz');
    exit (fuzz_files (${NNREG_SEED:-1}, 1:${NNREG_CHANGES:-120}) > 0)"
  if [ "$status" -ne 0 ]; then
    printf '%s\n' "$output" "at the end: $(cat call)" # if Octave died
    return 1
  fi
  [[ $output == *" 0 faults"* ]]
}
