"""The benchmark: nnreg, its floor and its peers do the same work in turn.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later

`make bench` calls it from the root of the repository. Writes results.json, table.md, manual.md (the
table of the manual) and bench.png into BUILD/bench. The exit status is 1 if a program failed or a
quality differs. On a machine that is not quiet it goes on, and the tables say so.
"""
import argparse
import json
import os
import subprocess
import sys
import time

import machine
import manual
import programs
import quiet
import runner
import table
from peers import PEERS, Venv

QUICK = ("mnist-l1", "housing", "digits", "predict")
QUICK_PROGRAMS = ("nnreg", "floor", "pure-octave")
# What --short makes of the workloads: every program runs, and no figure means anything.
SHORT = {"epochs": 2, "iterations": 20, "prune_epochs": 5, "judge_epochs": 5, "path_epochs": 2,
         "train_rows": 200,
         "lassonet": {"n_iters": [5, 2], "path_multiplier": 2, "lambda_start": 0.5}}
SHORT_ROWS = 400
ONCE = 200  # seconds; where only times are compared, a program that takes longer runs once
TRIES = 3   # of a run that others disturb, on a machine that was quiet before the first


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default="build", help="has dev/ and bench/floor")
    parser.add_argument("--workloads", nargs="*", default=[], help="[all of workloads.json]")
    parser.add_argument("--programs", nargs="*", default=[], help="[all that the workload names]")
    parser.add_argument("--repeats", type=int, default=None, help="[5, or 3 with --quick]")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--quick", action="store_true", help="no peers, under two minutes")
    parser.add_argument("--short", action="store_true",
                        help="few rows and epochs, once: to see that every program runs")
    parser.add_argument("--add", action="store_true",
                        help="keeps the workloads of the last run, if that was of this commit here")
    parser.add_argument("--torch", action="store_true",
                        help="PyTorch and LassoNet too (gigabytes to fetch)")
    parser.add_argument("--statistics", metavar="RELEASE", dest="statistics_release",
                        help="runs the package statistics on a Debian release's Octave, as root")
    parser.add_argument("--long", action="store_true", help="the slow peers of the grid too")
    parser.add_argument("--venv", help="[BUILD/bench-venv]")
    parser.add_argument("--set", nargs="*", default=[], metavar="KEY=VALUE",
                        help="changes the workloads, for trials: epochs=1")
    settings = parser.parse_args()
    settings.build = os.path.abspath(settings.build)
    settings.folder = os.path.join(settings.build, "bench")
    settings.data = os.path.join(settings.folder, "data-short" if settings.short else "data")
    settings.floor = os.path.join(settings.folder, "floor")
    settings.probe = os.path.join(settings.folder, "probe")
    settings.repeats = settings.repeats or (1 if settings.short else 3 if settings.quick else 5)
    settings.statistics = programs.OCTAVE[:1]
    if settings.statistics_release:
        settings.statistics = ["tests/bench/octave_of.sh", settings.statistics_release]
    return settings


def names_of(settings, spec):
    """The programs that are asked for."""
    names = spec["programs"] + (spec.get("long_programs", []) if settings.long else [])
    if settings.programs or settings.quick:
        names = [n for n in names if n in (settings.programs or QUICK_PROGRAMS)]
    return names


def add_peers(settings, workloads):
    """settings.python, .peers (those there) and .missing (why others are not)."""
    settings.peers, settings.missing, settings.python = set(), {}, sys.executable
    needs = {peer for spec in workloads.values() for name in names_of(settings, spec)
             for peer in programs.PROGRAMS[name].needs}
    if not needs:
        return
    venv = Venv(os.path.abspath(settings.venv or os.path.join(settings.build, "bench-venv")))
    venv.install({peer: names for peer, names in PEERS.items() if peer in needs})
    if settings.torch and "torch" in needs:
        venv.install_torch()
    settings.python, settings.peers = venv.python, venv.have
    settings.missing = {**dict.fromkeys(("torch", "lassonet"), "asked for by TORCH=1 only"),
                        **venv.skipped}


def load_workloads(settings):
    with open(os.path.join(os.path.dirname(__file__), "workloads.json")) as file:
        known = json.load(file)
    names = settings.workloads or (QUICK if settings.quick else list(known))
    if unknown := [name for name in names if name not in known]:
        sys.exit(f"bench: no workload {' '.join(unknown)}; there are {' '.join(known)}")
    pairs = (item.split("=", 1) for item in settings.set)
    changes = {key: json.loads(value) for key, value in pairs}
    if settings.quick:
        changes.setdefault("epochs", 1)  # of MNIST; the small tables are trained in full
    chosen = {}
    for name in names:
        chosen[name] = spec = known[name]
        if settings.short:
            spec.update(SHORT, changed=True)
        if settings.set or spec["data"] == "mnist":
            spec["changed"] = spec.get("changed") or any(spec.get(key) != value
                                                         for key, value in changes.items())
            spec.update(changes)
        spec["quality"] = "rmse" if spec["data"] in ("housing", "friedman") else "accuracy"
    return chosen


def find_data():
    """NNREG_DATA_DIR, by default ../shared/data."""
    folder = os.environ.get("NNREG_DATA_DIR") or os.path.join("..", "shared", "data")
    os.environ["NNREG_DATA_DIR"] = os.path.abspath(folder)


def make_data(settings, name):
    """None, or why there is no data set. Makes it again if make_data.m is newer."""
    made = os.path.join(settings.data, name, "meta.json")
    maker = os.path.join("tests", "bench", "make_data.m")
    if os.path.exists(made) and os.path.getmtime(made) > os.path.getmtime(maker):
        return None
    source = name.removesuffix("10k")
    if (source in ("mnist", "housing")
            and not os.path.isdir(os.path.join(os.environ["NNREG_DATA_DIR"], source))):
        return f"there is no {source} in NNREG_DATA_DIR ({os.environ['NNREG_DATA_DIR']})"
    if os.path.exists(made):
        os.remove(made)
    print(f"  making the data set {name}", flush=True)
    path = os.pathsep.join([os.path.abspath("octave"), os.path.join(settings.build, "dev")])
    rows = str(SHORT_ROWS) if settings.short else "Inf"
    done = subprocess.run([*programs.OCTAVE, "--path", path, maker, settings.data, rows, name],
                          capture_output=True, text=True, env=runner.environment(1, {}))
    return None if os.path.exists(made) else done.stderr.strip() or "it could not be made"


def floor_arguments(spec, folder):
    """The sizes for floor.c; a grid's trainings count as epochs of all rows."""
    with open(os.path.join(folder, "meta.json")) as file:
        meta = json.load(file)
    if spec["kind"] == "predict":
        return ["predict", meta["rows"], meta["inputs"], spec["layers"][0]]
    epochs = spec["epochs"]
    if spec["kind"] == "grid":
        candidates = len(spec["penalties"]) * len(spec["lambdas"])
        epochs *= candidates * (spec["folds"] - 1) + 1
    return ["fit", meta["rows"], epochs, spec["batch"], meta["inputs"], *spec["layers"],
            meta["classes"] or 1]


def judge(settings, spec_file, env, result):
    """What the chosen inputs are worth; it takes no part in the time."""
    with open(spec_file) as file:
        spec = json.load(file)
    with open(spec_file, "w") as file:
        json.dump({**spec, "inputs": result["inputs"]}, file)
    command = [*programs.OCTAVE, "tests/bench/judge_inputs.m", spec_file]
    judged = runner.run(command, env, settings.threads)
    judged.pop("peak_mb", None)
    return {**result, **judged}


def run_program(settings, name, spec, program, repeat):
    folder = os.path.join(settings.data, spec["data"])
    spec_file = os.path.join(settings.folder, "spec.json")
    threads = 1 if program.one_thread else settings.threads
    with open(spec_file, "w") as file:
        json.dump({**spec, "folder": folder, "seed": repeat, "threads": threads}, file)
    sizes = floor_arguments(spec, folder) if program.script == "floor" else []
    command = program.command(settings, spec_file, sizes)
    env = {"NNREG_BENCH_MEX": os.path.join(settings.build, "dev"),
           "NNREG_BENCH_FOLDER": settings.folder, **program.env}
    first = quiet.now()
    result = runner.run(command, env, settings.threads, program.busy)
    result["used"] = quiet.between(first, quiet.now())
    if "inputs" in result:
        result = judge(settings, spec_file, env, result)
    return {"workload": name, "program": program.name, "repeat": repeat, **result}


def run_undisturbed(settings, name, spec, program, repeat, report):
    """run_program, again if others computed meanwhile; the last try counts in any case."""
    tries = 1 if settings.short or quiet.disturbed(report["quiet_before"]) else TRIES
    for _ in range(tries):
        run = run_program(settings, name, spec, program, repeat)
        if not quiet.disturbed(run["used"]):
            break
    return run


def goes_on(run, spec):
    """Whether the program runs once more. Qualities are compared over as many runs as there are."""
    if "failed" in run or "cannot" in run:
        return False
    return spec["tolerance"] is None or run["seconds"] < ONCE or run["program"] == "nnreg"


def run_workload(settings, name, spec, report):
    """Programs in turn: A B C, A B C, ...; one that failed is not tried again."""
    names = names_of(settings, spec)
    chosen, report["skipped"][name] = programs.choose(names, settings)
    if not settings.long:
        report["skipped"][name].update(
            dict.fromkeys(spec.get("long_programs", []), "slow, asked for by LONG=1 only"))
    for repeat in range(min(settings.repeats, spec.get("repeats", settings.repeats))):
        steps = (100,) if settings.short else ()
        report["probes"].append(machine.probe(settings.probe, settings.threads, steps))
        for program in list(chosen):
            run = run_undisturbed(settings, name, spec, program, repeat, report)
            if run.get("cannot"):
                report["skipped"][name][program.name] = run["cannot"]
            else:
                report["runs"].append(run)
            if not goes_on(run, spec):
                chosen.remove(program)
            figure = run.get("cannot") or run.get("failed") or f"{run['seconds']:.3f} s"
            print(f"  {name:14} {repeat + 1}/{settings.repeats} {program.name:24} {figure}",
                  flush=True)


def about_machine(settings):
    facts = machine.facts()
    facts["Kernels"] = machine.own_kernels(programs.OCTAVE, settings.build)
    facts["Kernels of the floor"] = (f"the system's OpenBLAS chose those for {settings.own_core}; "
                                     f"{' and '.join(runner.CLEARED)} are cleared for all programs")
    if settings.core:
        facts["OpenBLAS"] = ("the system's does not know this processor and uses the kernels for "
                             f"Prescott; with ({settings.core}) it was told to use those")
    return facts


def write(settings, report):
    scaling = machine.scaling(report["probes"])
    report["machine"]["Probe"] = machine.probe_line(report["probes"], settings.threads)
    report["machine"]["Quiet"] = quiet.verdict(report["quiet_before"], report["runs"])
    report["summary"] = [row for name, spec in report["workloads"].items()
                         for row in table.summarise(name, spec, report["runs"], scaling)]
    with open(os.path.join(settings.folder, "results.json"), "w") as file:
        json.dump(report, file, indent=1)
    with open(os.path.join(settings.folder, "table.md"), "w") as file:
        file.write(table.render(report))
    with open(os.path.join(settings.folder, "manual.md"), "w") as file:
        file.write(manual.render(report, settings.folder))


def begin(settings):
    """The report before the first run. Warns if others compute already."""
    report = {"machine": about_machine(settings), "threads": settings.threads,
              "short": settings.short, "quiet_before": quiet.watch(0.3 if settings.short else 5),
              "probes": [], "workloads": {}, "skipped": {}, "left_out": {}, "runs": [],
              "minutes": {}}
    quiet.warn(report["quiet_before"], "before the first run")
    return added(report, machine.load(os.path.join(settings.folder, "results.json"))
                 if settings.add else None)


def added(report, old):
    """The report with what an earlier one measured, if that was of the same commit and machine."""
    same = ("Commit", "Processor", "System")
    if (old is None or old["short"] != report["short"] or old["threads"] != report["threads"]
            or any(old["machine"][key] != report["machine"][key] for key in same)):
        return report
    kept = {key: old[key] for key in ("probes", "workloads", "skipped", "left_out", "runs",
                                      "minutes")}
    before = max(old["quiet_before"], report["quiet_before"],
                 key=lambda used: quiet.share(used) or 0)
    return {**report, **kept, "quiet_before": before}


def forget(report, name):
    """Removes what is known of a workload, which is measured again."""
    report["runs"] = [run for run in report["runs"] if run["workload"] != name]
    for part in ("workloads", "skipped", "left_out", "minutes"):
        report[part].pop(name, None)


def run_all(settings, workloads, report):
    for name, spec in workloads.items():
        began = time.monotonic()
        forget(report, name)
        if missing := make_data(settings, spec["data"]):
            print(f"  {name} is skipped: {missing}", flush=True)
            report["left_out"][name] = missing
            continue
        report["workloads"][name] = spec
        run_workload(settings, name, spec, report)
        report["minutes"][name] = (time.monotonic() - began) / 60
        write(settings, report)  # after each, so that a long run can be stopped
    write(settings, report)


def draw(settings):
    drawn = subprocess.run([*programs.OCTAVE, "tests/bench/picture.m", settings.folder],
                           capture_output=True, text=True)
    if drawn.returncode:
        print(drawn.stderr)


def main():
    settings = parse()
    workloads = load_workloads(settings)
    find_data()
    add_peers(settings, workloads)
    settings.own_core = programs.own_core(settings.floor)
    settings.core = programs.better_core(settings.own_core)
    report = begin(settings)
    run_all(settings, workloads, report)
    if not settings.short:
        draw(settings)
    print(f"Quiet: {report['machine']['Quiet']}")
    print(f"See table.md and manual.md in {settings.folder}")
    bad = [run for run in report["runs"] if "failed" in run]
    bad += [row for row in report["summary"] if row["agrees"] is False and not settings.short]
    sys.exit(1 if bad or (report["left_out"] and os.environ.get("CI")) else 0)


if __name__ == "__main__":
    main()
