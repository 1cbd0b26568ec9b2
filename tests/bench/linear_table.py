"""Ratios, excess of the objective; the tables of the linear benchmark in Markdown.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later
"""
import math
from statistics import geometric_mean, median

import machine

INTRODUCTION = """\
All programs follow the same lambdas (glmnet's) in the same five folds and on all samples.
scikit-learn's and celer's follow them in the folds only. Seconds are the least (to the largest) of
several calls, data in memory; ratios are medians over processes that ran in turn. The excess is the
largest (J - best) / best over the lambdas, where J is the objective of a solver's coefficients,
computed by numpy in double, and best the least of all solvers. "nnreg-defaults" and "glmnet-own"
are calls without options but the folds: lambdas of their own, which stop early. "glmnet-tight" has
a smaller thresh and is there for its answers only."""


def good_runs(problem, program):
    return [run for run in problem["runs"] if run["program"] == program and "failed" not in run]


def seconds(problem, program):
    """Of all calls; the first call of a process may have to compile."""
    return [value for run in good_runs(problem, program) for value in run["seconds"]]


def ratio(problem, program, own):
    """Median of the program's time over nnreg's, of processes that followed each other."""
    mine, theirs = ({run["repeat"]: min(run["seconds"]) for run in good_runs(problem, name)}
                    for name in (own, program))
    pairs = [theirs[repeat] / mine[repeat] for repeat in mine if repeat in theirs]
    return median(pairs) if pairs else None


def excesses(problem):
    """For each program the largest (J - best) / best."""
    judged = problem["judged"].values()
    count = max((len(found["objectives"]) for found in judged), default=0)
    best = [min(found["objectives"][k] for found in judged if k < len(found["objectives"]))
            for k in range(count)]
    return {program: max((value - least) / least
                         for value, least in zip(found["objectives"], best))
            for program, found in problem["judged"].items()}


def line(problem):
    """A problem in a line."""
    excess, parts = excesses(problem), []
    for program in problem["judged"]:
        text = f"{program} {min(seconds(problem, program)):.4f} s"
        found = ratio(problem, program, "nnreg")
        if program != "nnreg" and found:
            text += f" = {found:.3g} times nnreg"
        parts.append(f"{text}, excess {excess[program]:.1e}")
    return f"{problem['name']}: " + "; ".join(parts)


def _row(cells):
    return "| " + " | ".join(cells) + " |"


def _ratios(report, own, names):
    """The table of all problems: seconds of own, and the ratios of names."""
    found = {name: [ratio(problem, name, own) for problem in report["problems"]] for name in names}
    lines = [_row(["problem", f"{own}, seconds"] + [f"{name} / {own}" for name in names]),
             "|---|" + "--:|" * (len(names) + 1)]
    for k, problem in enumerate(report["problems"]):
        least = min(seconds(problem, own), default=None)
        cells = [f"{found[name][k]:.3g}" if found[name][k] else "" for name in names]
        lines.append(_row([problem["name"], f"{least:.4g}" if least else "", *cells]))
    means = [[value for value in found[name] if value] for name in names]
    cells = [f"{geometric_mean(values):.3g} ({len(values)})" if values else "" for values in means]
    return lines + [_row(["geometric mean (of so many)", "", *cells]), ""]


def _range(values):
    low, high = f"{min(values):.4g}", f"{max(values):.4g}"
    return low if low == high else f"{low}..{high}"


def _lambdas(run):
    return [f"{run[key]:.6g}" if key in run else "" for key in ("lambda_min", "lambda_1se")]


def _problem(problem):
    excess = excesses(problem)
    lines = [f"## {problem['name']}", "",
             _row(["program", "threads", "seconds", "lambdas", "excess", "lambda.min",
                   "lambda.1se", "non-zeros at the last", "same support as the first, lambdas"]),
             "|---|" + "--:|" * 8]
    for program, found in problem["judged"].items():
        run = good_runs(problem, program)[0]
        lines.append(_row([program, str(run["threads"]), _range(seconds(problem, program)),
                           str(len(found["objectives"])), f"{excess[program]:.1e}", *_lambdas(run),
                           str(found["nonzeros"][-1]), str(found["same_support"])]))
    notes = [f"{run['program']} failed: {run['failed']}" for run in problem["runs"]
             if "failed" in run]
    own = next((run["lambda_max"] for run in problem["runs"] if "lambda_max" in run), math.nan)
    notes.append(f"lambda_max: {problem['lambda_max']:.10g}, nnreg's {own:.10g} (relative "
                 f"difference {own / problem['lambda_max'] - 1:.1e})")
    return lines + [""] + [f"- {note}" for note in notes] + [""]


def render(report):
    """The whole text; report is what linear.json holds."""
    lines = ["# Linear paths: nnreg beside others", ""]
    lines += machine.text(report)
    lines += ["", INTRODUCTION, ""]
    ran = list(dict.fromkeys(run["program"] for problem in report["problems"]
                             for run in problem["runs"]))
    peers = [name for name in ran if not name.startswith(("nnreg", "glmnet-"))]
    for own, others in (("nnreg", peers), ("nnreg-1thread", peers),
                        ("nnreg-defaults", ["glmnet-own"])):
        if own in ran and others:
            lines += _ratios(report, own, others)
    for problem in report["problems"]:
        lines += _problem(problem)
    lines += ["## Programs", ""]
    about = {run["program"]: run["about"] for problem in report["problems"]
             for run in problem["runs"] if "about" in run}
    lines += [f"- {program}: {text}" for program, text in about.items()]
    lines += [f"- {program} was skipped: {why}" for program, why in report["skipped"].items()]
    return "\n".join(lines) + "\n"
