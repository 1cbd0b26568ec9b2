# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""programs.py: every program that the project calls must come from a package that it installs.

A machine for development has programs that a bare Debian lacks, so a test may pass here and fail
there. This reads the calls from the scripts, the makefiles, and the m- and py-files, and asks dpkg
which package each program belongs to. The package must be in Debian's base, or in the lists in
Makefile that are installed for that file, or be one that these depend on. Prints each call that
breaks the rule; the status is 1 if there are any. A program that is not on this machine is not
judged as long as one of those packages is missing too.
"""
import json
import os
import re
import shutil
import subprocess
import sys
from glob import glob

# Lists in Makefile that are installed for a file, beside PACKAGES.
LISTS = {
    "Makefile": ["LINT", "CHECK", "FUZZ", "VALGRIND", "NOTEBOOK"],
    "tests/lint.sh": ["LINT"],
    "tests/analyse.sh": ["CHECK"],
    "tests/coverage.sh": ["CHECK"],
    "tests/fuzz/run.sh": ["FUZZ"],
    "tests/valgrind.sh": ["VALGRIND"],
    "tests/octaves.sh": ["OCTAVES"],
    "tests/run.sh": ["ARM"],
    "tests/port/macos.sh": ["MACOS"],
    "tests/port/musl.sh": ["MUSL"],
    "tests/port/windows.sh": ["WINDOWS"],
    "tests/port/wine.sh": ["WINDOWS"],
    "tests/cli/slurm.bash": ["SLURM"],
    "tests/cli/slurm.bats": ["SLURM"],
    "tests/tools/programs.py": ["LINT"],
    "octave/": ["SLURM"],
}
# What README asks for, and what --variant=minbase of debootstrap adds to the essential packages.
GIVEN = ["make", "git", "apt"]
# Programs that callers look for first and do without.
OPTIONAL = {"sudo", "Rscript"}
# Where Debian's packages put programs; other folders may come first in PATH.
FOLDERS = "/usr/sbin:/usr/bin:/sbin:/bin"
# Commands that start the command among their words.
STARTERS = {"run", "env", "exec", "command", "nice", "timeout", "xargs", "setpriv", "chroot",
            "flock"}
BATS = {"run", "skip", "load", "bats_require_minimum_version"}


def output(*command, text=None):
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout


def literal(word):
    """The text of a word of shfmt's tree; None if only the run can tell."""
    text = ""
    for part in word["Parts"]:
        if part["Type"] in ("Lit", "SglQuoted"):
            text += part.get("Value", "")
        elif part["Type"] == "DblQuoted":
            inner = literal({"Parts": part.get("Parts", [])})
            if inner is None:
                return None
            text += inner
        elif part["Type"] == "ParamExp" and "Word" in (part.get("Exp") or {}):
            text += literal(part["Exp"]["Word"]) or ""  # ${OCTAVE:-octave}
        else:
            return None
    return text


def programs_of(words):
    """The programs that a simple command starts, one by way of the other."""
    words = [literal(word) for word in words]
    found = []
    while words and words[0] is not None:
        found.append(words.pop(0))
        if found[-1] not in STARTERS or found[-1] == "command" and "-v" in words:
            break
        while words and (re.match(r"[-!{\d]|.*=", words[0]) if words[0] is not None
                         else found[-1] == "xargs"):
            words.pop(0)
    return {word for word in found if word and "/" not in word}


def nodes(tree):
    """All parts of shfmt's tree that have a type."""
    if isinstance(tree, dict):
        if "Type" in tree:
            yield tree
        tree = list(tree.values())
    if isinstance(tree, list):
        for part in tree:
            yield from nodes(part)


def shell_calls(text, dialect):
    """Commands and functions of a script."""
    tree = json.loads(output("shfmt", "-ln", dialect, "--to-json", text=text))
    found = [node for node in nodes(tree) if node["Type"] in ("CallExpr", "FuncDecl")]
    calls = set().union(*(programs_of(node["Args"]) for node in found if node.get("Args")))
    return calls, {node["Name"]["Value"] for node in found if "Name" in node}


def makefile_script(text):
    """The recipes and $(shell ...) of a makefile as a shell script."""
    text = re.sub(r"(?<!\$)\$\d", "made", text.replace("\\\n", " "))
    text = re.sub(r"\$\$(?=\((?:call |[A-Z]))", "$", text).replace("$$", "\0")
    script = "\n".join(re.findall(r"^\t[@-]*(.*)$", text, re.MULTILINE))
    for start in re.finditer(r"\$\(shell ", text):
        end, depth = start.end(), 1
        while depth:
            depth += {"(": 1, ")": -1}.get(text[end], 0)
            end += 1
        script += "\n" + text[start.end():end - 1]
    while re.search(r"\$\([^()]*\)", script):
        script = re.sub(r"\$\([^()]*\)", "$made", script)
    return re.sub(r"\$[@<^]", "$made", script).replace("\0", "$")


def quoted_calls(text, pattern):
    """First words of the strings that follow the pattern."""
    return set(re.findall(pattern + r"""\s*\(?\[?\s*f?['"](?:exec |command -v )?([A-Za-z][\w.+-]*)""",
                          text))


def calls_of_files():
    """Pairs of a file and the programs that it calls, and all functions of shell scripts."""
    calls, functions = {}, set()
    files = output("git", "ls-files", "-c", "-o", "--exclude-standard").split()
    for file in filter(os.path.isfile, files):
        with open(file, encoding="utf-8", errors="replace") as opened:
            text = opened.read()
        name = os.path.basename(file)
        if name == "Makefile":
            calls[file], named = shell_calls(makefile_script(text), "bash")
            functions |= named
        elif file.endswith((".sh", ".bash", ".bats")) or file == ".ci/run":
            calls[file], named = shell_calls(text, "bats" if file.endswith(".bats") else "bash")
            functions |= named
        elif file.endswith((".m", ".tst")):
            calls[file] = quoted_calls(text, r"\b(?:system|popen2?) \((?:sprintf \()?")
        elif file.endswith(".py"):
            calls[file] = quoted_calls(text, r"\b(?:output|run|Popen|check_output|system|execvp)\(")
    return calls, functions


def packages_of(lists):
    """Names in the lists of Makefile."""
    with open("Makefile", encoding="utf-8") as makefile:
        text = makefile.read().replace("\\\n", " ")
    return [name for list_ in lists
            for name in re.search(rf"^{list_}PACKAGES \?= (.*)$", text, re.MULTILINE)[1].split()]


class Debian:
    """What the packages on this machine hold and need."""

    def __init__(self):
        self.needs, self.provides, self.base = {}, {}, list(GIVEN)
        form = "${Package}\t${Essential}\t${Priority}\t${Provides}\t${Pre-Depends}, ${Depends}\n"
        for line in output("dpkg-query", "-W", "-f", form).splitlines():
            name, essential, priority, provides, needs = line.split("\t")
            self.needs[name] = needs
            for virtual in re.findall(r"[a-z0-9][a-z0-9+.-]+(?![^(]*\))", provides):
                self.provides.setdefault(virtual, []).append(name)
            if essential == "yes" or priority == "required":
                self.base.append(name)

    def closure(self, names):
        """These packages and all that they depend on."""
        found, waiting = set(), list(names)
        while waiting:
            name = waiting.pop()
            for real in [name] if name in self.needs else self.provides.get(name, []):
                if real not in found:
                    found.add(real)
                    waiting += re.findall(r"(?:^|[,|]) *([a-z0-9][a-z0-9+.-]+)", self.needs[real])
        return found

    def owners(self, programs):
        """The packages of each program that is here."""
        paths = {}
        for program in programs:
            path = shutil.which(program, path=FOLDERS)
            if path:
                # Recorded as it was before /bin became a link; or behind update-alternatives.
                for name in {path, os.path.realpath(path)}:
                    paths[name] = paths[re.sub("^/usr(?=/s?bin/)", "", name)] = program
        said = subprocess.run(["dpkg-query", "-S", *paths], capture_output=True, text=True).stdout
        found = {program: set() for program in paths.values()}
        for line in said.splitlines():
            names, path = line.rsplit(": ", 1)
            if path in paths:
                found[paths[path]] |= {name.split(":")[0] for name in names.split(", ")}
        return found


def main():
    debian = Debian()
    calls, functions = calls_of_files()
    known = functions | BATS | OPTIONAL | set(output("bash", "-c", "compgen -bk").split())
    owners = debian.owners(set().union(*calls.values()) - known)
    faults = 0
    for file, programs in calls.items():
        lists = [""] + [part + "_" for start, parts in LISTS.items() if file.startswith(start)
                        for part in parts]
        listed = packages_of(lists)
        installed = debian.closure(debian.base + listed)
        for program in sorted(programs - known):
            if program not in owners and not set(listed) <= installed:
                continue
            if not owners.get(program, set()) & installed:
                found = " or ".join(sorted(owners.get(program, []))) or "no package here"
                print(f"{file} calls {program}, which is in {found}: add it to Makefile's lists")
                faults += 1
    print(f"{len(owners)} programs in {sum(map(bool, calls.values()))} files")
    return faults > 0


sys.exit(main())
