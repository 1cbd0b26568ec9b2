# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later

load common

setup() {
  cd "$BATS_TEST_TMPDIR" || return 1
  unset DISPLAY WAYLAND_DISPLAY
}

# Runs an example of the repository with the installed package, in an empty folder.
example() { octave_in "$root/build/prefix" "$root/examples/$1.m"; }

@test "every example but MNIST's runs without a display" {
  count=0
  for file in "$root"/examples/*.m; do
    name=$(basename "$file" .m)
    case $name in *mnist*) continue ;; esac
    run -0 example "$name"
    [[ -n $output && $output != *error:* ]]
    count=$((count + 1))
  done
  [ $count -gt 0 ]
}

@test "the examples on MNIST run without a display" {
  if [ ! -d "${NNREG_MNIST_DIR:-}" ] && [ -z "${CI:-}" ]; then
    skip "NNREG_MNIST_DIR is not set"
  fi
  count=0
  for file in "$root"/examples/*mnist*.m; do
    run -0 example "$(basename "$file" .m)"
    [[ -n $output && $output != *error:* ]]
    count=$((count + 1))
  done
  [ $count -gt 0 ]
}
