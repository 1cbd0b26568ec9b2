## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {} warn_of_explosion (@var{run}, @var{problem}, @var{theta})
## Warns of a training by Adam that ended with a data loss above that of a constant prediction,
## after one of more than ten times that of the parameters @var{theta} with which it began: its
## steps were too long, though all numbers stayed finite.
## @seealso{run_training, diverged_advice}
## @end deftypefn

function warn_of_explosion (run, problem, theta)
  s = run.Settings;
  if (strcmp (s.Solver, 'fista') || isempty (run.Log))
    return;
  end
  margin = 1.02;
  tenfold = 10;
  [highest, last] = deal (max (run.Log(:,1)), run.Log(end,1));
  constant = constant_loss (problem.Train, s, problem.Network.Sizes(end));
  nothing = eps (s.Precision);   # left to learn: y does not vary
  if (last <= margin * constant || constant < nothing)
    return;
  end
  first = data_loss (run.Caller, problem, theta, s);
  if (highest > tenfold * first)
    warning ('nnreg:diverged', ['%s: the training diverged: the data loss rose from %.3g to ' ...
                                '%.3g and ended at %.3g, that of the best constant is %.3g; ' ...
                                'the weights of epoch %d are returned; %s'], run.Caller, first, ...
             highest, last, constant, run.Epoch, diverged_advice (s));
  end
end

## The least data loss on the samples with the same outputs for all.
function loss = constant_loss (samples, s, num_outputs)
  rows = double (samples.Rows(:)) + 1;
  samples.NumOutputs = num_outputs;
  biases = null_biases (samples, rows, s);
  if (strcmp (s.Task, 'classification'))
    loss = -exp (biases).' * biases;
    return;
  end
  [w, rows] = relative_weights (samples, samples.Weights, rows);
  squares = mean ((double (samples.Responses(:,rows)) - biases) .^ 2, 1);
  loss = squares * w;
end

function loss = data_loss (caller, problem, theta, s)
  [s.Penalty, s.Lambda] = deal ('none', []);
  penalty = layer_penalty (caller, s, numel (problem.Network.Sizes) - 1);
  loss = call_core (@__nnreg_cost__, problem.Network, penalty, theta, problem.Train, s.Threads);
end
