# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later

load common

setup() { cd "$BATS_TEST_TMPDIR" || return 1; }

@test "an error reaches the shell: text on stderr, status 1" {
  run -1 --separate-stderr nnreg 'nnreg_fit (eye (3), [1; 2; 1], "BatchSize", -3)'
  [ -z "$output" ]
  [[ $stderr == *"error: nnreg_fit: BatchSize must be a positive integer, got -3"* ]]
}

@test "a missing file is named, status 1" {
  run -1 --separate-stderr nnreg 'nnreg_readidx ("nowhere.idx")'
  [[ $stderr == *"error: nnreg_readidx: "*nowhere.idx* ]]
}

@test "an OpenBLAS that cannot be loaded is named, status 1" {
  NNREG_OPENBLAS=/nowhere/libopenblas.so.0 run -1 --separate-stderr nnreg \
    'nnreg_fit (eye (3), [1; 2; 1], "Verbose", 0)'
  [[ $stderr == *"OpenBLAS cannot be loaded (tried /nowhere/libopenblas.so.0)"* ]]
}

@test "so it is for nnreg_info and for a search, in the name of a function that users know" {
  for call in 'nnreg_info' 'nnreg_gridsearch (eye (4), [1 2 1 2], {"Epochs", 1}, "CV", 2)'; do
    NNREG_OPENBLAS=/nowhere/libopenblas.so.0 run -1 --separate-stderr nnreg "$call"
    [[ $stderr == *"error: nnreg_"*": OpenBLAS cannot be loaded"* ]]
    [[ $stderr != *__nnreg_* ]]
  done
}

@test "a lesser instruction set can be asked for" {
  NNREG_ISA=plain run -0 nnreg 'disp (nnreg_info ().InstructionSet)'
  [ "$output" = plain ]
}

@test "training prints no carriage returns into a file" {
  nnreg '[X, y] = nnreg_digits (); nnreg_fit (X, y, "Epochs", 2, "Verbose", 1);' >log
  run ! grep -q $'\r' log
}
