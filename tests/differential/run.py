#!/usr/bin/env python3
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random problems for nnreg, against numpy, scikit-learn and pandas.

`make differential` calls it. A problem follows from its kind and its number alone, so
    make differential KINDS=linear SEED=417 COUNT=1 SAVE=417.mat
does one problem again, and prints its code for Octave if it disagrees; its data are
`d = load ("417.mat").problems{1}`. The output is TAP; the status is 1 if anything disagrees.
"""
import argparse
import collections
import concurrent.futures
import os
import subprocess
import sys
import tempfile
import traceback

import numpy as np
import scipy.io

import folds
import linear
import measures
import networks
import smooth
import tables

# A class, and how often it is chosen.
KINDS = {'network': (networks.Training, 10), 'linear': (linear.Linear, 8),
         'metrics': (measures.Measures, 3), 'path': (folds.Path, 2), 'search': (folds.Search, 2),
         'smooth': (smooth.Smooth, 1), 'table': (tables.Table, 3)}
# Disagreements that rounding explains may be this share of all problems.
MOST_EXCUSED = 0.03


def spread(kinds, seed, count):
    """COUNT problems from the number SEED on, shared among the kinds by their parts."""
    deck = [kind for kind in kinds for _ in range(KINDS[kind][1])]
    order = np.random.default_rng(0).permutation(len(deck))
    return [(deck[order[k % len(deck)]], k) for k in range(seed, seed + count)]


def save(problems, file):
    cell = np.empty((1, len(problems)), dtype=object)
    for k, problem in enumerate(problems):
        cell[0, k] = dict(problem.data, code=problem.code)
    scipy.io.savemat(file, {'problems': cell})


def run_octave(problems, folder, number):
    files = [os.path.join(folder, f'{name}{number}.mat') for name in ('batch', 'result')]
    save(problems, files[0])
    here = os.path.dirname(os.path.abspath(__file__))
    command = [os.environ.get('OCTAVE', 'octave'), '--no-gui', '--norc', '--no-history', '--quiet',
               '--path', here, '--eval',
               f"pkg load nnreg; differential ('{files[0]}', '{files[1]}')"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=3600)
    if not os.path.exists(files[1]):
        sys.exit(f'Bail out! Octave: {done.stdout}{done.stderr}')
    results = scipy.io.loadmat(files[1], simplify_cells=True)['results']
    return [results] if isinstance(results, dict) else list(results)


def judge(problem, result):
    if 'error' in result:
        problem.faults.append(f'error: {result["error"]}')
        return
    try:
        with np.errstate(all='ignore'):
            problem.judge(result)
    except Exception:
        problem.faults.append('the comparison itself failed: ' + traceback.format_exc())


def work(job):
    """One batch: (kind, seed, faults, excuse, tags, code) of each problem."""
    chosen, number, folder = job
    problems = [KINDS[kind][0](seed) for kind, seed in chosen]
    for problem, result in zip(problems, run_octave(problems, folder, number)):
        judge(problem, result)
    return [(p.kind, p.seed, p.faults, p.excuse, sorted(p.tags), p.code) for p in problems]


def options():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--count', type=int, default=300)
    parser.add_argument('--seed', type=int, default=1, help='number of the first problem')
    parser.add_argument('--kinds', nargs='+', choices=KINDS, default=list(KINDS))
    parser.add_argument('--without', nargs='+', default=[], metavar='TAG',
                        help='leave out problems with these tags')
    parser.add_argument('--jobs', type=int, default=2, help='Octave processes side by side')
    parser.add_argument('--batch', type=int, default=150, help='problems for one process')
    parser.add_argument('--quiet', action='store_true', help='no line for what agrees')
    parser.add_argument('--show', action='store_true', help='print the code of what disagrees')
    parser.add_argument('--save', metavar='FILE', help='write the data and code of the problems')
    return parser.parse_args()


def main():
    args = options()
    chosen = [(kind, k) for kind, k in spread(args.kinds, args.seed, args.count)
              if not set(args.without) & KINDS[kind][0](k).tags]
    if args.save:
        save([KINDS[kind][0](k) for kind, k in chosen], args.save)
    size = max(1, min(args.batch, -(-len(chosen) // args.jobs)))
    faulty, excused, tags = 0, 0, collections.Counter()
    with tempfile.TemporaryDirectory(prefix='nnreg-differential-') as folder, \
            concurrent.futures.ProcessPoolExecutor(args.jobs) as pool:
        jobs = [(chosen[k:k + size], k, folder) for k in range(0, len(chosen), size)]
        for batch in pool.map(work, jobs):
            for kind, seed, faults, excuse, marks, code in batch:
                if faults or not args.quiet:
                    print('not ok' if faults else 'ok', f'- {kind} {seed}: {" ".join(marks)}')
                for fault in faults:
                    print('  #', fault.replace('\n', '\n  # '))
                if faults and args.show:
                    print('  #   ' + code.replace('\n', '\n  #   '))
                if excuse is not None:
                    print(f'  # {kind} {seed}, explained by rounding: {excuse}')
                faulty += bool(faults)
                excused += excuse is not None
                tags.update(marks if faults else [])
    fair = excused <= max(2, MOST_EXCUSED * len(chosen))
    print('ok' if fair else 'not ok', f'- rounding explains {excused} differences')
    print(f'# numbers {args.seed} to {args.seed + args.count - 1}: {len(chosen)} problems, '
          f'{faulty} disagree')
    if faulty:
        print('# their tags:', ', '.join(f'{tag} {n}' for tag, n in tags.most_common(12)))
    return int(faulty > 0 or not fair)


if __name__ == '__main__':
    sys.exit(main())
