# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Searches that are killed, damaged or shared give the results of an undisturbed one.

load common
load search

setup() { cd "$BATS_TEST_TMPDIR" || return 1; }

# What several tests compare with: the search, undisturbed.
setup_file() {
  cd "$BATS_FILE_TMPDIR" || return 1
  (run_search "'Curves', false" undisturbed.bin)
}

# kill_now_and_then OPTIONS NAME KILLS: kills the search at random moments, and continues it each
# time. If it ends before the kill, the next study begins. Leaves complete studies NAME1, NAME2 ...
# with results NAME1.bin ..., their number in studies.
kill_now_and_then() {
  local kills=0 process
  studies=1
  while [ $kills -lt "$3" ]; do
    (run_search "'StudyDir', '$2$studies', $1" "$2$studies.bin") &
    process=$!
    sleep "0.$((RANDOM % 6 + 4))$((RANDOM % 10))"
    if kill -KILL $process 2>/dev/null; then kills=$((kills + 1)); fi
    wait $process || true
    if [ -e "$2$studies.bin" ]; then studies=$((studies + 1)); fi
  done
  (run_search "'StudyDir', '$2$studies', $1" "$2$studies.bin")
  echo "$kills kills over $studies studies"
}

# NNREG_KILLS kills, by default 6; `make kill` has 50.
@test "kill -9 at random moments: the same results, no finished job done again" {
  kill_now_and_then "'Curves', false" killed "${NNREG_KILLS:-6}"
  for k in $(seq "$studies"); do
    same_results "$BATS_FILE_TMPDIR/undisturbed.bin" "killed$k.bin"
    [ "$(count_jobs "killed$k")" = 144 ]
    [ "$(count_records "killed$k")" = 144 ]
  done
}

@test "the same of searches whose jobs go on from others: warm starts, halving, curves" {
  local options
  export EPOCHS=40
  for options in "'WarmStart', true, 'Curves', true" "'Halving', true"; do
    (run_search "$options" undisturbed.bin)
    kill_now_and_then "$options" killed 3
    for k in $(seq "$studies"); do
      same_results undisturbed.bin "killed$k.bin"
      [ "$(count_jobs "killed$k")" = "$(count_records "killed$k")" ]
      [ -z "$(ls "killed$k/states")" ]
    done
    rm -rf killed*
  done
}

@test "spoilt files are told and their jobs done again" {
  export EPOCHS=5
  (run_search "'StudyDir', 'study'" whole.bin)
  local log
  log=$(ls study/results/*.txt)
  cp "$log" whole.txt
  head -n 100 whole.txt | head -c -40 >"$log"                   # torn in line 100
  sed -n 101,110p whole.txt | tr 0-9 1-90 >study/results/b.txt  # other digits
  head -c 3000 /dev/urandom >study/results/c.txt
  sed -n 111,120p whole.txt >study/results/d.txt
  : >study/results/e.txt
  (run_search "'StudyDir', 'study'" again.bin)
  same_results whole.bin again.bin
  # 99 and 10 lines were good, so 35 jobs were repeated
  [ "$(ls -t study/results/*.txt | head -1 | xargs cat | wc -l)" = 35 ]
  head -c 100 /dev/urandom >study/study.bin
  run -0 --separate-stderr bash -c "$(declare -f run_search); root=$root; run_search \"'StudyDir', 'study'\" third.bin"
  [[ $stderr == *"study.bin is damaged and is written again"* ]]
  same_results whole.bin third.bin
  [ "$(ls study/results/*.txt | wc -l)" = 6 ] # and nothing was trained
}

@test "spoilt states of warm starts cost their jobs, not the search" {
  export EPOCHS=5
  (run_search "'WarmStart', true, 'StudyDir', 'study'" whole.bin)
  # as if interrupted in the middle, with useless states
  sed -i 61,200d study/results/*.txt
  (run_search "'WarmStart', true, 'StudyDir', 'study'" again.bin)
  same_results whole.bin again.bin
}

# at_once NAME OPTIONS...: a search for each OPTIONS in the folder NAME, all at the same moment;
# results in NAME1.bin ..., what they say in NAME.log.
at_once() {
  local name=$1 start=$(($(date +%s) + 4)) processes=() process
  shift
  for options; do
    (run_search "$options, 'StudyDir', {pause(max (0, $start - time ())), '$name'}{end}" \
      "$name$((${#processes[@]} + 1)).bin" >>"$name.log" 2>&1) &
    processes+=($!)
  done
  for process in "${processes[@]}"; do wait "$process"; done
}

@test "six processes that begin one study at the same moment share its jobs" {
  local plain="'Curves', false" others k
  others="$plain, 'Executor', 'processes', 'Shards', 2"
  EPOCHS=20 at_once study "$plain" "$others" "$plain" "$plain" "$others" "$plain"
  for k in 2 3 4 5 6; do same_results study1.bin "study$k.bin"; done
  [ "$(count_jobs study)" = 144 ]
  [ "$(count_records study)" = 144 ]
  [ "$(ls study/results/*.txt | wc -l)" -gt 1 ]
  [ ! -s study.log ]
}

@test "of two different searches that begin in one folder at the same moment one is refused" {
  local round seed refused
  for round in 1 2; do
    start=$(($(date +%s) + 3))
    for seed in 0 1; do
      (EPOCHS=5 timeout 60 bash -c "$(declare -f run_search); root='$root' OCTAVE='${OCTAVE:-octave}' \
        run_search \"'Seed', $seed, 'StudyDir', {pause(max (0, $start - time ())), 'both$round'}{end}\" \
        'both$round$seed.bin'" >"log$round$seed" 2>&1 || true) &
    done
    wait
    refused=$(cat "log$round"? | grep -c 'belongs to another search: Seed')
    [ "$refused" = 1 ]
    [ "$(ls "both$round"?.bin | wc -l)" = 1 ]
  done
}

@test "the Executor processes gives the same results, also when its processes are killed" {
  (run_search "'Executor', 'processes', 'Shards', 3, 'StudyDir', 'study'" processes.bin) &
  local search=$! worker killed=0
  for _ in $(seq 100); do
    sleep 0.1
    [ "$(ls study/results 2>/dev/null | wc -l)" -lt 2 ] || break
  done
  for worker in $(ls study/results | awk -F- '{ print $(NF - 1) }' | head -2); do
    kill -KILL "$worker" && killed=$((killed + 1))
  done
  [ $killed -gt 0 ]
  wait $search
  same_results "$BATS_FILE_TMPDIR/undisturbed.bin" processes.bin
  [ "$(count_records study)" = 144 ]
}

@test "processes that are ended by signals leave no file octave-workspace, and the search goes on" {
  (run_search "'Executor', 'processes', 'Shards', 3, 'StudyDir', 'study'" processes.bin) &
  local search=$! worker signals=(TERM HUP QUIT)
  for _ in $(seq 300); do
    sleep 0.1
    [ "$(ls study/results 2>/dev/null | wc -l)" -lt 3 ] || break
  done
  for worker in $(ls study/results | awk -F- '{ print $(NF - 1) }' | head -n 3); do
    kill "-${signals[0]}" "$worker"
    signals=("${signals[@]:1}")
  done
  [ ${#signals[@]} = 0 ]
  wait $search
  same_results "$BATS_FILE_TMPDIR/undisturbed.bin" processes.bin
  [ "$(count_records study)" = 144 ]
  [ -z "$(find . -name 'octave-workspace*')" ]
}

# are_gone PROCESS...: whether none is left, after at most five seconds.
are_gone() {
  local process
  for process; do
    for _ in $(seq 50); do
      kill -0 "$process" 2>/dev/null || continue 2
      sleep 0.1
    done
    return 1
  done
}

@test "Ctrl-C leaves no process behind; those of a search that was killed go on" {
  local search worker workers
  for signal in INT KILL; do
    (trap - INT; run_search "'Executor', 'processes', 'Shards', 2, 'StudyDir', 'study$signal'" "$signal.bin") &
    search=$!
    for _ in $(seq 100); do
      sleep 0.1
      [ "$(ls "study$signal/results" 2>/dev/null | wc -l)" -lt 2 ] || break
    done
    mapfile -t workers < <(ls "study$signal/results" | awk -F- '{ print $(NF - 1) }')
    [ -n "${workers[*]}" ]
    kill -$signal $search
    wait $search || true
    [ ! -e "$signal.bin" ] # the signal came before the end
    [ $signal = KILL ] || are_gone "${workers[@]}"
    (run_search "'Executor', 'processes', 'Shards', 2, 'StudyDir', 'study$signal'" "$signal.bin")
    [ "$(count_records "study$signal")" = 144 ]
  done
  same_results INT.bin KILL.bin
}

@test "a StudyDir that may not be written to is named" {
  mkdir -m 555 closed
  chmod 755 . "$BATS_RUN_TMPDIR" "$(dirname "$PWD")"
  cat >rights.m <<'END'
pkg load nnreg
nnreg_gridsearch (eye (6), [1 2 1 2 1 2]', {"Epochs", 1}, "CV", 2, "Verbose", 0, "StudyDir", "closed")
END
  chmod 644 rights.m
  run -1 --separate-stderr as_nobody rights.m
  [[ $stderr == *"error: nnreg_gridsearch: the folder \""*"closed/results\" cannot be made: Permission denied"* ]]
}

@test "a study's file that may not be read, or a folder that is gone, is named and nothing written anew" {
  cat >small.m <<'END'
pkg load nnreg
nnreg_gridsearch (eye (6), [1 2 1 2 1 2]', {"Epochs", 1}, "CV", 2, "Verbose", 0, "Refit", false, ...
                  "StudyDir", "study", "Executor", "processes", "Shards", 1);
END
  mkdir -m 777 study
  chmod 755 . "$BATS_RUN_TMPDIR" "$(dirname "$PWD")"
  as_nobody small.m
  for file in study.bin data.bin claims; do
    chmod 000 "study/$file"
    run -1 --separate-stderr as_nobody small.m
    [[ $stderr == *"error: nnreg_gridsearch: \""*"/$file\" cannot be "*": Permission denied"* ]]
    chmod 644 "study/$file"
  done
  sed -i 's/"Epochs", 1/"Epochs", 2/; s/"study"/"gone"/' small.m
  # the folder goes while its process works
  (for _ in $(seq 300); do [ ! -e gone/processes ] || break; sleep 0.1; done; mv gone away) &
  run -1 --separate-stderr octave_in "$root/build/prefix" small.m
  wait
  [[ $stderr == *"could not be done"*"cannot be opened: No such file or directory"* ]]
}

@test "a full disk ends the search, and nothing finished is lost" {
  export EPOCHS=5
  (run_search "'StudyDir', 'study'" whole.bin)
  rm study/results/*
  # a limit on the size of files acts as a full disk
  run -1 --separate-stderr bash -c "$(declare -f run_search); root=$root; trap '' XFSZ
    ulimit -f 10; run_search \"'StudyDir', 'study'\" full.bin"
  [[ $stderr == *"nnreg_gridsearch: results cannot be kept: \""*"cannot be written: File too large"* ]]
  local kept
  kept=$(count_records study)
  [ "$kept" -gt 5 ]
  [ "$kept" -lt 144 ]
  (run_search "'StudyDir', 'study'" again.bin)
  same_results whole.bin again.bin
  [ "$(count_records study)" = 144 ]
}

@test "a search holds X once, and the parameters of a training or two for each thread" {
  [ -w /proc/self/clear_refs ] || skip "the peak of a process's memory cannot be had here"
  cat >memory.m <<'END'
pkg load nnreg
threads = str2double (getenv ("SEARCH_THREADS"));
X = rand (20000, 784, "single");
y = mod ((1:20000).', 10);
grid = {"Lambda", [1e-4 1e-2]};
args = {"Penalty", "l1", "LayerSizes", 512, "Epochs", 1, "Verbose", 0, "Refit", false, "Threads", threads};
r = nnreg_gridsearch (X(1:200,:), y(1:200), grid, args{:});   # the code is loaded
fid = fopen ("/proc/self/clear_refs", "w");
fputs (fid, "5");
fclose (fid);
memory = @(name) str2double (regexp (fileread ("/proc/self/status"), ...
                                     [name, ":\\s*(\\d+)"], "tokens", "once"){1}) / 1024;
before = memory ("VmRSS");
r = nnreg_gridsearch (X, y, grid, args{:});
more = memory ("VmHWM") - before;
printf ("%.0f MB more with %d threads\n", more, threads);
exit (more > numel (X) * 4 / 2^20 + 30 * threads);
END
  for threads in 1 2; do
    SEARCH_THREADS=$threads octave_in "$root/build/prefix" memory.m
  done
}

@test "other processes read a table from the study, and prepare it in the same way" {
  run -0 nnreg "k = (1:200)';
    T = struct ('a', sin (k), 'b', {{'u'; 'v'; 'w'; ''}(1 + mod (k, 4))}, 'y', cos (k .^ 2) > 0);
    T.a(1:7:end) = NaN;
    args = {T, 'y', {'LayerSizes', {2, 3}}, 'Epochs', 3, 'Verbose', 0};
    here = nnreg_gridsearch (args{:});
    there = nnreg_gridsearch (args{:}, 'StudyDir', 'tables', 'Executor', 'processes', 'Shards', 2);
    later = nnreg_gridsearch ('collect', 'tables');
    disp (isequal ({here.Results.FoldScores}, {there.Results.FoldScores}));
    disp (isequal (here.Model.Weights, there.Model.Weights, later.Model.Weights));
    disp (isequal (here.Model.Preparation, later.Model.Preparation));"
  [ "$output" = "$(printf '1\n1\n1')" ]
}
