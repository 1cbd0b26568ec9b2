"""Runs one program in a process and measures it from outside.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later
"""
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import threading

LIMIT = 3600  # seconds
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS",
           "TF_NUM_INTRAOP_THREADS")


def _hold_to(processors):
    """For the child, between fork and exec."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, processors)


def _processors(count):
    if not hasattr(os, "sched_getaffinity"):
        return []
    return sorted(os.sched_getaffinity(0))[:count]


@contextlib.contextmanager
def _busy_neighbour(wanted, processors):
    if not wanted:
        yield
        return
    child = subprocess.Popen([sys.executable, "-c", "while True: pass"],
                             preexec_fn=lambda: _hold_to(processors))
    try:
        yield
    finally:
        child.kill()
        child.wait()


def _wait(child):
    """Exit status, and the most memory that the child held, in MB."""
    timer = threading.Timer(LIMIT, child.kill)
    timer.start()
    try:
        _, status, usage = os.wait4(child.pid, 0)
    except BaseException:
        child.kill()
        raise
    finally:
        timer.cancel()
    child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, usage.ru_maxrss / 1024


def _result(text):
    """The last line of JSON."""
    for line in reversed(text.splitlines()):
        if line.startswith("{"):
            return json.loads(line)
    return None


def run(command, env, threads, busy=False):
    """The program's own figures and its peak memory; {"failed": why} if it failed."""
    processors = _processors(threads)
    env = {**os.environ, **{name: str(threads) for name in THREADS}, **env}
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err, \
            _busy_neighbour(busy, processors):
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=env,
                                 preexec_fn=lambda: _hold_to(processors))
        status, peak = _wait(child)
        out.seek(0)
        err.seek(0)
        result, errors = _result(out.read()), err.read().strip()
    # Octave may report an exception at exit after a run that went well: the line counts.
    if result is None:
        last = errors.splitlines()[-1] if errors else "no message"
        first = next((line for line in errors.splitlines() if line.startswith("error:")), last)
        return {"failed": f"status {status}: {first}"}
    return {**result, "peak_mb": peak}
