# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later

load common

setup() { cd "$root" || return 1; }

# Types the lines of stdin with a pause before each, except after ^C, which is sent as Ctrl-C.
type_lines() {
  local line pause=1
  while IFS= read -r line; do
    sleep "$pause"
    pause=1
    if [ "$line" = ^C ]; then
      date +%s.%N >"$BATS_TEST_TMPDIR/sent"
      printf '\003'
      pause=0
    else
      printf '%s\n' "$line"
    fi
  done
  sleep 2
}

@test "Ctrl-C in a training: the prompt comes back, no thread left, the next call right" {
  SHELL=/bin/bash script -qec true /dev/null </dev/null || skip "no pseudo-terminal can be had"
  run -0 env XDG_DATA_HOME="$root/build/prefix" XDG_CONFIG_HOME="$root/build/prefix" \
    timeout 60 bash -c "$(declare -f type_lines); type_lines | SHELL=/bin/bash script -qec 'exec octave --no-gui --norc --no-line-editing -q' /dev/null" <<END
pkg load nnreg; X = rand (20000, 300); y = double (X(:,1) > 0.5);
before = numel (dir ('/proc/self/task')); nnreg_fit (X, y, 'Epochs', 1e5, 'Verbose', 1);
disp ('')
^C
late = time () - str2double (fileread ('$BATS_TEST_TMPDIR/sent'));
printf ('RESULT %d %d\n', late < 1, numel (dir ('/proc/self/task')) - before);
m = nnreg_fit (X(1:500,:), y(1:500), 'Epochs', 2, 'Verbose', 0); printf ('NEXT %d\n', m.History.Epoch(end));
exit
END
  [[ $output == *"RESULT 1 0"* ]]
  [[ $output == *"NEXT 2"* ]]
}

@test "Ctrl-C in a path: what is done is not lost, no thread left" {
  SHELL=/bin/bash script -qec true /dev/null </dev/null || skip "no pseudo-terminal can be had"
  run -0 env XDG_DATA_HOME="$root/build/prefix" XDG_CONFIG_HOME="$root/build/prefix" \
    timeout 60 bash -c "$(declare -f type_lines); type_lines | SHELL=/bin/bash script -qec 'exec octave --no-gui --norc --no-line-editing -q' /dev/null" <<END
pkg load nnreg; X = rand (5000, 60); y = double (X(:,1) > 0.5);
before = numel (dir ('/proc/self/task')); r = nnreg_path (X, y, 'Epochs', 10, 'WarmEpochs', 10, 'NumLambda', 300, 'CV', 3, 'Verbose', 0, 'LayerSizes', 32);
disp ('')
^C
late = time () - str2double (fileread ('$BATS_TEST_TMPDIR/sent'));
printf ('RESULT %d %d\n', late < 1, numel (dir ('/proc/self/task')) - before);
r = nnreg_path ('last'); printf ('LEFT %d %d\n', ! r.Complete, numel (r.Models) == numel (r.Mean) && numel (r.Lambda) < 300);
exit
END
  [[ $output == *"RESULT 1 0"* ]]
  [[ $output == *"LEFT 1 1"* ]]
}

# Builds what session_state.m and the scenes need.
prepare_scenes() {
  export NNREG_TOOLS=$root/tests/tools NNREG_LOAD="addpath ('$BATS_TEST_TMPDIR'); pkg load nnreg"
  export XDG_DATA_HOME=$root/build/prefix XDG_CONFIG_HOME=$root/build/prefix
  mkoctfile --mex -o "$BATS_TEST_TMPDIR/blas_state.mex" "$root/tests/tools/blas_state.c"
}

# interrupt SCENE...: see interrupt.py. NNREG_INTERRUPTS and NNREG_SEED set number and moments.
interrupt() {
  local scene
  SHELL=/bin/bash script -qec true /dev/null </dev/null || skip "no pseudo-terminal can be had"
  prepare_scenes
  for scene; do
    run -0 python3 "$root/tests/cli/interrupt.py" "$scene" "${NNREG_INTERRUPTS:-4}" "${NNREG_SEED:-1}"
    echo "# ${lines[-1]}" >&3
  done
}

@test "Ctrl-C at random moments of a training: the prompt at once, the session as before" {
  interrupt fit one-thread packing fista fista-network
}

@test "Ctrl-C in a batch that takes seconds, and in one call for a gradient" {
  interrupt whole-batch cost
}

@test "Ctrl-C at random moments of a path: what is done is there" {
  interrupt path path-group
}

@test "Ctrl-C at random moments of a search: its study goes on, its processes are gone" {
  interrupt search processes
}

@test "Ctrl-C while predicting, shuffling inputs and reading a file" {
  interrupt predict importance readidx readtable
}
