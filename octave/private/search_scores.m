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
## @deftypefn {Private Function} {@var{measure} =} search_scores (@var{caller}, @var{wanted}, @var{candidates}, @var{y}, @var{s})
## What a search measures on the samples left out: a struct with @code{Scores} (struct
## array with Name, Better: 1 or -1, Column of the outcome, Function), and, for those that
## the core does not measure itself, @code{Count} and @code{Function} for
## @code{queue_new}.
## @seealso{score_job, nnreg_gridsearch}
## @end deftypefn

function measure = search_scores (caller, wanted, candidates, y, s)
  if (! iscell (wanted))
    wanted = {wanted};
  elseif (isempty (wanted))
    error ('nnreg:badArgument', '%s: Score is an empty list', caller);
  end
  targets = candidates(1).Fit.Targets;
  task = candidates(1).Settings.Task;
  known = known_scores (task);
  scores = struct ('Name', {}, 'Better', {}, 'Column', {}, 'Function', {});
  column = 8;
  for k = 1:numel (wanted)
    score = one_score (caller, wanted{k}, known, k);
    if (score.Column == 0)
      column = column + 1;
      score.Column = column;
    end
    if (any (strcmp (score.Name, {scores.Name})))
      error ('nnreg:badArgument', '%s: the Score %s is there twice', caller, score.Name);
    end
    scores(end + 1) = score;
  end
  truth = [];
  if (strcmp (task, 'regression'))
    truth = double (response_rows (caller, y, candidates(1).Fit.Data.NumSamples));
  end
  measure = struct ('Scores', scores, 'Count', column - 8, 'Function', []);
  if (measure.Count > 0)
    measure.Function = @(job, theta) score_job (caller, scores, ...
                                                candidates(job.Candidate).Fit, truth, job, ...
                                                theta, s.Threads);
  end
end

## Name, and the core's own column or 0; the first is the default.
function known = known_scores (task)
  if (strcmp (task, 'classification'))
    known = {'Accuracy', 5; 'DataLoss', 4; 'LogLoss', 0; 'MacroAUC', 0; 'WeightedAUC', 0; ...
             'MacroF1', 0; 'WeightedF1', 0; 'MacroPrecision', 0; 'WeightedPrecision', 0; ...
             'MacroRecall', 0; 'WeightedRecall', 0};
  else
    known = {'RMSE', 5; 'MSE', 5; 'DataLoss', 4; 'MeanMAE', 0; 'MeanR2', 0; 'MeanRMSE', 0};
  end
end

function score = one_score (caller, wanted, known, k)
  if (is_function_handle (wanted))
    name = func2str (wanted);
    if (! isvarname (name) || is_loss (name))
      name = sprintf ('Score%d', k);
    end
    score = struct ('Name', name, 'Better', 1, 'Column', 0, 'Function', wanted);
    return;
  elseif (! ischar (wanted))
    error ('nnreg:badArgument', ['%s: Score must be a name or a function, or a cell of ' ...
                                 'these, got %s'], caller, show_value (wanted));
  end
  if (strcmpi (wanted, 'auto'))
    wanted = known{1,1};
  end
  name = check_choice (caller, 'Score', wanted, known(:,1).');
  column = known{strcmp(known(:,1), name),2};
  score = struct ('Name', name, 'Better', 1 - 2 * is_loss (name), 'Column', column, ...
                  'Function', name);
end
