# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Folders and files with odd names, and a home that nobody may write to.

load common

# all.m uses every function that reads or writes files, by names that end in the variable NAME, with
# the data set in digits$NAME, and does all of it twice: then the files are there.
setup() {
  mkdir "$BATS_TEST_TMPDIR/scripts"
  cat >"$BATS_TEST_TMPDIR/scripts/all.m" <<'END'
name = getenv ("NAME");
[X, y] = nnreg_digits ();
A = nnreg_readidx (["digits", name]);
assert (double (A(:,1:64)), X);
X = X(1:200,:) / 16;
y = y(1:200);
args = {"LayerSizes", 4, "Epochs", 2, "Verbose", 0};
grid = {"Lambda", [1e-3, 1e-2], "Penalty", {"l1"}};
want = nnreg_fit (X, y, args{:});
found = nnreg_gridsearch (X, y, grid, args{:});
line = {X, y, "LayerSizes", [], "NumLambda", 3, "CV", 2, "Verbose", 0};
scores = nnreg_path (line{:}).FoldScores;
for again = 1:2
  m = nnreg_fit (X, y, args{:}, "CheckpointFile", ["fit", name]);
  assert (m.Weights, want.Weights);
  assert (nnreg_path (line{:}, "CheckpointFile", ["path", name]).FoldScores, scores);
  r = nnreg_gridsearch (X, y, grid, args{:}, "StudyDir", ["study", name], "Shards", 2, ...
                        "Executor", "processes", "CSV", ["table", name, ".csv"]);
  assert ({r.Results.FoldScores}, {found.Results.FoldScores});
  assert (nnreg_gridsearch ("status", ["study", name]).Complete);
  nnreg_export (m, ["model", name, ".json"]);
  for ending = {".png", ".pdf", ".svg"}
    nnreg_plot (m, "File", ["picture", name, ending{1}]);
  end
end
assert (jsondecode (fileread (["model", name, ".json"])).num_inputs, 64);
END
}

# use_all NAME: runs all.m, without a word on stderr. It must leave its files in the current folder
# and nothing else.
use_all() {
  local name=$1
  cp "$root/octave/digits.idx.gz" "digits$name"
  export NAME=$name LC_ALL=C.UTF-8 # in the C locale gnuplot warns about its degree sign
  shift
  run -0 --separate-stderr "$@"
  [ -z "$output$stderr" ]
  printf '%s\n' {digits,fit,path,study}"$name" "model$name.json" "table$name.csv" \
    "picture$name".{pdf,png,svg} | LC_ALL=C sort >../wanted
  find . -mindepth 1 -maxdepth 1 -printf '%f\n' | LC_ALL=C sort | diff ../wanted -
}

@test "blanks, quotes, a dollar and umlauts in the names of files, folders and the package's folder" {
  local place="$BATS_TEST_TMPDIR/it's  größe \$HOME"
  mkdir -p "$place/work"
  cp -r "$root"/build/prefix/octave/*/packages/nnreg-* "$place/nnreg"
  cd "$place/work"
  gateways=("$place"/nnreg/*/__nnreg_cost__.mex)
  use_all " it's größe \$x" "${OCTAVE:-octave}" --no-gui --norc --no-history --quiet \
    --path "$place/nnreg" --path "${gateways[0]%/*}" ../../scripts/all.m
}

@test "a home that is read-only, or not there: fits, searches, exports and pictures as ever" {
  local folder="$BATS_TEST_TMPDIR" home
  chmod 755 "$BATS_RUN_TMPDIR" "$(dirname "$folder")" "$folder"
  sed -i '1i pkg load nnreg' "$folder/scripts/all.m"
  mkdir -m 555 "$folder/home"
  for home in "$folder/home" /nowhere; do
    rm -rf "$folder/work"
    mkdir -m 777 "$folder/work"
    cd "$folder/work"
    use_all '' as_nobody ../scripts/all.m "$home"
  done
  [ -z "$(ls -A "$folder/home")" ]
}
