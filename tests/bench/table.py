"""Medians, ratios, agreement; the table in Markdown.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later
"""
from statistics import median

import machine
import quiet

HEAD = ("| program | seconds | times nnreg | a later epoch | peak MB | of it for the fit "
        "| {quality} | zeros, what is left | wanted |\n|---|--:|--:|--:|--:|--:|--:|--:|---|")


def base_name(program):
    """Without the variant in parentheses."""
    return program.split(" (")[0]


def spread(values):
    """Median, least and largest."""
    return [median(values), min(values), max(values)]


def _goals(spec, row, scaling):
    """The targets for the program's time over nnreg's, and whether they are met."""
    program, found = base_name(row["program"]), []
    for field, sign, key in (("at_least", 1, "ratio"), ("at_most", -1, "ratio"),
                             ("epoch_at_least", 1, "epoch_ratio")):
        wanted, ratio = spec.get(field, {}).get(program), row[key]
        if not wanted or not ratio or spec.get("changed"):
            continue
        text = f"{field.replace('_', ' ')} {wanted:g}"
        share = spec.get("of_probe", {}).get(program)
        if share and scaling and share * scaling < wanted:
            wanted = share * scaling
            text = f"at least {wanted:.3g}, {share:g} of the probe's scaling"
        found.append({"text": text, "met": sign * (ratio[0] - wanted) >= 0})
    return found


def _agrees(spec, program, runs, own):
    """Whether the quality is nnreg's, within the tolerance; None if there is nothing to compare."""
    quality = spec["quality"]
    pairs = [(r[quality], own[r["repeat"]][quality]) for r in runs
             if quality in r and r["repeat"] in own]
    if not pairs or spec["tolerance"] is None or program in spec.get("other_problem", {}):
        return None
    if program.startswith("nnreg"):  # the same bits, whatever the number of threads
        return all(a == b for a, b in pairs)
    mine, theirs = median(b for _, b in pairs), median(a for a, _ in pairs)
    scale = mine if quality == "rmse" else 1
    return abs(theirs - mine) <= spec["tolerance"] * scale


def _ratios(mine, other, key):
    """Of runs that followed each other: the program's time over the other's."""
    found = [run[key] / other[run["repeat"]][key] for run in mine
             if run.get(key) and other.get(run["repeat"], {}).get(key)]
    return spread(found) if found else None


def summarise(name, spec, runs, scaling=None):
    """A dict for each program of the workload, in the order of the runs; scaling is the probe's."""
    good = [r for r in runs if r["workload"] == name and "failed" not in r]
    own = {r["repeat"]: r for r in good if r["program"] == "nnreg"}
    rows = []
    for program in dict.fromkeys(r["program"] for r in good):
        mine = [r for r in good if r["program"] == program]
        beside = spec.get("beside", {}).get(program, "nnreg")
        other = {r["repeat"]: r for r in good if r["program"] == beside}
        row = {"workload": name, "program": program, "repeats": len(mine), "beside": beside,
               "disturbed": sum(bool(quiet.disturbed(r.get("used"))) for r in mine),
               "left": next((r["left"] for r in mine if "left" in r), None)}
        for field in ("seconds", "epoch", "peak_mb", "extra_mb", "zeros", spec["quality"]):
            values = [r[field] for r in mine if r.get(field) is not None]
            row[field] = spread(values) if values else None
        row["ratio"] = _ratios(mine, other, "seconds")
        row["epoch_ratio"] = _ratios(mine, other, "epoch")
        row["goals"] = _goals(spec, row, scaling)
        row["agrees"] = _agrees(spec, program, mine, own)
        rows.append(row)
    return rows


def number(value, digits=3):
    """The number with that many significant digits, without an exponent."""
    if value >= 10 ** digits:
        return f"{value:.0f}"
    text = f"{value:#.{digits}g}"
    return f"{value:.6f}" if "e" in text else text.rstrip(".")


def _with_range(values, digits=3):
    if values is None:
        return ""
    low, high = number(values[1], digits), number(values[2], digits)
    text = number(values[0], digits)
    return text if low == high else f"{text} ({low}..{high})"


def _left(row):
    parts = [f"{row['zeros'][0]:.1%}"] if row["zeros"] else []
    return ", ".join(parts + ([row["left"]] if row["left"] else []))


def _row(spec, row):
    quality = row[spec["quality"]]
    hurt = f" ({row['disturbed']} of {row['repeats']} disturbed)" if row["disturbed"] else ""
    cells = [row["program"], _with_range(row["seconds"]) + hurt, _with_range(row["ratio"])]
    cells += [number(row["epoch"][0]) if row["epoch"] else ""]
    cells += [f"{row[key][0]:.0f}" if row[key] else "" for key in ("peak_mb", "extra_mb")]
    cells += [_with_range(quality, 4) + (" **differs**" if row["agrees"] is False else "")]
    cells += [_left(row)]
    cells += ["; ".join(goal["text"] + (", met" if goal["met"] else ", **missed**")
                        for goal in row["goals"])]
    return "| " + " | ".join(cells) + " |"


def _described(spec):
    keys = ("layers", "epochs", "batch", "penalty", "lambda", "penalties", "lambdas", "penalized",
            "folds", "validation", "weights", "count")
    return ", ".join(f"{key} {spec[key]}" for key in keys if spec.get(key) not in (None, False))


def _rule(spec):
    if spec["tolerance"] is None:
        return "Qualities may differ: they are what is compared"
    measure = "relative" if spec["quality"] == "rmse" else "absolute"
    return f"Qualities agree within {spec['tolerance']:g} ({measure})"


def _workload(name, spec, rows, failures, skipped):
    lines = [f"## {name}", "", f"{spec['kind']} on {spec['data']}: {_described(spec)}. "
             f"{_rule(spec)}.", "",
             HEAD.format(quality=spec["quality"])]
    lines += [_row(spec, row) for row in rows]
    notes = [f"{program} has another problem to solve: {why}; its quality is not compared."
             for program, why in spec.get("other_problem", {}).items()
             if any(row["program"] == program for row in rows)]
    notes += [f"{row['program']} stands beside {row['beside']}: the ratio is to that."
              for row in rows if row["beside"] != "nnreg"]
    notes += [f"{run['program']} failed: {run['failed']}" for run in failures]
    notes += [f"{program} was skipped: {why}" for program, why in skipped.items()]
    return lines + [""] + [f"- {note}" for note in notes] + [""] * bool(notes)


def render(report):
    """The whole text; report is what results.json holds."""
    lines = ["# nnreg beside others", ""]
    if report["short"]:
        lines += ["**A short run, which only shows that the programs run: no figure counts.**", ""]
    lines += machine.text(report)
    lines += ["", "Seconds are the median (least..largest) of the fit as a user waits for it, data "
              "in memory, compilation included; all but nnreg-1thread on "
              f"{report['threads']} threads. Programs run in turn; \"times nnreg\" is the median "
              "of the ratios of runs that follow each other; a program that takes minutes runs once "
              "where only times are compared. The floor is the bare dense sgemm calls. Memory is "
              "the most held during and after the fit; what loading took before is not counted.", ""]
    for name, spec in report["workloads"].items():
        rows = [row for row in report["summary"] if row["workload"] == name]
        failures = [run for run in report["runs"] if run["workload"] == name and "failed" in run]
        lines += _workload(name, spec, rows, failures, report["skipped"].get(name, {}))
    lines += [f"{name} was left out: {why}\n" for name, why in report["left_out"].items()]
    lines += ["## Programs", ""]
    about = {run["program"]: run["about"] for run in report["runs"] if "about" in run}
    lines += [f"- {program}: {text}" for program, text in about.items()]
    lines += ["", "Minutes: " + ", ".join(f"{name} {minutes:.1f}"
                                          for name, minutes in report["minutes"].items())]
    return "\n".join(lines) + "\n"
