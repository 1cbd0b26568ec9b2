"""The part "Measured" of the manual's chapter about speed, from what the benchmarks wrote.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later

`make bench` writes it as BUILD/bench/manual.md. `make bench-paste` puts it into the chapter, where
it replaces the one before: README and manual quote no other speeds.
"""
import argparse
import os
import sys

import linear_table
import machine
import table

HEADING = "## Measured"
CHAPTER = os.path.join("examples", "manual", "7-speed.md")
# The columns beside nnreg's own: the title, and the programs of which the fastest counts.
COLUMNS = (
    ("bare products", ("floor",)),
    ("JAX", ("jax-scan",)),
    ("PyTorch", ("torch", "torch (passive)")),
    ("Keras", ("keras-tf", "keras-jax", "keras-grid")),
    ("scikit-learn", ("sklearn",)),
    ("scikit-learn, L-BFGS", ("sklearn-lbfgs",)),
    ("fitcnet or fitrnet, L-BFGS", ("statistics-lbfgs",)),
    ("fitcnet or fitrnet, SGD", ("statistics-sgd",)),
    ("Octave alone", ("pure-octave",)),
)
LINEAR = ("glmnet", "sklearn", "celer", "skglm", "adelie")
WORK = {
    "mnist-l1": "MNIST, 512 units, L1, 5 epochs", "mnist-l2": "MNIST, L2",
    "mnist-none": "MNIST, no penalty", "gaussian": "60,000 x 784 without zeros, 2 epochs",
    "housing": "house prices, 64-64 units, 20 epochs", "digits": "digits, 64 units, 50 epochs",
    "digits-again": "digits, a second call of the session",
    "grid": "search: 6 candidates, 3 folds, MNIST",
    "text": "20,000 texts of 50,000 words, 2 epochs",
    "predict": "predictions, MNIST", "predict-dense": "predictions, no zeros in X",
    "sparse": "MNIST with at most 4,700 weights", "pixels": "50 of MNIST's 784 pixels, 10,000 rows",
    "friedman": "5 of 200 inputs, Friedman's function, 1,000 rows",
}


def _line(cells):
    return "| " + " | ".join(cells) + " |"


def _number(value, digits=3):
    return table.number(value, digits) if value else ""


def _fitted(report):
    return [name for name, spec in report["workloads"].items()
            if spec["kind"] in ("fit", "grid", "predict")]


def _least(report, name, programs):
    """The smallest ratio to nnreg's time of these programs in a workload, or None."""
    found = [row["ratio"][0] for row in report["summary"]
             if row["workload"] == name and row["program"] in programs and row["ratio"]]
    return min(found, default=None)


def _row_of(report, name, program):
    return next((row for row in report["summary"]
                 if row["workload"] == name and row["program"] == program), None)


def _trainings(report):
    """How many times as long others take; columns that nobody ran are left out."""
    names = [name for name in _fitted(report) if _row_of(report, name, "nnreg")]
    found = [(title, [_least(report, name, programs) for name in names])
             for title, programs in COLUMNS]
    found = [(title, ratios) for title, ratios in found if any(ratios)]
    if not names:
        return []
    lines = [_line(["Work", "nnreg, s", *(title for title, _ in found)]),
             "| --- |" + " --- |" * (1 + len(found))]
    for k, name in enumerate(names):
        own = table.number(_row_of(report, name, "nnreg")["seconds"][0])
        lines.append(_line([WORK.get(name, name), own,
                            *(_number(ratios[k]) for _, ratios in found)]))
    return lines + [""]


def _threads(report):
    """Two threads beside one, and what the machine gives."""
    scaling = machine.scaling(report["probes"])
    parts = [f"{table.number(row['ratio'][0])} ({WORK.get(name, name)})" for name in _fitted(report)
             if (row := _row_of(report, name, "nnreg-1thread")) and row["ratio"]]
    if not parts or not scaling:
        return []
    return [f"{report['threads']} threads are so many times as fast as one: {', '.join(parts)}; "
            f"pure multiply-adds in registers {scaling:.2f} times, which is what this machine "
            "gives.", ""]


def _compared(report, kinds, titles):
    """A table of workloads in which qualities are compared, not only seconds."""
    lines = []
    for name, spec in report["workloads"].items():
        rows = [row for row in report["summary"] if row["workload"] == name and row["seconds"]]
        if spec["kind"] in kinds and rows:
            lines += [_line([WORK.get(name, name), row["program"],
                             table.number(row["seconds"][0]), row["left"] or "",
                             table.number(row[spec["quality"]][0], 4)
                             if row[spec["quality"]] else ""]) for row in rows]
    return [_line(titles), "| --- |" + " --- |" * 4, *lines, ""] if lines else []


def _when(report):
    """Of the other benchmarks, which may have run on another day."""
    facts = report["machine"]
    return (f"{facts.get('Date', 'no date')}, {facts['Processor']}; quiet: "
            f"{facts.get('Quiet', 'unknown')}")


def _linear(report):
    """How many times as long other programs take for cross-validated linear paths."""
    if not report:
        return []
    ratios = {name: [linear_table.ratio(problem, name, "nnreg") for problem in report["problems"]]
              for name in LINEAR}
    there = [name for name in LINEAR if any(ratios[name])]
    lines = [f"Cross-validated linear paths ({_when(report)}):", "",
             _line(["Problem", "nnreg, s", *there]), "| --- |" + " --- |" * (1 + len(there))]
    for k, problem in enumerate(report["problems"]):
        own = min(linear_table.seconds(problem, "nnreg"), default=None)
        lines.append(_line([problem["name"], _number(own),
                            *(_number(ratios[name][k]) for name in there)]))
    return lines + [""]


def _search(report):
    """What a search costs beside its trainings."""
    if not report:
        return []
    return [f"A search of {report['trainings']:,} trainings that are next to nothing "
            f"({_when(report)}):", "", "| What | |", "| --- | --- |",
            *(_line(row) for row in report["rows"]), ""]


def _not_run(report):
    """Why programs that should have run did not."""
    found = [f"- {program} did not run: {why}" for skipped in report["skipped"].values()
             for program, why in skipped.items()]
    found += [f"- {run['program']} failed: {run['failed']}" for run in report["runs"]
              if "failed" in run]
    found += [f"- {WORK.get(name, name)} was left out: {why}"
              for name, why in report["left_out"].items()]
    return list(dict.fromkeys(found)) + [""] if found else []


def render(report, folder):
    """The whole part. REPORT is what run.py wrote; the other benchmarks' are in the folder."""
    linear, search = others_in(folder)
    facts = report["machine"]
    lines = [HEADING, ""]
    if report["short"]:
        lines += ["**A short run: no figure counts.**", ""]
    lines += [f"By `make bench` on {facts['Date']}, of commit {facts['Commit']}.", "",
              f"- Machine: {facts['Processor']}; {facts['System']}",
              f"- Kernels: {facts['Kernels']}",
              f"- Kernels of the bare products: {facts['Kernels of the floor']}",
              f"- Probe: {facts['Probe']}", f"- Quiet: {facts['Quiet']}", ""]
    if rows := _trainings(report):
        lines += ["Seconds of nnreg for the whole call on "
                  f"{report['threads']} threads, data in memory, and how many times as long others "
                  "take (medians of runs in turn, compilation included). \"Bare products\" are the "
                  "matrix products of such a training alone, by OpenBLAS. L-BFGS goes on until its "
                  "gradient is small.", "", *rows]
    lines += _threads(report)
    lines += _compared(report, ("sparse", "select"),
                       ["Work", "Program", "Seconds", "What is left", "Accuracy, or RMSE"])
    lines += _linear(linear) + _search(search)
    lines += _not_run(report)
    return "\n".join(lines).rstrip() + "\n"


def pasted(chapter, part):
    """The chapter's text with this part in place of the one before, or at its end."""
    before, heading, after = chapter.partition("\n" + HEADING + "\n")
    rest = after.partition("\n## ")
    following = "\n## " + rest[2] if heading and rest[1] else ""
    return before.rstrip("\n") + "\n\n" + part + following


def fault(report, others, anyway):
    """Why the figures are not to be quoted, or None. OTHERS are the reports of others_in()."""
    if report is None:
        return "there is no results.json: run make bench first"
    if report["short"]:
        return "the last run was a short one"
    loud = [found for found in (report, *others)
            if found and "not to be quoted" in found["machine"].get("Quiet", "not to be quoted")]
    if loud and not anyway:
        return "the machine was not quiet; ANYWAY=1 pastes the tables all the same, which say so"
    return None


def others_in(folder):
    """What linear.py and search.py wrote, or None."""
    return [machine.load(os.path.join(folder, name + ".json")) for name in ("linear", "search")]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default="build")
    parser.add_argument("--anyway", action="store_true", help="though the machine was not quiet")
    settings = parser.parse_args()
    folder = os.path.join(settings.build, "bench")
    report = machine.load(os.path.join(folder, "results.json"))
    if why := fault(report, others_in(folder), settings.anyway):
        sys.exit(f"bench: nothing is pasted: {why}")
    part = render(report, folder)
    with open(CHAPTER) as file:
        text = pasted(file.read(), part)
    with open(CHAPTER, "w") as file:
        file.write(text)
    print(f"{CHAPTER} has the table of {report['machine']['Date']}")


if __name__ == "__main__":
    main()
