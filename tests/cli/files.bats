# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Files that nnreg writes: by several processes at a time, through links, with modes, on full disks.

load common

# write_all: in the current folder a checkpoint, a model as JSON, the table of a search and a
# picture, with names that nothing can be added to.
write_all() {
  cat >write.m <<'END'
pkg load nnreg
names = cellfun (@(ending) [repmat('n', 1, 255 - numel (ending)), ending], ...
                 {".bin", ".json", ".csv", ".png"}, "UniformOutput", false);
X = sin ((1:40).' * (1:3));
y = X(:,1) > 0;
args = {"LayerSizes", [], "Solver", "adam", "Epochs", 3, "Verbose", 0};
m = nnreg_fit (X, y, args{:}, "CheckpointFile", names{1});
nnreg_export (m, names{2});
nnreg_gridsearch (X, y, {"Lambda", [1, 2]}, "Penalty", "l2", "CV", 2, args{:}, "CSV", names{3});
nnreg_plot (m, "File", names{4});
END
  octave_in "$root/build/prefix" write.m
}

# Whether the four files are there, and nothing else.
four_files() {
  [ "$(ls -A | sed 's/^nn*/n/' | LC_ALL=C sort)" = $'n.bin\nn.csv\nn.json\nn.png\nwrite.m' ]
}

setup() {
  mkdir "$BATS_TEST_TMPDIR/work"
  cd "$BATS_TEST_TMPDIR/work" || return 1
}

@test "names of 255 bytes; new files follow the umask, older ones keep their mode" {
  umask 027
  run -0 write_all
  four_files
  [ "$(stat -c %a nn* | uniq)" = 640 ]
  chmod 600 nn*
  umask 000
  run -0 write_all
  four_files
  [ "$(stat -c %a nn* | uniq)" = 600 ]
}

# As on a machine with other users: links that lead to a file of the user's.
@test "links in the place of a new file are not followed, and a link as the file is" {
  echo precious >../victim
  local name
  for name in a.json b.png c d.csv; do ln -s ../victim "$name.new"; done
  ln -s ../real.json link.json
  ln -s ../real.png link.png
  run -0 nnreg "X = sin ((1:40).' * (1:3)); y = (1:40).' > 9;
    args = {'LayerSizes', 4, 'Verbose', 0, 'Epochs', 2, 'CheckpointFile', 'c'};
    m = nnreg_fit (X, y, args{:});
    nnreg_gridsearch (X, y, {'Seed', 1:2}, args{1:6}, 'CV', 2, 'CSV', 'd.csv');
    cellfun (@(name) nnreg_export (m, name), {'a.json', 'link.json'});
    cellfun (@(name) nnreg_plot (m, 'File', name), {'b.png', 'link.png'});"
  [ "$(cat ../victim)" = precious ]
  for name in a.json b.png c d.csv; do [ -f "$name" ] && [ ! -L "$name" ]; done
  for name in json png; do [ -L "link.$name" ] && [ -s "../real.$name" ]; done
}

# Each process writes its own JSON and picture, and the same checkpoint.
@test "six processes write the same files at the same moment: each succeeds, each file is whole" {
  cat >race.m <<'END'
pkg load nnreg
k = str2double (getenv ("NUMBER"));
[X, y] = nnreg_digits ();
args = {"LayerSizes", 40, "Epochs", 3, "Verbose", 0};
m = nnreg_fit (X(1:300,:), y(1:300), args{:}, "Seed", k);
nnreg_export (m, sprintf ("../own-%d.json", k));
fclose (fopen (sprintf ("../ready-%d", k), "w"));
while (exist ("../go", "file") != 2)
  pause (0.01);
end
for i = 1:20
  nnreg_export (m, "model.json");
  nnreg_fit (X(1:300,:), y(1:300), args{:}, "CheckpointFile", "checkpoint");
end
nnreg_plot (m, "Kind", "history", "File", "picture.png");
printf ("done\n");
END
  local number pids=()
  for number in {1..6}; do
    NUMBER=$number octave_in "$root/build/prefix" race.m >"../log-$number" 2>&1 &
    pids+=($!)
  done
  until [ "$(find .. -maxdepth 1 -name 'ready-*' | wc -l)" -eq 6 ]; do
    kill -0 "${pids[@]}" || { cat ../log-*; return 1; }
    sleep 0.1
  done
  touch ../go
  for number in {1..6}; do
    wait "${pids[number - 1]}" || { cat "../log-$number"; return 1; }
    [ "$(tail -n 1 "../log-$number")" = "done" ]
  done
  run ! grep -E 'error|warning: .*(checkpoint|file)' ../log-*
  [ "$(ls -A)" = $'checkpoint\nmodel.json\npicture.png\nrace.m' ]
  [ "$(for number in {1..6}; do cmp -s model.json "../own-$number.json" && echo same; done)" = same ]
  [ "$(tail -c 8 picture.png | head -c 4)" = IEND ]
  run -0 nnreg "[X, y] = nnreg_digits ();
    m = nnreg_fit (X(1:300,:), y(1:300), 'LayerSizes', 40, 'Epochs', 3, 'CheckpointFile', ...
                   'checkpoint', 'Verbose', 1);"
  [[ $output == *'after 3 epochs'* ]]
}

@test "on a full disk the older file stays, and nothing else" {
  unshare -rm sh -c 'mount -t tmpfs none .' 2>/dev/null || skip "no file system can be mounted"
  cat >disk.m <<'END'
pkg load nnreg
X = sin ((1:40).' * (1:3));
m = nnreg_fit (X, X(:,1) > 0, "LayerSizes", 4, "Epochs", 1, "Verbose", 0);
cd (getenv ("SMALL"));
nnreg_export (m, "a.json");
before = fileread ("a.json");
fid = fopen ("filler", "w");
fwrite (fid, zeros (1, 2^17, "uint8"));
fclose (fid);
big = nnreg_fit (X, X(:,1) > 0, "LayerSizes", 2000, "Epochs", 1, "Verbose", 0);
try
  nnreg_export (big, "a.json");
catch err
  disp (err.message);
end
printf ("%d %s\n", isequal (fileread ("a.json"), before), strjoin (readdir (".").', " "));
END
  mkdir small
  export SMALL=$PWD/small XDG_DATA_HOME=$root/build/prefix XDG_CONFIG_HOME=$root/build/prefix
  run -0 --separate-stderr unshare -rm sh -c \
    "mount -t tmpfs -o size=200k none small && exec ${OCTAVE:-octave} --no-gui --norc --quiet disk.m"
  [ "${lines[0]}" = 'nnreg_export: "a.json" cannot be written: No space left on device' ]
  [ "${lines[1]}" = '1 . .. a.json filler' ]
}

@test "names that are not UTF-8 give JSON that Python reads" {
  run -0 --separate-stderr nnreg "X = sin ((1:40).' * (1:2));
    labels = {\"caf\\351\", \"\\303\\251\"}(1 + (X(:,1) > 0));
    m = nnreg_fit (X, labels(:), 'LayerSizes', 2, 'Epochs', 9, 'Verbose', 0, ...
                   'FeatureNames', {\"na\\357ve\", \"b\"});
    nnreg_export (m, 'm.json');"
  [ "$(grep -c 'warning: nnreg_export: ' <<<"$stderr")" -eq 1 ]
  [[ $stderr == *'nnreg_export: 2 names in MODEL are not UTF-8; '*' first in "naïve"; '* ]]
  run -0 python3 -c 'import json, sys
model = json.load(open("m.json", encoding="utf-8"))
print(ascii([model["class_names"], model["feature_names"]]))'
  [ "$output" = "[['caf\\xe9', '\\xe9'], ['na\\xefve', 'b']]" ]
}
