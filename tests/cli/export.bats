# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later

load common

@test "exported models predict the same in onnxruntime, to 1e-5, and from their JSON; names too" {
  need_python onnx-python "onnx and onnxruntime"
  run -0 octave_in "$root/build/prefix" "$root/tests/tools/export_cases.m" \
    "$BATS_TEST_TMPDIR" "$python"
  run -0 "$python" "$root/tests/tools/run_onnx.py" "$BATS_TEST_TMPDIR"
  echo "$output"
  [[ ${lines[-1]} == "18 of 18 models are equal" ]]
}

@test "names of files may hold quotes and blanks" {
  need_python onnx-python "onnx and onnxruntime"
  cd "$BATS_TEST_TMPDIR"
  run -0 nnreg "X = sin ((1:40)' * (1:3)); m = nnreg_fit (X, X(:,1) > 0, 'Epochs', 1);
    nnreg_export (m, \"it's \$HOME.onnx\", 'Python', '$python');"
  [ -s "it's \$HOME.onnx" ]
}

@test "without the package onnx the error says what to install" {
  printf '#!/bin/sh\nexit 1\n' >"$BATS_TEST_TMPDIR/python"
  chmod +x "$BATS_TEST_TMPDIR/python"
  run nnreg "X = sin ((1:40)' * (1:3)); m = nnreg_fit (X, X(:,1) > 0, 'Epochs', 1);
    nnreg_export (m, 'a.onnx', 'Python', '$BATS_TEST_TMPDIR/python');"
  [ "$status" -ne 0 ]
  [[ $output == *"apt-get install python3-onnx"* ]]
}
