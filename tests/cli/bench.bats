# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The linear benchmark on tiny problems, so that it runs when it is needed; how programs run.

load common

setup_file() {
  make -s -C "$root" dev
  # The benchmark leaves glmnet out where it cannot be installed.
  make -s -C "$root" linear-ready || true
}

setup() {
  cd "$root" || return 1
  /usr/bin/python3 -c 'import numpy, scipy' ||
    { [ -z "${CI:-}" ] && skip "Debian's numpy and scipy are not installed"; }
}

# The largest violation of a condition of optimality at any lambda, relative to lambda, of the
# coefficients of PROGRAM, with K scores. It knows nothing of the benchmark but its files.
violation() { # FOLDER PROGRAM K
  /usr/bin/python3 - "$@" <<'PYTHON'
import sys
import numpy as np
folder, program, k = sys.argv[1], sys.argv[2], int(sys.argv[3])
y, lambdas = np.fromfile(folder + "/y.bin"), np.fromfile(folder + "/lambda.bin")
x = np.fromfile(folder + "/x.bin").reshape(len(y), -1, order="F")
worst = 0
for lam, b in zip(lambdas, np.fromfile(f"{folder}/{program}.coef").reshape(len(lambdas), k, -1)):
    z = x @ b[:, 1:].T + b[:, 0]
    if "gaussian" in folder:
        r = z - y[:, None]
    elif k == 1:
        r = 1 / (1 + np.exp(-z)) - (y[:, None] == 2)
    else:
        p = np.exp(z)
        r = p / p.sum(1, keepdims=True) - (y[:, None] == np.arange(1, k + 1))
    g = ((x - x.mean(0)) / x.std(0)).T @ r / len(y)
    w = b[:, 1:].T
    slack = np.where(w == 0, np.maximum(abs(g) - lam, 0), abs(g + lam * np.sign(w)))
    worst = max(worst, slack.max() / lam, abs(r.mean(0)).max() / lam)
assert (w != 0).any()
print(worst)
PYTHON
}

# The largest relative excess of the program's objective over the best.
excess_of() { # PROGRAM
  /usr/bin/python3 - "$1" "$BATS_TEST_TMPDIR/build/bench/linear.json" <<'PYTHON'
import json, sys
sys.path.insert(0, "tests/bench")
import linear_table
problem, = json.load(open(sys.argv[2]))["problems"]
print(linear_table.excesses(problem)[sys.argv[1]])
PYTHON
}

bench_of() { # PROBLEM PROGRAM...
  local name=$1
  shift
  mkdir -p "$BATS_TEST_TMPDIR/build"
  ln -s "$root/build/dev" "$BATS_TEST_TMPDIR/build/dev"
  /usr/bin/python3 tests/bench/linear.py \
    --build "$BATS_TEST_TMPDIR/build" --only "$name" --programs "$@" --repeats 1 --budget 0.001
}

below() { awk -v value="$1" -v limit="$2" 'BEGIN { exit !(value < limit) }'; }

@test "bench-linear: a lasso of nnreg is optimal for glmnet's lambdas" {
  bench_of gaussian-60x8 nnreg glmnet glmnet-tight
  below "$(violation "$BATS_TEST_TMPDIR/build/bench/linear/gaussian-60x8" nnreg 1)" 1e-4
  below "$(excess_of nnreg)" 1e-9
  grep '| nnreg | 2 |' "$BATS_TEST_TMPDIR/build/bench/linear.md"
}

# Of classes the objective is within the tolerance; the conditions are of first order in the error.
@test "bench-linear: two classes" {
  bench_of binomial-80x6 nnreg
  below "$(violation "$BATS_TEST_TMPDIR/build/bench/linear/binomial-80x6" nnreg 1)" 5e-3
}

@test "bench-linear: three classes" {
  bench_of multinomial-90x5x3 nnreg-defaults nnreg
  below "$(violation "$BATS_TEST_TMPDIR/build/bench/linear/multinomial-90x5x3" nnreg 3)" 5e-3
}

@test "bench-linear: sparse problems, and a worse solver is found out" {
  bench_of table-200x20 nnreg
  cd "$BATS_TEST_TMPDIR/build/bench/linear/table-200x20" || return 1
  # Coefficients that are a little too small cost something at each lambda but the first.
  /usr/bin/python3 -c 'import numpy; (numpy.fromfile ("nnreg.coef") * 0.99).tofile ("worse.coef")'
  /usr/bin/python3 "$root/tests/bench/linear_objective.py" . nnreg.coef worse.coef >judged
  /usr/bin/python3 - judged <<'PYTHON'
import json, sys
good, worse = json.load(open(sys.argv[1]))
pairs = list(zip(good["objectives"], worse["objectives"]))
assert all(b > a for a, b in pairs[1:]), pairs
assert worse["same_support"] == len(pairs) and good["nonzeros"][-1] > good["nonzeros"][1]
PYTHON
}

@test "bench-linear: an unknown name ends in one line" {
  for name in multinomial-digits multinomial-500x500 gaussian-5 digits-8x8 gaussian-5x0; do
    run /usr/bin/python3 tests/bench/linear.py --build "$BATS_TEST_TMPDIR/build" --only digits "$name"
    [ "$status" -eq 1 ]
    [ "${#lines[@]}" -eq 1 ]
    [[ "$output" == "bench: there is no problem \"$name\": names are gaussian-NxD, "* ]]
  done
  [ ! -e "$BATS_TEST_TMPDIR/build" ]
}

@test "no variable of the shell for OpenBLAS reaches a program, and one that takes long is stopped" {
  export OPENBLAS_CORETYPE=Prescott OPENBLAS_L2_SIZE=1
  cd tests/bench || return 1
  /usr/bin/python3 - <<'PYTHON'
import sys
import runner
code = """import json, os
seen = [os.environ.get("OPENBLAS_" + name, "") for name in ("CORETYPE", "L2_SIZE")]
print(json.dumps({"seen": "".join(seen)}))"""
show = [sys.executable, "-c", code]
assert runner.run(show, {}, 1)["seen"] == ""
assert runner.run(show, {"OPENBLAS_CORETYPE": "Haswell"}, 1)["seen"] == "Haswell"
assert runner.run(["sleep", "9"], {}, 1, limit=0.2) == {"failed": "stopped after 0.2 s"}
assert runner.run(["sh", "-c", "echo no >&2; exit 3"], {}, 1) == {"failed": "status 3: no"}
PYTHON
}

# The rest needs no data and no peers.

@test "bench: what others compute is told from what the benchmark does itself" {
  cd tests/bench || return 1
  /usr/bin/python3 - <<'PYTHON'
import os
from types import SimpleNamespace as Moment
import quiet
hz = os.sysconf("SC_CLK_TCK")
# user 2, nice 1, system 3, idle, iowait, irq 1, softirq 1, stolen 4 seconds; then guests, which are
# in user already.
text = "intr 1\ncpu  %d %d %d %d %d %d %d %d 9 9\ncpu0 1 1 1 1\n" % tuple(
    hz * seconds for seconds in (2, 1, 3, 50, 7, 1, 1, 4))
assert quiet.parse(text) == (8, 4)
first, last = (Moment(time=0, busy=10, steal=1, own=2), Moment(time=10, busy=25, steal=1.5, own=15))
used = quiet.between(first, last)
assert used == {"elapsed": 10, "others": 2, "stolen": 0.5}
assert quiet.disturbed(used) and quiet.share(used) == 0.25
calm = {"elapsed": 10, "others": 0.9, "stolen": 0.1}
assert not quiet.disturbed(calm)
assert not quiet.disturbed({"elapsed": 0.1, "others": 0.05, "stolen": 0})  # the counting's own error
runs = [{"workload": "w", "program": "p", "used": used}, {"workload": "v", "program": "q", "used": calm}]
loud, still = quiet.verdict(calm, runs), quiet.verdict(calm, runs[1:])
assert "not to be quoted" in loud and "0.25 at most (beside w p); 1 of 2 runs" in loud, loud
assert still.startswith("yes") and "0 of 1 runs" in still, still
assert "not to be quoted" in quiet.verdict(used, runs[1:])
assert quiet.between(None, last) == {} and quiet.verdict({}, [{}]).startswith("unknown")
PYTHON
}

@test "bench: its own programs are not taken for others, a stranger's is" {
  [ -r /proc/stat ] || skip "this system does not count its processors' time"
  cd tests/bench || return 1
  /usr/bin/python3 - <<'PYTHON'
import os, sys
import quiet
import runner
burn = [sys.executable, "-c", "import time\nwhile time.process_time() < 0.3: pass\nprint('{}')"]
first = quiet.now()
assert runner.run(burn, {}, 1).get("failed") is None
own = quiet.now().own - first.own
assert own > 0.2, own  # the system counts whole hundredths
# A child that nobody waited for is a stranger yet: its time is the system's, not ours.
first = quiet.now()
child = os.spawnv(os.P_NOWAIT, sys.executable, burn)
os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
used = quiet.between(first, quiet.now())
os.waitpid(child, 0)
assert used["others"] > 0.1, used
PYTHON
}

@test "bench: the probe counts each thread's multiply-adds" {
  make -s build/bench/probe
  one=$(build/bench/probe 1 24)
  two=$(build/bench/probe 2 24)
  /usr/bin/python3 - "$one" "$two" <<'PYTHON'
import json, sys
one, two = map(json.loads, sys.argv[1:])
for found in (one, two):
    work = 24e6 * 2 * found["bytes"] / 4 * found["threads"]
    assert abs(found["gflops"] * found["seconds"] * 1e9 / work - 1) < 1e-2, found
assert (one["threads"], two["threads"]) == (1, 2) and abs(two["sum"] / one["sum"] - 2) < 1e-5
PYTHON
  run build/bench/probe 0
  [ "$status" -eq 1 ]
  [ "$output" = "probe: numbers must be whole, from 1 to 256" ]
}

@test "bench: a goal for threads follows the probe, a ratio may be to another program" {
  cd tests/bench || return 1
  /usr/bin/python3 - <<'PYTHON'
import table
spec = {"quality": "accuracy", "tolerance": 0.01, "at_least": {"nnreg-1thread": 1.7, "floor-avx2": 1},
        "epoch_at_least": {"floor": 1.2}, "of_probe": {"nnreg-1thread": 0.9},
        "beside": {"floor-avx2": "nnreg-avx2"}, "other_problem": {"nnreg-avx2": "sums"}}
seconds = {"nnreg": 2, "nnreg-1thread": 3, "nnreg-avx2": 4, "floor": 3, "floor-avx2": 3}
runs = [{"workload": "w", "program": name, "repeat": 0, "seconds": value, "epoch": value / 2,
         "accuracy": 0.9, "used": {"elapsed": 1, "others": name == "floor", "stolen": 0}}
        for name, value in seconds.items()]
rows = {row["program"]: row for row in table.summarise("w", spec, runs, 1.6)}
goal, = rows["nnreg-1thread"]["goals"]
assert goal == {"text": "at least 1.44, 0.9 of the probe's scaling", "met": True}, goal
goal, = table.summarise("w", spec, runs, 1.95)[1]["goals"]
assert goal == {"text": "at least 1.7", "met": False}, goal
assert rows["floor-avx2"]["ratio"][0] == 0.75 and not rows["floor-avx2"]["goals"][0]["met"]
assert rows["floor"]["epoch_ratio"][0] == 1.5 and rows["floor"]["goals"][0]["met"]
assert [row["disturbed"] for row in rows.values()] == [0, 0, 0, 1, 0]
assert rows["nnreg-1thread"]["agrees"] is True and rows["nnreg-avx2"]["agrees"] is None
PYTHON
}

@test "bench: a run that others disturb is made again, but not on a machine that was never quiet" {
  cd tests/bench || return 1
  /usr/bin/python3 - <<'PYTHON'
from types import SimpleNamespace
import run
calm = {"elapsed": 10, "others": 0.1, "stolen": 0}
loud = {**calm, "others": 5}
def seconds_counted(before, *shares, short=False):
    runs = iter(enumerate(shares))
    def program(*given):
        number, used = next(runs)
        return {"seconds": number, "used": used}
    run.run_program = program
    settings = SimpleNamespace(short=short)
    return run.run_undisturbed(settings, "w", {}, "p", 0, {"quiet_before": before})["seconds"]
assert seconds_counted(calm, calm) == 0
assert seconds_counted(calm, loud, calm) == 1
assert seconds_counted(calm, loud, loud, loud) == 2
assert seconds_counted(loud, loud) == 0
assert seconds_counted(calm, loud, short=True) == 0
assert seconds_counted({}, {}) == 0
PYTHON
}

@test "bench: a run in parts keeps what the same commit measured on this machine" {
  cd tests/bench || return 1
  /usr/bin/python3 - <<'PYTHON'
import copy
import run
here = {"Commit": "c", "Processor": "p", "System": "s", "Date": "2026-12-01"}
old = {"machine": here, "short": False, "threads": 2, "quiet_before": {"elapsed": 1, "others": 2, "stolen": 0},
       "probes": [1], "workloads": {"digits": {}, "text": {}}, "skipped": {"digits": {}, "text": {}},
       "left_out": {}, "runs": [{"workload": "digits"}, {"workload": "text"}], "minutes": {"digits": 1}}
new = {**copy.deepcopy(old), "quiet_before": {"elapsed": 1, "others": 0, "stolen": 0}, "probes": [],
       "workloads": {}, "skipped": {}, "runs": [], "minutes": {}}
both = run.added(new, copy.deepcopy(old))
assert both["runs"] == old["runs"] and both["quiet_before"]["others"] == 2
run.forget(both, "digits")
assert both["runs"] == [{"workload": "text"}] and list(both["workloads"]) == ["text"]
for other in ({"short": True}, {"threads": 1}, {"machine": {**here, "Commit": "d"}}):
    assert run.added(new, {**old, **other}) is new
assert run.added(new, None) is new
spec = {"tolerance": 0.1}
assert run.goes_on({"seconds": 9, "program": "torch"}, spec)
assert not run.goes_on({"seconds": 999, "program": "torch"}, spec)
assert run.goes_on({"seconds": 999, "program": "torch"}, {"tolerance": None})
assert not run.goes_on({"failed": "why", "program": "torch"}, spec)
PYTHON
}

@test "bench: the manual's part is written by the run, replaced whole, and not by a loud or short one" {
  cd tests/bench || return 1
  /usr/bin/python3 - "$BATS_TEST_TMPDIR" <<'PYTHON'
import json, os, sys
import manual, table
spec = {"kind": "fit", "data": "digits", "quality": "accuracy", "tolerance": 0.02, "layers": [64]}
choice = {"kind": "select", "data": "friedman", "quality": "rmse", "tolerance": None, "layers": [9]}
runs = [{"workload": "digits", "program": name, "repeat": 0, "seconds": value, "accuracy": 0.9}
        for name, value in (("nnreg", 0.25), ("nnreg-1thread", 0.4), ("torch", 1), ("torch (passive)", 0.75))]
runs += [{"workload": "digits", "program": "torch-prune", "repeat": 0, "failed": "why"}]
runs += [{"workload": "friedman", "program": "lassonet", "repeat": 0, "seconds": 9, "rmse": 1.25,
          "left": "5 inputs, F1 0.80"}]
report = {"machine": {"Date": "2026-12-01", "Processor": "P, 2 processors", "System": "S", "Commit": "c",
                      "Kernels": "K", "Kernels of the floor": "F", "Probe": "probe", "Quiet": "yes. So"},
          "short": False, "threads": 2, "probes": [{"one": 100, "all": 160, "bytes": 32}],
          "workloads": {"digits": spec, "friedman": choice}, "runs": runs,
          "skipped": {"digits": {"statistics-sgd": "Octave 7.3.0 has none"}, "friedman": {}},
          "left_out": {"text": "no room"}}
report["summary"] = [row for name, s in report["workloads"].items()
                     for row in table.summarise(name, s, runs, 1.6)]
part = manual.render(report, sys.argv[1])
for line in ("## Measured", "| Work | nnreg, s | PyTorch |", "| digits, 64 units, 50 epochs | 0.250 | 3.00 |",
             "- statistics-sgd did not run: Octave 7.3.0 has none", "- torch-prune failed: why",
             "- 20,000 texts of 50,000 words, 2 epochs was left out: no room", "- Quiet: yes. So",
             "| 5 of 200 inputs, Friedman's function, 1,000 rows | lassonet | 9.00 | 5 inputs, F1 0.80 | 1.250 |"):
    assert line in part.splitlines(), (line, part)
assert "2026-12-01" in part and "1.60 (digits" in part and "multiply-adds in registers 1.60" in part
once = manual.pasted("# Speed\n\nText.\n", part)
assert once == "# Speed\n\nText.\n\n" + part
assert manual.pasted(once, part) == once
between = manual.pasted("# Speed\n\n## Measured\n\nOld.\n\n## More\n\nText.\n", part)
assert "Old" not in between and between.endswith(part + "\n## More\n\nText.\n"), between
assert manual.fault(report, [None, None], False) is None
assert "run make bench" in manual.fault(None, [None, None], False)
loud = {"machine": {**report["machine"], "Quiet": "**NO, these figures are not to be quoted**"},
        "rows": [["status", "4.00 s"]], "trainings": 10000, "short": False}
for several in ((loud, [None, None]), (report, [None, loud]), (report, [{"machine": {}}, None])):
    assert "not quiet" in manual.fault(*several, False) and manual.fault(*several, True) is None
with open(os.path.join(sys.argv[1], "search.json"), "w") as file:
    json.dump(loud, file)
part = manual.render(report, sys.argv[1])
assert "| status | 4.00 s |" in part and "10,000 trainings" in part and "P, 2 processors; quiet: **NO" in part
report["short"] = True
assert manual.fault(report, [None, None], True) == "the last run was a short one"
PYTHON
}

@test "bench: an Octave without fitcnet is a line of the table, with its reason" {
  cd "$BATS_TEST_TMPDIR" || return 1
  mkdir -p build/bench
  ln -s "$root/build/dev" build/dev
  make -s -C "$root" build/bench/floor build/bench/probe
  ln -s "$root/build/bench/floor" "$root/build/bench/probe" build/bench
  cd "$root" || return 1
  # Only the system itself may have the package, in a newer Debian one with fitcnet.
  wanted='^- statistics-lbfgs was skipped: .*(cannot load the package statistics|has no fitcnet)'
  if compgen -G '/usr/share/octave/packages/statistics-*' >/dev/null; then
    wanted+='|^\| statistics-lbfgs \|'
  fi
  XDG_DATA_HOME=/nowhere /usr/bin/python3 tests/bench/run.py --short --build "$BATS_TEST_TMPDIR/build" \
    --workloads digits --programs nnreg floor statistics-lbfgs
  cat "$BATS_TEST_TMPDIR/build/bench/table.md"
  cd "$BATS_TEST_TMPDIR/build/bench" || return 1
  grep -E "$wanted" table.md
  grep -E '^\| nnreg \|' table.md
  grep -E '^Probe: multiply-adds in registers, .* GFLOP/s on one thread' table.md
  grep -E "^Date: $(date +%Y)-" table.md
  grep -E '^Kernels: (plain|avx2|avx512) of nnreg' table.md
  grep -E '^Quiet: (yes|\*\*NO|unknown)' table.md
  grep '^\*\*A short run' table.md
}
