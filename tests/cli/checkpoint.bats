# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later

load common

# train.m trains for some seconds, with the options in the variable OPTIONS, and prints what
# a bit of the weights or of the history changes.
setup() {
  cd "$BATS_TEST_TMPDIR" || return 1
  cat >train.m <<'END'
pkg load nnreg
[X, y] = nnreg_digits ();
options = eval (getenv ("OPTIONS"));
model = nnreg_fit ([X, X(:,end:-1:1)] / 16, y, "LayerSizes", [300, 40], "Epochs", 800, ...
                   "Penalty", "l1", "Lambda", 1e-4, "ValidationFraction", 0.2, ...
                   "Keep", "last", "Threads", 2, "Verbose", 0, options{:});
theta = cell2mat (cellfun (@(W) W(:), [model.Weights, model.Biases].'(:), "UniformOutput", false));
h = model.History;
printf ("%s %s\n", hash ("md5", char (typecast (theta, "uint8").')), ...
        hash ("md5", char (typecast ([h.Loss; h.ValLoss; h.Zeros], "uint8").')));
END
}

# In the shell's place, so that its process is the one to kill.
train() {
  export OPTIONS=$1 XDG_DATA_HOME=$root/build/prefix XDG_CONFIG_HOME=$root/build/prefix
  exec "${OCTAVE:-octave}" --no-gui --norc --no-history --quiet train.m
}

# NNREG_KILLS of them, by default 4: `make kill` has 50.
@test "kill -9 at random moments: it goes on to the same bits, the file is always whole" {
  local want kills=0
  want=$(train '{}')
  while [ "$kills" -lt "${NNREG_KILLS:-4}" ]; do
    train '{"CheckpointFile", "file"}' >got 2>errors &
    sleep "$((RANDOM % 2)).$((RANDOM % 5 + 4))"
    if kill -9 $! 2>/dev/null; then kills=$((kills + 1)); fi
    wait $! || true
    run ! grep error: errors
    if [ -s got ]; then
      [ "$(cat got)" = "$want" ]
      rm file
    fi
  done
  run -0 --separate-stderr train '{"CheckpointFile", "file"}'
  [ "$output" = "$want" ]
}

# As if the disk were full: a process may write files of 100 kB, a checkpoint takes 700.
@test "no room for the checkpoint: an error at the start, nothing left behind" {
  ulimit -f 100
  trap '' XFSZ
  run -1 --separate-stderr train '{"CheckpointFile", "file"}'
  [[ $stderr == *'error: nnreg_fit: "'*'file" cannot be written: File too large'* ]]
  [ ! -e file ] && [ ! -e file.new ]
}
