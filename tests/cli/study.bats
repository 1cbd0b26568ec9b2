# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Searches of long trainings that are killed: each training goes on from its checkpoint.

load common
load study

setup() {
  cd "$BATS_TEST_TMPDIR" || return 1
  make_logged_package
}

checkpoints() { find "$@" -name '*.bin' 2>/dev/null | wc -l; }

# Whether the trainings at hand have checkpoints: two jobs, or at the end that of the model.
all_kept() { [ "$(checkpoints "$1/states")" -ge 2 ] || [ "$(checkpoints "$1/refit")" -ge 1 ]; }

# kill_now_and_then OPTIONS NAME KILLS: kills the search at random moments after that, and continues
# it each time. How many steps that cost is printed.
kill_now_and_then() {
  local kills=0 process
  while [ "$kills" -lt "$3" ] && [ ! -e "$2" ]; do
    (run_long "'StudyDir', '$2.study', $1" "$2") &
    process=$!
    while kill -0 $process 2>/dev/null && ! all_kept "$2.study"; do sleep 0.1; done
    sleep "$((RANDOM % 3)).$((RANDOM % 10))"
    if kill_with_children $process; then kills=$((kills + 1)); fi
    wait $process || true
  done
  [ -e "$2" ] || (run_long "'StudyDir', '$2.study', $1" "$2")
  echo "$2: $kills kills"
  lost_steps "$2.steps"
  [ "$kills" -gt 0 ]
}

# NNREG_KILLS kills, by default 3 of each.
@test "kill -9 of long trainings in a study: the same bits, and none begins anew after its half" {
  local name
  export EPOCHS=$((40 * ${NNREG_KILLS:-3}))     # one search outlives its kills
  (run_long "'Refit', true" threads.undisturbed)
  (run_long "'Refit', false" processes.undisturbed)
  export NNREG_PAUSE=0.03
  kill_now_and_then "'Refit', true" threads "${NNREG_KILLS:-3}" >threads.log 2>&1 &
  local threads=$!
  kill_now_and_then "'Refit', false, 'Executor', 'processes', 'Shards', 2" processes "${NNREG_KILLS:-3}"
  wait $threads || { cat threads.log && false; }
  cat threads.log
  for name in threads processes; do
    cmp $name.undisturbed $name
    [ "$(anew $name.steps)" = 0 ]
    lost_steps $name.steps | grep -v ' 0 '
    [ "$(checkpoints $name.study/states $name.study/refit)" = 0 ]
  done
}
