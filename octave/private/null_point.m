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
## @deftypefn {Private Function} {[@var{chains}, @var{outcome}] =} null_point (@var{chains}, @var{d}, @var{s})
## The chains with networks that heed no input, each the best constant of the samples that it
## trains on, and their rows of outcome as train_chains returns them.
## @seealso{eliminate_inputs, null_biases}
## @end deftypefn

function [chains, outcome] = null_point (chains, d, s)
  t = d.Targets;
  for k = 1:numel (chains)
    c = chains(k);
    network = make_network (s, numel (c.Live), t.NumOutputs);
    [weights, biases] = roll_weights (c.Theta, network.Sizes);
    weights = cellfun (@(w) zeros (size (w)), weights, 'UniformOutput', false);
    biases{end} = null_biases (t, c.Train, s);
    chains(k).Theta = unroll_weights (weights, biases, s.Precision);
    [loss, metric] = constant_scores (t, c.Measured, biases{end});
    outcome(k,:) = [loss, metric, 0, loss, metric, 1, 0, 1];
  end
end

## Data loss and accuracy or mean squared error (in units of y) of the same outputs for all.
function [loss, metric] = constant_scores (t, rows, outputs)
  [w, rows] = relative_weights (t, t.SampleWeights, rows);
  if (isempty (t.Responses))
    label = double (t.Labels(rows))(:) + 1;
    [~, guess] = max (outputs);
    loss = w.' * (log (sum (exp (outputs))) - outputs(label));
    metric = w.' * (label == guess);
  else
    square = (double (t.Responses(:,rows)) - outputs) .^ 2;
    loss = mean (square, 1) * w;
    metric = mean (square .* t.Scales .^ 2, 1) * w;
  end
end
