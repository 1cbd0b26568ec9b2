# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later

load common

# train.m trains for some seconds with the options in the variable OPTIONS and prints checksums
# of the weights and the history; follow.m does the same for a path.
setup() {
  cd "$BATS_TEST_TMPDIR" || return 1
  cat >train.m <<'END'
pkg load nnreg
[X, y] = nnreg_digits ();
options = eval (getenv ("OPTIONS"));
model = nnreg_fit ([X, X(:,end:-1:1)] / 16, y, "LayerSizes", [300, 40], "Epochs", 200, ...
                   "Penalty", "l1", "Lambda", 1e-4, "ValidationFraction", 0.2, ...
                   "Keep", "last", "Threads", 2, "Verbose", 0, options{:});
theta = cell2mat (cellfun (@(W) W(:), [model.Weights, model.Biases].'(:), "UniformOutput", false));
h = model.History;
printf ("%s %s\n", hash ("md5", char (typecast (theta, "uint8").')), ...
        hash ("md5", char (typecast ([h.Loss; h.ValLoss; h.Zeros], "uint8").')));
END
  cat >follow.m <<'END'
pkg load nnreg
[X, y] = nnreg_digits ();
options = eval (getenv ("OPTIONS"));
r = nnreg_path (X / 16, y, "LayerSizes", 24, "Epochs", 40, "WarmEpochs", 30, "NumLambda", 12, ...
                "CV", 3, "Verbose", 0, options{:});
bits = @(values) hash ("md5", char (typecast (values(:), "uint8").'));
W = cellfun (@(m) m.Weights{1}(:), r.Models, "UniformOutput", false);
printf ("%s %s %d\n", bits (vertcat (W{:})), bits (r.FoldScores), numel (r.Lambda));
END
}

# run_octave FILE OPTIONS: replaces the shell, so that a kill hits Octave itself.
run_octave() {
  export OPTIONS=$2 XDG_DATA_HOME=$root/build/prefix XDG_CONFIG_HOME=$root/build/prefix
  exec "${OCTAVE:-octave}" --no-gui --norc --no-history --quiet "$1"
}

train() { run_octave train.m "$1"; }

# kill_now_and_then FILE KILLS: after each kill it continues, to the bits of an undisturbed run.
kill_now_and_then() {
  local want kills=0
  want=$(run_octave "$1" '{}')
  while [ "$kills" -lt "$2" ]; do
    run_octave "$1" '{"CheckpointFile", "file"}' >got 2>errors &
    sleep "$((RANDOM % 2)).$((RANDOM % 5 + 4))"
    if kill -9 $! 2>/dev/null; then kills=$((kills + 1)); fi
    wait $! || true
    run ! grep error: errors
    if [ -s got ]; then
      [ "$(cat got)" = "$want" ]
      rm file
    fi
  done
  run -0 --separate-stderr run_octave "$1" '{"CheckpointFile", "file"}'
  [ "$output" = "$want" ]
}

# NNREG_KILLS kills, by default 4 and 3; `make kill` has 50.
@test "kill -9 of a training at random moments: the same bits, the file is always whole" {
  kill_now_and_then train.m "${NNREG_KILLS:-4}"
}

@test "kill -9 of a path at random moments: the same bits, the file is always whole" {
  kill_now_and_then follow.m "${NNREG_KILLS:-3}"
}

# A limit on the size of files acts as a full disk: 100 kB, and a checkpoint has 700.
@test "no room for the checkpoint: an error at the start, nothing left behind" {
  ulimit -f 100
  trap '' XFSZ
  run -1 --separate-stderr train '{"CheckpointFile", "file"}'
  [[ $stderr == *'error: nnreg_fit: "'*'file" cannot be written: File too large'* ]]
  [ ! -e file ] && [ -z "$(find . -name '*.new')" ]
}
