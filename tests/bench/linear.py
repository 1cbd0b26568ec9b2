"""The linear benchmark: nnreg_path beside cv.glmnet and others, with the same folds and lambdas.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later

`make bench-linear` calls it from the root of the repository. Writes linear.json and linear.md into
BUILD/bench. The exit status is 1 if nnreg or cv.glmnet failed.
"""
import argparse
import json
import os
import re
import subprocess
import sys

import linear_table
import machine
import quiet
import runner
from linear_programs import HERE, PROGRAMS, choose, r_kernels
from programs import OCTAVE

PROBLEMS = ("gaussian-1000x100", "gaussian-200x2000", "gaussian-20000x200", "binomial-1000x100",
            "binomial-200x2000", "digits", "multinomial-500x500x4", "table-8000x123",
            "text-20000x50000", "multinomial-10000x100x5", "gaussian-100000x500")
FORMS = ("gaussian-NxD", "binomial-NxD", "multinomial-NxDxK", "digits", "text-NxD", "table-NxD")
OBJECTIVE = [sys.executable, os.path.join(HERE, "linear_objective.py")]


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default="build", help="has dev/")
    parser.add_argument("--only", nargs="*", default=[], metavar="PROBLEM",
                        help=f"{' '.join(FORMS)}, with any sizes [{' '.join(PROBLEMS)}]")
    parser.add_argument("--programs", nargs="*", default=[], choices=PROGRAMS, metavar="PROGRAM",
                        help=f"of {' '.join(PROGRAMS)} [all]")
    parser.add_argument("--repeats", type=int, default=3,
                        help="processes of each program; one where the first takes long [3]")
    parser.add_argument("--budget", type=float, default=2,
                        help="seconds in which a process repeats its call [2]")
    parser.add_argument("--limit", type=float, default=300,
                        help="seconds after which a process is stopped [300]")
    parser.add_argument("--threads", type=int, default=2, help="of nnreg [2]")
    parser.add_argument("--venv", help="[BUILD/bench-linear-venv]")
    settings = parser.parse_args()
    settings.build = os.path.abspath(settings.build)
    settings.folder = os.path.join(settings.build, "bench")
    settings.data = os.path.join(settings.folder, "linear")
    settings.venv = os.path.abspath(settings.venv
                                    or os.path.join(settings.build, "bench-linear-venv"))
    return settings


def check_names(names):
    """Ends with an error if linear_data.m would not know a name."""
    for name in names:
        if not any(re.fullmatch(re.sub("[NDK]", "[1-9][0-9]*", form), name) for form in FORMS):
            sys.exit(f'bench: there is no problem "{name}": names are {", ".join(FORMS)}')


def call(command):
    """What it printed; ends with its error."""
    done = subprocess.run(command, capture_output=True, text=True, env=runner.environment(1, {}))
    if done.returncode:
        sys.exit(f"bench: {done.stderr.strip() or f'status {done.returncode} of {command}'}")
    return done.stdout


def make_data(settings, name):
    """The folder of the problem; made again if linear_data.m is newer. meta.txt is written last."""
    folder = os.path.join(settings.data, name)
    made, maker = os.path.join(folder, "meta.txt"), os.path.join(HERE, "linear_data.m")
    if not os.path.exists(made) or os.path.getmtime(made) < os.path.getmtime(maker):
        print(f"  making {name}", flush=True)
        for file in os.listdir(folder) if os.path.isdir(folder) else []:
            os.remove(os.path.join(folder, file))
        path = os.pathsep.join([os.path.abspath("octave"), os.path.join(settings.build, "dev")])
        done = subprocess.run([*OCTAVE, "--path", path, maker, settings.data, name],
                              capture_output=True, text=True, env=runner.environment(1, {}))
        if not os.path.exists(made):
            sys.exit(f"bench: {done.stderr.strip()}")
    return folder


def choose_lambdas(settings, folder):
    """Writes lambda.bin, glmnet's if it is there; returns lambda_max."""
    by = "numpy" if settings.glmnet_fault else "glmnet"
    file = os.path.join(folder, by + ".json")
    if not os.path.exists(file):
        command = OBJECTIVE if settings.glmnet_fault else PROGRAMS["glmnet"].start(settings)
        said = call([*command, folder, "lambdas"])
        with open(file, "w") as out:
            out.write(said)
    with open(file) as said:
        return json.load(said)["lambda_max"]


def run_program(settings, folder, program):
    threads = settings.threads if program.all_threads else 1
    env = {name: str(threads) for name in runner.THREADS}
    env["NNREG_BENCH_MEX"] = os.path.join(settings.build, "dev")
    command = program.command(settings, folder, os.path.join(folder, program.name + ".coef"),
                              threads)
    first = quiet.now()
    result = runner.run(command, env, settings.threads, limit=settings.limit)
    return {"threads": threads, **result, "used": quiet.between(first, quiet.now())}


def goes_on(program, run, settings):
    """Whether the program runs once more: not after a failure or a long run."""
    return program.timed and "failed" not in run and sum(run["seconds"]) < settings.limit / 10


def run_all(settings, name, folder, chosen):
    """Programs in turn: A B C, A B C, ..."""
    runs, left = [], [program for program in chosen if program.fits(name)]
    for repeat in range(settings.repeats):
        for program in list(left):
            run = run_program(settings, folder, program)
            runs.append({"workload": name, "program": program.name, "repeat": repeat, **run})
            if not goes_on(program, run, settings):
                left.remove(program)
            figure = run.get("failed") or f"{min(run['seconds']):.4f} s"
            print(f"  {name:24} {repeat + 1}/{settings.repeats} {program.name:16} {figure}",
                  flush=True)
    return runs


def run_problem(settings, name, chosen):
    folder = make_data(settings, name)
    problem = {"name": name, "lambda_max": choose_lambdas(settings, folder)}
    problem["runs"] = run_all(settings, name, folder, chosen)
    failed = {run["program"] for run in problem["runs"] if "failed" in run}
    good = [p.name for p in chosen if p.fits(name) and p.name not in failed]
    files = [os.path.join(folder, program + ".coef") for program in good]
    problem["judged"] = dict(zip(good, json.loads(call([*OBJECTIVE, folder, *files]))
                                 if good else []))
    return problem


def write(settings, report):
    runs = [run for problem in report["problems"] for run in problem["runs"]]
    report["machine"]["Quiet"] = quiet.verdict(report["quiet_before"], runs)
    with open(os.path.join(settings.folder, "linear.json"), "w") as file:
        json.dump(report, file, indent=1)
    with open(os.path.join(settings.folder, "linear.md"), "w") as file:
        file.write(linear_table.render(report))


def main():
    settings = parse()
    check_names(settings.only)
    chosen, skipped = choose(settings)
    for program, why in skipped.items():
        print(f"  {program} is skipped: {why}", flush=True)
    report = {"machine": machine.facts(), "skipped": skipped, "problems": [],
              "quiet_before": quiet.watch(1)}
    quiet.warn(report["quiet_before"], "before the first run")
    report["machine"]["Kernels"] = machine.own_kernels(OCTAVE, settings.build)
    if not settings.glmnet_fault:
        report["machine"]["R"] = r_kernels()
    for name in settings.only or PROBLEMS:
        report["problems"].append(run_problem(settings, name, chosen))
        print(linear_table.line(report["problems"][-1]), flush=True)
        write(settings, report)  # after each, so that a long run can be stopped
    print(f"See linear.md in {settings.folder}")
    bad = [run for problem in report["problems"] for run in problem["runs"]
           if "failed" in run and run["program"] in ("nnreg", "glmnet")]
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
