# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Searches on a real SLURM.

load common
load search
load slurm

setup() {
  cd "$BATS_TEST_TMPDIR" || return 1
  need_slurm
}

teardown() { stop_slurm; }

# Functions replace SLURM's daemons; the one for slurmd fails.
@test "a daemon that does not start is the reason of a skipped test, and of a failed one under CI" {
  munged() { echo $$ >"$slurm/munged.pid"; }
  slurmctld() { echo $$ >"$slurm/slurmctld.pid"; }
  sinfo() { echo 'unk*'; }
  squeue() { :; }
  slurmd() { printf '[2026-01-01T01:02:03.000] error: %s\n' "no luck" "none at all" >"$slurm/slurmd-n1.log"; }
  skip() { echo "skipped: $1" && exit 0; }
  local reason="slurmd-n1 does not start: error: no luck; error: none at all"
  CI='' run -0 start_slurm "$PWD/slurm" 1
  [ "${lines[-1]}" = "skipped: $reason" ]
  CI=true run -1 start_slurm "$PWD/slurm" 1
  [ "${lines[-1]}" = "$reason" ]
}

@test "a search on one node: the same results as from threads; status, collect, the queue empty" {
  export EPOCHS=20
  start_slurm "$PWD/slurm" 1
  (run_search "'Curves', false" threads.bin)
  (run_search "'Executor', 'slurm', 'Shards', 4, 'StudyDir', 'study'" slurm.bin)
  same_results threads.bin slurm.bin
  [ "$(count_records study)" = 144 ]
  [ "$(ls study/slurm/*.log | wc -l)" = 4 ]
  run -0 nnreg 'nnreg_gridsearch ("status", "study")'
  [[ $output == *"144 of 144 trainings done"* ]]
  nnreg 'r = nnreg_gridsearch ("collect", "study", "Refit", false); results = rmfield (r.Results, "Seconds"); save ("-binary", "collected.bin", "results");'
  same_results threads.bin collected.bin
}

# process_on NODE: an Octave process that works on the study there and already has results.
process_on() {
  local log process
  for log in study/results/*.txt; do
    process=$(basename "$log" | awk -F- '{ print $(NF - 1) }')
    tr '\0' '\n' 2>/dev/null <"/proc/$process/environ" | grep -qx "SLURMD_NODENAME=$1" &&
      echo "$process"
  done 2>/dev/null | head -1
}

@test "two nodes, one of which dies in the middle: complete, and the same results" {
  export EPOCHS=300
  start_slurm "$PWD/slurm" 2
  (run_search "'Curves', false" threads.bin)
  (run_search "'Executor', 'slurm', 'Shards', 6, 'StudyDir', 'study'" slurm.bin) &
  local search=$! process=
  for _ in $(seq 200); do
    sleep 0.1
    process=$(process_on n2)
    [ -z "$process" ] || break
  done
  # the node dies: its daemon, the task, and the process that watches the task
  kill -KILL "$(cat slurm/slurmd-n2.pid)" "$(awk '/^PPid/ { print $2 }' "/proc/$process/status")" \
    "$process"
  [ "$(count_records study)" -lt 144 ]
  for _ in $(seq 200); do
    sleep 0.2
    ! squeue --noheader --format=%r | grep -q BeginTime || break
  done
  sinfo --noheader --nodes=n2 --format=%T | grep -q down
  # a requeued task would wait for two minutes
  scontrol update "JobId=$(squeue --noheader --array --format='%i %r' | awk '/BeginTime/ { print $1 }')" \
    StartTime=now
  wait $search
  same_results threads.bin slurm.bin
  [ "$(count_records study)" = 144 ]
}

@test "left and come back to, cancelled and gone on with" {
  export EPOCHS=200
  start_slurm "$PWD/slurm" 1
  local options="'Executor', 'slurm', 'Shards', 3, 'StudyDir', 'study'"
  nnreg "[X, y] = nnreg_digits ();
    r = nnreg_gridsearch (X / 16, y, {'Lambda', [1e-3 1e-2]}, 'Penalty', 'l1', 'Epochs', 4000, ...
      'Verbose', 0, 'Executor', 'slurm', 'StudyDir', 'other', 'Wait', false, ...
      'SlurmOptions', '--time=17 --comment=hello');
    assert ([r.Jobs, r.Waiting + r.Running], [6, 6])"
  squeue --noheader --format='%l %k' | grep -q '17:00 hello'
  job=$(cat other/slurm/jobs.txt)
  rm other/slurm/jobs.txt # as after a Ctrl-C during sbatch
  run -1 --separate-stderr nnreg 'nnreg_gridsearch ("collect", "other");'
  [[ $stderr == *"of 6 trainings done; wait for the others"* ]]
  run -0 nnreg 'nnreg_gridsearch ("cancel", "other")'
  [[ $output == *"  cancelled: "[0-6]" of 6 trainings done, which are kept"* ]]
  [[ $output == *"  SLURM job $job is ended"*"call the same search"*"again"* ]]
  for _ in $(seq 50); do [ -z "$(squeue --noheader)" ] && break; sleep 0.2; done
  [ -z "$(squeue --noheader)" ]
  nnreg 's = nnreg_gridsearch ("status", "other"); assert (s.Cancelled && ! s.Complete);'
  # the waiting process is killed, its tasks go on, and the next call waits for them
  (run_search "$options" left.bin) &
  local search=$!
  for _ in $(seq 100); do
    sleep 0.2
    [ -n "$(squeue --noheader --states=R)" ] && break
  done
  kill -KILL $search
  wait $search || true
  (run_search "$options" slurm.bin)
  [ "$(wc -l <study/slurm/jobs.txt)" = 1 ]
  (run_search "'Curves', false" threads.bin)
  same_results threads.bin slurm.bin
}

@test "shards that fail are submitted again; halving goes round by round" {
  start_slurm "$PWD/slurm" 1
  cat >flaky.m <<END
function score = flaky (y, yhat)
  if (exist ("failed", "file") != 2 && ! isempty (getenv ("SLURM_JOB_ID")))
    fid = fopen ("failed", "w");
    fdisp (fid, str2double (getenv ("SLURM_ARRAY_TASK_ID")));
    fclose (fid);
    exit (3);
  end
  score = mean (y == yhat);
end
END
  (run_search "'Score', @flaky, 'Halving', true" threads.bin)
  (run_search "'Score', @flaky, 'Halving', true, 'Executor', 'slurm', 'Shards', 2, 'StudyDir', 'study'" slurm.bin)
  same_results threads.bin slurm.bin
  [ -e failed ]
  # Four rounds, the first of them twice; fewer if a shard, the last of its round, went on by itself
  # with its part of the next before this search saw the end.
  cat study/slurm/jobs.txt
  [ "$(ls study/slurm/*_"$(cat failed)".log | wc -l)" -ge 2 ]
  [ "$(wc -l <study/slurm/jobs.txt)" -le 5 ]
}

@test "a StudyDir's name may have any letters, under every executor" {
  start_slurm "$PWD/cluster" 1
  cat >named.m <<'END'
pkg load nnreg
[X, y] = nnreg_digits ();
args = {X(1:300,:) / 16, y(1:300), {"Lambda", [1e-3 1e-2]}, "Penalty", "l1", "Epochs", 2, ...
        "LayerSizes", 8, "Verbose", 0, "Refit", false, "Shards", 2};
strip = @(r) rmfield (r.Results, "Seconds");
plain = nnreg_gridsearch (args{:});
letters = ["-größe 50%A%%a", char([32:46, 48:126]), "\n\t\r\x7f~ "];
## SLURM has a rule of its own for backslashes; "./" since ~ alone is the home.
names = {letters, letters(letters != '\'), "./~root", "...", " "};
for k = 1:numel (names)
  for executor = {"threads", "processes", "slurm"}
    [~, ~] = mkdir (executor{1});
    cd (executor{1});
    r = nnreg_gridsearch (args{:}, "StudyDir", names{k}, "Executor", executor{1});
    assert (isequal (strip (r), strip (plain)));
    s = nnreg_gridsearch ("status", names{k});
    assert (s.Complete && strcmp (s.Folder, fullfile (pwd (), strrep (names{k}, "./", ""))));
    if (! strcmp (executor{1}, "threads"))
      c = nnreg_gridsearch ("collect", names{k}, "Refit", false);
      assert (isequal (c.Results, r.Results));
    end
    cd ("..");
  end
end
made = sort (setdiff (readdir ("slurm/"), {".", ".."}));
assert (made(:), sort (strrep (names, "./", ""))(:));
for k = 1:numel (made)
  found = readdir (fullfile (pwd (), "slurm", made{k}, "slurm"));
  assert (nnz (cellfun (@(f) ! isempty (regexp (f, '^\d+_[12]\.log$', "once")), found)), 2);
end
END
  octave_in "$root/build/prefix" named.m
}

@test "options of sbatch are words that no shell reads" {
  start_slurm "$PWD/slurm" 1
  cat >words.m <<'END'
pkg load nnreg
[X, y] = nnreg_digits ();
go = @(study, options) nnreg_gridsearch (X, y, {"Lambda", [1e-3 1e-2]}, "Penalty", "l1", ...
  "Verbose", 0, "Executor", "slurm", "Shards", 2, "Wait", false, "StudyDir", study, ...
  "SlurmOptions", options);
go ("row", "--hold  --comment=a;touch$(touch${IFS}pwned)`touch${IFS}pwned`>pwned|&*? ");
go ("cell", {"--hold"; "--comment=it's \"$HOME\" $(touch pwned) \\ "});
END
  octave_in "$root/build/prefix" words.m
  [ ! -e pwned ]
  squeue --noheader --format=%k >comments
  # shellcheck disable=SC2016 # no shell reads these
  {
    grep -Fxq 'a;touch$(touch${IFS}pwned)`touch${IFS}pwned`>pwned|&*?' comments
    grep -Fq 's "$HOME" $(touch pwned) \ ' comments
  }
}

@test "not more tasks than the cluster allows" {
  start_slurm "$PWD/slurm" 1 MaxArraySize=4
  local search="[X, y] = nnreg_digits (); r = nnreg_gridsearch (X(1:300,:) / 16, y(1:300), \
    {'Lambda', [1 2]}, 'Penalty', 'l2', 'Epochs', 1, 'Verbose', 0, 'Refit', false, \
    'Executor', 'slurm', 'StudyDir', 'study'"
  run -1 --separate-stderr nnreg "$search, 'Shards', 4);"
  [[ $stderr == *"error: nnreg_gridsearch: Shards must be at most 3 here, since MaxArraySize of SLURM is 4, got 4"* ]]
  [ ! -e study ]
  nnreg "$search);"
  [ "$(ls study/slurm/*.log | wc -l)" = 3 ]
  rm -r study
  # a controller that does not answer
  printf '#!/bin/sh\nexit 1\n' >scontrol
  chmod +x scontrol
  PATH=$PWD:$PATH run -1 --separate-stderr nnreg "$search);"
  [[ $stderr == *"Invalid job array specification; the cluster does not take that many tasks: give fewer Shards"* ]]
  [ ! -e study ]
}

# await COMMAND...: waits until the command is true, at most 30 seconds.
await() {
  for _ in $(seq 150); do
    "$@" && return 0
    sleep 0.2
  done
  return 1
}

is_running() { [ -n "$(squeue --noheader --states=R)" ]; }
has_submitted() { [ "$(grep -c . study/slurm/jobs.txt 2>/dev/null)" = "$1" ]; }
has_records() { [ "$(count_records study 2>/dev/null)" -ge "$1" ]; }
is_requeued() { squeue --noheader --format=%r | grep -q BeginTime; }

@test "scancel and requeue: the same results, and no file octave-workspace" {
  export EPOCHS=150
  start_slurm "$PWD/slurm" 1
  (run_search "'Curves', false" threads.bin)
  (run_search "'Executor', 'slurm', 'Shards', 4, 'StudyDir', 'study'" slurm.bin) &
  local search=$! job
  await has_records 5
  scancel "$(cat study/slurm/jobs.txt)"
  await has_submitted 2
  await is_running
  await has_records 20
  job=$(squeue --noheader --states=R --format=%i | head -n 1)
  scontrol requeue "$job"
  await is_requeued
  scontrol update "JobId=$job" StartTime=now # or it would wait for two minutes
  wait $search
  same_results threads.bin slurm.bin
  [ "$(count_records study)" = 144 ]
  [ -z "$(find . -name octave-workspace)" ]
}

@test "tasks that are cancelled each time end the search with SLURM's reason" {
  start_slurm "$PWD/slurm" 1
  echo 'function score = slow (varargin) pause (600); score = 0; end' >slow.m
  nnreg "[X, y] = nnreg_digits (); nnreg_gridsearch (X, y, {'Lambda', 1}, 'Penalty', 'l2', \
    'Epochs', 1, 'Verbose', 0, 'Executor', 'slurm', 'StudyDir', 'study', 'Score', @slow);" 2>said &
  local search=$! started failed=0
  for started in 1 2 3; do
    await has_submitted $started
    await is_running
    sleep 1 # Octave has begun
    scancel "$(tail -n 1 study/slurm/jobs.txt)"
  done
  wait $search || failed=$?
  cat said
  [ $failed = 1 ]
  grep "3 of 3 trainings could not be done; .*; SLURM job [0-9]* was cancelled, by scancel or an administrator" said
  run -0 nnreg 'nnreg_gridsearch ("status", "study")'
  [[ $output == *"0 shards running, 0 waiting"*"was cancelled, by scancel or an administrator"*"call the same search"* ]]
  [ -z "$(find . -name octave-workspace)" ]
}

@test "a search that cannot be done says why; so does an sbatch that refuses" {
  start_slurm "$PWD/slurm" 1
  local grid="[X, y] = nnreg_digits (); nnreg_gridsearch (X, y, {'Lambda', 1}, 'Penalty', 'l2', \
    'Verbose', 0, 'Executor', 'slurm'"
  run -1 --separate-stderr nnreg "$grid, 'StudyDir', 'study', 'SlurmOptions', '--partition=none');"
  [[ $stderr == *"error: nnreg_gridsearch: sbatch refused: "*"invalid partition"* ]]
  [ ! -e study ] # another try finds a clean folder
  echo 'function score = broken (varargin) error ("my mistake"); end' >broken.m
  run -1 --separate-stderr nnreg "$grid, 'Score', @broken, 'StudyDir', 'study2');"
  [[ $stderr == *"3 of 3 trainings could not be done"*"my mistake"* ]]
}

# A SLURM of shell scripts. Tasks begin after three seconds. sbatch prints $SBATCH_SAYS, a format
# for the job's number 7. In its calls 2, 4 and 6 squeue runs $SQUEUE_ODD instead of answering.
put_odd_slurm() {
  mkdir odd
  cat >odd/sbatch <<'END'
#!/bin/bash
for word; do
  case $word in --array=*) tasks=${word#*=} ;; --output=*) log=${word#*=} ;; esac
done
echo submitted >>"$ODD/calls"
for task in $(seq "${tasks%-*}" "${tasks#*-}"); do
  (sleep 3; SLURM_ARRAY_TASK_ID=$task SLURM_CPUS_PER_TASK=1 sh "$word") >"${log/\%A_%a/$task}" 2>&1 3>&- &
  echo $! >>"$ODD/tasks"
done
printf "$SBATCH_SAYS\n" 7
END
  cat >odd/squeue <<'END'
#!/bin/bash
echo asked >>"$ODD/questions"
case $(wc -l <"$ODD/questions") in 2 | 4 | 6) eval "$SQUEUE_ODD"; exit ;; esac
for process in $(cat "$ODD/tasks" 2>/dev/null); do
  kill -0 "$process" 2>/dev/null || continue
  if [[ $* == *%F* ]]; then echo 7; else echo RUNNING; fi
done
END
  chmod +x odd/*
  export ODD=$PWD/odd PATH=$PWD/odd:$PATH SBATCH_SAYS=%d SQUEUE_ODD=:
}

@test "an odd answer of squeue has nothing done twice, an odd one of sbatch nothing lost" {
  export EPOCHS=5
  put_odd_slurm
  (run_search "'Curves', false" threads.bin)
  for SQUEUE_ODD in : 'echo Socket timed out; exit 1'; do
    rm -rf odd/calls odd/tasks odd/questions study
    (run_search "'Executor', 'slurm', 'Shards', 2, 'StudyDir', 'study'" slurm.bin)
    same_results threads.bin slurm.bin
    [ "$(wc -l <odd/calls)" = 1 ]
    [ "$(wc -l <odd/questions)" -gt 2 ]
  done
  rm -rf odd/calls odd/tasks odd/questions study
  export SBATCH_SAYS="Welcome 2 all\\nJob <%d> is on its way" SQUEUE_ODD="echo squeue: warning: low memory"
  (run_search "'Executor', 'slurm', 'Shards', 2, 'StudyDir', 'study'" slurm.bin)
  same_results threads.bin slurm.bin
  [ "$(cat study/slurm/jobs.txt)" = 7 ]
}

@test "without sbatch the error says what to do" {
  run -1 --separate-stderr nnreg "setenv ('PATH', '/nowhere'); nnreg_gridsearch (eye (6), \
    [1 2 1 2 1 2]', {'Epochs', 1}, 'CV', 2, 'Executor', 'slurm', 'StudyDir', 'study')"
  [[ $stderr == *"error: nnreg_gridsearch: Executor \"slurm\" needs sbatch, which is not found"* ]]
  [ ! -e study ]
}
