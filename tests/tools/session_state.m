## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## text = session_state (): what no failure may change in a session: threads, child processes,
## open files, the threads and the arithmetic of Octave's BLAS, and the results of small
## trainings to the last bit.  Needs the function of blas_state.c.

function text = session_state ()
  bits = [fit_bits('adam', 32), fit_bits('fista', [])];
  pid = getpid ();
  tasks = numel (readdir (sprintf ('/proc/%d/task', pid))) - 2;
  children = strtrim (fileread (sprintf ('/proc/%d/task/%d/children', pid, pid)));
  files = numel (readdir ('/proc/self/fd')) - 2;
  text = sprintf ('threads %d, children (%s), files %d, BLAS %d, arithmetic %d, bits %s', tasks, ...
                  children, files, blas_state (), hash ('md5', bits));
end

function bits = fit_bits (solver, layers)
  [X, y] = nnreg_digits ();
  [X, y] = deal (X(1:300,:), y(1:300));
  model = nnreg_fit (X / 16, y, 'Solver', solver, 'LayerSizes', layers, 'Epochs', 2, ...
                     'Penalty', 'l1', 'Lambda', 1e-3, 'Tolerance', 1e-3, 'Verbose', 0);
  numbers = cellfun (@(W) double (W(:)), [model.Weights, model.Biases], 'UniformOutput', false);
  bits = char (typecast (vertcat (numbers{:}), 'uint8').');
end
