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
