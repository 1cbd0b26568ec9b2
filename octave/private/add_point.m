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
## @deftypefn {Private Function} {[@var{r}, @var{stop}] =} add_point (@var{r}, @var{p}, @var{d}, @var{point})
## Adds a point to the result of a path, chooses anew, shows and stores what there is, and
## asks OutputFcn whether to stop.  @var{point} has its @code{Lambda}, the @code{Chain} on
## all samples, @code{Penalty} and @code{Settings} of its training, and @code{Outcome}, the
## rows of train_chains.
## @seealso{nnreg_path, choose_lambda}
## @end deftypefn

function [r, stop] = add_point (r, p, d, point)
  model = point_model (d, point);
  live = live_parts (model.Weights);
  at = numel (r.Lambda) + 1;
  r.Lambda(at) = point.Lambda;
  r.TrainLoss(at) = point.Outcome(1,4);
  r.FoldLosses(:,at) = point.Outcome(2:end,4);
  r.FoldScores(:,at) = fold_scores (point.Outcome(2:end,:), r.ScoreName);
  r.Zeros(at) = point.Outcome(1,6);
  r.LiveInputs(at) = nnz (live{1});
  r.LiveUnits(at) = sum (cellfun ('nnz', live(2:end - 1)));
  r.Selected{at} = find (live{1}).';
  r.Models{at} = model;
  r = choose_lambda (r);
  path_store ('put', r);
  if (p.Verbose > 0)
    print_path (r, 'point');
  end
  stop = ! isempty (p.OutputFcn) && asks_to_stop (p.Caller, p.OutputFcn, r, 'path');
end

function scores = fold_scores (outcome, name)
  switch (name)
    case 'Accuracy'
      scores = outcome(:,5);
    case 'RMSE'
      scores = sqrt (outcome(:,5));
    otherwise
      scores = outcome(:,4);
  end
end

## The model over all columns of X, those that were dropped with zero weights.
function model = point_model (d, point)
  s = point.Settings;
  chain = point.Chain;
  live_network = make_network (s, numel (chain.Live), d.Targets.NumOutputs);
  [weights, biases] = roll_weights (chain.Theta, live_network.Sizes);
  weights{1} = all_columns (weights{1}, chain.Live, d.Data.NumInputs);
  problem = struct ('Network', make_network (s, d.Data.NumInputs, d.Targets.NumOutputs), ...
                    'Penalty', point.Penalty);
  history = make_history (point.Outcome(1,:), s.Task, false);
  history.Epoch = s.Epochs;
  model = make_model (unroll_weights (weights, biases, s.Precision), problem, d, s, history);
end
