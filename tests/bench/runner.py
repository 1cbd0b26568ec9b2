"""Runs one program in a process and measures it from outside.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later
"""
import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time

LIMIT = 3600  # seconds
# Each program's OpenBLAS chooses its kernels itself, whatever the user's shell says.
CLEARED = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
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


def _wait(child, limit):
    """Exit status, and the most memory that the child held, in MB."""
    timer = threading.Timer(limit, child.kill)
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


def environment(threads, env):
    """The user's without CLEARED, with threads, and env."""
    kept = {name: value for name, value in os.environ.items() if name not in CLEARED}
    return {**kept, **{name: str(threads) for name in THREADS}, **env}


def run(command, env, threads, busy=False, limit=LIMIT):
    """The program's own figures and its peak memory; {"failed": why} if it failed."""
    processors = _processors(threads)
    env = environment(threads, env)
    began = time.monotonic()
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err, \
            _busy_neighbour(busy, processors):
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=env,
                                 preexec_fn=lambda: _hold_to(processors))
        status, peak = _wait(child, limit)
        out.seek(0)
        err.seek(0)
        result, errors = _result(out.read()), err.read().strip()
    # Octave may report an exception at exit after a run that went well: the line counts.
    if result is None:
        if status == -signal.SIGKILL and time.monotonic() - began >= limit:
            return {"failed": f"stopped after {limit:g} s"}
        last = errors.splitlines()[-1] if errors else "no message"
        first = next((line for line in errors.splitlines() if line.startswith("error:")), last)
        return {"failed": f"status {status}: {first}"}
    return {**result, "peak_mb": peak}
