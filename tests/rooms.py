#!/usr/bin/env python3
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""rooms.py [ROOT]: checks the structure of the m-files.

Prints a line FILE:LINE: TEXT for each fault and exits with 1 if there is one. The table "The rooms"
of CONTRIBUTING.md has the rooms and their order. The program in OCTAVE [octave] says which names
are built-in functions."""

import bisect
import os
import pathlib
import re
import subprocess
import sys

MAX_LINES = 60
MAX_PARAMETERS = 7

CALL = re.compile(r"\bnnr\.(\w+)\.(\w+)")
PUBLIC_CALL = re.compile(r"(?<![\w.])nnreg(_\w+)?\b")
FUNCTION = re.compile(r"^[ \t]*function\b(?:[^=(\n]*=)?[ \t]*([\w.]+)[ \t]*(\([^)]*\))?", re.M)
STRING = re.compile(r"'(?:[^'\n]|'')*'|\"(?:[^\"\\\n]|\\.|\"\")*\"")


def without_texts(source):
    """The code of an m-file. Blanks replace comments, tests and the contents of strings, so each
    character of the code keeps its place."""
    return "".join(code_of_line(line) for line in source.splitlines(keepends=True))


def code_of_line(line):
    line = line.replace("## PKG_ADD:", " " * 11)        # what pkg load runs
    if line.lstrip().startswith(("#", "%")):
        return " " * (len(line) - 1) + "\n"
    out, at = [], 0
    while at < len(line):
        char = line[at]
        before = line[at - 1] if at else " "
        transpose = char == "'" and (before.isalnum() or before in "_)]}'.")
        text = None if transpose else STRING.match(line, at)
        if text:
            out.append(char + " " * (len(text[0]) - 2) + char)
            at = text.end()
        elif char in "#%" or line.startswith("...", at):
            out.append(" " * (len(line) - at - 1) + "\n")
            break
        else:
            out.append(char)
            at += 1
    return "".join(out)


class File:
    """An m-file: its path from ROOT, its text, and its code without comments, tests and texts."""

    def __init__(self, root, path):
        self.path = path.relative_to(root).as_posix()
        self.text = path.read_text(encoding="utf-8")
        self.code = without_texts(self.text)
        self.starts = [0] + [m.end() for m in re.finditer("\n", self.text)]
        parts = path.relative_to(root).parts
        self.room = parts[2][1:] if parts[:2] == ("octave", "+nnr") and len(parts) > 3 else None
        self.name = path.stem

    def line(self, offset):
        return bisect.bisect_right(self.starts, offset)

    def functions(self):
        """(name, first line, last line, parameters) of each; ends stand at the margin of theirs."""
        lines = self.code.split("\n")
        for match in FUNCTION.finditer(self.code):
            first = self.code.count("\n", 0, match.start()) + 1
            margin = re.match(r"[ \t]*", lines[first - 1])[0]
            end = re.compile(re.escape(margin) + r"end(function)?\b")
            last = next((k for k in range(first, len(lines)) if end.match(lines[k])), len(lines) - 1)
            names = re.sub(r"=[^,)]*", "", match[2] or "")
            yield match[1], first, last + 1, len(re.findall(r"[A-Za-z]\w*|~|!", names))


class Checks:
    def __init__(self, root):
        self.root = root
        self.faults = []
        self.package = [File(root, p) for p in sorted((root / "octave").rglob("*.m"))]
        self.others = [File(root, p) for folder in ("examples", "tests")
                       for p in sorted((root / folder).rglob("*")) if p.suffix in (".m", ".tst")]
        self.there = {(f.room, f.name) for f in self.package if f.room}
        self.order = rooms_of_map(root)

    def fault(self, file, line, text):
        self.faults.append(f"{file}:{line}: {text}")

    def run(self):
        self.check_map()
        self.check_folders()
        self.check_built_ins()
        self.check_used()
        for file in self.package + self.others:
            self.check_names(file)
            self.check_sizes(file)
        for file in self.package:
            self.check_chains(file)
            self.check_shadows(file)
            if file.room:
                self.check_arrows(file)
                self.check_public(file)
        return self.faults

    def check_map(self):
        """The map of CONTRIBUTING.md has all rooms and no others."""
        for room in sorted({f.room for f in self.package if f.room} - set(self.order)):
            self.fault("CONTRIBUTING.md", 1, f"the room {room} is missing in the map")
        for room in sorted(set(self.order) - {f.room for f in self.package}):
            self.fault("CONTRIBUTING.md", 1, f"the room {room} of the map does not exist")

    def check_folders(self):
        for path in sorted((self.root / "octave").rglob("private")):
            self.fault(path.relative_to(self.root).as_posix(), 1,
                       "a private folder is never seen from a room")

    def check_built_ins(self):
        """A function in a room with the name of a built-in makes pkg load warn."""
        names = sorted({name for _, name in self.there})
        for name in names_of_built_ins(names):
            for file in self.package:
                if file.room and file.name == name:
                    self.fault(file.path, 1, f"{name} is the name of a built-in function")

    def check_used(self):
        for file in self.package:
            others = (other for other in self.package if other is not file)
            if file.room and not any((file.room, file.name) in CALL.findall(other.code)
                                     for other in others):
                self.fault(file.path, 1, f"nobody calls nnr.{file.room}.{file.name}")

    def check_names(self, file):
        """Names in comments and tests too. Those in capitals stand for any."""
        for match in CALL.finditer(file.text):
            room, name = match.groups()
            if (room, name) not in self.there and not (room.isupper() or name.isupper()):
                self.fault(file.path, file.line(match.start()), f"{match[0]} does not exist")

    def check_sizes(self, file):
        for name, first, last, count in file.functions():
            if last - first + 1 > MAX_LINES:
                self.fault(file.path, first, f"{name} has {last - first + 1} lines, "
                           f"at most {MAX_LINES} are allowed")
            if count > MAX_PARAMETERS:
                self.fault(file.path, first, f"{name} has {count} parameters, "
                           f"at most {MAX_PARAMETERS} are allowed")

    def check_chains(self, file):
        """Octave cannot index what a call with a dotted name returns. (A capital is a class's.)"""
        for match in CALL.finditer(file.code):
            end = match.end()
            if match[2][0].isupper():
                continue
            arguments = re.compile(r"[ \t]*\(").match(file.code, end)
            if arguments:
                end = closing(file.code, arguments.end() - 1) + 1
            if re.compile(r"[({]|\.[A-Za-z(]").match(file.code, end):
                self.fault(file.path, file.line(match.start()),
                           f"the value of {match[0]} is indexed: assign it to a variable first")

    def check_shadows(self, file):
        """A subfunction wins over the function of its name in any room; a method does not."""
        if re.search(r"^classdef\b", file.code, re.M):
            return
        own = {name: first for name, first, _, _ in list(file.functions())[1:]}
        for name in sorted({name for _, name in CALL.findall(file.code)} & set(own)):
            self.fault(file.path, own[name],
                       f"the subfunction {name} hides the function of this name in a room")

    def check_arrows(self, file):
        for match in CALL.finditer(file.code):
            room = match[1]
            if (room in self.order and file.room in self.order
                    and self.order.index(room) < self.order.index(file.room)):
                self.fault(file.path, file.line(match.start()),
                           f"{match[0]} is called from below: {room} is above {file.room}")

    def check_public(self, file):
        for match in PUBLIC_CALL.finditer(file.code):
            self.fault(file.path, file.line(match.start()), f"a room calls the public {match[0]}")


def closing(code, at):
    """The place of the parenthesis that closes the one at AT."""
    depth = 0
    for k in range(at, len(code)):
        depth += (code[k] in "([{") - (code[k] in ")]}")
        if depth == 0:
            return k
    return len(code)


def rooms_of_map(root):
    text = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    part = re.search(r"^## The rooms$(.*?)^## ", text, re.M | re.S)
    return re.findall(r"^\| `(\w+)` \|", part[1], re.M) if part else []


def names_of_built_ins(names):
    listed = ", ".join(f"'{name}'" for name in names)
    program = f"n = {{{listed}}}; printf ('%s\\n', n{{cellfun (@exist, n) == 5}});"
    octave = os.environ.get("OCTAVE", "octave")
    done = subprocess.run([octave, "--no-gui", "--norc", "--quiet", "--eval", program],
                          check=True, capture_output=True, text=True)
    return done.stdout.split()


if __name__ == "__main__":
    given = sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent
    found = Checks(pathlib.Path(given).resolve()).run()
    print("\n".join(found), end="\n" if found else "")
    sys.exit(bool(found))
