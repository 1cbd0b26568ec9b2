#!/usr/bin/env python3
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The texts of README.md, examples/manual and examples/short must stay true.

chapters.py run FILE COMMAND...    runs the "octave" blocks of FILE, in order and in one session, with
                                   COMMAND (an Octave) and compares what each prints with the
                                   "text" block that follows it. Blocks "octave mnist" run only if
                                   NNREG_MNIST_DIR is set, "octave cluster" never.
chapters.py find FILE SCRIPT OUT   finds the block "text SCRIPT" of FILE in OUT, what SCRIPT printed
chapters.py same FILE OUT          compares two files

Words must be the same, numbers within 5% or, with decimals, two units of the last one. The exit status is 1 if something differs."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```(\S[^\n]*)\n(.*?)^```$", re.M | re.S)
NUMBER = re.compile(r"[-+]?\d+\.?\d*(?:e[-+]?\d+)?$")
MARK = "@@@ block %d"


def blocks(file):
    """(kind, text) of each fenced block."""
    return BLOCK.findall(pathlib.Path(file).read_text(encoding="utf-8"))


def run(file, command):
    parts = blocks(file)
    program, wanted = [], {}
    for k, (kind, code) in enumerate(parts):
        if kind == "octave" or (kind == "octave mnist" and os.environ.get("NNREG_MNIST_DIR")):
            program.append(f'printf ("\\n{MARK % k}\\n");\n{code}')
            after = parts[k + 1] if k + 1 < len(parts) else ("", "")
            wanted[k] = after[1] if after[0] == "text" else None
    with tempfile.NamedTemporaryFile("w", suffix=".m") as script:
        script.write("1;\npkg load nnreg\n" + "\n".join(program))
        script.flush()
        done = subprocess.run([*command, script.name], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode != 0:
        return [done.stdout, f"{file}: the code ended with status {done.returncode}"]
    # (on a slow machine calls say how far they are)
    text = re.sub(r"^nnreg_\w+: .*, \d+ s(, about .* left)?\n", "", done.stdout, flags=re.M)
    printed = dict(re.findall(r"^@@@ block (\d+)\n(.*?)(?=\n@@@ block|\Z)", text, re.M | re.S))
    faults = []
    for k, want in wanted.items():
        if want is not None:
            faults += differences(want, printed[str(k)])
    return faults


def find(file, script, output):
    want = dict(blocks(file))["text " + script]
    lines = pathlib.Path(output).read_text(encoding="utf-8").splitlines()
    count = len(want.splitlines())
    starts = [k for k, line in enumerate(lines) if line.split() == want.splitlines()[0].split()]
    if not starts:
        return [f"{output} has no line {want.splitlines()[0]}"]
    return differences(want, "\n".join(lines[starts[0]:starts[0] + count]))


def differences(want, got):
    for a, b in zip(want.split(), got.split()):
        if not same(a, b):
            return [f'expected "{a}", got "{b}" in', got]
    return [] if len(want.split()) == len(got.split()) else ["expected", want, "got", got]


def same(a, b):
    """Two words are the same, or two numbers, with what may stand around them, nearly so."""
    if a == b:
        return True
    a, b = a.strip("[](),:;%x"), b.strip("[](),:;%x")
    if not (NUMBER.match(a) and NUMBER.match(b)):
        return a == b
    last = 10.0 ** -len(a.partition(".")[2]) if "." in a and "e" not in a else 0
    a, b = float(a), float(b)
    return abs(a - b) <= max(0.05 * max(abs(a), abs(b)), 2.001 * last)


if __name__ == "__main__":
    mode, name, *rest = sys.argv[1:]
    modes = {"run": lambda: run(name, rest), "find": lambda: find(name, *rest),
             "same": lambda: differences(*(pathlib.Path(one).read_text(encoding="utf-8")
                                           for one in (name, *rest)))}
    differing = modes[mode]()
    print("\n".join(differing), end="\n" if differing else "")
    sys.exit(bool(differing))
