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
## @deftypefn {Private Function} {@var{values} =} score_job (@var{caller}, @var{scores}, @var{fit}, @var{truth}, @var{job}, @var{theta}, @var{threads})
## The scores, of those that the core does not measure, of a training that is over, on the
## samples it left out.  @var{truth} has the responses of a regression, in the user's units.
## @seealso{search_scores}
## @end deftypefn

function values = score_job (caller, scores, fit, truth, job, theta, threads)
  rows_out = double (job.Problem.Validation.Rows(:)) + 1;
  outputs = packed_outputs (caller, job.Problem.Network, theta, fit.Data, rows_out, threads);
  weights = fit.Targets.SampleWeights;
  if (! isempty (weights))
    weights = weights(rows_out);
  end
  if (strcmp (job.Settings.Task, 'classification'))
    itrue = double (fit.Targets.Labels(rows_out)(:)) + 1;
    [~, ipred] = max (outputs, [], 2);
    [y, yhat] = deal (fit.Targets.ClassNames(itrue,:), fit.Targets.ClassNames(ipred,:));
    metrics = @() classification_metrics (fit.Targets.ClassNames, itrue, ipred, outputs, weights);
  else
    y = truth(rows_out,:);
    yhat = double (outputs) .* fit.Targets.ResponseScale + fit.Targets.ResponseMean;
    outputs = yhat;
    metrics = @() regression_metrics (y, yhat, weights);
  end
  own = scores([scores.Column] > 8);
  values = NaN (1, numel (own));
  found = [];
  for k = 1:numel (own)
    if (is_function_handle (own(k).Function))
      values(k) = call_score (caller, own(k), y, yhat, outputs, weights);
      continue;
    elseif (isempty (found))
      found = metrics ();
    end
    values(k) = found.(own(k).Name);
  end
end

function value = call_score (caller, score, y, yhat, outputs, weights)
  args = {y, yhat, outputs, weights};
  args = args(1:min (most_arguments (caller, score.Function), end));
  try
    value = score.Function (args{:});
  catch err
    error ('nnreg:badArgument', '%s: the Score %s failed: %s', caller, ...
           func2str (score.Function), err.message);
  end
  if (! ((isnumeric (value) || islogical (value)) && isscalar (value) && isreal (value)))
    error ('nnreg:badArgument', '%s: the Score %s must return a number, got %s', caller, ...
           func2str (score.Function), show_value (value));
  end
end

function count = most_arguments (caller, fcn)
  try
    count = nargin (fcn);
  catch
    error ('nnreg:badArgument', '%s: there is no function %s, which Score names', caller, ...
           func2str (fcn));
  end
  if (count < 0)
    count = Inf;
  end
end
