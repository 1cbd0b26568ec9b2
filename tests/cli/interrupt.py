# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""interrupt.py SCENE COUNT SEED: Ctrl-C at COUNT random moments of a call, as at a terminal.

Octave runs on a pseudo-terminal. interrupt_scenes.json says what is typed: lines that prepare,
the call, the seconds in which Ctrl-C may come, and lines that check what is left, after each call
and at the end. After each Ctrl-C the time to the prompt is measured, and session_state () must be
that of a fresh Octave. Prints a line for each. The status is 1 if a check failed, if the median
time exceeds NNREG_PROMPT_LIMIT (0.5 s), or if one exceeds it twice: test machines are shared.
"""
import json
import os
import pty
import random
import select
import signal
import sys
import termios
import time

PROMPT = b"<ready>"
LONGEST_TICK = 0.05  # a longer gap means that the machine stopped this process, and Octave


class Session:
    """An Octave at a terminal of its own."""

    def __init__(self, command):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.execvp(command[0], command)
        modes = termios.tcgetattr(self.terminal)
        modes[3] &= ~termios.ECHO
        termios.tcsetattr(self.terminal, termios.TCSANOW, modes)
        self.text = b""

    def type(self, line):
        self.text = b""
        os.write(self.terminal, line.encode() + b"\n")

    def wait_for(self, word, seconds):
        """Seconds until the word comes, without those in which this process was stopped."""
        spent = 0.0
        last = time.monotonic()
        while word not in self.text:
            if select.select([self.terminal], [], [], 0.005)[0]:
                try:
                    self.text += os.read(self.terminal, 65536)
                except OSError:
                    raise SystemExit(f"Octave is gone; its last words:\n{self.shown()}")
            now = time.monotonic()
            spent += min(now - last, LONGEST_TICK)
            last = now
            if spent > seconds:
                raise SystemExit(f"no {word.decode()} in {seconds} s:\n{self.shown()}")
        return spent

    def ask(self, line, seconds=60):
        """What a line prints."""
        self.type(line)
        self.wait_for(PROMPT, seconds)
        return self.shown()

    def interrupt(self):
        os.write(self.terminal, b"\x03")

    def shown(self):
        return self.text.replace(PROMPT, b"").decode(errors="replace").replace("\r", "").strip()

    def close(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


def open_session(octave, prepare):
    session = Session([octave, "--no-gui", "--norc", "--no-history", "--no-line-editing", "-q"])
    session.type(f"PS1 ('{PROMPT.decode()}'); PS2 (''); crash_dumps_octave_core (false);")
    session.wait_for(PROMPT, 60)
    for line in prepare:
        said = session.ask(line)
        if "error:" in said:
            raise SystemExit(f"{line}\n{said}")
    return session


def interrupt_once(session, scene, delay):
    """Seconds to the prompt after a Ctrl-C `delay` seconds into the call; None if it had ended."""
    session.type(f"printf (\"go\\n\"); fflush (stdout); {scene['call']} printf (\"over\\n\");")
    session.wait_for(b"go", 60)
    time.sleep(delay)
    session.interrupt()
    spent = session.wait_for(PROMPT, 60)
    said = session.shown()
    if "over" in said.split():
        session.ask("")  # Ctrl-C came to the prompt and brought another
        return None, said
    return spent, said


def faults_after(session, scene, said, want):
    """What is wrong once the prompt is back."""
    left = session.ask(scene["after"]) if "after" in scene else ""
    state = session.ask("disp (session_state ())")
    faults = [f"{state} instead of {want}"] if state != want else []
    return faults + [text for text in (said, left) if "error:" in text]


def interrupt_many(session, name, scene, count, seed):
    """The seconds to the prompt, and how many were followed by faults."""
    want = session.ask("disp (session_state ())")
    if "error:" in want or want != session.ask("disp (session_state ())"):
        raise SystemExit(f"a session that is not the same twice: {want}")
    rng = random.Random(f"{name} {seed}")
    times, wrong = [], 0
    for number in range(count):
        # Every third in the first milliseconds: checks, packing, the first slice.
        delay = rng.uniform(0, scene["seconds"] if number % 3 else 0.05)
        spent, said = interrupt_once(session, scene, delay)
        faults = faults_after(session, scene, said, want)
        wrong += bool(faults)
        if spent is not None:
            times.append(spent)
        took = "it was over" if spent is None else f"prompt in {spent:.3f} s"
        print(f"{name} {number}: after {delay:.3f} s, {took}", *faults, sep="; ", flush=True)
    said = session.ask(scene.get("finally", ""), 600)
    if "error:" in said:
        print(said)
        wrong += 1
    return sorted(times), wrong


def main():
    name, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with open(os.path.join(os.path.dirname(__file__), "interrupt_scenes.json")) as file:
        scenes = json.load(file)
    limit = float(os.environ.get("NNREG_PROMPT_LIMIT", "0.5"))
    session = open_session(os.environ.get("OCTAVE", "octave"),
                           scenes["all"] + scenes[name]["prepare"])
    times, wrong = interrupt_many(session, name, scenes[name], count, seed)
    session.close()
    if len(times) < count / 2:
        raise SystemExit(f"{name}: only {len(times)} of {count} calls were interrupted")
    median, worst = times[len(times) // 2], times[-1]
    print(f"{name}: {len(times)} interrupted, prompt in {median:.3f} s (median), {worst:.3f} s "
          f"(worst), {wrong} wrong")
    sys.exit(1 if wrong or median > limit or worst > 2 * limit else 0)


main()
