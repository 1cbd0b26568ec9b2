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
## @deftypefn {Private Function} {[@var{r}, @var{stop}] =} follow_lambdas (@var{r}, @var{p}, @var{s}, @var{d}, @var{chains})
## The path from one lambda to the next, each training starting where the one before has
## ended: a linear model's down from where all weights are zero, a network's up to there
## (on the way down it would be stuck at its zeros).
## @seealso{nnreg_path, eliminate_inputs}
## @end deftypefn

function [r, stop] = follow_lambdas (r, p, s, d, chains)
  stop = false;
  lambdas = path_lambdas (p, d, s);
  relaxed = relaxed_settings (s, p);
  if (p.Falls)
    [chains.Theta] = deal (null_theta (d, s));
  end
  for lambda = lambdas
    s.Lambda = lambda;
    [chains, outcome, penalty] = train_chains (p.Caller, chains, d.Targets, s);
    s.Epochs = p.WarmEpochs;
    point = struct ('Lambda', lambda, 'Chain', chains(1), 'Penalty', penalty, ...
                    'Settings', s, 'Outcome', outcome);
    if (too_many_inputs (point, p, d))
      if (p.Falls)
        break
      end
      continue
    end
    if (p.Relax)
      [after, point.Outcome, point.Penalty] = train_chains (p.Caller, chains, d.Targets, relaxed);
      [point.Chain, point.Settings] = deal (after(1), relaxed);
      point.Outcome(:,6) = outcome(:,6);
    end
    [r, stop] = add_point (r, p, d, point);
    explained(numel (r.Lambda)) = outcome(1,4);
    if (stop || no_more_to_see (p, r, explained))
      break
    end
  end
end

function many = too_many_inputs (point, p, d)
  many = false;
  if (isfinite (p.MaxFeatures))
    network = make_network (point.Settings, numel (point.Chain.Live), d.Targets.NumOutputs);
    live = live_parts (roll_weights (point.Chain.Theta, network.Sizes));
    many = nnz (live{1}) > p.MaxFeatures;
  end
end

## A rising path ends where no weight or input is left, a falling one as glmnet's does: where
## the model explains all, or no more than at the lambda before.
function done = no_more_to_see (p, r, losses)
  if (! p.Falls)
    done = r.Zeros(end) == 1 || r.LiveInputs(end) == 0;
    return
  end
  [least_points, all, no_more] = deal (5, 0.999, 1e-5);
  count = numel (losses);
  done = isempty (p.Lambda) && count >= least_points;
  if (done)
    ratio = 1 - losses / losses(1);
    done = ratio(end) > all || ratio(end) - ratio(end - 1) < no_more * ratio(end);
  end
end
